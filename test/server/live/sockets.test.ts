import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { PROTOCOL } from '../../../server/contract/feed.ts';
import type { TenantId } from '../../../server/contract/ids.ts';
import { SLOW_MS } from '../../../server/live/pump.ts';
import { CALLERS } from '../../support/directory.ts';
import { connected, disconnected, follow, heard, openLiveServer, refusalOf, until } from '../../support/live.ts';
import { EPOCH } from '../../support/logged.ts';
import { TENANT } from '../../support/timeline.ts';

const { anna, auditor, elena } = CALLERS;
const LIMIT = { timeout: 20_000 };

describe('following', LIMIT, () => {
  test('[P1] a commit pokes, and what is sent is read from the log', async (t) => {
    const { house, connect } = await openLiveServer(t);
    const client = connect(await house.signIn(auditor));
    const frames = follow(client);
    await connected(client);
    await house.register('t1');
    await house.comment('t1', 'on our way');
    await until(() => frames.at(-1)?.to === 2);
    assert.deepEqual(
      frames.flatMap(({ events }) => events),
      await house.log.after(TENANT, 0, 10),
    );
  });

  test('[P1] a lost poke is covered by a slow poll', async (t) => {
    const { house, connect } = await openLiveServer(t, { deaf: true });
    const client = connect(await house.signIn(auditor));
    const frames = follow(client);
    await connected(client);
    await house.register('t1');
    await until(() => frames.at(-1)?.to === 1);
  });

  test('[P1] [S14] a forged poke is only a hint', async (t) => {
    const { house, connect } = await openLiveServer(t);
    const client = connect(await house.signIn(auditor));
    const frames = follow(client);
    await connected(client);
    house.pokes.poke('another' as TenantId, 9e15);
    house.pokes.poke(TENANT, 9e15);
    await house.register('t1');
    await until(() => frames.length === 1);
    assert.equal(frames[0]?.to, 1);
  });

  test('[W1] sockets never write: a command sent by one is ignored, and the feed goes on', async (t) => {
    const { house, connect } = await openLiveServer(t);
    const client = connect(await house.signIn(elena));
    const frames = follow(client);
    await connected(client);
    const send = client.emit.bind(client) as (name: string, body: unknown) => void;
    for (const name of ['comment', 'confirm', 'frame', 'POST /v1/tickets/t1/comment']) send(name, { ticket: 't1' });
    await house.register('t1');
    await until(() => frames.at(-1)?.to === 1);
    // What the server does with this one comes after all that it did with those.
    client.emit('auth:refresh', { session: 'nobody' });
    await disconnected(client);
    assert.equal(await house.log.head(TENANT), 1);
  });

  test('[S3] a cursor that no server wrote gets a resync at once, then frames from its head', async (t) => {
    const { house, connect } = await openLiveServer(t);
    const session = await house.signIn(auditor);
    await house.register('t1');
    for (const cursor of [Number.NaN, -1, 2 ** 53, '1;--', null, { toString: 'foo' }]) {
      const client = connect(session, { cursor });
      const frames = follow(client);
      const head = await house.log.head(TENANT);
      assert.deepEqual(await heard(client, 'resync'), { reason: 'cursor', epoch: EPOCH, head });
      await house.comment('t1');
      await until(() => frames.length > 0);
      assert.deepEqual([frames[0]?.from, frames[0]?.to], [head, head + 1]);
      client.disconnect();
    }
  });

  test('[S4] a protocol mismatch and a refused session are final, and say so', async (t) => {
    const { house, connect } = await openLiveServer(t);
    const session = await house.signIn(auditor);
    assert.deepEqual(await refusalOf(connect(session, { protocol: PROTOCOL + 1 })), { code: 'protocol' });
    assert.deepEqual(await refusalOf(connect('nobody')), { code: 'unauthorized' });
  });

  test('[S4] a failure of ours is not final', async (t) => {
    const { house, connect } = await openLiveServer(t);
    const session = await house.signIn(auditor);
    t.mock.method(house.gate, 'admit', () => Promise.reject(new Error('the disk is away')));
    assert.deepEqual(await refusalOf(connect(session)), { code: 'unavailable', retryAfterMs: 3000 });
    assert.equal(house.incidents.length, 1);
  });
});

describe('[P2] readers that do not keep up', LIMIT, () => {
  test('[S8] who never answers gets four frames; others go on; at last he is told that he is slow', async (t) => {
    const { house, connect } = await openLiveServer(t);
    const silent = connect(await house.signIn(auditor));
    let got = 0;
    silent.on('frame', () => got++);
    const client = connect(await house.signIn(anna));
    const frames = follow(client);
    await Promise.all([connected(client), connected(silent)]);
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
    await until(() => silent.disconnected);
    assert.ok(client.connected);
  });
});

test('a server that stops tells when to come back, and lets nobody wait', LIMIT, async (t) => {
  const { house, live, connect } = await openLiveServer(t);
  const client = connect(await house.signIn(auditor));
  await connected(client);
  const closing = heard(client, 'closing');
  const gone = disconnected(client);
  await live.close();
  assert.deepEqual(await closing, { retryAfterMs: 10_000 });
  assert.equal(await gone, 'io server disconnect');
});
