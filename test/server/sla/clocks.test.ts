import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Policy } from '../../../server/contract/sla.ts';
import type { Ticket } from '../../../server/contract/ticket.ts';
import { clocksOf } from '../../../server/sla/clocks.ts';
import { HOUR, instant, MINUTE, paused, resumed, START, toldTicket, type Told } from '../../support/told-ticket.ts';

const policy: Policy = {
  id: 'main',
  version: 1,
  norms: [
    { category: '*', priority: 'p1', reaction: { elapsed: 'PT15M' }, resolution: { elapsed: 'PT2H' } },
    { category: '*', priority: 'p2', reaction: { elapsed: 'PT1H' }, resolution: { elapsed: 'P2D' } },
    { category: '*', priority: 'p3', resolution: { elapsed: 'P30D' } },
    { category: 'network', priority: 'p1', resolution: { elapsed: 'PT4H' }, arrival: { elapsed: 'PT1H' } },
  ],
  reactionStops: ['accepted', 'assigned', 'commented'],
  pauses: { reaction: [], resolution: ['parts', 'no_access', 'awaiting_approval'], arrival: ['no_access'] },
};

/** The clock of a kind, `after` milliseconds after the registration. */
const clock = (ticket: Ticket, kind: string, after: number, by = policy) =>
  clocksOf(ticket, by, START + after).find((one) => one.kind === kind)!;

const act = (type: Told['type'], after: number, by: Told['by'] = 'dispatcher', data = {}): Told => ({
  after,
  type,
  by,
  data,
});
const prioritised = (priority: string, after: number) => act('prioritised', after, 'dispatcher', { priority });
const recategorised = (category: string, after: number) => act('recategorised', after, 'dispatcher', { category });

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

test('a ticket for which the contract promises nothing has no clocks', () =>
  assert.deepEqual(clocksOf(toldTicket(), { ...policy, norms: [] }, START), []));

test('a moment before the last change is read as that change', () =>
  assert.equal(clock(toldTicket(act('accepted', MINUTE)), 'resolution', 0).asOf, instant(MINUTE)));
