import type { Work } from './client.ts';

/** A position of the price list as a scenario uses it. */
export const work = (code: string, quantity = '1', billing?: Work['billing']): Work => ({
  code,
  quantity,
  ...(billing && { billing }),
});
