import type { Norm, Policy } from '../contract/sla.ts';

/** What a ticket is, as far as the contract's norms ask. */
export interface Classed {
  readonly category: string;
  readonly priority: string;
}

/**
 * The norm that holds for a category and a priority: the one that names both, else the category's own for any priority, else the
 * priority's for any category, else the one for everything. Undefined where the contract promises nothing.
 */
export function findNorm({ norms }: Policy, { category, priority }: Classed): Norm | undefined {
  const named = (c: string, p: string) => norms.find((norm) => norm.category === c && norm.priority === p);
  return named(category, priority) ?? named(category, '*') ?? named('*', priority) ?? named('*', '*');
}
