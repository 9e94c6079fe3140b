import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { Refusal } from '../../../server/contract/faults.ts';
import type { PersonId } from '../../../server/contract/ids.ts';
import { priceLine, sumOf, thousandthsOf, type Billing } from '../../../server/contract/money.ts';
import type { PricePosition } from '../../../server/contract/prices.ts';
import { lineOf, positionOn, type Performed } from '../../../server/costs/price-list.ts';

const position = (unitPrice: number, change: Partial<PricePosition> = {}): PricePosition => ({
  code: 'W-1',
  title: 'Replacing a fuse',
  unit: 'piece',
  kind: 'work',
  unitPrice,
  vatRate: 2200,
  prices: 'net',
  ...change,
});
const performed = (change: Partial<Performed> = {}): Performed => ({
  id: 'l1',
  quantity: '1',
  discount: 0,
  billing: 'billable',
  performer: 'marat' as PersonId,
  state: 'within_limit',
  performedOn: '2026-11-23',
  ...change,
});
const money = ({ net, vat, total, listTotal }: ReturnType<typeof lineOf>) => ({ net, vat, total, listTotal });

describe('a cost line', () => {
  test('carries what the price list says, and who did it', () => {
    assert.deepEqual(lineOf(position(100_00), performed({ quantity: '1.5', discount: 1000 })), {
      id: 'l1',
      code: 'W-1',
      title: 'Replacing a fuse',
      quantity: '1.5',
      unit: 'piece',
      kind: 'work',
      unitPrice: 100_00,
      prices: 'net',
      discount: 1000,
      vatRate: 2200,
      billing: 'billable',
      net: 135_00,
      vat: 29_70,
      total: 164_70,
      listTotal: 164_70,
      performer: 'marat',
      state: 'within_limit',
      performedOn: '2026-11-23',
    });
  });
  test('"with gross prices VAT = round(gross × r ÷ (1 + r))"', () =>
    assert.deepEqual(money(lineOf(position(122_00, { prices: 'gross' }), performed())), {
      net: 100_00,
      vat: 22_00,
      total: 122_00,
      listTotal: 122_00,
    }));
  test('without VAT its total is its net', () => {
    const line = lineOf(position(500, { vatRate: null }), performed());
    assert.deepEqual([line.vatRate, line.net, line.vat, line.total], [null, 500, 0, 500]);
  });
  test('rounds half away from zero', () =>
    assert.equal(lineOf(position(5, { vatRate: null }), performed({ quantity: '0.1' })).net, 1));

  const charged: readonly [Billing, boolean][] = [
    ['billable', true],
    ['client_fault', true],
    ['included', false],
    ['warranty', false],
    ['provider_cost', false],
  ];
  for (const [billing, is] of charged) {
    test(`${billing} ${is ? 'is charged' : 'shows 0 with the list value beside'}`, () => {
      const line = money(lineOf(position(100), performed({ billing })));
      assert.deepEqual(line, {
        ...(is ? { net: 100, vat: 22, total: 122 } : { net: 0, vat: 0, total: 0 }),
        listTotal: 122,
      });
    });
  }

  for (const quantity of ['0', '0.000', '-1', '1.2345', '1,5', '1e3', '', 'two', ' 1', '1234567890']) {
    test(`refuses "${quantity}" as a quantity`, () =>
      assert.throws(
        () => lineOf(position(100), performed({ quantity })),
        (error: unknown) =>
          error instanceof Refusal && error.code === 'refused' && error.details.pointer === '/quantity',
      ));
  }
  test('refuses an amount beyond what can be counted exactly', () =>
    assert.throws(() => lineOf(position(10 ** 12), performed({ quantity: '999999999.999' })), Refusal));
  for (const discount of [-1, 10_001, 0.5]) {
    test(`refuses a discount of ${discount} basis points`, () =>
      assert.throws(() => lineOf(position(100), performed({ discount })), Refusal));
  }
});

describe('"from the price list of its date"', () => {
  const versions = [
    position(100_00, { validTo: '2026-12-31', vatRate: 2000 }),
    position(110_00, { validFrom: '2027-01-01', validTo: '2027-06-30' }),
  ];
  const prices = new Map([['W-1', versions]]);
  const priceOn = (date: string) => positionOn(prices, 'W-1', date).unitPrice;

  test('the version of the day holds, both ends included', () =>
    assert.deepEqual(
      ['2020-02-29', '2026-12-31', '2027-01-01', '2027-06-30'].map(priceOn),
      [100_00, 100_00, 110_00, 110_00],
    ));
  test('a day without a price is refused with the days that have one', () =>
    assert.throws(
      () => priceOn('2027-07-01'),
      (error: unknown) =>
        error instanceof Refusal &&
        error.details.pointer === '/code' &&
        error.message.includes('"W-1" has no price on 2027-07-01') &&
        error.message.includes('2027-01-01 to 2027-06-30'),
    ));
  test('so is a code that there is not', () => assert.throws(() => positionOn(prices, 'W-2', '2026-01-01'), Refusal));
});

describe('the sum of a ticket', () => {
  const three = [1, 2, 3].map((n) => lineOf(position(10_07), performed({ id: `l${n}` })));

  test('"three lines of 10.07 at 22 % are 6.66" with VAT rounded per line', () =>
    assert.deepEqual(sumOf(three, 'line'), { net: 30_21, vat: 6_66, total: 36_87 }));
  test('"or 6.65" with VAT rounded per rate on the summed nets', () =>
    assert.deepEqual(sumOf(three, 'rate'), { net: 30_21, vat: 6_65, total: 36_86 }));
  test('sums each rate for itself', () => {
    const lines = [...three, lineOf(position(10_07, { vatRate: 1000 }), performed({ id: 'l4' }))];
    assert.equal(sumOf(lines, 'rate').vat, 6_65 + 1_01);
  });
});

/** An exact fraction. */
type Fraction = readonly [numerator: bigint, denominator: bigint];

/** Nearest integer, half away from zero, found by searching around the quotient and not by a formula. */
function nearest([numerator, denominator]: Fraction): bigint {
  const low = numerator / denominator - 1n;
  let best = low;
  for (const candidate of [low, low + 1n, low + 2n]) {
    const far = (n: bigint) => {
      const d = numerator - n * denominator;
      return d < 0n ? -d : d;
    };
    if (far(candidate) < far(best) || (far(candidate) === far(best) && candidate > best)) best = candidate;
  }
  return best;
}

test('every line equals the exact fractions, rounded once for the amount and once for the VAT', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 10 ** 8 }),
      fc.integer({ min: 1, max: 10 ** 7 }),
      fc.integer({ min: 0, max: 10_000 }),
      fc.integer({ min: 0, max: 10_000 }),
      fc.constantFrom<'net' | 'gross'>('net', 'gross'),
      (unitPrice, thousandths, discount, vatRate, prices) => {
        const whole = Math.floor(thousandths / 1000);
        const quantity = `${whole}.${String(thousandths % 1000).padStart(3, '0')}`;
        assert.equal(thousandthsOf(quantity), BigInt(thousandths));
        const { net, vat, total } = priceLine({ unitPrice, vatRate, prices }, BigInt(thousandths), discount);

        const amount = nearest([BigInt(thousandths) * BigInt(unitPrice) * BigInt(10_000 - discount), 10_000_000n]);
        const rate = BigInt(vatRate);
        const tax = nearest(prices === 'net' ? [amount * rate, 10_000n] : [amount * rate, 10_000n + rate]);
        assert.equal(BigInt(vat), tax);
        assert.equal(BigInt(prices === 'net' ? net : total), amount);
        assert.equal(net + vat, total);
      },
    ),
    { numRuns: 1000 },
  );
});
