import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { PROTOCOL } from '../../../server/contract/feed.ts';
import { connected, follow, isAdmitted, openServer, refusalOf, until, type Client } from '../../support/live.ts';
import { ORIGIN, person, ticketId } from '../../support/logged.ts';
import { openRaw } from '../../support/raw-socket.ts';

const LIMIT = { timeout: 20_000 };
const OLGA = person('olga', 'auditor');
const FOREIGN = [
  'https://corp.example.evil.com',
  'https://intranet.apteka.example.evil.com',
  'http://intranet.apteka.example',
  'https://intranet.apteka.example:8443',
  'https://intranetXapteka.example',
  'null',
];
const CONNECT = `40{"session":"olga","cursor":"","protocol":${PROTOCOL}}`;

/** Proves that the process lives and serves: somebody else connects and follows. */
async function serves({ house, connect }: Awaited<ReturnType<typeof openServer>>): Promise<void> {
  house.admit('witness', person('witness', 'auditor'));
  const client = connect('witness');
  const frames = follow(client);
  await connected(client);
  await house.register(`w${await house.log.head(house.directory.tenant.id)}`);
  await until(() => frames.length > 0);
  client.disconnect();
}

describe('[S1] hostile origins', LIMIT, () => {
  for (const origin of [...FOREIGN, undefined]) {
    test(`${origin ?? 'none at all'}: the upgrade is refused with 400, polling with 403`, async (t) => {
      const { port } = await openServer(t);
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
    const { port } = await openServer(t);
    const polled = await fetch(`http://127.0.0.1:${port}/v1/live/?EIO=4&transport=polling`, {
      headers: { origin: ORIGIN },
    });
    assert.equal(polled.status, 400);
  });
});

describe('[S2] sessions', LIMIT, () => {
  test('none, an unknown one, one of the wrong kind: unauthorized, and nothing is sent', async (t) => {
    const { house, connect } = await openServer(t);
    house.admit('olga', OLGA);
    await house.register('t1');
    for (const session of ['', 'unknown', null, 7, ['olga'], { toString: 'olga' }, 'x'.repeat(10_000)]) {
      const client = connect('', { session });
      const frames = follow(client);
      assert.deepEqual(await refusalOf(client), { code: 'unauthorized' });
      assert.deepEqual(frames, []);
    }
  });

  test('one in the query string is never read', async (t) => {
    const { house, port } = await openServer(t);
    house.admit('olga', OLGA);
    const raw = await openRaw(port, {
      origin: ORIGIN,
      target: `/v1/live/?EIO=4&transport=websocket&session=olga&protocol=${PROTOCOL}`,
    });
    raw.send(`40{"protocol":${PROTOCOL}}`);
    await until(() => raw.received().includes('44'));
    assert.match(raw.received(), /44\{.*"unauthorized"/);
    raw.tcp.destroy();
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
    ['a second connect', CONNECT],
    ['another namespace', '40/admin,{}'],
    ['an answer that is no list', '430{}'],
    ['an unknown packet', '49'],
    ['a deep one', `42["watch",${'['.repeat(30_000)}`],
  ];
  for (const [name, frame] of junk) {
    test(name, async (t) => {
      const server = await openServer(t);
      server.house.admit('olga', OLGA);
      const raw = await openRaw(server.port, { origin: ORIGIN });
      raw.send(CONNECT);
      await until(() => raw.received().includes('40{"sid"'));
      raw.send(frame);
      await raw.closed;
      await serves(server);
    });
  }

  test('binary, before and after the connect', async (t) => {
    const server = await openServer(t);
    server.house.admit('olga', OLGA);
    for (const first of [[], [CONNECT]]) {
      const raw = await openRaw(server.port, { origin: ORIGIN });
      for (const text of first) raw.send(text);
      raw.send('\u0004binary', { opcode: 2 });
      await raw.closed;
    }
    await serves(server);
  });
});

describe('[S4] size', LIMIT, () => {
  test('a frame over 64 KiB is closed with 1009, whole or in fragments', async (t) => {
    const server = await openServer(t);
    const whole = await openRaw(server.port, { origin: ORIGIN });
    whole.send('4'.repeat(64 * 1024 + 1));
    assert.equal(await whole.closed, 1009);

    const parts = await openRaw(server.port, { origin: ORIGIN });
    parts.send('4'.repeat(40_000), { fin: false });
    parts.send('4'.repeat(40_000), { opcode: 0 });
    assert.equal(await parts.closed, 1009);
    await serves(server);
  });

  test('compression is not negotiated', async (t) => {
    const { port } = await openServer(t);
    const raw = await openRaw(port, {
      origin: ORIGIN,
      headers: { 'Sec-WebSocket-Extensions': 'permessage-deflate; client_max_window_bits' },
    });
    assert.match(raw.status, / 101 /);
    assert.doesNotMatch(raw.headers, /sec-websocket-extensions/i);
    raw.tcp.destroy();
  });
});

test('[S5] an upgrade and then silence is cut', LIMIT, async (t) => {
  const { port } = await openServer(t, { timings: { connectTimeout: 100 } });
  const raw = await openRaw(port, { origin: ORIGIN });
  assert.match(raw.status, / 101 /);
  await raw.closed;
});

describe('[S6] too many', LIMIT, () => {
  test('the ninth connection of a person is refused, the oldest stay, and a place given back is free', async (t) => {
    const { house, connect } = await openServer(t);
    house.admit('olga', OLGA);
    const clients: Client[] = [];
    for (let i = 0; i < 8; i++) {
      const client = connect('olga');
      await connected(client);
      clients.push(client);
    }
    assert.deepEqual(await refusalOf(connect('olga')), { code: 'too_many', retryAfterMs: 10_000 });
    assert.ok(clients.every((client) => client.connected));

    house.admit('ana', person('ana', 'employee'));
    await connected(connect('ana'));
    clients[0]!.disconnect();
    await until(() => isAdmitted(connect('olga')));
  });

  test('three hundred handshakes at once: some are told when to come back', async (t) => {
    const { house, connect } = await openServer(t);
    house.admit('olga', OLGA);
    const refusals = await Promise.all(Array.from({ length: 300 }, () => refusalOf(connect('nobody'))));
    const busy = refusals.filter((refusal) => refusal?.code === 'busy');
    assert.equal(busy.length, 50);
    assert.equal(busy[0]?.retryAfterMs, 3000);
    house.clock.now += 1000;
    await connected(connect('olga'));
  });
});

test('[S7] who watches what he may not see hears nothing of it, as of what does not exist', LIMIT, async (t) => {
  const { house, live, connect } = await openServer(t);
  house.admit('ana', person('ana', 'employee', 's1'));
  const client = connect('ana');
  const heardOf: string[] = [];
  client.on('position', ({ ticket }) => heardOf.push(ticket));
  await connected(client);
  const many = Array.from({ length: 99 }, (_, i) => ticketId(`unknown ${i}`));
  client.emit('watch', {
    tickets: [ticketId('foreign'), ...many.slice(2), ticketId('own'), ticketId('the 100th'), ticketId('the 101st')],
  });
  const send = client.emit.bind(client) as (name: string, body: unknown) => void;
  for (const message of [null, 7, { tickets: '*' }, { tickets: { length: 1e9 } }]) send('watch', message);

  const { id } = house.directory.tenant;
  const view = { requester: 'bob', site: 's2', assignee: 'egor', siteSharing: true };
  await until(() => {
    live.tell(id, view, { ticket: ticketId('foreign'), eta: null });
    live.tell(id, { ...view, site: 's1' }, { ticket: ticketId('the 101st'), eta: null });
    live.tell(id, { ...view, site: 's1' }, { ticket: ticketId('own'), eta: null });
    return heardOf.length > 0;
  });
  assert.deepEqual([...new Set(heardOf)], ['own']);
});

test('[S8] who stops reading gets no more than his window, and is closed by the ping', LIMIT, async (t) => {
  const { house, port, connect } = await openServer(t, { timings: { pingInterval: 200, pingTimeout: 400 } });
  house.admit('olga', OLGA);
  const raw = await openRaw(port, { origin: ORIGIN });
  raw.send(CONNECT);
  await until(() => raw.received().includes('40{"sid"'));
  raw.tcp.pause();
  const others = Array.from({ length: 7 }, () => connect('olga'));
  await Promise.all(others.map(connected));
  const frames = follow(others[0]!);
  await house.register('t1');
  for (let last = 1; last <= 8; last++) {
    await until(() => frames.at(-1)?.to === last);
    await house.comment('t1');
  }
  // His place is free once he is closed.
  await until(() => isAdmitted(connect('olga')));
  raw.tcp.resume();
  await raw.closed;
  assert.equal(raw.received().split('["frame",').length - 1, 4);
});

describe('[S11] a talkative client', LIMIT, () => {
  test('more than the burst of events is closed', async (t) => {
    const { house, connect } = await openServer(t);
    house.admit('olga', OLGA);
    const client = connect('olga');
    await connected(client);
    for (let i = 0; i < 1000; i++) client.emit('watch', { tickets: [] });
    await until(() => client.disconnected);
  });

  test('names that mean something elsewhere are ignored', async (t) => {
    const { house, port } = await openServer(t);
    house.admit('olga', OLGA);
    const raw = await openRaw(port, { origin: ORIGIN });
    raw.send(CONNECT);
    await until(() => raw.received().includes('40{"sid"'));
    for (const name of ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'frame', 'resync', 'join', '']) {
      raw.send(`42["${name}",{"__proto__":{"role":"admin"}}]`);
      raw.send(`421["${name}"]`);
    }
    await house.register('t1');
    await until(() => raw.received().includes('"registered"'));
    assert.equal(({} as Record<string, unknown>)['role'], undefined);
    raw.tcp.destroy();
  });

  test('answers do not count as events, and answers nobody waits for are harmless', async (t) => {
    const { house, port } = await openServer(t);
    house.admit('olga', OLGA);
    const raw = await openRaw(port, { origin: ORIGIN });
    raw.send(CONNECT);
    await until(() => raw.received().includes('40{"sid"'));
    for (let i = 0; i < 150; i++) raw.send(`43${i}[]`);
    await house.register('t1');
    await until(() => raw.received().includes('"registered"'));
    for (let i = 0; i < 150; i++) raw.send(`43${i}[]`);
    await raw.closed;
  });
});

test(
  '[S12] garbage upgrades get a 4xx or nothing, and a reset in the middle of one ends nobody else',
  LIMIT,
  async (t) => {
    const server = await openServer(t);
    const wrong = [
      { headers: { Upgrade: 'h2c' } },
      { headers: { 'Sec-WebSocket-Version': '99' } },
      { headers: { 'Sec-WebSocket-Key': 'short' } },
      { target: '/v1/live/?EIO=4&transport=constructor' },
      { target: '/v1/live/?EIO=4&transport=websocket&sid=__proto__' },
      { target: '/v1/live/?EIO=3&transport=websocket&sid=%00' },
    ];
    for (const one of wrong) {
      const raw = await openRaw(server.port, { origin: ORIGIN, ...one });
      assert.match(raw.status, /^HTTP\/1\.1 4\d\d /);
      await raw.closed;
    }
    for (const target of ['/v1/live/?EIO=4&transport=websocket', '/elsewhere']) {
      const { tcp } = await openRaw(server.port, { origin: ORIGIN, target, resetAtOnce: true });
      assert.ok(tcp.destroyed);
    }
    await serves(server);
  },
);
