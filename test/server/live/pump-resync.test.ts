import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { cursorOf, type Resync } from '../../../server/contract/feed.ts';
import { EXPIRING_MS } from '../../../server/live/pump.ts';
import { BEHIND, readTurn } from '../../../server/live/turn.ts';
import { CALLERS } from '../../support/directory.ts';
import { EPOCH, openLogged, type Logged } from '../../support/logged.ts';
import { framesOf, openReader, positionsIn, spansOf } from '../../support/reader.ts';
import { START, TENANT } from '../../support/timeline.ts';

const { anna, auditor, marat, rustam } = CALLERS;

let house: Logged;
beforeEach(async () => {
  house = await openLogged();
});

describe('[S3] [S9] a cursor that cannot be followed gets a resync at once, then frames from its head', () => {
  const cases: readonly [string, string, Resync['reason']][] = [
    ['NaN', 'NaN', 'cursor'],
    ['negative', `${EPOCH}.-1`, 'cursor'],
    ['2^53', `${EPOCH}.9007199254740992`, 'cursor'],
    ['a statement', '1;--', 'cursor'],
    ['nothing', '', 'cursor'],
    ['another epoch', cursorOf('epoch-0', 1), 'epoch'],
    ['after the head', cursorOf(EPOCH, 3), 'future'],
  ];
  for (const [name, at, reason] of cases) {
    test(name, async () => {
      await house.register('t1');
      await house.comment('t1');
      const { turn, frames } = await openReader(house, auditor, { at });
      assert.deepEqual(await turn(), [{ kind: 'resync', resync: { reason, epoch: EPOCH, head: 2 } }]);
      await house.comment('t1');
      assert.deepEqual(spansOf(await frames()), [[2, 3]]);
    });
  }

  test('too far behind', async () => {
    await house.register('t1');
    await house.flood('t1', BEHIND);
    assert.equal((await (await openReader(house, auditor)).resync())?.reason, 'behind');
    assert.equal(positionsIn(await (await openReader(house, auditor, { at: 1 })).frames())[0], 2);
  });
});

describe('[S10] rights', () => {
  test('a lost site takes effect before the next frame', async () => {
    await house.register('t1', 'boris');
    const { turn, frames } = await openReader(house, anna);
    assert.deepEqual(positionsIn(await frames()), [1]);
    await house.claim({ ...anna, sites: [] });
    await house.comment('t1', 'a secret');
    assert.deepEqual(await turn(), [{ kind: 'resync', resync: { reason: 'rights', epoch: EPOCH, head: 2 } }]);
    await house.comment('t1');
    assert.deepEqual(await turn(), []);
  });

  test('a client that no longer shares sites', async () => {
    await house.register('t1', 'boris');
    const { frames, resync } = await openReader(house, anna);
    assert.deepEqual(positionsIn(await frames()), [1]);
    const { directory } = house.kept;
    house.kept.directory = { ...directory, tenant: { ...directory.tenant, siteSharing: false } };
    await house.comment('t1');
    assert.equal((await resync())?.reason, 'rights');
  });

  test('an engineer who is given a ticket, and who loses it, takes a snapshot; others go on', async () => {
    await house.register('t1');
    const first = await openReader(house, marat, { at: 1 });
    const second = await openReader(house, rustam, { at: 1 });
    await house.assign('t1', marat.id);
    assert.equal((await first.resync())?.reason, 'rights');
    assert.deepEqual(await second.turn(), []);
    await house.comment('t1');
    assert.deepEqual(positionsIn(await first.frames()), [3]);

    await house.assign('t1', rustam.id);
    assert.equal((await first.resync())?.reason, 'rights');
    assert.equal((await second.resync())?.reason, 'rights');
    assert.deepEqual(positionsIn(await (await openReader(house, auditor, { at: 1 })).frames()), [2, 3, 4]);

    await house.write('t1', { type: 'unassigned' });
    assert.equal((await second.resync())?.reason, 'rights');
    assert.deepEqual(await first.turn(), []);
  });

  test('an ended session gets nothing more', async () => {
    const { turn } = await openReader(house, auditor);
    await house.db.deleteFrom('session').where('tenant', '=', TENANT).execute();
    await house.register('t1');
    assert.deepEqual(await turn(), [{ kind: 'end', why: 'session' }]);
  });

  test('a session is announced to end once, and gets nothing after its end', async () => {
    await house.register('t1');
    const { turn, frames } = await openReader(house, auditor, { lifeMs: EXPIRING_MS + 1 });
    assert.equal((await frames()).length, 1);
    house.clock.now += 1;
    const at = new Date(START + EXPIRING_MS + 1).toISOString();
    assert.deepEqual(await turn(), [{ kind: 'expiring', at }]);
    assert.deepEqual(await turn(), []);
    house.clock.now += EXPIRING_MS;
    await house.comment('t1');
    assert.deepEqual(await turn(), [{ kind: 'end', why: 'session' }]);
  });

  test('a refreshed session lives on, and is not taken for an ended one by a turn that began before', async () => {
    const { pump, turn, readTurnFor } = await openReader(house, auditor, { lifeMs: 1 });
    const began = await readTurnFor();
    house.clock.now += 1;
    pump.refresh(await house.admit(auditor));
    assert.deepEqual(pump.turn(began, house.clock.now), []);
    await house.register('t1');
    assert.equal(framesOf(await turn()).length, 1);
  });
});

test('a log with a gap is an error, never a frame', async () => {
  await house.register('t1');
  await house.comment('t1');
  const after = async (...[tenant, position, limit]: Parameters<Logged['log']['after']>) =>
    (await house.log.after(tenant, position, limit)).filter((event) => event.position !== 1);
  const source = { ...house.deps, log: { ...house.log, after } };
  await assert.rejects(readTurn(source, TENANT, { from: [0], sessions: [] }, house.clock.now), /gap after 0/);
});
