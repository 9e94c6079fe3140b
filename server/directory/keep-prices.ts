import type { PricePosition } from '../contract/prices.ts';
import { refused, type Keep } from './keep-lists.ts';

const versionOf = ({ code, validFrom = '' }: PricePosition): string => JSON.stringify([code, validFrom]);

const overlap = (a: PricePosition, b: PricePosition): boolean =>
  (a.validFrom ?? '') <= (b.validTo ?? '9999') && (b.validFrom ?? '') <= (a.validTo ?? '9999');

const daysOf = ({ validFrom, validTo }: PricePosition): string =>
  validFrom || validTo ? `from ${validFrom ?? 'the beginning'} to ${validTo ?? 'the end'}` : 'on every day';

/**
 * Adds versions of positions, or changes them. Two versions of a code that are valid on one day are refused: which of them a line of that day
 * would take could not be told. So is another kind, by which it is decided when a code may be charged. A cost line keeps the version that it was made with.
 */
export const keepPrices: Keep<PricePosition> = ({ prices }, { items, pointer, isWhole }) => {
  const next = new Map((isWhole ? [] : [...prices.values()].flat()).map((kept) => [versionOf(kept), kept]));
  const sent = new Map<string, number>();
  for (const [index, item] of items.entries()) {
    const version = versionOf(item);
    if (sent.has(version)) {
      const same = item.validFrom ? `"${item.code}" from ${item.validFrom} on` : `"${item.code}"`;
      throw refused(`${pointer}/${index}/code`, `${same} stands twice in this list`);
    }
    sent.set(version, index);
    next.set(version, item);
  }
  const byCode = Map.groupBy(next.values(), ({ code }) => code);
  for (const [index, item] of items.entries()) {
    const versions = byCode.get(item.code)!;
    const odd = versions.find(({ kind }) => kind !== item.kind);
    if (odd) {
      throw refused(
        `${pointer}/${index}/kind`,
        `"${item.code}" is of kind "${odd.kind}" ${daysOf(odd)}: what is charged otherwise has a code of its own`,
      );
    }
    const other = versions.find((one) => one !== item && overlap(one, item));
    if (!other || (sent.get(versionOf(other)) ?? -1) > index) continue;
    throw refused(
      `${pointer}/${index}/validFrom`,
      `"${item.code}" has a price that is valid ${daysOf(other)}: the days of two versions must not overlap`,
    );
  }
  const inOrder = (versions: readonly PricePosition[]): readonly PricePosition[] =>
    versions.toSorted((a, b) => ((a.validFrom ?? '') < (b.validFrom ?? '') ? -1 : 1));
  return { prices: [...byCode.values()].flatMap(inOrder) };
};
