import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { readClock } from '../../../server/contract/clock.ts';
import type { Policy } from '../../../server/contract/sla.ts';
import type { Ticket } from '../../../server/contract/ticket.ts';
import { clocksOf, PROMISED_KINDS } from '../../../server/sla/clocks.ts';
import { explainClock } from '../../../server/sla/explain.ts';
import { paused, resumed, START, toldTicket, type Told } from '../../support/told-ticket.ts';

const policy: Policy = {
  id: 'main',
  version: 1,
  norms: [
    {
      category: '*',
      priority: 'p1',
      reaction: { elapsed: 'PT3S' },
      resolution: { elapsed: 'PT10S' },
      arrival: { elapsed: 'PT5S' },
    },
    { category: '*', priority: 'p2', reaction: { elapsed: 'PT6S' }, resolution: { elapsed: 'PT20S' } },
    { category: '*', priority: 'p3', resolution: { elapsed: 'PT0S' } },
  ],
  reactionStops: ['accepted', 'assigned', 'commented'],
  pauses: { reaction: ['force_majeure'], resolution: ['parts', 'no_access'], arrival: ['no_access'] },
};

const step = fc.record({
  wait: fc.integer({ min: 0, max: 6000 }),
  what: fc.constantFrom('accepted', 'arrived', 'resolved', 'reopened', 'prioritised', 'paused', 'resumed', 'cancelled'),
  pause: fc.constantFrom('a', 'b', 'c'),
  reason: fc.constantFrom('parts', 'no_access', 'force_majeure'),
  priority: fc.constantFrom('p1', 'p2', 'p3'),
  earlier: fc.integer({ min: 0, max: 8000 }),
});

/** Any course of a ticket, also such as no stage would allow. */
const tickets = fc.array(step, { maxLength: 9 }).map((steps): { ticket: Ticket; last: number } => {
  let after = 0;
  const told = steps.map(({ wait, what, pause, reason, priority, earlier }, index): Told => {
    after += wait;
    if (what === 'paused') return paused(`${pause}${index}`, after, reason, after - earlier);
    if (what === 'resumed') {
      const open = steps.findIndex((one, i) => i < index && one.what === 'paused' && one.pause === pause);
      return resumed(open < 0 ? 'none' : `${pause}${open}`, after);
    }
    const data = what === 'prioritised' ? { priority } : what === 'cancelled' ? { exclusion: 'x' } : {};
    return { after, type: what as Told['type'], by: 'dispatcher', data };
  });
  return { ticket: toldTicket(...told), last: START + after };
});
const moment = fc.integer({ min: 0, max: 40_000 });

describe('for any course of a ticket', () => {
  test('a clock read later says what the server would say then, when nothing happens between', () => {
    fc.assert(
      fc.property(tickets, moment, moment, ({ ticket, last }, one, other) => {
        const [before, later] = [last + Math.min(one, other), last + Math.max(one, other)];
        const then = clocksOf(ticket, policy, later);
        const read = clocksOf(ticket, policy, before).map((clock) => readClock(clock, later));
        assert.deepEqual(
          read,
          then.map(({ state, elapsedMs, targetMs }) => ({ state, elapsedMs, leftMs: targetMs - elapsedMs })),
        );
      }),
      { numRuns: 1000 },
    );
  });

  test('there is no third case: stopped is met or breached by its due time, not stopped never met', () => {
    fc.assert(
      fc.property(tickets, moment, ({ ticket, last }, wait) => {
        for (const { state, stoppedAt, dueAt } of clocksOf(ticket, policy, last + wait)) {
          const due = dueAt === null ? Infinity : Date.parse(dueAt);
          if (stoppedAt) assert.equal(state, Date.parse(stoppedAt) <= due ? 'met' : 'breached');
          else assert.equal(state === 'breached', last + wait > due);
        }
      }),
    );
  });

  test('the arithmetic adds up: stretches without a gap, their sum what the clock shows', () => {
    fc.assert(
      fc.property(tickets, moment, ({ ticket, last }, wait) => {
        for (const kind of PROMISED_KINDS) {
          const explained = explainClock(ticket, policy, kind, last + wait);
          if (!explained) continue;
          const { clock, stretches, sumMs } = explained;
          const ends = [clock.startedAt, ...stretches.map(({ to }) => to)];
          assert.deepEqual(
            stretches.map(({ from }) => from),
            ends.slice(0, -1),
          );
          assert.equal(ends.at(-1), clock.stoppedAt ?? clock.asOf);
          const counted = stretches.filter((stretch) => stretch.kind === 'counted');
          const sum = counted.reduce((all, { from, to }) => all + Date.parse(to) - Date.parse(from), 0);
          assert.equal(sum, sumMs);
          assert.equal(sumMs, clock.elapsedMs);
        }
      }),
    );
  });
});
