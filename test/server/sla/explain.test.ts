import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Policy } from '../../../server/contract/sla.ts';
import { explainClock } from '../../../server/sla/explain.ts';
import { HOUR, instant, MINUTE, paused, resumed, START, toldTicket } from '../../support/told-ticket.ts';

const policy: Policy = {
  id: 'main',
  version: 3,
  norms: [
    { category: '*', priority: 'p1', reaction: { elapsed: 'PT15M' }, resolution: { elapsed: 'PT2H' } },
    { category: '*', priority: 'p3', resolution: { elapsed: 'P30D' } },
  ],
  reactionStops: ['accepted'],
  pauses: { reaction: [], resolution: ['parts', 'no_access'], arrival: [] },
};

test('"Every clock opens into its arithmetic": counted stretches, each pause with reason and person, version, sum', () => {
  const ticket = toldTicket(
    paused('a', 30 * MINUTE),
    paused('b', 40 * MINUTE, 'no_access'),
    resumed('a', 50 * MINUTE),
    resumed('b', HOUR),
  );
  const { clock, ...arithmetic } = explainClock(ticket, policy, 'resolution', START + 90 * MINUTE)!;
  assert.deepEqual(arithmetic, {
    stretches: [
      { from: instant(0), to: instant(30 * MINUTE), kind: 'counted' },
      { from: instant(30 * MINUTE), to: instant(50 * MINUTE), kind: 'paused', reason: 'parts', person: 'the-engineer' },
      { from: instant(50 * MINUTE), to: instant(HOUR), kind: 'paused', reason: 'no_access', person: 'the-engineer' },
      { from: instant(HOUR), to: instant(90 * MINUTE), kind: 'counted' },
    ],
    target: { elapsed: 'PT2H' },
    grace: null,
    policy: { id: 'main', version: 3 },
    sumMs: HOUR,
  });
  assert.equal(clock.dueAt, instant(150 * MINUTE));
});

test('a grace after a tightened priority is part of the arithmetic', () => {
  const change = (priority: string, after: number) => ({ after, type: 'prioritised', data: { priority } }) as const;
  const ticket = toldTicket(change('p3', 0), change('p1', 5 * HOUR));
  const { target, grace } = explainClock(ticket, policy, 'resolution', START + 6 * HOUR)!;
  assert.deepEqual(
    { target, grace },
    {
      target: { elapsed: 'PT2H' },
      grace: { changedAt: instant(5 * HOUR), ms: 15 * MINUTE },
    },
  );
});

test('a clock that the contract does not promise has no arithmetic', () =>
  assert.equal(explainClock(toldTicket(), policy, 'arrival', START), undefined));
