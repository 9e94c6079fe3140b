import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { PersonId } from '../../server/contract/ids.ts';
import {
  chargedByMonth,
  pendingIn,
  priceLine,
  roundDiv,
  sumOf,
  thousandthsOf,
  vatByRate,
  type Billing,
  type CostLine,
  type CostState,
} from '../../server/contract/money.ts';
import { countLines } from '../../server/costs/counted-lines.ts';
import { lineOf } from '../../server/costs/price-list.ts';

/** An exact fraction, by which everything here is reckoned once more, slowly. */
interface Fraction {
  readonly n: bigint;
  readonly d: bigint;
}
const of = (n: bigint, d = 1n): Fraction => ({ n, d });
const times = (a: Fraction, b: Fraction): Fraction => of(a.n * b.n, a.d * b.d);
const plus = (a: Fraction, b: Fraction): Fraction => of(a.n * b.d + b.n * a.d, a.d * b.d);
const isLess = (a: Fraction, b: Fraction): boolean => a.n * b.d < b.n * a.d;

/** Counts up by ever smaller steps to the nearest integer of a fraction that is not negative; the half goes up, away from zero. */
function nearest(value: Fraction): bigint {
  let whole = 0n;
  for (let step = 1n << 120n; step > 0n; step >>= 1n) if (!isLess(value, of(whole + step))) whole += step;
  return isLess(value, plus(of(whole), of(1n, 2n))) ? whole : whole + 1n;
}

const thousandths = fc.bigInt({ min: 1n, max: 4n * 10n ** 6n });
/** So large that a product of doubles would be wrong. */
const unitPrice = fc.integer({ min: 0, max: 10 ** 8 });
const basisPoints = fc.integer({ min: 0, max: 10_000 });
const vatRate = fc.option(basisPoints);
const prices = fc.constantFrom<'net' | 'gross'>('net', 'gross');
const billing = fc.constantFrom<Billing>('billable', 'client_fault', 'included', 'warranty', 'provider_cost');
const state = fc.constantFrom<CostState>('within_limit', 'awaiting', 'approved', 'disputed');
const month = fc.constantFrom('2026-11', '2026-12');
const kind = fc.constantFrom<'work' | 'part' | 'call_out'>('work', 'part', 'call_out');

const written = (n: bigint): string => `${n / 1000n}.${String(n % 1000n).padStart(3, '0')}`;

const made = fc.record({ thousandths, unitPrice, discount: basisPoints, vatRate, prices, billing, state, month, kind });
type Made = typeof made extends fc.Arbitrary<infer T> ? T : never;

const toLine = ({ thousandths: n, discount, billing: billed, state: stands, month: of11, ...price }: Made, i: number) =>
  lineOf(
    { code: `C${i}`, title: 'Work', unit: 'h', ...price },
    {
      quantity: written(n),
      discount,
      billing: billed,
      performer: 'marat' as PersonId,
      id: `l${i}`,
      state: stands,
      performedOn: `${of11}-15`,
    },
  );

/** The three sums of a line by the words of the contract: net, VAT and gross. */
function slowly({ thousandths: n, unitPrice: price, discount, vatRate: rate, prices: by }: Made) {
  const amount = nearest(times(times(of(n, 1000n), of(BigInt(price))), of(10_000n - BigInt(discount), 10_000n)));
  const r = of(BigInt(rate ?? 0), 10_000n);
  if (by === 'net') {
    const vat = nearest(times(of(amount), r));
    return { net: amount, vat, total: amount + vat };
  }
  const vat = nearest(times(of(amount), of(r.n, r.n + r.d)));
  return { net: amount - vat, vat, total: amount };
}

const CHARGED: readonly string[] = ['billable', 'client_fault'];
const asBigInts = (sums: Pick<CostLine, 'net' | 'vat' | 'total'>) => ({
  net: BigInt(sums.net),
  vat: BigInt(sums.vat),
  total: BigInt(sums.total),
});

describe('money is what exact fractions say', () => {
  test('rounding is half away from zero, on both sides of it', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }),
        fc.bigInt({ min: 1n, max: 10n ** 12n }),
        (a, b) => {
          const size = nearest(of(a < 0n ? -a : a, b));
          assert.equal(roundDiv(a, b), a < 0n ? -size : size);
        },
      ),
    );
  });

  test('a quantity with up to three places is read exactly, and nothing else is one', () => {
    fc.assert(
      fc.property(thousandths, (n) => {
        assert.equal(thousandthsOf(written(n)), n);
        assert.equal(thousandthsOf(written(n).replace(/\.?0+$/, '')), n);
      }),
    );
    fc.assert(
      fc.property(fc.string(), (text) => {
        const isOne = /^\d{1,9}(\.\d{1,3})?$/.test(text) && Number(text) > 0;
        assert.equal(thousandthsOf(text) !== undefined, isOne);
      }),
    );
  });

  test('a line: quantity, discount, VAT on top and VAT within', () => {
    fc.assert(
      fc.property(made, (one) => {
        const line = toLine(one, 0);
        const slow = slowly(one);
        assert.equal(BigInt(line.listTotal), slow.total);
        assert.deepEqual(asBigInts(line), CHARGED.includes(one.billing) ? slow : { net: 0n, vat: 0n, total: 0n });
        for (const sum of [line.net, line.vat, line.total]) assert.ok(Number.isSafeInteger(sum) && sum >= 0);
      }),
      { numRuns: 500 },
    );
  });

  test('also where the product on the way is larger than a double can hold', () => {
    const { total } = priceLine({ unitPrice: 999_999_999_999, vatRate: 2200, prices: 'gross' }, 9_007_199_254n, 9999);
    assert.equal(BigInt(total), nearest(of(999_999_999_999n * 9_007_199_254n, 10_000_000n)));
  });

  test('a ticket: VAT per line is the sum of the lines’, per rate that of the summed nets, rounded once', () => {
    fc.assert(
      fc.property(fc.array(made, { maxLength: 12 }), (all) => {
        const lines = all.map(toLine);
        const charged = all
          .filter((one) => CHARGED.includes(one.billing))
          .map((one) => ({ rate: one.vatRate, ...slowly(one) }));
        const net = charged.reduce((sum, one) => sum + one.net, 0n);
        const perLine = charged.reduce((sum, one) => sum + one.vat, 0n);
        assert.deepEqual(asBigInts(sumOf(lines, 'line')), { net, vat: perLine, total: net + perLine });

        const rates = [...new Set(charged.map(({ rate }) => rate))];
        const byRate = rates.map((rate) => {
          const nets = charged.filter((one) => one.rate === rate).reduce((sum, one) => sum + one.net, 0n);
          return { rate, net: nets, vat: nearest(times(of(nets), of(BigInt(rate ?? 0), 10_000n))) };
        });
        const perRate = byRate.reduce((sum, { vat }) => sum + vat, 0n);
        assert.deepEqual(asBigInts(sumOf(lines, 'rate')), { net, vat: perRate, total: net + perRate });
        assert.deepEqual(
          vatByRate(lines, 'rate').map((one) => ({ ...one, net: BigInt(one.net), vat: BigInt(one.vat) })),
          byRate,
        );
      }),
      { numRuns: 300 },
    );
  });

  test('what waits and what a month is charged are sums of its lines, and never negative', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(made, fc.integer({ min: 0, max: 10 ** 10 })), { maxLength: 12 }), (all) => {
        const lines = all.map(([one, approved], i) => ({ ...toLine(one, i), approved }));
        for (const states of [[], ['awaiting'], ['awaiting', 'disputed']] as const) {
          const own = lines.filter((line) => states.length === 0 || (states as readonly string[]).includes(line.state));
          const slow = own
            .filter((line) => line.state !== 'approved' && line.total > line.approved)
            .reduce((sum, line) => sum + BigInt(line.total) - BigInt(line.approved), 0n);
          assert.equal(BigInt(pendingIn(lines, ...states)), slow);
        }
        for (const each of ['2026-11', '2026-12']) {
          const slow = lines
            .filter((line) => line.performedOn!.startsWith(each))
            .reduce((sum, line) => sum + BigInt(line.total), 0n);
          assert.equal(BigInt(chargedByMonth(lines).get(each) ?? 0), slow);
        }
      }),
      { numRuns: 200 },
    );
  });

  test('a coefficient is its share of the nets or totals that it counts, a minimum what they lack', () => {
    const share = fc.bigInt({ min: 1n, max: 10_000n });
    const counting = {
      code: 'X',
      title: 'X',
      unit: 'x',
      kind: 'coefficient',
      unitPrice: 0,
      of: ['work', 'part'],
    } as const;
    fc.assert(
      fc.property(fc.array(made, { maxLength: 8 }), share, vatRate, prices, unitPrice, (all, part, rate, by, least) => {
        const lines = all.map(toLine);
        const base = { ...counting, vatRate: rate, prices: by };
        const sum = all
          .filter((one) => CHARGED.includes(one.billing) && one.kind !== 'call_out')
          .reduce((total, one) => total + slowly(one)[by === 'net' ? 'net' : 'total'], 0n);
        const counted = countLines(base, written(part), lines);
        assert.equal(counted !== undefined, sum > 0n);
        if (counted) {
          const { net, total } = priceLine(
            { ...base, unitPrice: counted.unitPrice },
            thousandthsOf(counted.quantity)!,
            0,
          );
          assert.equal(BigInt(by === 'net' ? net : total), nearest(times(of(part, 1000n), of(sum))));
        }
        const topped = countLines({ ...base, kind: 'minimum', least }, '1', lines);
        const lacks = BigInt(least) - sum;
        assert.equal(BigInt(topped?.unitPrice ?? 0), sum > 0n && lacks > 0n ? lacks : 0n);
      }),
      { numRuns: 300 },
    );
  });
});

test('the contract’s own example: three lines of 10.07 at 22 % are 6.66 or 6.65', () => {
  const three = [0, 1, 2].map((i) =>
    toLine(
      {
        thousandths: 1000n,
        unitPrice: 10_07,
        discount: 0,
        vatRate: 2200,
        prices: 'net',
        billing: 'billable',
        state: 'within_limit',
        month: '2026-11',
        kind: 'work',
      },
      i,
    ),
  );
  assert.deepEqual(sumOf(three, 'line'), { net: 30_21, vat: 6_66, total: 36_87 });
  assert.deepEqual(sumOf(three, 'rate'), { net: 30_21, vat: 6_65, total: 36_86 });
});
