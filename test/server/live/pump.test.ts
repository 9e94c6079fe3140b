import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { SILENCE_MS, SLOW_MS, type Emission } from '../../../server/live/pump.ts';
import { WINDOW } from '../../../server/live/window.ts';
import { CALLERS } from '../../support/directory.ts';
import { EPOCH, openLogged, type Logged } from '../../support/logged.ts';
import { answerAll, framesOf, openReader, positionsIn, spansOf } from '../../support/reader.ts';

const { anna, auditor } = CALLERS;

let house: Logged;
beforeEach(async () => {
  house = await openLogged();
});

describe('what a reader is sent', () => {
  test('[P1] whatever lies in the log after his cursor, without a poke', async () => {
    await house.register('t1');
    await house.comment('t1', 'on our way');
    const { frames } = await openReader(house, auditor, { at: 1 });
    const [frame] = await frames();
    assert.deepEqual([frame?.from, frame?.to], [1, 2]);
    assert.deepEqual(
      frame?.events.map(({ type, private: personal }) => [type, personal['/text']?.value]),
      [['commented', 'on our way']],
    );
  });

  test('[P2] nothing twice, and nothing at all when there is nothing new', async () => {
    await house.register('t1');
    const { turn, frames } = await openReader(house, auditor);
    assert.deepEqual(positionsIn(await frames()), [1]);
    assert.deepEqual(await turn(), []);
    await house.comment('t1');
    assert.deepEqual(positionsIn(await frames()), [2]);
  });

  test('[S1] what he may not see is looked at and passed: the next frame begins where his last one ended', async () => {
    const { turn, frames } = await openReader(house, anna);
    await house.register('own');
    assert.deepEqual(spansOf(await frames()), [[0, 1]]);
    await house.register('foreign', 'vera', 'pushkina-3');
    assert.deepEqual(await turn(), []);
    await house.comment('own');
    const [frame] = await frames();
    assert.deepEqual([frame?.from, frame?.to], [1, 3]);
    assert.deepEqual(
      frame?.events.map(({ ticket }) => ticket),
      ['own'],
    );
  });

  test('[S1] a frame carries the clocks of its tickets, as of now, and of no other', async () => {
    await house.register('own');
    await house.register('foreign', 'vera', 'pushkina-3');
    house.clock.now += 1000;
    const [frame] = await (await openReader(house, anna)).frames();
    assert.deepEqual(Object.keys(frame!.clocks), ['own']);
    const [reaction] = Object.values(frame!.clocks)[0]!;
    assert.equal(reaction?.kind, 'reaction');
    assert.equal(reaction?.asOf, '2026-01-12T09:02:01.000Z');
    assert.equal(reaction?.dueAt, '2026-01-12T09:17:00.000Z');
  });

  test('[S2] an empty frame when nothing else was sent for a while', async () => {
    await house.register('foreign', 'vera', 'pushkina-3');
    const { turn, frames } = await openReader(house, anna);
    house.clock.now += SILENCE_MS - 1;
    assert.deepEqual(await turn(), []);
    house.clock.now += 1;
    assert.deepEqual(await frames(), [{ epoch: EPOCH, from: 0, to: 1, events: [], clocks: {} }]);
    assert.deepEqual(await turn(), []);
    house.clock.now += SILENCE_MS;
    assert.deepEqual(spansOf(await frames()), [[1, 1]]);
  });
});

describe('[P2] the window', () => {
  test('four frames without an answer are the most; an answer lets the next one go', async () => {
    await house.register('t1');
    const { pump, turn } = await openReader(house, auditor);
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
    assert.deepEqual(spansOf(framesOf(await turn())), [[WINDOW.frames, WINDOW.frames + 3]]);
  });

  test('256 KiB without an answer are the most, cut into frames that leave nothing out', async () => {
    await house.register('t1');
    for (let i = 0; i < 200; i++) await house.comment('t1', 'ж'.repeat(1500));
    const { pump, turn } = await openReader(house, auditor);
    const seen: number[] = [];
    let last = 0;
    while (last < 201) {
      const emissions = await turn();
      const frames = framesOf(emissions);
      assert.ok(frames.length > 0 && frames.length <= WINDOW.frames);
      assert.ok(Buffer.byteLength(JSON.stringify(frames)) <= WINDOW.bytes);
      for (const [from, to] of spansOf(frames)) {
        assert.equal(from, last);
        last = to;
      }
      seen.push(...positionsIn(frames));
      answerAll(pump, emissions);
    }
    assert.deepEqual(
      seen,
      Array.from({ length: 201 }, (_, i) => i + 1),
    );
  });

  test('an answer that comes while a turn is read leaves no gap', async () => {
    await house.register('t1');
    const { pump, turn, frames, readTurnFor } = await openReader(house, auditor);
    const sent: Emission[] = [];
    for (let i = 0; i < WINDOW.frames; i++) {
      sent.push(...(await turn()));
      await house.comment('t1');
    }
    const readWithoutHim = await readTurnFor();
    answerAll(pump, sent);
    assert.deepEqual(pump.turn(readWithoutHim, house.clock.now), []);
    assert.deepEqual(positionsIn(await frames()), [WINDOW.frames + 1]);
  });

  test('[S8] who leaves a frame unanswered for too long is ended as slow', async () => {
    await house.register('t1');
    const { turn } = await openReader(house, auditor);
    await turn();
    house.clock.now += SLOW_MS - 1;
    await turn();
    house.clock.now += 1;
    assert.deepEqual(await turn(), [{ kind: 'end', why: 'slow' }]);
  });
});
