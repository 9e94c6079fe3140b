import { Refusal } from '../contract/faults.ts';
import {
  isCharged,
  priceLine,
  thousandthsOf,
  type Billing,
  type CostLine,
  type PositionKind,
} from '../contract/money.ts';
import type { PricePosition } from '../contract/prices.ts';

/** Minor units. Thousands of such lines still sum exactly in a double. */
const LARGEST = 1e12;

/** A client's price list: by code, of several versions the earliest first. */
export type PriceList = ReadonlyMap<string, readonly PricePosition[]>;

const isValidOn = ({ validFrom = '', validTo = '9999' }: PricePosition, date: string): boolean =>
  validFrom <= date && date <= validTo;

/**
 * The version of a position that is valid on a day.
 *
 * @param date `2026-11-23`, in the client's zone
 * @throws Refusal `refused` where the list has none for that day
 */
export function positionOn(prices: PriceList, code: string, date: string): PricePosition {
  const versions = prices.get(code);
  if (!versions) throw new Refusal('refused', 'the price list has no such position', { pointer: '/code' });
  const valid = versions.find((version) => isValidOn(version, date));
  if (valid) return valid;
  const days = versions.map(({ validFrom, validTo }) => `${validFrom ?? '…'} to ${validTo ?? '…'}`).join(', ');
  throw new Refusal('refused', `"${code}" has no price on ${date}, the day of performance: it is valid ${days}`, {
    pointer: '/code',
  });
}

/** What the list adds by itself on a day. */
export const automaticOn = (prices: PriceList, date: string): readonly PricePosition[] =>
  [...prices.values()].flat().filter((position) => position.automatic && isValidOn(position, date));

/** What a line is made from: a position of the price list, or the line itself, which keeps what it was made with. */
export interface LineBase extends Pick<PricePosition, 'code' | 'title' | 'unit' | 'unitPrice' | 'vatRate' | 'prices'> {
  readonly kind: PositionKind;
  readonly of?: readonly PositionKind[];
  readonly least?: number;
}

/** What a cost line takes from who adds it; everything else comes from the price list. */
export interface Performed {
  readonly quantity: string;
  /** Basis points. */
  readonly discount: number;
  readonly billing: Billing;
  readonly performer: CostLine['performer'];
  readonly id: string;
  readonly state: CostLine['state'];
  readonly performedOn: string;
  readonly arrival?: number;
  readonly automatic?: true;
}

/**
 * Makes a cost line by the price list. What is not charged (`included`, `warranty`, `provider_cost`) shows 0 with its list value beside.
 *
 * @throws Refusal `refused` for a quantity or discount that makes no amount of money
 */
export function lineOf(base: LineBase, performed: Performed): CostLine {
  const { code, title, unit, kind, unitPrice, vatRate, prices, of, least } = base;
  const { quantity, discount, billing, performer, id, state, performedOn, arrival, automatic } = performed;
  const thousandths = thousandthsOf(quantity);
  if (thousandths === undefined) {
    throw new Refusal(
      'refused',
      `"${quantity}" is no quantity: it takes a decimal number above 0 with at most three places`,
      { pointer: '/quantity' },
    );
  }
  if (!Number.isInteger(discount) || discount < 0 || discount > 10_000) {
    throw new Refusal('refused', 'a discount is given in basis points, from 0 to 10000', { pointer: '/discount' });
  }
  const list = priceLine({ unitPrice, vatRate, prices }, thousandths, discount);
  if (list.total > LARGEST) {
    throw new Refusal('refused', 'the amount would be larger than can be summed exactly', { pointer: '/quantity' });
  }
  return {
    id,
    code,
    title,
    kind,
    quantity,
    unit,
    unitPrice,
    prices,
    discount,
    vatRate,
    billing,
    ...(isCharged(billing) ? list : { net: 0, vat: 0, total: 0 }),
    listTotal: list.total,
    performer,
    state,
    performedOn,
    ...(arrival !== undefined && { arrival }),
    ...(automatic && { automatic }),
    ...(of && { of }),
    ...(least !== undefined && { least }),
  };
}
