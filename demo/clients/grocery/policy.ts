import type { Policy } from '../client.ts';

/** Elapsed time: shops are open from eight to eleven and deliveries come at night. */
export const POLICY: Policy = {
  id: 'shirota-2026',
  version: 1,
  norms: [
    {
      category: 'refrigeration',
      priority: 'goods',
      reaction: { elapsed: 'PT10M' },
      resolution: { elapsed: 'PT4H' },
      arrival: { elapsed: 'PT90M' },
    },
    {
      category: '*',
      priority: 'stop',
      reaction: { elapsed: 'PT10M' },
      resolution: { elapsed: 'PT3H' },
      arrival: { elapsed: 'PT1H' },
    },
    { category: '*', priority: 'goods', reaction: { elapsed: 'PT20M' }, resolution: { elapsed: 'PT6H' } },
    { category: '*', priority: 'usual', reaction: { elapsed: 'PT2H' }, resolution: { elapsed: 'PT36H' } },
    { category: '*', priority: 'planned', reaction: { elapsed: 'PT8H' }, resolution: { elapsed: 'P10D' } },
    { category: '*', priority: '*', reaction: { elapsed: 'PT8H' }, resolution: { elapsed: 'P10D' } },
  ],
  reactionStops: ['accepted', 'assigned', 'commented'],
  pauses: {
    reaction: [],
    resolution: ['info_insufficient', 'awaiting_approval', 'no_access', 'customer_postponed', 'parts', 'force_majeure'],
    arrival: ['no_access', 'customer_postponed', 'force_majeure'],
  },
};
