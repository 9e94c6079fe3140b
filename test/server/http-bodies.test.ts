import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { after, before, describe, test } from 'node:test';
import { isProblem, openEchoEdge, type EchoEdge } from '../support/echo-edge.ts';
import { jsonOf, PAGE } from '../support/open-edge.ts';

let edge: EchoEdge;
before(async () => {
  edge = await openEchoEdge();
});
after(() => edge.close());

describe('[H12] [H16] a body is plain JSON of at most 256 KiB', () => {
  const big = (bytes: number) => `{"text":"${'a'.repeat(bytes - 11)}"}`;

  test('at the limit it is read, over it refused, stated or not', async () => {
    assert.equal((await edge.echo(big(256 * 1024))).status, 200);
    isProblem(await edge.echo(big(256 * 1024 + 1)), 413, 'too_large');
    isProblem(await edge.echo(big(256 * 1024 + 1), { 'transfer-encoding': 'chunked' }), 413, 'too_large');
    assert.equal((await edge.echo(big(256 * 1024), { 'transfer-encoding': 'chunked' })).status, 200);
  });

  test('one that never ends is cut', async () => {
    const socket = connect(edge.port, '127.0.0.1');
    socket.on('error', () => undefined);
    socket.write(
      `POST /v1/echo/1 HTTP/1.1\r\nhost: x\r\norigin: ${PAGE}\r\nauthorization: ${edge.signedIn['authorization']}\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n`,
    );
    const chunk = `10000\r\n${'a'.repeat(0x10000)}\r\n`;
    let sent = 0;
    const pour = (): void => {
      while (!socket.destroyed && socket.write(chunk)) sent += 0x10000;
      sent += 0x10000;
    };
    socket.on('drain', pour);
    pour();
    const answer = await text(socket).catch(() => '');
    assert.match(answer, /^HTTP\/1.1 413 /);
    assert.ok(sent < 256 * 1024 * 1024, `${sent} bytes were taken`);
  });

  for (const type of [
    'text/plain',
    'multipart/form-data; boundary=x',
    'application/x-www-form-urlencoded',
    'application/xml',
    '',
  ])
    test(`not as ${type || 'nothing'}`, async () =>
      isProblem(await edge.echo('{}', { 'content-type': type }), 415, 'unsupported_media'));

  test('not in another charset, not encoded', async () => {
    isProblem(await edge.echo('{}', { 'content-type': 'application/json; charset=utf-16' }), 415, 'unsupported_media');
    isProblem(await edge.echo('{}', { 'content-encoding': 'gzip' }), 415, 'unsupported_media');
    assert.equal((await edge.echo('{}', { 'content-type': 'application/json; charset=UTF-8' })).status, 200);
  });

  test('a command that needs none may come without', async () => {
    for (const headers of [
      edge.signedIn,
      { ...edge.signedIn, 'content-type': 'application/json' },
      { ...edge.signedIn, 'content-length': '0' },
    ])
      assert.equal((await edge.ask('POST', '/v1/echo/1', headers)).text, '{}');
  });
});

describe('[H17] JSON that is none is refused, and never more than that', () => {
  const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;
  const refused: readonly [string, string | Uint8Array][] = [
    ['nothing but a space', ' '],
    ['an open object', '{'],
    ['a trailing comma', '{"text":"a",}'],
    ['single quotes', "{'text':'a'}"],
    ['a comment', '{"text":"a"/**/}'],
    ['two values', '{}{}'],
    ['a bare word', 'undefined'],
    ['NaN', '{"count":NaN}'],
    ['Infinity', '{"count":Infinity}'],
    ['a leading zero', '{"count":01}'],
    ['a plus', '{"count":+1}'],
    ['hexadecimal', '{"count":0x1}'],
    ['a raw control character', '{"text":"a\u0001"}'],
    ['a bad escape', '{"text":"\\x41"}'],
    ['a byte order mark', '\uFEFF{}'],
    ['UTF-16', Buffer.from('{"text":"a"}', 'utf16le')],
    ['bytes that are no UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d])],
    ['an overlong slash', Buffer.from([0x22, 0xc0, 0xaf, 0x22])],
    ['100,000 brackets that open', '['.repeat(100_000)],
    ['100,000 objects that open', '{"a":'.repeat(50_000)],
    ['an array', '[]'],
    ['null', 'null'],
    ['a number', '1'],
    ['a string', '"text"'],
    ['130,000 brackets', nested(130_000)],
    ['130,000 brackets in a field', `{"text":${nested(100_000)}}`],
    ['a number beyond all', '{"count":1e400}'],
    ['its negative', '{"count":-1e400}'],
  ];
  for (const [name, body] of refused) test(name, async () => isProblem(await edge.echo(body), 400, 'invalid'));

  test('JSON that is some is read', async () => {
    const read: readonly [string, unknown][] = [
      ['{"text":"a","text":"b"}', { text: 'b' }],
      [' \t\r\n{"text":"\\u0041\\ud83d\\ude00"} ', { text: 'A😀' }],
      ['{"count":-0}', { count: 0 }],
      ['{"count":1e-400}', { count: 0 }],
      ['{"count":1E3}', { count: 1000 }],
      ['{"fields":{"constructor":1}}', { fields: { constructor: 1 } }],
    ];
    for (const [body, value] of read) assert.deepEqual(jsonOf(await edge.echo(body)), value, body);
  });

  test('__proto__ is no field, and changes nothing', async () => {
    isProblem(await edge.echo('{"__proto__":{"text":"a"}}'), 400, 'unknown_field', { pointer: '/__proto__' });
    isProblem(await edge.echo('{"constructor":{"prototype":{}}}'), 400, 'unknown_field', { pointer: '/constructor' });
    assert.deepEqual(jsonOf(await edge.echo('{"fields":{"__proto__":1}}')), { fields: {} });
    assert.equal(({} as Record<string, unknown>)['text'], undefined);
  });
});
