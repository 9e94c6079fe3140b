import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { act, clock } from '../../support/clocks.ts';
import { HOUR, MINUTE, instant, paused, resumed, toldTicket } from '../../support/told-ticket.ts';

describe('pauses', () => {
  test('"While a pause is open there is no due time, but the time left"', () => {
    const { state, dueAt, elapsedMs, ahead } = clock(toldTicket(paused('a', HOUR)), 'resolution', 9 * HOUR);
    assert.deepEqual({ state, dueAt, elapsedMs, ahead }, { state: 'paused', dueAt: null, elapsedMs: HOUR, ahead: [] });
  });
  test('a pause moves the due time by its length', () => {
    const ticket = toldTicket(paused('a', HOUR), resumed('a', 3 * HOUR));
    assert.equal(clock(ticket, 'resolution', 3 * HOUR).dueAt, instant(4 * HOUR));
  });
  test('only with a reason that the policy names', () => {
    const ticket = toldTicket(paused('a', HOUR, 'force_majeure'), resumed('a', 3 * HOUR));
    assert.equal(clock(ticket, 'resolution', 3 * HOUR).dueAt, instant(2 * HOUR));
  });
  test('"overlapping ones count once"', () => {
    const ticket = toldTicket(
      paused('a', 30 * MINUTE),
      paused('b', 40 * MINUTE, 'no_access'),
      resumed('a', 50 * MINUTE),
      resumed('b', 60 * MINUTE),
    );
    assert.equal(clock(ticket, 'resolution', HOUR).elapsedMs, 30 * MINUTE);
    assert.equal(clock(ticket, 'resolution', HOUR).dueAt, instant(150 * MINUTE));
  });
  test('one inside another adds nothing', () => {
    const ticket = toldTicket(
      paused('a', 30 * MINUTE),
      paused('b', 40 * MINUTE),
      resumed('b', 50 * MINUTE),
      resumed('a', 60 * MINUTE),
    );
    assert.equal(clock(ticket, 'resolution', HOUR).elapsedMs, 30 * MINUTE);
  });
  test('of two open ones, ending one leaves the clock paused', () => {
    const ticket = toldTicket(paused('a', 30 * MINUTE), paused('b', 40 * MINUTE), resumed('a', 50 * MINUTE));
    assert.equal(clock(ticket, 'resolution', HOUR).state, 'paused');
  });
  test('"cut at registration": an earlier start counts from there', () => {
    const ticket = toldTicket(paused('a', HOUR, 'parts', -HOUR), resumed('a', 2 * HOUR));
    assert.equal(clock(ticket, 'resolution', 2 * HOUR).dueAt, instant(4 * HOUR));
  });
  test('"and at each stop": one left open when it was resolved does not go on after the reopening', () => {
    const ticket = toldTicket(
      paused('a', 30 * MINUTE),
      act('resolved', HOUR, 'engineer'),
      act('reopened', 90 * MINUTE, 'employee'),
    );
    const { state, dueAt, elapsedMs } = clock(ticket, 'resolution', 100 * MINUTE);
    assert.deepEqual(
      { state, dueAt, elapsedMs },
      { state: 'running', dueAt: instant(150 * MINUTE), elapsedMs: 70 * MINUTE },
    );
  });
  test('one that begins with the stop belongs to what follows a reopening', () => {
    const ticket = toldTicket(
      act('resolved', HOUR, 'engineer'),
      paused('a', HOUR),
      act('reopened', 90 * MINUTE, 'employee'),
    );
    assert.equal(clock(ticket, 'resolution', 100 * MINUTE).state, 'paused');
  });
  test('"a pause that begins after due shortens the delay, never the breach"', () => {
    const ticket = toldTicket(paused('a', 150 * MINUTE), resumed('a', 180 * MINUTE));
    const { state, dueAt, elapsedMs } = clock(ticket, 'resolution', 200 * MINUTE);
    assert.deepEqual(
      { state, dueAt, elapsedMs },
      { state: 'breached', dueAt: instant(2 * HOUR), elapsedMs: 170 * MINUTE },
    );
  });
  test('an open one that began after due holds the delay of a breached clock', () => {
    const { state, dueAt, elapsedMs, held } = clock(toldTicket(paused('a', 150 * MINUTE)), 'resolution', 9 * HOUR);
    assert.deepEqual(
      { state, dueAt, elapsedMs, held },
      { state: 'breached', dueAt: instant(2 * HOUR), elapsedMs: 150 * MINUTE, held: true },
    );
  });
  test('a target used up exactly where a pause begins is due there', () => {
    const ticket = toldTicket(paused('a', 2 * HOUR), resumed('a', 3 * HOUR));
    const { dueAt, state } = clock(ticket, 'resolution', 3 * HOUR);
    assert.deepEqual({ dueAt, state }, { dueAt: instant(2 * HOUR), state: 'breached' });
  });
  test('an empty pause changes nothing', () => {
    const ticket = toldTicket(paused('a', HOUR), resumed('a', HOUR));
    assert.equal(clock(ticket, 'resolution', 90 * MINUTE).elapsedMs, 90 * MINUTE);
  });
  test('one that both sides rejected is none', () => {
    const ticket = toldTicket(
      paused('a', HOUR),
      resumed('a', 90 * MINUTE),
      act('pause_contested', 91 * MINUTE, 'contract_manager', { pause: 'a' }),
      act('pause_settled', 92 * MINUTE, 'contract_manager', { pause: 'a', outcome: 'rejected' }),
    );
    assert.equal(clock(ticket, 'resolution', 100 * MINUTE).dueAt, instant(2 * HOUR));
  });
});
