import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { PROTOCOL } from '../../../server/contract/feed.ts';
import { CALLERS } from '../../support/directory.ts';
import {
  connected,
  follow,
  isAdmitted,
  openLiveServer,
  openRawReader,
  refusalOf,
  until,
  type Client,
} from '../../support/live.ts';
import { PAGE } from '../../support/logged.ts';
import { openRaw } from '../../support/raw-socket.ts';
import { TENANT } from '../../support/timeline.ts';

const { anna, auditor } = CALLERS;
const LIMIT = { timeout: 20_000 };

describe('[S2] sessions', LIMIT, () => {
  test('none, an unknown, an expired, a revoked one, one of the wrong kind: unauthorized, and nothing is sent', async (t) => {
    const { house, connect } = await openLiveServer(t);
    await house.register('t1');
    const known = await house.signIn(auditor);
    const expired = await house.signIn(auditor, 0);
    const revoked = await house.signIn(auditor);
    await house.gate.end(revoked);
    for (const session of [
      '',
      'unknown',
      expired,
      revoked,
      null,
      7,
      [known],
      { toString: known },
      'x'.repeat(10_000),
    ]) {
      const client = connect('', { session });
      const frames = follow(client);
      assert.deepEqual(await refusalOf(client), { code: 'unauthorized' });
      assert.deepEqual(frames, []);
    }
  });

  test('one shown by a page of another client: unauthorized', async (t) => {
    const { house, connect } = await openLiveServer(t);
    const session = await house.signIn(auditor);
    t.mock.method(house.origins, 'isRegistered', () => Promise.resolve(true));
    await house.origins.replace(TENANT, ['https://moved.example']);
    assert.deepEqual(await refusalOf(connect(session)), { code: 'unauthorized' });
  });

  test('one in the query string is never read', async (t) => {
    const { house, port } = await openLiveServer(t);
    const session = await house.signIn(auditor);
    const raw = await openRaw(port, {
      origin: PAGE,
      target: `/v1/live/?EIO=4&transport=websocket&session=${session}&protocol=${PROTOCOL}`,
    });
    raw.send(`40{"protocol":${PROTOCOL}}`);
    await until(() => raw.received().includes('44'));
    assert.match(raw.received(), /44\{.*"unauthorized"/);
    raw.tcp.destroy();
  });
});

describe('[S6] too many', LIMIT, () => {
  test('the ninth connection of a person is refused, the oldest stay, and a place given back is free', async (t) => {
    const { house, connect } = await openLiveServer(t);
    const session = await house.signIn(auditor);
    const clients: Client[] = [];
    for (let i = 0; i < 8; i++) {
      const client = connect(session);
      await connected(client);
      clients.push(client);
    }
    assert.deepEqual(await refusalOf(connect(session)), { code: 'too_many', retryAfterMs: 10_000 });
    assert.ok(clients.every((client) => client.connected));

    await connected(connect(await house.signIn(anna)));
    clients[0]!.disconnect();
    await until(() => isAdmitted(connect(session)));
  });

  test('three hundred handshakes at once: some are told when to come back', async (t) => {
    const { house, connect } = await openLiveServer(t);
    const refusals = await Promise.all(Array.from({ length: 300 }, () => refusalOf(connect('nobody'))));
    const busy = refusals.filter((refusal) => refusal?.code === 'busy');
    assert.equal(busy.length, 50);
    assert.equal(busy[0]?.retryAfterMs, 3000);
    house.clock.now += 1000;
    await connected(connect(await house.signIn(auditor)));
  });
});

test('[S8] who stops reading gets no more than his window, and is closed by the ping', LIMIT, async (t) => {
  const server = await openLiveServer(t, { timings: { pingInterval: 200, pingTimeout: 400 } });
  const { house, connect } = server;
  const raw = await openRawReader(server);
  raw.tcp.pause();
  const session = await house.signIn(auditor);
  const others = Array.from({ length: 7 }, () => connect(session));
  await Promise.all(others.map(connected));
  const frames = follow(others[0]!);
  await house.register('t1');
  for (let last = 1; last <= 8; last++) {
    await until(() => frames.at(-1)?.to === last);
    await house.comment('t1');
  }
  // His place is free once he is closed.
  await until(() => isAdmitted(connect(session)));
  raw.tcp.resume();
  await raw.closed;
  assert.equal(raw.received().split('["frame",').length - 1, 4);
});

describe('[S11] a talkative client', LIMIT, () => {
  test('more than the burst of events is closed', async (t) => {
    const { house, connect } = await openLiveServer(t);
    const client = connect(await house.signIn(auditor));
    await connected(client);
    for (let i = 0; i < 1000; i++) client.emit('watch', { tickets: [] });
    await until(() => client.disconnected);
  });

  test('names that mean something elsewhere are ignored', async (t) => {
    const server = await openLiveServer(t);
    const raw = await openRawReader(server);
    for (const name of ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'frame', 'resync', 'join', '']) {
      raw.send(`42["${name}",{"__proto__":{"role":"admin"}}]`);
      raw.send(`421["${name}"]`);
    }
    await server.house.register('t1');
    await until(() => raw.received().includes('"registered"'));
    assert.equal(({} as Record<string, unknown>)['role'], undefined);
    raw.tcp.destroy();
  });

  test('answers do not count as events, and answers nobody waits for are harmless', async (t) => {
    const server = await openLiveServer(t, { timings: { pingInterval: 60_000 } });
    const raw = await openRawReader(server);
    for (let i = 0; i < 150; i++) raw.send(`43${i}[]`);
    await server.house.register('t1');
    await until(() => raw.received().includes('"registered"'));
    for (let i = 0; i < 150; i++) raw.send(`43${i}[]`);
    await raw.closed;
  });
});
