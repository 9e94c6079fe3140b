import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { cursorOf, PROTOCOL } from '../../../server/contract/feed.ts';
import { EXPIRING_MS, SLOW_MS } from '../../../server/live/pump.ts';
import { connected, disconnected, follow, heard, openServer, refusalOf, until } from '../../support/live.ts';
import { APTEKA, EPOCH, openLogged, person } from '../../support/logged.ts';

const OLGA = person('olga', 'auditor');
const ANA = person('ana', 'employee', 's1');
const LIMIT = { timeout: 20_000 };

describe('following', LIMIT, () => {
  test('[P1] a commit pokes, and what is sent is read from the log', async (t) => {
    const { house, connect } = await openServer(t);
    house.admit('olga', OLGA);
    const client = connect('olga');
    const frames = follow(client);
    await connected(client);
    await house.register('t1');
    await house.comment('t1', 'on our way');
    await until(() => frames.at(-1)?.to === 2);
    assert.deepEqual(
      frames.flatMap(({ events }) => events),
      await house.log.after(APTEKA, 0, 10),
    );
  });

  test('[P1] a lost poke is covered by a slow poll', async (t) => {
    const { house, connect } = await openServer(t, { deaf: true });
    house.admit('olga', OLGA);
    const client = connect('olga');
    const frames = follow(client);
    await connected(client);
    await house.register('t1');
    await until(() => frames.at(-1)?.to === 1);
  });

  test('[W1] sockets never write: a command sent by one is ignored, and the feed goes on', async (t) => {
    const { house, connect } = await openServer(t);
    house.admit('dina', person('dina', 'dispatcher'));
    const client = connect('dina');
    const frames = follow(client);
    await connected(client);
    const send = client.emit.bind(client) as (name: string, body: unknown) => void;
    for (const name of ['comment', 'accept', 'frame', 'POST /v1/tickets/t1/accept'])
      send(name, { ticket: 't1', text: 'x' });
    await house.register('t1');
    await until(() => frames.at(-1)?.to === 1);
    // What the server does with this one comes after all that it did with those.
    client.emit('auth:refresh', { session: 'nobody' });
    await disconnected(client);
    assert.equal(await house.log.head(APTEKA), 1);
  });

  test('[S3] a cursor that no server wrote gets a resync at once, then frames from its head', async (t) => {
    const { house, connect } = await openServer(t);
    house.admit('olga', OLGA);
    await house.register('t1');
    for (const cursor of [Number.NaN, -1, 2 ** 53, '1;--', null, { toString: 'foo' }]) {
      const client = connect('olga', { cursor });
      const frames = follow(client);
      const head = await house.log.head(APTEKA);
      assert.deepEqual(await heard(client, 'resync'), { reason: 'cursor', epoch: EPOCH, head });
      await house.comment('t1');
      await until(() => frames.length > 0);
      assert.deepEqual([frames[0]?.from, frames[0]?.to], [head, head + 1]);
      client.disconnect();
    }
  });

  test('[S4] a protocol mismatch and a refused session are final, and say so', async (t) => {
    const { house, connect } = await openServer(t);
    house.admit('olga', OLGA);
    assert.deepEqual(await refusalOf(connect('olga', { protocol: PROTOCOL + 1 })), { code: 'protocol' });
    assert.deepEqual(await refusalOf(connect('nobody')), { code: 'unauthorized' });
  });

  test('a failure of ours is not final', async (t) => {
    const { house, connect } = await openServer(t);
    house.gate.admit = async () => {
      throw new Error('the disk is away');
    };
    assert.deepEqual(await refusalOf(connect('olga')), { code: 'unavailable', retryAfterMs: 3000 });
    assert.equal(house.failures.length, 1);
  });
});

describe('[S10] rights', LIMIT, () => {
  test('a session that ends while connected ends the connection, within 2 s and without a poke', async (t) => {
    const { house, connect } = await openServer(t);
    house.admit('olga', OLGA);
    const client = connect('olga');
    await connected(client);
    const began = performance.now();
    house.sessions.delete('olga');
    assert.equal(await disconnected(client), 'io server disconnect');
    assert.ok(performance.now() - began < 2000);
  });

  test('a lost site takes effect before the next frame', async (t) => {
    const { house, connect } = await openServer(t);
    house.admit('ana', ANA);
    await house.register('t1', { requester: 'bob' });
    const client = connect('ana');
    const frames = follow(client);
    await until(() => frames.length === 1);
    house.admit('ana', person('ana', 'employee'), { version: 2 });
    await house.comment('t1', 'canary');
    assert.equal((await heard(client, 'resync')).reason, 'rights');
    await house.register('own', { requester: 'ana' });
    await until(() => frames.length === 2);
    assert.doesNotMatch(JSON.stringify(frames), /canary/);
  });

  test('a session is announced to end, and a fresh one of the same person goes on', async (t) => {
    const { house, connect } = await openServer(t);
    house.admit('olga', OLGA, { expiresAt: house.clock.now + EXPIRING_MS });
    house.admit('fresh', OLGA);
    const client = connect('olga');
    const frames = follow(client);
    assert.deepEqual(await heard(client, 'auth:expiring'), { at: '2026-01-31T09:01:00.000Z' });
    client.emit('auth:refresh', { session: 'fresh' });
    await until(() => house.asked.has('fresh'));
    house.clock.now += EXPIRING_MS;
    await house.register('t1');
    await until(() => frames.length === 1);
  });

  test('an expired session ends the connection', async (t) => {
    const { house, connect } = await openServer(t);
    house.admit('olga', OLGA, { expiresAt: house.clock.now + 1 });
    const client = connect('olga');
    await connected(client);
    house.clock.now += 1;
    assert.equal(await disconnected(client), 'io server disconnect');
  });

  test('nobody goes on by the session of another', async (t) => {
    const { house, connect } = await openServer(t);
    house.admit('ana', ANA);
    house.admit('olga', OLGA);
    const client = connect('ana');
    await connected(client);
    client.emit('auth:refresh', { session: 'olga' });
    assert.equal(await disconnected(client), 'io server disconnect');
  });
});

describe('readers that do not keep up', LIMIT, () => {
  test('[P2] [S8] who never answers gets four frames; others go on; at last he is told that he is slow', async (t) => {
    const { house, connect } = await openServer(t);
    house.admit('olga', OLGA);
    house.admit('ana', ANA);
    const silent = connect('olga');
    let got = 0;
    silent.on('frame', () => got++);
    const client = connect('ana');
    const frames = follow(client);
    await connected(client);
    await connected(silent);
    await house.register('t1');
    for (let last = 1; last <= 8; last++) {
      await until(() => frames.at(-1)?.to === last);
      await house.comment('t1');
    }
    await until(() => frames.at(-1)?.to === 9);
    assert.equal(got, 4);

    const slow = heard(silent, 'slow');
    house.clock.now += SLOW_MS;
    await slow;
    await disconnected(silent);
  });
});

test('a server that stops tells when to come back, and lets nobody wait', LIMIT, async (t) => {
  const { house, live, connect } = await openServer(t);
  house.admit('olga', OLGA);
  const client = connect('olga');
  await connected(client);
  const closing = heard(client, 'closing');
  const gone = disconnected(client);
  await live.close();
  assert.deepEqual(await closing, { retryAfterMs: 10_000 });
  assert.equal(await gone, 'io server disconnect');
});

test('[S1] two tenants on one server: nothing of one reaches the other', LIMIT, async (t) => {
  const logged = await openLogged();
  const { house, connect } = await openServer(t, { logged });
  house.admit('olga', OLGA);
  const client = connect('olga', { cursor: cursorOf(EPOCH, 0) });
  const frames = follow(client);
  await connected(client);
  house.pokes.poke('other' as typeof APTEKA, 9e15);
  house.pokes.poke(APTEKA, 9e15);
  await house.register('t1');
  await until(() => frames.length === 1);
  assert.equal(frames[0]?.to, 1);
});
