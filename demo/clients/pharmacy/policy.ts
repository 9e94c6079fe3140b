import type { Policy } from '../client.ts';

/** The contract's norms: elapsed time, by category and priority, `*` for any. */
export const POLICY: Policy = {
  id: 'apteka-one-2026',
  version: 1,
  norms: [
    {
      category: 'refrigeration',
      priority: 'p1',
      reaction: { elapsed: 'PT10M' },
      resolution: { elapsed: 'PT3H' },
      arrival: { elapsed: 'PT1H' },
    },
    {
      category: 'till',
      priority: 'p1',
      reaction: { elapsed: 'PT15M' },
      resolution: { elapsed: 'PT4H' },
      arrival: { elapsed: 'PT2H' },
    },
    { category: '*', priority: 'p1', reaction: { elapsed: 'PT15M' }, resolution: { elapsed: 'PT4H' } },
    { category: '*', priority: 'p2', reaction: { elapsed: 'PT1H' }, resolution: { elapsed: 'PT24H' } },
    { category: '*', priority: 'p3', reaction: { elapsed: 'PT4H' }, resolution: { elapsed: 'P5D' } },
    { category: '*', priority: '*', reaction: { elapsed: 'PT4H' }, resolution: { elapsed: 'P5D' } },
  ],
  reactionStops: ['accepted', 'assigned', 'commented'],
  pauses: {
    reaction: [],
    resolution: ['info_insufficient', 'awaiting_approval', 'no_access', 'customer_postponed', 'parts', 'force_majeure'],
    arrival: ['no_access', 'customer_postponed', 'force_majeure'],
  },
};
