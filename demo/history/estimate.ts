import type { Client, PricePosition, Site, Work } from '../clients/client.ts';

const FULL = 10_000;

/** A visit's works in codes of the site's own list. */
export const worksAt = (works: readonly Work[], { codes = '' }: Site): readonly Work[] =>
  works.map((work) => ({ ...work, code: `${codes}${work.code}` }));

/**
 * What a visit may come to at most, minor units with VAT: with all that the price list adds by itself. Better asked once too often than left
 * without an approval for ever.
 *
 * @param isOdd at night or at a weekend
 */
export function mostOf({ prices }: Client, works: readonly Work[], isOdd: boolean): number {
  const charged = works.filter(({ billing }) => billing === undefined);
  if (charged.length === 0) return 0;
  const sum = charged.reduce(
    (total, { code, quantity }) => total + grossOf(latest(prices, code)) * Number(quantity),
    0,
  );
  const added = prices.filter(({ automatic }) => automatic);
  const of = (kind: PricePosition['kind']): readonly PricePosition[] => added.filter((one) => one.kind === kind);
  const callOut = Math.max(0, ...of('call_out').map(grossOf));
  const minimum = Math.max(0, ...of('minimum').map(grossOf));
  const share = isOdd ? Math.max(0, ...of('coefficient').map((one) => one.share ?? 0)) : 0;
  return (Math.max(sum + callOut, minimum) * (FULL + share)) / FULL;
}

const latest = (prices: readonly PricePosition[], code: string): PricePosition | undefined =>
  prices.findLast((one) => one.code === code);

const grossOf = (position: PricePosition | undefined): number =>
  position ? (position.unitPrice * (FULL + (position.prices === 'net' ? (position.vatRate ?? 0) : 0))) / FULL : 0;
