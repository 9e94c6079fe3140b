import assert from 'node:assert/strict';
import { beforeEach, describe, mock, test, type TestContext } from 'node:test';
import { cursorOf } from '../../../server/contract/feed.ts';
import { Pump } from '../../../server/live/pump.ts';
import { TenantFeed, TURN_MS, type FeedDeps } from '../../../server/live/tenant-feed.ts';
import { CALLERS } from '../../support/directory.ts';
import { EPOCH, openLogged, type Logged } from '../../support/logged.ts';
import { TENANT } from '../../support/timeline.ts';

let house: Logged;
beforeEach(async () => {
  house = await openLogged();
});

/** A feed under a clock that the test moves, with readers that stand at the beginning. */
async function open(t: TestContext, readers: number, source: FeedDeps = house.deps) {
  const head = mock.fn(source.log.head);
  const after = mock.fn(source.log.after);
  const log = { ...source.log, head, after };
  const feed = new TenantFeed(TENANT, { ...source, log });
  const sent: number[][] = [];
  for (let i = 0; i < readers; i++) {
    const admission = await house.admit(CALLERS.auditor);
    const got: number[] = [];
    sent.push(got);
    feed.members.add({
      pump: new Pump(admission, cursorOf(EPOCH, 0), house.clock.now),
      send: (emission) => {
        if (emission.kind === 'frame') got.push(emission.frame.to);
      },
    });
  }
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const tick = (ms: number): void => {
    house.clock.now += ms;
    t.mock.timers.tick(ms);
  };
  return { feed, sent, tick, head, after };
}

/** Waits for what the database does, not for time. */
async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setImmediate(resolve));
}

describe('a turn', () => {
  test('[P2] reads head and events once, however many readers there are', async (t) => {
    await house.register('t1');
    const { feed, sent, head, after } = await open(t, 20);
    feed.request();
    await until(() => sent.every((got) => got.length === 1));
    assert.equal(head.mock.callCount(), 1);
    assert.equal(after.mock.callCount(), 1);
  });

  test('[P2] comes at once for a lone event, and not oftener than ten times a second for many', async (t) => {
    const { feed, sent, tick, head } = await open(t, 1);
    await house.register('t1');
    feed.request();
    await until(() => sent[0]!.length === 1);
    assert.equal(head.mock.callCount(), 1);

    for (let i = 0; i < 5; i++) {
      await house.comment('t1');
      feed.request();
    }
    tick(TURN_MS - 1);
    assert.equal(head.mock.callCount(), 1);
    tick(1);
    await until(() => sent[0]!.length === 2);
    assert.deepEqual(sent[0], [1, 6]);
  });

  test('[P2] an event is not held up by a look that found nothing just before', async (t) => {
    const { feed, sent, head } = await open(t, 1);
    feed.request();
    await until(() => head.mock.callCount() === 1);
    await new Promise((resolve) => setImmediate(resolve));
    await house.register('t1');
    feed.poked();
    await until(() => sent[0]!.length === 1);
    assert.deepEqual(sent[0], [1]);
  });

  test('what comes while one is read starts the next', async (t) => {
    await house.register('t1');
    const { feed, sent, tick } = await open(t, 1);
    feed.request();
    feed.request();
    await until(() => sent[0]!.length === 1);
    await house.comment('t1');
    tick(TURN_MS);
    await until(() => sent[0]!.length === 2);
    assert.deepEqual(sent[0], [1, 2]);
  });

  test('that fails is reported, and the next one sends what it did not', async (t) => {
    await house.register('t1');
    let broken = true;
    const failing = async (tenant: typeof TENANT): Promise<number> => {
      if (broken) throw new Error('the disk is away');
      return house.log.head(tenant);
    };
    const { feed, sent, tick } = await open(t, 1, { ...house.deps, log: { ...house.log, head: failing } });
    feed.request();
    await until(() => house.incidents.length === 1);
    broken = false;
    tick(TURN_MS);
    feed.request();
    await until(() => sent[0]!.length === 1);
    assert.deepEqual(sent[0], [1]);
  });

  test('a clock that is set back does not stop the feed', async (t) => {
    await house.register('t1');
    const { feed, sent, tick } = await open(t, 1);
    feed.request();
    await until(() => sent[0]!.length === 1);
    house.clock.now -= 3_600_000;
    await house.comment('t1');
    feed.request();
    tick(TURN_MS);
    await until(() => sent[0]!.length === 2);
  });
});
