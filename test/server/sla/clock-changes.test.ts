import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { act, clock, prioritised, recategorised } from '../../support/clocks.ts';
import { HOUR, MINUTE, instant, paused, resumed, toldTicket } from '../../support/told-ticket.ts';

describe('"A change of priority or category keeps the start and the pauses and takes the new target"', () => {
  test('a looser one', () => {
    const { startedAt, dueAt } = clock(toldTicket(prioritised('p2', HOUR)), 'resolution', 2 * HOUR);
    assert.deepEqual({ startedAt, dueAt }, { startedAt: instant(0), dueAt: instant(48 * HOUR) });
  });
  test('pauses before it still count', () => {
    const ticket = toldTicket(paused('a', 10 * MINUTE), resumed('a', 70 * MINUTE), prioritised('p2', 80 * MINUTE));
    assert.equal(clock(ticket, 'resolution', 2 * HOUR).dueAt, instant(49 * HOUR));
  });
  test('of category', () =>
    assert.equal(clock(toldTicket(recategorised('network', MINUTE)), 'resolution', HOUR).dueAt, instant(4 * HOUR)));
  test('"due = max(start + new target, change + grace), grace by default the new reaction target"', () => {
    const tightened = (change: number) =>
      clock(toldTicket(prioritised('p3', 0), prioritised('p1', change)), 'resolution', change);
    assert.equal(tightened(HOUR).dueAt, instant(2 * HOUR));
    assert.equal(tightened(5 * HOUR).dueAt, instant(5 * HOUR + 15 * MINUTE));
    assert.equal(tightened(5 * HOUR).state, 'running');
    assert.equal(tightened(5 * HOUR).targetMs, 5 * HOUR + 15 * MINUTE);
  });
  test('the grace is time of the clock itself: an open pause keeps it from running out', () => {
    const ticket = toldTicket(
      prioritised('p3', 0),
      paused('a', 4 * HOUR),
      prioritised('p1', 5 * HOUR),
      resumed('a', 6 * HOUR),
    );
    assert.equal(clock(ticket, 'resolution', 6 * HOUR).dueAt, instant(6 * HOUR + 15 * MINUTE));
  });
  test('a change that leaves the target as it is grants nothing', () => {
    const ticket = toldTicket(recategorised('plumbing', 119 * MINUTE));
    assert.equal(clock(ticket, 'resolution', 119 * MINUTE).dueAt, instant(2 * HOUR));
  });
  test('"never cures a breach that happened before it"', () => {
    const ticket = toldTicket(prioritised('p2', 3 * HOUR));
    const { state, dueAt } = clock(ticket, 'resolution', 4 * HOUR);
    assert.deepEqual({ state, dueAt }, { state: 'breached', dueAt: instant(2 * HOUR) });
  });
  test('nor takes away a clock that was breached or stopped before it', () => {
    assert.equal(clock(toldTicket(prioritised('p3', HOUR)), 'reaction', HOUR).state, 'breached');
    const answered = toldTicket(act('accepted', MINUTE), prioritised('p3', 10 * MINUTE));
    assert.equal(clock(answered, 'reaction', HOUR).state, 'met');
  });
  test('a clock that the new norm does not have is gone while it ran in time', () =>
    assert.equal(clock(toldTicket(prioritised('p3', MINUTE)), 'reaction', HOUR), undefined));
  test('a clock that the old norm did not have gets the grace too', () => {
    const ticket = toldTicket(prioritised('p3', 0), prioritised('p1', HOUR));
    assert.equal(clock(ticket, 'reaction', HOUR).dueAt, instant(75 * MINUTE));
  });
});
