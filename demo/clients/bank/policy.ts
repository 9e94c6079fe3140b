import type { Policy } from '../client.ts';

/** Elapsed time, the self-service lobbies being open day and night. */
export const POLICY: Policy = {
  id: 'calloway-framework-2026',
  version: 1,
  norms: [
    {
      category: 'atm',
      priority: 'high',
      reaction: { elapsed: 'PT15M' },
      resolution: { elapsed: 'PT6H' },
      arrival: { elapsed: 'PT2H' },
    },
    {
      category: '*',
      priority: 'critical',
      reaction: { elapsed: 'PT10M' },
      resolution: { elapsed: 'PT4H' },
      arrival: { elapsed: 'PT1H' },
    },
    { category: '*', priority: 'high', reaction: { elapsed: 'PT30M' }, resolution: { elapsed: 'PT8H' } },
    { category: '*', priority: 'normal', reaction: { elapsed: 'PT4H' }, resolution: { elapsed: 'PT48H' } },
    { category: '*', priority: 'low', reaction: { elapsed: 'PT24H' }, resolution: { elapsed: 'P14D' } },
    { category: '*', priority: '*', reaction: { elapsed: 'PT24H' }, resolution: { elapsed: 'P14D' } },
  ],
  reactionStops: ['accepted', 'assigned'],
  pauses: {
    reaction: [],
    resolution: ['info_insufficient', 'awaiting_approval', 'no_access', 'customer_postponed', 'parts', 'force_majeure'],
    arrival: ['no_access', 'customer_postponed', 'force_majeure'],
  },
};
