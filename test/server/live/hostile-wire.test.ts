import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { openLiveServer, openRawReader, serves, until } from '../../support/live.ts';
import { PAGE } from '../../support/logged.ts';
import { askForUpgrade, openRaw } from '../../support/raw-socket.ts';

const LIMIT = { timeout: 20_000 };
/** Neither a ping nor the time to connect ends what the test wants to see closed for another reason. */
const PATIENT = { timings: { pingInterval: 60_000, connectTimeout: 60_000 } };
const FOREIGN = [
  'https://corp.example.evil.com',
  'https://intranet.apteka.example.evil.com',
  'http://intranet.apteka.example',
  'https://intranet.apteka.example:8443',
  'https://intranetXapteka.example',
  'null',
];

describe('[S1] hostile origins', LIMIT, () => {
  for (const origin of [...FOREIGN, undefined]) {
    test(`${origin ?? 'none at all'}: the upgrade is refused with 400, polling with 403`, async (t) => {
      const { port } = await openLiveServer(t);
      const raw = await openRaw(port, origin === undefined ? {} : { origin });
      assert.match(raw.status, / 400 /);
      await raw.closed;
      const polled = await fetch(`http://127.0.0.1:${port}/v1/live/?EIO=4&transport=polling`, {
        headers: origin === undefined ? {} : { origin },
      });
      assert.equal(polled.status, 403);
      assert.equal(polled.headers.get('access-control-allow-origin'), null);
    });
  }

  test('polling is not spoken with registered ones either', async (t) => {
    const { port } = await openLiveServer(t);
    const polled = await fetch(`http://127.0.0.1:${port}/v1/live/?EIO=4&transport=polling`, {
      headers: { origin: PAGE },
    });
    assert.equal(polled.status, 400);
  });
});

describe('[S3] junk frames close the connection and nothing else', LIMIT, () => {
  const junk: readonly [string, string][] = [
    ['an event whose name is an object', '42[{"toString":"foo"}]'],
    ['an event called error', '42["error"]'],
    ['an event called disconnect', '42["disconnect"]'],
    ['a binary event with a placeholder', '451-["x",{"_placeholder":true,"num":"splice"}]'],
    ['a binary event with a million attachments', '45999999-["x"]'],
    ['a binary answer', '461-0["x"]'],
    ['binary in text', 'bAAAA'],
    ['an object', '{}'],
    ['nothing', ''],
    ['a second connect', '40{}'],
    ['another namespace', '40/admin,{}'],
    ['an answer that is no list', '430{}'],
    ['an unknown packet', '49'],
    ['a deep one', `42["watch",${'['.repeat(30_000)}`],
  ];
  for (const [name, frame] of junk) {
    test(name, async (t) => {
      const server = await openLiveServer(t, PATIENT);
      const raw = await openRawReader(server);
      raw.send(frame);
      await raw.closed;
      await serves(server);
    });
  }

  test('binary, before and after the connect', async (t) => {
    const server = await openLiveServer(t, PATIENT);
    for (const raw of [await openRaw(server.port, { origin: PAGE }), await openRawReader(server)]) {
      raw.send('\u0004binary', { opcode: 2 });
      await raw.closed;
    }
    await serves(server);
  });
});

describe('[S4] size', LIMIT, () => {
  test('a frame over 64 KiB is closed with 1009, whole or in fragments', async (t) => {
    const server = await openLiveServer(t);
    const whole = await openRaw(server.port, { origin: PAGE });
    whole.send('4'.repeat(64 * 1024 + 1));
    assert.equal(await whole.closed, 1009);

    const parts = await openRaw(server.port, { origin: PAGE });
    parts.send('4'.repeat(40_000), { fin: false });
    parts.send('4'.repeat(40_000), { opcode: 0 });
    assert.equal(await parts.closed, 1009);
    await serves(server);
  });

  test('compression is not negotiated', async (t) => {
    const { port } = await openLiveServer(t);
    const raw = await openRaw(port, {
      origin: PAGE,
      headers: { 'Sec-WebSocket-Extensions': 'permessage-deflate; client_max_window_bits' },
    });
    assert.match(raw.status, / 101 /);
    assert.doesNotMatch(raw.headers, /sec-websocket-extensions/i);
    raw.tcp.destroy();
  });
});

test('[S5] an upgrade and then silence is cut', LIMIT, async (t) => {
  const { port } = await openLiveServer(t, { timings: { connectTimeout: 100 } });
  const raw = await openRaw(port, { origin: PAGE });
  assert.match(raw.status, / 101 /);
  await raw.closed;
});

test('[S12] garbage upgrades get a 4xx, and end nobody else', LIMIT, async (t) => {
  const server = await openLiveServer(t);
  const wrong = [
    { headers: { Upgrade: 'h2c' } },
    { headers: { 'Sec-WebSocket-Version': '99' } },
    { headers: { 'Sec-WebSocket-Key': 'short' } },
    { target: '/v1/live/?EIO=4&transport=constructor' },
    { target: '/v1/live/?EIO=4&transport=websocket&sid=__proto__' },
    { target: '/v1/live/?EIO=3&transport=websocket&sid=%00' },
  ];
  for (const one of wrong) {
    const raw = await openRaw(server.port, { origin: PAGE, ...one });
    assert.match(raw.status, /^HTTP\/1\.1 4\d\d /);
    await raw.closed;
  }
  await serves(server);
});

test('[S12] a reset while the origin is looked up ends nobody else', LIMIT, async (t) => {
  const server = await openLiveServer(t);
  const lookUp = t.mock.method(server.house.origins, 'isRegistered');
  const { promise, resolve } = Promise.withResolvers<boolean>();
  lookUp.mock.mockImplementationOnce(() => promise);
  const tcp = askForUpgrade(server.port, { origin: PAGE });
  await until(() => lookUp.mock.callCount() === 1);
  tcp.resetAndDestroy();
  await serves(server);
  resolve(true);
  await serves(server);
});
