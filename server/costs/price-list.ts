import { Refusal } from '../contract/faults.ts';
import { isCharged, priceLine, thousandthsOf, type Billing, type CostLine } from '../contract/money.ts';
import type { PricePosition } from '../contract/prices.ts';

/** A client's price list: by code, of several versions the earliest first. */
export type PriceList = ReadonlyMap<string, readonly PricePosition[]>;

/**
 * The version of a position that is valid on a day.
 *
 * @param date `2026-11-23`, in the client's zone
 * @throws Refusal `refused` where the list has none for that day
 */
export function positionOn(prices: PriceList, code: string, date: string): PricePosition {
  const versions = prices.get(code);
  if (!versions) throw new Refusal('refused', 'the price list has no such position', { pointer: '/code' });
  const valid = versions.find(({ validFrom = '', validTo = '9999' }) => validFrom <= date && date <= validTo);
  if (valid) return valid;
  const days = versions.map(({ validFrom, validTo }) => `${validFrom ?? '…'} to ${validTo ?? '…'}`).join(', ');
  throw new Refusal('refused', `"${code}" has no price on ${date}, the day of performance: it is valid ${days}`, {
    pointer: '/code',
  });
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
}

/**
 * Makes a cost line by the price list. What is not charged (`included`, `warranty`, `provider_cost`) shows 0 with its list value beside.
 *
 * @throws Refusal `refused` for a quantity or discount that makes no amount of money
 */
export function lineOf({ code, title, unit, ...price }: PricePosition, performed: Performed): CostLine {
  const { quantity, discount, billing, performer, id, state } = performed;
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
  const list = priceLine(price, thousandths, discount);
  if (!Number.isSafeInteger(list.total)) {
    throw new Refusal('refused', 'the amount would be larger than can be counted exactly', { pointer: '/quantity' });
  }
  return {
    id,
    code,
    title,
    quantity,
    unit,
    unitPrice: price.unitPrice,
    discount,
    vatRate: price.vatRate,
    billing,
    ...(isCharged(billing) ? list : { net: 0, vat: 0, total: 0 }),
    listTotal: list.total,
    performer,
    state,
  };
}
