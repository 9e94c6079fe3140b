import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { CONTRACT, openOffice } from '../../support/open-office.ts';

const [until, since, night] = CONTRACT.prices;
const minimum = {
  code: 'G-005',
  title: 'Minimum charge',
  unit: 'visit',
  kind: 'minimum',
  unitPrice: 150_000,
  vatRate: 2200,
  prices: 'net',
  of: ['work', 'part'],
} as const;

async function furnished() {
  const office = await openOffice();
  await office.setUp();
  return office;
}

describe('versions of a price', () => {
  test('a version is named by its code and its first day: sent again it is changed, another one is added before or after', async () => {
    const { put } = await furnished();
    const dearer = { ...since, unitPrice: 140_000 };
    const ended = { ...until, validFrom: '2025-01-01', validTo: '2025-12-31', unitPrice: 99_000 };
    const later = { ...until, validFrom: '2026-01-01' };
    const { body } = await put('/prices?replace=true', { prices: [dearer, later, ended] });
    assert.deepEqual(body['prices'], [ended, later, dearer]);
  });

  const overlapping: readonly [string, readonly object[], string][] = [
    ['with one that is kept', [{ ...since, validFrom: '2026-12-31' }], '/prices/0/validFrom'],
    ['with one for every day', [{ ...night, validFrom: '2027-01-01' }], '/prices/0/validFrom'],
    [
      'of one list',
      [
        { ...minimum, validTo: '2026-06-30' },
        { ...minimum, validFrom: '2026-06-30' },
      ],
      '/prices/1/validFrom',
    ],
  ];
  for (const [what, prices, pointer] of overlapping) {
    test(`an overlap ${what} is refused by its place, and nothing is kept`, async () => {
      const { put, get } = await furnished();
      const { status, body } = await put('/prices', { prices });
      assert.deepEqual([status, body['code'], body['pointer']], [422, 'refused', pointer]);
      assert.match(String(body['detail']), /has a price that is valid .*must not overlap/);
      assert.deepEqual((await get('/prices')).body, { prices: CONTRACT.prices });
    });
  }

  test('of another kind are refused: by its kind it is decided when a code may be charged', async () => {
    const { put } = await furnished();
    const prices = [
      { ...until, validTo: '2025-12-31' },
      { ...until, validFrom: '2026-01-01', validTo: '2026-12-31', kind: 'wasted_trip' },
    ];
    const { status, body } = await put('/prices?replace=true', { prices });
    assert.deepEqual([status, body['code'], body['pointer']], [422, 'refused', '/prices/0/kind']);
  });
});

describe('nonsense in a price list is refused by its place', () => {
  const cases: readonly [string, object, string, RegExp][] = [
    ['an unknown kind', { ...minimum, kind: 'tip' }, '/kind', /work/],
    ['VAT over 100 %', { ...minimum, vatRate: 10_001 }, '/vatRate', /10000/],
    ['a negative rate of VAT', { ...minimum, vatRate: -1 }, '/vatRate', /0/],
    ['a coefficient without when', { ...night, when: undefined }, '/when', /a coefficient says when it holds/],
    ['a coefficient without its share', { ...night, share: undefined }, '/share', /coefficient/],
    ['a coefficient of nothing', { ...night, of: undefined }, '/of', /coefficient/],
    ['a coefficient with a price', { ...night, unitPrice: 1 }, '/unitPrice', /other lines/],
    ['a coefficient of a coefficient', { ...night, of: ['coefficient'] }, '/of', /does not count/],
    ['a minimum of a minimum', { ...minimum, of: ['minimum'] }, '/of', /does not count/],
    ['a minimum of nothing', { ...minimum, unitPrice: 0 }, '/unitPrice', /amount/],
    ['a share of work', { ...minimum, kind: 'work', of: undefined, share: 5000 }, '/share', /coefficient/],
    ['a share that no quantity can say', { ...night, share: 3333 }, '/share', /three places/],
    ['work that adds itself', { ...minimum, kind: 'work', of: undefined, automatic: true }, '/automatic', /work/],
    ['a day that there is not', { ...minimum, validFrom: '2026-02-30' }, '/validFrom', /no date/],
    [
      'an end before its beginning',
      { ...minimum, validFrom: '2026-02-02', validTo: '2026-02-01' },
      '/validTo',
      /before/,
    ],
    ['an occasion of nothing', { ...minimum, when: [{}] }, '/when/0', /neither/],
    ['hours that are none', { ...minimum, when: [{ hours: ['22:00', '25:00'] }] }, '/when/0/hours/1', /no time/],
    ['hours without length', { ...minimum, when: [{ hours: ['22:00', '22:00'] }] }, '/when/0/hours', /begins when/],
    ['a holiday that there is not', { ...minimum, when: [{ dates: ['2026-13-01'] }] }, '/when/0/dates/0', /no date/],
  ];
  for (const [what, price, pointer, sentence] of cases) {
    test(what, async () => {
      const { put } = await furnished();
      const { status, body } = await put('/prices', { prices: [price] });
      assert.deepEqual([status, body['pointer']], [400, `/prices/0${pointer}`], String(body['detail']));
      assert.match(String(body['detail']), sentence);
    });
  }

  test('what is none is kept', async () => {
    const { put } = await furnished();
    assert.equal((await put('/prices', { prices: [minimum] })).status, 200);
  });
});
