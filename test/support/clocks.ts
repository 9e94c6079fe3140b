import type { Clock } from '../../server/contract/clock.ts';
import type { Policy } from '../../server/contract/sla.ts';
import type { Ticket } from '../../server/contract/ticket.ts';
import { clocksOf } from '../../server/sla/clocks.ts';
import { START, type Told } from './told-ticket.ts';

/** Norms of elapsed time: priorities p1 to p3, and a category with an arrival. */
export const policy: Policy = {
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
export const clock = (ticket: Ticket, kind: string, after: number, by = policy): Clock =>
  clocksOf(ticket, by, START + after).find((one) => one.kind === kind)!;

export const act = (type: Told['type'], after: number, by: Told['by'] = 'dispatcher', data = {}): Told => ({
  after,
  type,
  by,
  data,
});
export const prioritised = (priority: string, after: number) => act('prioritised', after, 'dispatcher', { priority });
export const recategorised = (category: string, after: number) =>
  act('recategorised', after, 'dispatcher', { category });
