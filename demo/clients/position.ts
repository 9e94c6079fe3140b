import { words, type Words } from '../words.ts';
import type { PositionKind, PricePosition } from './client.ts';

/** Units of price lists. */
export const UNITS = {
  piece: words('pc', 'шт.'),
  hour: words('h', 'ч'),
  visit: words('visit', 'выезд'),
  metre: words('m', 'м'),
  km: words('km', 'км'),
  litre: words('l', 'л'),
  set: words('set', 'компл.'),
  share: words('surcharge', 'надбавка'),
} as const satisfies Readonly<Record<string, Words>>;

/** One row of a price list, `price` in whole units of the currency. */
export type Row = readonly [code: string, en: string, ru: string, unit: keyof typeof UNITS, price: number];

/** Rows of one kind, net, with one rate of VAT in basis points (null: without VAT). */
export const positions = (vatRate: number | null, kind: PositionKind, rows: readonly Row[]): readonly PricePosition[] =>
  rows.map(([code, en, ru, unit, price]) => ({
    code,
    title: words(en, ru),
    unit: UNITS[unit],
    kind,
    unitPrice: Math.round(price * 100),
    vatRate,
    prices: 'net',
  }));
