import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { cursorOf, type Frame, type Resync } from '../../../server/contract/feed.ts';
import { EXPIRING_MS, Pump, SILENCE_MS, SLOW_MS, type Emission } from '../../../server/live/pump.ts';
import type { Rights } from '../../../server/live/rights.ts';
import { BEHIND, readTurn } from '../../../server/live/turn.ts';
import { WINDOW } from '../../../server/live/window.ts';
import type { Caller } from '../../../server/tickets/caller.ts';
import { APTEKA, EPOCH, openLogged, person, type Logged } from '../../support/logged.ts';

let house: Logged;
beforeEach(async () => {
  house = await openLogged();
});

/** A reader at a cursor, and what a turn brings him. */
function read(caller: Caller, cursor = cursorOf(EPOCH, 0), rights: Partial<Rights> = {}) {
  const session = `session of ${caller.id}`;
  const pump = new Pump(house.admit(session, caller, rights), cursor, house.clock.now);
  const turnOf = () =>
    readTurn(
      house.deps,
      APTEKA,
      { from: pump.wants === undefined ? [] : [pump.wants], sessions: [session] },
      house.clock.now,
    );
  const turn = async (): Promise<readonly Emission[]> => pump.turn(await turnOf(), house.clock.now);
  const frames = async (): Promise<readonly Frame[]> => framesOf(await turn());
  return { pump, session, turnOf, turn, frames };
}

const framesOf = (emissions: readonly Emission[]): readonly Frame[] =>
  emissions.flatMap((emission) => (emission.kind === 'frame' ? [emission.frame] : []));
const resyncOf = (emissions: readonly Emission[]): Resync | undefined =>
  emissions.flatMap((emission) => (emission.kind === 'resync' ? [emission.resync] : []))[0];
const answerAll = (pump: Pump, emissions: readonly Emission[]): void => {
  for (const emission of emissions) if (emission.kind === 'frame') pump.answered(emission.unanswered);
};
const positions = (frames: readonly Frame[]): readonly number[] =>
  frames.flatMap(({ events }) => events.map(({ position }) => position));

const AUDITOR = person('olga', 'auditor');
const ANA = person('ana', 'employee', 's1');

describe('what a reader is sent', () => {
  test('[P1] whatever lies in the log after his cursor, without a poke', async () => {
    await house.register('t1');
    await house.comment('t1', 'on our way');
    const { frames } = read(AUDITOR, cursorOf(EPOCH, 1));
    const [frame] = await frames();
    assert.equal(frame?.from, 1);
    assert.equal(frame?.to, 2);
    assert.deepEqual(
      frame?.events.map(({ type, private: personal }) => [type, personal['/text']?.value]),
      [['commented', 'on our way']],
    );
  });

  test('[P2] nothing twice, and nothing at all when there is nothing new', async () => {
    await house.register('t1');
    const { turn, frames } = read(AUDITOR);
    assert.deepEqual(positions(await frames()), [1]);
    assert.deepEqual(await turn(), []);
    await house.comment('t1');
    assert.deepEqual(positions(await frames()), [2]);
  });

  test('[S1] what he may not see is looked at and passed: the next frame begins where his last one ended', async () => {
    const { turn, frames } = read(ANA);
    await house.register('own');
    assert.deepEqual(
      (await frames()).map(({ from, to }) => [from, to]),
      [[0, 1]],
    );
    await house.register('foreign', { requester: 'bob', site: 's2' });
    assert.deepEqual(await turn(), []);
    await house.comment('own');
    const [frame] = await frames();
    assert.deepEqual([frame?.from, frame?.to], [1, 3]);
    assert.deepEqual(
      frame?.events.map(({ ticket }) => ticket),
      ['own'],
    );
  });

  test('a frame carries the clocks of its tickets and of no other', async () => {
    const policy = {
      id: 'norms',
      version: 1,
      norms: [],
      reactionStops: [],
      pauses: { reaction: [], resolution: [], arrival: [] },
    };
    house.directory = { ...house.directory, policies: new Map([['norms@1', policy]]) };
    await house.register('t1');
    await house.register('foreign', { requester: 'bob', site: 's2' });
    house.clock.now += 1000;
    const [frame] = await read(ANA).frames();
    assert.deepEqual(Object.keys(frame!.clocks), ['t1']);
    assert.equal(Object.values(frame!.clocks)[0]![0]?.asOf, '2026-01-31T09:00:01.000Z');
  });

  test('[S2] an empty frame when nothing else was sent for a while', async () => {
    await house.register('foreign', { requester: 'bob', site: 's2' });
    const { turn, frames } = read(ANA);
    house.clock.now += SILENCE_MS - 1;
    assert.deepEqual(await turn(), []);
    house.clock.now += 1;
    assert.deepEqual(await frames(), [{ epoch: EPOCH, from: 0, to: 1, events: [], clocks: {} }]);
    assert.deepEqual(await turn(), []);
    house.clock.now += SILENCE_MS;
    assert.deepEqual(
      (await frames()).map(({ from, to }) => [from, to]),
      [[1, 1]],
    );
  });
});

describe('[P2] the window', () => {
  test('four frames without an answer are the most; an answer lets the next one go', async () => {
    await house.register('t1');
    const { pump, turn } = read(AUDITOR);
    const sent: Emission[] = [];
    for (let i = 0; i < WINDOW.frames + 2; i++) {
      sent.push(...(await turn()));
      await house.comment('t1');
    }
    assert.equal(sent.length, WINDOW.frames);
    assert.equal(pump.wants, undefined);
    assert.deepEqual(await turn(), []);

    const [first] = sent;
    assert.ok(first?.kind === 'frame');
    assert.equal(pump.answered(first.unanswered), true);
    const [next] = framesOf(await turn());
    assert.deepEqual([next?.from, next?.to], [WINDOW.frames, WINDOW.frames + 3]);
  });

  test('256 KiB without an answer are the most, cut into frames that leave nothing out', async () => {
    await house.register('t1');
    for (let i = 0; i < 200; i++) await house.comment('t1', 'ж'.repeat(1500));
    const { pump, turn } = read(AUDITOR);
    const seen: number[] = [];
    let last = 0;
    while (last < 201) {
      const emissions = await turn();
      const frames = framesOf(emissions);
      assert.ok(frames.length > 0 && frames.length <= WINDOW.frames);
      assert.ok(Buffer.byteLength(JSON.stringify(frames)) <= WINDOW.bytes);
      for (const { from, to } of frames) {
        assert.equal(from, last);
        last = to;
      }
      seen.push(...positions(frames));
      answerAll(pump, emissions);
    }
    assert.deepEqual(
      seen,
      Array.from({ length: 201 }, (_, i) => i + 1),
    );
  });

  test('an answer that comes while a turn is read leaves no gap', async () => {
    await house.register('t1');
    const { pump, turn, turnOf } = read(AUDITOR);
    const sent: Emission[] = [];
    for (let i = 0; i < WINDOW.frames; i++) {
      sent.push(...(await turn()));
      await house.comment('t1');
    }
    const readWithoutHim = await turnOf();
    answerAll(pump, sent);
    assert.deepEqual(pump.turn(readWithoutHim, house.clock.now), []);
    assert.deepEqual(positions(framesOf(await turn())), [WINDOW.frames + 1]);
  });

  test('[S8] who leaves a frame unanswered for too long is ended as slow', async () => {
    await house.register('t1');
    const { turn } = read(AUDITOR);
    await turn();
    house.clock.now += SLOW_MS - 1;
    await turn();
    house.clock.now += 1;
    assert.deepEqual(await turn(), [{ kind: 'end', why: 'slow' }]);
  });
});

describe('[S3] [S9] a cursor that cannot be followed gets a resync at once, then frames from its head', () => {
  const cases: readonly [string, string, Resync['reason']][] = [
    ['NaN', 'NaN', 'cursor'],
    ['negative', `${EPOCH}.-1`, 'cursor'],
    ['2^53', `${EPOCH}.9007199254740992`, 'cursor'],
    ['a statement', '1;--', 'cursor'],
    ['nothing', '', 'cursor'],
    ['another epoch', cursorOf('e0', 1), 'epoch'],
    ['after the head', cursorOf(EPOCH, 3), 'future'],
  ];
  for (const [name, cursor, reason] of cases) {
    test(name, async () => {
      await house.register('t1');
      await house.comment('t1');
      const { turn, frames } = read(AUDITOR, cursor);
      assert.deepEqual(await turn(), [{ kind: 'resync', resync: { reason, epoch: EPOCH, head: 2 } }]);
      await house.comment('t1');
      assert.deepEqual(
        (await frames()).map(({ from, to }) => [from, to]),
        [[2, 3]],
      );
    });
  }

  test('too far behind', async () => {
    await house.register('t1');
    for (let i = 0; i < BEHIND; i++) await house.comment('t1');
    assert.equal(resyncOf(await read(AUDITOR, cursorOf(EPOCH, 0)).turn())?.reason, 'behind');
    assert.equal(positions(await read(AUDITOR, cursorOf(EPOCH, 1)).frames())[0], 2);
  });
});

describe('[S10] rights', () => {
  test('a lost site takes effect before the next frame', async () => {
    await house.register('t1', { requester: 'bob' });
    const { session, turn, frames } = read(ANA);
    assert.deepEqual(positions(await frames()), [1]);
    house.admit(session, person('ana', 'employee'), { version: 2 });
    await house.comment('t1', 'a secret');
    assert.deepEqual(await turn(), [{ kind: 'resync', resync: { reason: 'rights', epoch: EPOCH, head: 2 } }]);
    await house.comment('t1');
    assert.deepEqual(await turn(), []);
  });

  test('a client that shares sites no longer', async () => {
    await house.register('t1', { requester: 'bob' });
    const { turn, frames } = read(ANA);
    assert.deepEqual(positions(await frames()), [1]);
    house.directory = { ...house.directory, tenant: { ...house.directory.tenant, siteSharing: false } };
    await house.comment('t1');
    assert.equal(resyncOf(await turn())?.reason, 'rights');
  });

  test('an engineer who is given a ticket, and who loses it, takes a snapshot; others go on', async () => {
    await house.register('t1');
    const egor = read(person('egor', 'engineer'), cursorOf(EPOCH, 1));
    const fedor = read(person('fedor', 'engineer'), cursorOf(EPOCH, 1));
    await house.assign('t1', 'egor');
    assert.equal(resyncOf(await egor.turn())?.reason, 'rights');
    assert.deepEqual(await fedor.turn(), []);
    await house.comment('t1');
    assert.deepEqual(positions(await egor.frames()), [3]);

    await house.assign('t1', 'fedor');
    assert.equal(resyncOf(await egor.turn())?.reason, 'rights');
    assert.equal(resyncOf(await fedor.turn())?.reason, 'rights');
    assert.deepEqual(positions(await read(AUDITOR, cursorOf(EPOCH, 1)).frames()), [2, 3, 4]);

    await house.write('t1', { type: 'unassigned' });
    assert.equal(resyncOf(await fedor.turn())?.reason, 'rights');
    assert.deepEqual(await egor.turn(), []);
  });

  test('an ended session, and one that expired, get nothing more', async () => {
    const { session, turn } = read(AUDITOR);
    house.sessions.delete(session);
    await house.register('t1');
    assert.deepEqual(await turn(), [{ kind: 'end', why: 'session' }]);

    const other = read(AUDITOR, cursorOf(EPOCH, 0), { expiresAt: house.clock.now + EXPIRING_MS + 1 });
    assert.equal((await other.frames()).length, 1);
    house.clock.now += 1;
    assert.deepEqual(await other.turn(), [{ kind: 'expiring', at: '2026-01-31T09:01:00.001Z' }]);
    assert.deepEqual(await other.turn(), []);
    house.clock.now += EXPIRING_MS;
    assert.deepEqual(await other.turn(), [{ kind: 'end', why: 'session' }]);
  });

  test('a refreshed session lives on, and is not taken for an ended one by a turn that began before', async () => {
    const { pump, turnOf } = read(AUDITOR, cursorOf(EPOCH, 0), { expiresAt: house.clock.now + 1 });
    const began = await turnOf();
    house.clock.now += 1;
    pump.refresh(house.admit('fresh', AUDITOR));
    assert.deepEqual(pump.turn(began, house.clock.now), []);
    await house.register('t1');
    const turn = await readTurn(house.deps, APTEKA, { from: [0], sessions: ['fresh'] }, house.clock.now);
    assert.equal(framesOf(pump.turn(turn, house.clock.now)).length, 1);
  });
});

test('a log with a gap is an error, never a frame', async () => {
  await house.register('t1');
  await house.comment('t1');
  const after = async (...[tenant, position, limit]: Parameters<Logged['log']['after']>) =>
    (await house.log.after(tenant, position, limit)).filter((event) => event.position !== 1);
  const source = { ...house.deps, log: { ...house.log, after } };
  await assert.rejects(readTurn(source, APTEKA, { from: [0], sessions: [] }, house.clock.now), /gap after 0/);
});
