import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Policy } from '../../../server/contract/sla.ts';
import { clocksOf } from '../../../server/sla/clocks.ts';
import { act, clock, policy, recategorised } from '../../support/clocks.ts';
import { HOUR, MINUTE, START, instant, paused, resumed, toldTicket, type Told } from '../../support/told-ticket.ts';

describe('"Met if and only if stopped ≤ due. Breached if and only if not stopped and now > due, or stopped > due."', () => {
  const reactionTo = (stop: number) => clock(toldTicket(act('accepted', stop)), 'reaction', 24 * HOUR);

  test('stopped at the due millisecond is met', () => {
    const { state, stoppedAt, dueAt, elapsedMs, targetMs } = reactionTo(15 * MINUTE);
    assert.deepEqual(
      { state, stoppedAt, dueAt, elapsedMs, targetMs },
      {
        state: 'met',
        stoppedAt: instant(15 * MINUTE),
        dueAt: instant(15 * MINUTE),
        elapsedMs: 15 * MINUTE,
        targetMs: 15 * MINUTE,
      },
    );
  });
  test('stopped one millisecond later is breached', () => assert.equal(reactionTo(15 * MINUTE + 1).state, 'breached'));
  test('not stopped at the due millisecond is running, one later breached', () => {
    const ticket = toldTicket();
    assert.equal(clock(ticket, 'reaction', 15 * MINUTE).state, 'running');
    assert.equal(clock(ticket, 'reaction', 15 * MINUTE + 1).state, 'breached');
  });
  test('a breached clock counts its delay on', () =>
    assert.equal(clock(toldTicket(), 'reaction', 20 * MINUTE).elapsedMs, 20 * MINUTE));
  test('a running clock says what lies ahead, and by which version of the policy', () => {
    const { ahead, policy: by, startedAt, asOf } = clock(toldTicket(), 'reaction', 5 * MINUTE);
    assert.deepEqual(ahead, [[instant(5 * MINUTE), instant(15 * MINUTE)]]);
    assert.deepEqual(by, { id: 'main', version: 1 });
    assert.equal(startedAt, instant(0));
    assert.equal(asOf, instant(5 * MINUTE));
  });
  test('"a target of 0 is due at the first open instant"', () => {
    const now: Policy = {
      ...policy,
      norms: [{ category: '*', priority: '*', resolution: { elapsed: 'PT0S' } }],
    };
    assert.equal(clock(toldTicket(), 'resolution', 0, now).dueAt, instant(0));
    const shut = toldTicket(paused('a', MINUTE, 'parts', 0), resumed('a', 2 * MINUTE));
    assert.equal(clock(shut, 'resolution', 3 * MINUTE, now).dueAt, instant(2 * MINUTE));
  });
});

describe('reaction "stops at the first act of a human on the provider’s side that the policy names"', () => {
  const stopped = (told: Told, by = policy) => clock(toldTicket(told), 'reaction', HOUR, by).stoppedAt;

  test('a dispatcher accepts', () => assert.equal(stopped(act('accepted', MINUTE)), instant(MINUTE)));
  test('an engineer comments', () => assert.equal(stopped(act('commented', MINUTE, 'engineer')), instant(MINUTE)));
  test('not a comment where the policy names acceptance alone', () =>
    assert.equal(stopped(act('commented', MINUTE, 'engineer'), { ...policy, reactionStops: ['accepted'] }), null));
  test('not the client’s own comment', () => assert.equal(stopped(act('commented', MINUTE, 'employee')), null));
  test('"Automation never stops it": neither an integration nor the system', () => {
    assert.equal(stopped(act('accepted', MINUTE, 'integration')), null);
    assert.equal(stopped(act('assigned', MINUTE, 'system', { engineer: 'e1' })), null);
  });
  test('the first of several counts', () => {
    const ticket = toldTicket(act('commented', MINUTE), act('accepted', 2 * MINUTE));
    assert.equal(clock(ticket, 'reaction', HOUR).stoppedAt, instant(MINUTE));
  });
  test('"Nothing pauses it unless the policy says so"', () => {
    const ticket = toldTicket(paused('a', 5 * MINUTE));
    assert.equal(clock(ticket, 'reaction', 10 * MINUTE).state, 'running');
    const lenient: Policy = { ...policy, pauses: { ...policy.pauses, reaction: ['parts'] } };
    assert.equal(clock(ticket, 'reaction', 10 * MINUTE, lenient).state, 'paused');
  });
  test('a later reopening does not start it again', () => {
    const ticket = toldTicket(
      act('accepted', MINUTE),
      act('resolved', HOUR, 'engineer'),
      act('reopened', 2 * HOUR, 'employee', {}),
    );
    assert.equal(clock(ticket, 'reaction', 3 * HOUR).stoppedAt, instant(MINUTE));
  });
});

describe('resolution "starts at registration, stops at resolved. Reopening continues it, never restarts it"', () => {
  const resolved = act('resolved', HOUR, 'engineer');
  const reopened = act('reopened', 90 * MINUTE, 'employee');

  test('resolved stops it', () => {
    const { state, stoppedAt, elapsedMs } = clock(toldTicket(resolved), 'resolution', 9 * HOUR);
    assert.deepEqual({ state, stoppedAt, elapsedMs }, { state: 'met', stoppedAt: instant(HOUR), elapsedMs: HOUR });
  });
  test('reopened it runs on, and the gap since resolved counts', () => {
    const { state, startedAt, elapsedMs, dueAt } = clock(toldTicket(resolved, reopened), 'resolution', 100 * MINUTE);
    assert.deepEqual(
      { state, startedAt, elapsedMs, dueAt },
      { state: 'running', startedAt: instant(0), elapsedMs: 100 * MINUTE, dueAt: instant(2 * HOUR) },
    );
  });
  test('resolved again it stops there', () => {
    const again = toldTicket(resolved, reopened, act('resolved', 3 * HOUR, 'engineer'));
    const { state, stoppedAt } = clock(again, 'resolution', 9 * HOUR);
    assert.deepEqual({ state, stoppedAt }, { state: 'breached', stoppedAt: instant(3 * HOUR) });
  });
  test('a restoration does not stop it', () =>
    assert.equal(clock(toldTicket(act('restored', HOUR)), 'resolution', 90 * MINUTE).state, 'running'));
  test('the confirmation after it moves nothing', () => {
    const ticket = toldTicket(resolved, act('confirmed', 5 * HOUR, 'employee'));
    assert.equal(clock(ticket, 'resolution', 9 * HOUR).stoppedAt, instant(HOUR));
  });
});

describe('arrival', () => {
  const network = recategorised('network', 0);

  test('is promised only where the norm has one', () => {
    assert.equal(clock(toldTicket(), 'arrival', MINUTE), undefined);
    assert.equal(clock(toldTicket(network), 'arrival', MINUTE).dueAt, instant(HOUR));
  });
  test('"stops at arrived"', () => {
    const ticket = toldTicket(network, act('arrived', 30 * MINUTE, 'engineer', { inside: true }));
    assert.equal(clock(ticket, 'arrival', 9 * HOUR).stoppedAt, instant(30 * MINUTE));
  });
  test('is not waited for any more once a remote fix is done, and again when it is reopened', () => {
    const fixed = [network, act('resolved', 30 * MINUTE, 'engineer')];
    assert.equal(clock(toldTicket(...fixed), 'arrival', 9 * HOUR).state, 'met');
    const again = toldTicket(...fixed, act('reopened', 40 * MINUTE, 'employee'));
    assert.equal(clock(again, 'arrival', 50 * MINUTE).state, 'running');
  });
});

describe('the end of a ticket ends what still runs, as it stood', () => {
  test('cancelled before due: met, and the exclusion says whether it counts', () => {
    const ticket = toldTicket(act('cancelled', 10 * MINUTE, 'employee', { exclusion: 'x1' }));
    assert.deepEqual(
      clocksOf(ticket, policy, START + 9 * HOUR).map(({ kind, state, stoppedAt }) => [kind, state, stoppedAt]),
      [
        ['reaction', 'met', instant(10 * MINUTE)],
        ['resolution', 'met', instant(10 * MINUTE)],
      ],
    );
  });
  test('"Withdrawn after a breach still counts as breached"', () => {
    const ticket = toldTicket(act('cancelled', HOUR, 'employee', { exclusion: 'x1' }));
    assert.equal(clock(ticket, 'reaction', 9 * HOUR).state, 'breached');
  });
  test('cancelled while paused: the pause is cut and the due time known', () => {
    const ticket = toldTicket(paused('a', HOUR), act('cancelled', 5 * HOUR, 'employee', { exclusion: 'x1' }));
    const { state, dueAt, elapsedMs } = clock(ticket, 'resolution', 9 * HOUR);
    assert.deepEqual({ state, dueAt, elapsedMs }, { state: 'met', dueAt: instant(6 * HOUR), elapsedMs: HOUR });
  });
});

test('a ticket for which the contract promises nothing has no clocks', () =>
  assert.deepEqual(clocksOf(toldTicket(), { ...policy, norms: [] }, START), []));

test('a moment before the last change is read as that change', () =>
  assert.equal(clock(toldTicket(act('accepted', MINUTE)), 'resolution', 0).asOf, instant(MINUTE)));
