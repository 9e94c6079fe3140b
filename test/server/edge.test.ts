import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { after, before, describe, test } from 'node:test';
import { createRoute, z } from '@hono/zod-openapi';
import { Refusal } from '../../server/contract/faults.ts';
import { bodyOf, openRoutes, READ_PROBLEMS, WRITE_PROBLEMS } from '../../server/routes/open-route.ts';
import { readIdempotencyKey } from '../../server/routes/idempotency-key.ts';
import { jsonOf, openEdge, PAGE, type Answer, type Edge } from '../support/open-edge.ts';

const ECHO = createRoute({
  method: 'post',
  path: '/v1/echo/{id}',
  request: {
    params: z.object({ id: z.string().max(10) }),
    body: bodyOf(
      z.strictObject({
        text: z.string().optional(),
        count: z.number().optional(),
        'a/b': z.string().optional(),
        lines: z.array(z.strictObject({ code: z.string() })).optional(),
        fields: z.record(z.string(), z.number()).optional(),
      }),
    ),
  },
  responses: { 200: { description: 'The same.' }, ...WRITE_PROBLEMS },
});
const LIST = createRoute({
  method: 'get',
  path: '/v1/list',
  request: {
    query: z.strictObject({
      sort: z.enum(['newest']).optional(),
      limit: z
        .string()
        .regex(/^\d{1,3}$/)
        .optional(),
      cursor: z.string().regex(/^\w+$/).optional(),
    }),
  },
  responses: { 200: { description: 'Nothing.' }, ...READ_PROBLEMS },
});
const SECRET = 'select * from session at /srv/vitrine/server/store/sessions.ts';

const testRoutes = () =>
  openRoutes()
    .openapi(ECHO, (c) => c.json(c.req.valid('json'), 200))
    .openapi(LIST, (c) => c.json(c.req.valid('query'), 200))
    .get('/v1/broken', () => {
      throw new Error(SECRET);
    })
    .get('/v1/broken-later', () => Promise.reject(new Error(SECRET)))
    .get('/v1/busy', () => {
      throw new Refusal('busy', 'too much to do', { retryAfterMs: 1500 });
    });

let edge: Edge;
let signedIn: Record<string, string>;
before(async () => {
  edge = await openEdge({ routes: () => [testRoutes()] });
  const { session } = jsonOf(await edge.show(await edge.assert()));
  signedIn = { authorization: `Bearer ${String(session)}`, origin: PAGE };
});
after(() => edge.close());

const echo = (body: string | Uint8Array, headers: Record<string, string> = {}) =>
  edge.ask('POST', '/v1/echo/1', { ...signedIn, 'content-type': 'application/json', ...headers }, body);

function isProblem(answer: Answer, status: number, code: string, more: Record<string, unknown> = {}): void {
  assert.equal(answer.status, status, answer.text);
  assert.equal(answer.headers['content-type'], 'application/problem+json');
  const problem = jsonOf(answer);
  assert.equal(problem['type'], `urn:vitrine:problem:${code}`);
  for (const [name, value] of Object.entries(more)) assert.deepEqual(problem[name], value, answer.text);
}

describe('[H14] one address is one address', () => {
  const strange = [
    '//admin/x',
    '//v1/list',
    '/v1//list',
    '/admin%2f..%2fx',
    '/v1/%2e%2e/x',
    '/v1/%2E%2E/list',
    '/v1/../v1/list',
    '/v1/./list',
    '/V1/list',
    '/V1/',
    '/v1/list.',
    '/v1/list/.',
    '/v1\\list',
    '/v1/%5clist',
    '/v1/list%00',
    '/v1/%252e%252e/list',
    '/nowhere',
    '/',
  ];
  for (const path of strange)
    test(path, async () => {
      isProblem(await edge.ask('GET', path, signedIn), 404, 'not_found');
      isProblem(await edge.ask('GET', path), 404, 'not_found');
    });

  test('a host that cannot be understood', async () =>
    isProblem(await edge.ask('GET', '/v1/list', { ...signedIn, host: 'a b' }), 404, 'not_found'));

  test('what may be there is told to nobody who has not said who he is', async () => {
    for (const [method, path] of [
      ['GET', '/v1/list'],
      ['GET', '/v1/nowhere'],
      ['DELETE', '/v1/list'],
      ['GET', '/v1/list/'],
      ['POST', '/v1/admin/tenants'],
      ['GET', '/v1/session'],
    ] as const)
      isProblem(await edge.ask(method, path), 401, 'unauthorized');
  });

  test('to those who have: 404, or 405 with what there is', async () => {
    isProblem(await edge.ask('GET', '/v1/nowhere', signedIn), 404, 'not_found');
    isProblem(await edge.ask('GET', '/v1/list/', signedIn), 404, 'not_found');
    const wrong = await edge.ask('DELETE', '/v1/list', signedIn);
    isProblem(wrong, 405, 'method_not_allowed');
    assert.equal(wrong.headers['allow'], 'GET');
    assert.equal((await edge.ask('GET', '/v1/session', signedIn)).headers['allow'], 'DELETE, POST');
    assert.equal((await edge.ask('HEAD', '/v1/echo/1', signedIn)).status, 405);
    assert.equal((await edge.ask('TRACE', '/v1/list', signedIn)).status, 405);
  });
});

describe('[H15] pages of strangers read nothing', () => {
  const preflight = (origin: string) =>
    edge.ask('OPTIONS', '/v1/tickets', {
      origin,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'authorization,content-type,idempotency-key',
    });

  test('a preflight answers for a registered origin, without a session', async () => {
    const { status, headers } = await preflight(PAGE);
    assert.equal(status, 204);
    assert.equal(headers['access-control-allow-origin'], PAGE);
    for (const name of ['authorization', 'content-type', 'idempotency-key', 'if-match'])
      assert.match(String(headers['access-control-allow-headers']), new RegExp(name, 'i'));
    assert.equal(headers['access-control-allow-credentials'], undefined);
  });

  for (const origin of ['null', 'https://evil.example', `${PAGE}.evil.com`, PAGE.replace('https', 'http'), '*'])
    test(`and not for ${origin}`, async () => {
      const { headers } = await preflight(origin);
      assert.deepEqual(
        Object.keys(headers).filter((name) => name.startsWith('access-control-')),
        [],
      );
    });

  test('a problem can be read by the page that caused it', async () => {
    const answer = await edge.ask('GET', '/v1/list', { origin: PAGE });
    isProblem(answer, 401, 'unauthorized');
    assert.equal(answer.headers['access-control-allow-origin'], PAGE);
  });

  test('/healthz answers any origin, so that a refused one can be told from a dead server', async () => {
    const { status, headers } = await edge.ask('GET', '/healthz', { origin: 'https://evil.example' });
    assert.deepEqual([status, headers['access-control-allow-origin']], [200, '*']);
  });
});

describe('[H26] nothing is kept on the way', () => {
  for (const [name, path, headers] of [
    ['an answer', '/v1/list', () => signedIn],
    ['a 401', '/v1/list', () => ({})],
    ['a 404', '/nowhere', () => ({})],
    ['an ambiguous address', '//x', () => ({})],
    ['a 500', '/v1/broken', () => signedIn],
    ['the health', '/healthz', () => ({})],
  ] as const)
    test(name, async () => {
      const { headers: got } = await edge.ask('GET', path, headers());
      assert.equal(got['cache-control'], 'no-store');
      assert.equal(got['vary'], 'Origin');
      assert.equal(got['x-content-type-options'], 'nosniff');
      assert.equal(got['content-security-policy'], "default-src 'none'; frame-ancestors 'none'");
      assert.equal(got['referrer-policy'], 'no-referrer');
      assert.match(String(got['strict-transport-security']), /^max-age=\d{7,}/);
      assert.equal(got['x-powered-by'], undefined);
    });
});

describe('[H12] [H16] a body is plain JSON of at most 256 KiB', () => {
  const big = (bytes: number) => `{"text":"${'a'.repeat(bytes - 11)}"}`;

  test('at the limit it is read, over it refused, stated or not', async () => {
    assert.equal((await echo(big(256 * 1024))).status, 200);
    isProblem(await echo(big(256 * 1024 + 1)), 413, 'too_large');
    isProblem(await echo(big(256 * 1024 + 1), { 'transfer-encoding': 'chunked' }), 413, 'too_large');
    assert.equal((await echo(big(256 * 1024), { 'transfer-encoding': 'chunked' })).status, 200);
  });

  test('one that never ends is cut', async () => {
    const socket = connect(edge.port, '127.0.0.1');
    socket.on('error', () => undefined);
    socket.write(
      `POST /v1/echo/1 HTTP/1.1\r\nhost: x\r\norigin: ${PAGE}\r\nauthorization: ${signedIn['authorization']}\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n`,
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
      isProblem(await echo('{}', { 'content-type': type }), 415, 'unsupported_media'));

  test('not in another charset, not encoded', async () => {
    isProblem(await echo('{}', { 'content-type': 'application/json; charset=utf-16' }), 415, 'unsupported_media');
    isProblem(await echo('{}', { 'content-encoding': 'gzip' }), 415, 'unsupported_media');
    assert.equal((await echo('{}', { 'content-type': 'application/json; charset=UTF-8' })).status, 200);
  });

  test('a command that needs none may come without', async () => {
    for (const headers of [
      signedIn,
      { ...signedIn, 'content-type': 'application/json' },
      { ...signedIn, 'content-length': '0' },
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
  for (const [name, body] of refused) test(name, async () => isProblem(await echo(body), 400, 'invalid'));

  test('JSON that is some is read', async () => {
    const read: readonly [string, unknown][] = [
      ['{"text":"a","text":"b"}', { text: 'b' }],
      [' \t\r\n{"text":"\\u0041\\ud83d\\ude00"} ', { text: 'A😀' }],
      ['{"count":-0}', { count: 0 }],
      ['{"count":1e-400}', { count: 0 }],
      ['{"count":1E3}', { count: 1000 }],
      ['{"fields":{"constructor":1}}', { fields: { constructor: 1 } }],
    ];
    for (const [body, value] of read) assert.deepEqual(jsonOf(await echo(body)), value, body);
  });

  test('__proto__ is no field, and changes nothing', async () => {
    isProblem(await echo('{"__proto__":{"text":"a"}}'), 400, 'unknown_field', { pointer: '/__proto__' });
    isProblem(await echo('{"constructor":{"prototype":{}}}'), 400, 'unknown_field', { pointer: '/constructor' });
    assert.deepEqual(jsonOf(await echo('{"fields":{"__proto__":1}}')), { fields: {} });
    assert.equal(({} as Record<string, unknown>)['text'], undefined);
  });
});

describe('[H9] a field is named when it is wrong', () => {
  test('one that nobody knows before all others', async () => {
    isProblem(await echo('{"text":1,"status":"closed"}'), 400, 'unknown_field', { pointer: '/status' });
    isProblem(await echo('{"lines":[{"code":"a"},{"code":"b","cost":1}]}'), 400, 'unknown_field', {
      pointer: '/lines/1/cost',
    });
  });
  test('by a JSON pointer', async () => {
    isProblem(await echo('{"text":1}'), 400, 'invalid', { pointer: '/text' });
    isProblem(await echo('{"lines":[{}]}'), 400, 'invalid', { pointer: '/lines/0/code' });
    isProblem(await echo('{"a/b":1}'), 400, 'invalid', { pointer: '/a~1b' });
  });
  test('an id in the address that cannot be one is unknown', async () =>
    isProblem(await edge.post(`/v1/echo/${'a'.repeat(11)}`, {}, signedIn), 404, 'not_found'));
});

describe('[H11] a query holds what the list knows', () => {
  for (const query of [
    'sort=created_at;DROP TABLE',
    "filter[$.a') OR 1=1--]=x",
    'limit=1e9',
    'limit=-1',
    'cursor=%00',
    '__proto__[x]=1',
    'sort=newest&sort=newest',
  ])
    test(query, async () => {
      const answer = await edge.ask('GET', `/v1/list?${encodeURI(query).replaceAll('%25', '%')}`, signedIn);
      assert.equal(answer.status, 400, answer.text);
    });
  test('and then it is read', async () =>
    assert.deepEqual(jsonOf(await edge.ask('GET', '/v1/list?sort=newest&limit=20', signedIn)), {
      sort: 'newest',
      limit: '20',
    }));
});

describe('[H18] the key of a command', () => {
  for (const [name, header] of [
    ['none', undefined],
    ['empty', ''],
    ['256 characters', 'k'.repeat(256)],
    ['a control character', 'a\u0007b'],
    ['a tab', 'a\tb'],
    ['a space', 'a b'],
    ['Cyrillic', 'ключ'],
  ] as const)
    test(`${name} is refused`, () =>
      assert.throws(() => readIdempotencyKey(header), { name: 'Refusal', code: 'invalid' }));
  test('of 255 visible characters is taken as it is', () => {
    for (const key of ['k', 'k'.repeat(255), '!~"{}']) assert.equal(readIdempotencyKey(key), key);
  });
});

describe('[H23] an error of the server tells nothing and ends nothing', () => {
  for (const path of ['/v1/broken', '/v1/broken-later'])
    test(path, async () => {
      const answer = await edge.ask('GET', path, signedIn);
      isProblem(answer, 500, 'internal');
      assert.doesNotMatch(answer.text, /select|srv|\.ts|Error/);
      const told = edge.incidents.find((incident) => incident.instance === jsonOf(answer)['instance']);
      assert.equal((told?.error as Error).message, SECRET);
      assert.equal((await edge.ask('GET', '/healthz')).status, 200);
    });

  test('a refusal that passes says when to come back', async () => {
    const answer = await edge.ask('GET', '/v1/busy', signedIn);
    isProblem(answer, 503, 'busy', { retryAfterMs: 1500 });
    assert.equal(answer.headers['retry-after'], '2');
  });
});

test('[H28] security.txt has a contact and ends within a year', async () => {
  const { text: file } = await edge.ask('GET', '/.well-known/security.txt');
  const [, contact, expires] = /^Contact: (.+)\nExpires: (.+)\n$/.exec(file) ?? [];
  assert.equal(contact, 'mailto:security@service.example');
  const days = (Date.parse(String(expires)) - edge.clock.now) / 86_400_000;
  assert.ok(days > 30 && days < 365);
});

test('the API describes itself to anybody, from the schemas that it checks by', async () => {
  const answer = await edge.ask('GET', '/v1/openapi.json', { origin: 'https://evil.example' });
  const document = jsonOf(answer) as { openapi: string; paths: Record<string, { post?: { requestBody: unknown } }> };
  assert.equal(document.openapi, '3.1.0');
  assert.match(JSON.stringify(document.paths['/v1/echo/{id}']?.post?.requestBody), /"lines"/);
  assert.equal(answer.headers['access-control-allow-origin'], '*');
});
