import type { CostLine } from '../contract/money.ts';
import type { PricePosition } from '../contract/prices.ts';
import type { LineBase } from './price-list.ts';

/** The unit price and the quantity of a line that counts other lines. */
export interface Counted {
  /** Minor units. */
  readonly unitPrice: number;
  readonly quantity: string;
}

const FULL = 10_000;

/** Basis points as a quantity: 12500 is 1.25. */
export const quantityOf = (share: number): string => String(share / FULL);

/** A position as a line is made from it: what a coefficient or a minimum comes to is counted from the visit's lines. */
export function baseOf({ code, title, unit, kind, unitPrice, vatRate, prices, of }: PricePosition): LineBase {
  const base = { code, title, unit, kind, unitPrice, vatRate, prices };
  if (!of) return base;
  return kind === 'minimum' ? { ...base, unitPrice: 0, of, least: unitPrice } : { ...base, unitPrice: 0, of };
}

/**
 * What a line that counts others is computed from: a coefficient is a share of what the visit's charged lines of its kinds come to, a
 * minimum what they lack to its amount. Nets where it is priced net, totals where gross. Undefined: nothing charged that it would count, or
 * the minimum is reached; then there is no such line.
 *
 * @param share of a coefficient, as its quantity
 * @param visit the lines of the same visit
 */
export function countLines(base: LineBase, share: string, visit: readonly CostLine[]): Counted | undefined {
  const counted = visit.filter(({ kind = 'work' }) => base.of!.includes(kind));
  const sum = counted.reduce((all, { net, total }) => all + (base.prices === 'gross' ? total : net), 0);
  if (sum === 0) return undefined;
  if (base.least === undefined) return { unitPrice: sum, quantity: share };
  return sum < base.least ? { unitPrice: base.least - sum, quantity: '1' } : undefined;
}
