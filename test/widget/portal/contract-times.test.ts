import { assert } from '@open-wc/testing';
import { clockLine } from '../../../widget/portal/contract-times.ts';
import { stepsOf } from '../../../widget/portal/progress-rail.ts';
import { enRest } from '../../../widget/text/en-rest.ts';
import { en } from '../../../widget/text/en.ts';
import { textsOf } from '../../../widget/text/texts.ts';
import * as told from '../../support/scene.ts';
import { BOOT, clock, MINUTE_MS, minutes, NOON, viewOf } from '../../support/scene.ts';

const viewing = (after: number) => ({
  ...textsOf({ ...en, ...enRest }, 'en'),
  boot: BOOT,
  now: NOON + after * MINUTE_MS,
});
const line = (each: ReturnType<typeof clock>, after: number) => {
  const { label, text, tone, share, paused } = clockLine(each, 'Europe/Moscow', viewing(after));
  return [label, text, tone, Math.round(share * 100), paused];
};

suite('contract times', () => {
  test('count down by themselves between two words of the server', () => {
    const running = clock('resolution', 300);
    const [label, text, tone, share] = line(running, 0);
    assert.deepEqual([String(label).slice(0, 14), text, tone, share], ['Fixed by 17:00', '5 h left', 'neutral', 0]);
    assert.equal(line(running, 60)[1], '4 h left');
    assert.equal(line(running, 60)[3], 20);
  });

  test('never round towards "met"', () => {
    const running = clock('resolution', 60);
    assert.equal(line(running, 59.99)[1], 'under a minute left');
    assert.equal(line(running, 60)[1], 'under a minute left');
    assert.equal(line(running, 60.001)[1], '1 min overdue');
  });

  test('tell met and missed apart, in words and in tone', () => {
    assert.deepEqual(line(told.metReaction, 60), ['Reaction', 'met, 7 min of 15 min', 'done', 41, false]);
    const missed = clock('reaction', 15, {
      state: 'breached',
      stoppedAt: minutes(20),
      elapsedMs: 20 * MINUTE_MS,
      ahead: [],
    });
    assert.deepEqual(line(missed, 60), ['Reaction', 'missed by 5 min', 'late', 100, false]);
  });

  test('tell paused and outside working hours apart', () => {
    const paused = clock('resolution', 300, { state: 'paused', dueAt: null, elapsedMs: 9 * MINUTE_MS, ahead: [] });
    assert.deepEqual(line(paused, 60), ['Resolution', 'paused, 4 h 51 min left', 'warn', 3, true]);
    const night = clock('resolution', 300, { dueAt: minutes(900), ahead: [[minutes(600), minutes(900)]] });
    assert.equal(line(night, 60)[1], 'outside hours, 5 h left');
  });
});

suite('contract times of a ticket that was taken back', () => {
  test('were not kept by anybody, but for what was kept before', () => {
    const at = minutes(30);
    const stopped = clock('resolution', 300, { state: 'met', stoppedAt: at, elapsedMs: 30 * MINUTE_MS, ahead: [] });
    const read = (each: ReturnType<typeof clock>) => clockLine(each, 'Europe/Moscow', viewing(60), at);
    const { text, tone } = read(stopped);
    assert.deepEqual([text, tone], ['stopped with the ticket, after 30 min of 5 h', 'neutral']);
    assert.equal(read(told.metReaction).text, 'met, 7 min of 15 min');
    const late = clock('reaction', 15, { state: 'breached', stoppedAt: at, elapsedMs: 30 * MINUTE_MS, ahead: [] });
    assert.equal(read(late).text, 'missed by 15 min', 'withdrawn after a breach it is still breached');
  });
});

suite('progress rail', () => {
  const { accepted, assigned, proposed, agreed, departed, arrived, resolved, ANA } = told;
  const rail = (...scene: told.Done[]) =>
    stepsOf(viewOf(scene), viewing(300)).map(({ state, time }) => `${state} ${time}`.trim());

  test('is all past once it is fixed, and from afar skipped where nobody went', () => {
    assert.deepEqual(rail(accepted, assigned, proposed, agreed, departed, arrived, resolved), [
      'past 12:00',
      'past 12:07',
      'past 12:31',
      'past 13:48',
      'past 14:20',
      'past 15:40',
    ]);
    assert.deepEqual(rail(accepted, resolved), [
      'past 12:00',
      'past 12:07',
      'skipped skipped',
      'skipped skipped',
      'skipped skipped',
      'past 15:40',
    ]);
  });

  test('goes back with the ticket when it is reopened', () => {
    assert.deepEqual(
      rail(accepted, assigned, proposed, agreed, departed, arrived, resolved, [
        240,
        ANA,
        { type: 'reopened', reason: 'Again' },
      ]),
      ['past 12:00', 'now 12:07', 'next', 'next', 'next', 'next'],
    );
  });

  test('stands still where a ticket was withdrawn', () => {
    assert.deepEqual(rail(accepted, [20, ANA, { type: 'cancelled', exclusion: 'x', reason: 'Works' }]), [
      'past 12:00',
      'past 12:07',
      'next',
      'next',
      'next',
      'next',
    ]);
  });
});
