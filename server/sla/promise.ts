import type { PromiseAnswer } from '../contract/portal.ts';
import type { Policy } from '../contract/sla.ts';
import { PROMISED_KINDS } from './clocks.ts';
import { findNorm, type Classed } from './norm.ts';
import { targetMs } from './target.ts';

/**
 * What the contract promises for a ticket registered at a moment, before anything is sent.
 *
 * @param at milliseconds since the epoch
 */
export function promiseFor(policy: Policy, classed: Classed, at: number): PromiseAnswer['clocks'] {
  const norm = findNorm(policy, classed);
  return PROMISED_KINDS.flatMap((kind) => {
    const target = norm?.[kind];
    return target ? [{ kind, target, dueAt: new Date(at + targetMs(target)).toISOString() }] : [];
  });
}
