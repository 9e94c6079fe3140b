import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { Place } from '../../../server/contract/eta.ts';
import { metresBetween } from '../../../server/visits/distance.ts';
import { bandOf, blur, etaAt, travelMs } from '../../../server/visits/eta.ts';
import { START } from '../../support/timeline.ts';

const KREMLIN: Place = { latitude: 557_998_000, longitude: 491_065_000 };
const AIRPORT: Place = { latitude: 556_089_000, longitude: 492_787_000 };

const place = fc.record({
  latitude: fc.integer({ min: -900_000_000, max: 900_000_000 }),
  longitude: fc.integer({ min: -1_800_000_000, max: 1_800_000_000 }),
});
const inhabited = fc.record({
  latitude: fc.integer({ min: -700_000_000, max: 700_000_000 }),
  longitude: fc.integer({ min: -1_790_000_000, max: 1_790_000_000 }),
});
const metres = fc.double({ min: 0, max: 20_000_000, noNaN: true });
const seenFrom = (at: Place) => ({ ...at, at: START });

describe('distance', () => {
  test('is that of the great circle', () => {
    assert.equal(Math.round(metresBetween(KREMLIN, AIRPORT) / 100), 238);
    const quarter = metresBetween({ latitude: 0, longitude: 0 }, { latitude: 900_000_000, longitude: 0 });
    assert.equal(Math.round(quarter), 10_007_557);
    const acrossTheDateLine = metresBetween(
      { latitude: 0, longitude: 1_799_999_000 },
      { latitude: 0, longitude: -1_799_999_000 },
    );
    assert.equal(Math.round(acrossTheDateLine), 22);
  });

  test('is the same both ways, never negative, never over half of the earth', () => {
    fc.assert(
      fc.property(place, place, (a, b) => {
        const there = metresBetween(a, b);
        assert.equal(metresBetween(b, a), there);
        assert.ok(there >= 0 && there < 20_015_200);
      }),
    );
  });

  test('is told as the upper end of a band: never less than it is, never by more than a step', () => {
    fc.assert(
      fc.property(metres, (exact) => {
        const band = bandOf(exact);
        const step = exact <= 5000 ? 500 : exact <= 20_000 ? 1000 : 5000;
        assert.ok(band >= exact && band - exact <= step);
        assert.equal(bandOf(band), band);
      }),
    );
    assert.deepEqual(
      [0, 1, 500, 501, 4999, 5001, 20_000, 20_001].map(bandOf),
      [500, 500, 500, 1000, 5000, 6000, 20_000, 25_000],
    );
  });

  test('takes a time that grows with it: 10 km of great circle are 27 minutes', () => {
    assert.equal(travelMs(10_000), 27 * 60_000);
    fc.assert(
      fc.property(metres, metres, (a, b) => assert.equal(Math.sign(travelMs(a) - travelMs(b)), Math.sign(a - b))),
    );
  });
});

describe('a blurred place', () => {
  test('lies within about 360 m of the true one, and is the same for the whole cell', () => {
    fc.assert(
      fc.property(inhabited, (exact) => {
        const blurred = blur(exact);
        assert.ok(Number.isInteger(blurred.latitude) && Number.isInteger(blurred.longitude));
        assert.ok(metresBetween(exact, blurred) < 360);
        assert.deepEqual(blur(blurred), blurred);
      }),
    );
  });

  test('is a place also at the edges of the earth', () => {
    fc.assert(
      fc.property(place, (exact) => {
        const { latitude, longitude } = blur(exact);
        assert.ok(Math.abs(latitude) <= 900_000_000 + 45_000 && Math.abs(longitude) <= 1_800_000_000);
      }),
    );
  });
});

describe('[L1] what a tier shows', () => {
  test('none: nothing', () => {
    assert.equal(etaAt('none', seenFrom(AIRPORT), KREMLIN), null);
  });

  test('distance: the band and nothing that would tell more', () => {
    assert.deepEqual(etaAt('distance', seenFrom(AIRPORT), KREMLIN), {
      tier: 'distance',
      asOf: '2026-01-12T09:02:00.000Z',
      distance: 25_000,
      arrivesAt: null,
      source: 'great_circle',
      place: null,
    });
  });

  test('eta: an arrival in whole minutes; area: a blurred place beside it; exact: what it is', () => {
    const eta = etaAt('eta', seenFrom(AIRPORT), KREMLIN);
    assert.equal(eta?.arrivesAt, '2026-01-12T10:07:00.000Z');
    assert.equal(eta?.place, null);
    const area = etaAt('area', seenFrom(AIRPORT), KREMLIN);
    assert.deepEqual([area?.arrivesAt, area?.distance, area?.place], [eta?.arrivesAt, 25_000, blur(AIRPORT)]);
    const exact = etaAt('exact', seenFrom(AIRPORT), KREMLIN);
    assert.deepEqual(exact?.place, AIRPORT);
    assert.equal(exact?.distance, Math.round(metresBetween(AIRPORT, KREMLIN)));
  });

  test('below exact it hangs on the band, the minute and the cell alone', () => {
    fc.assert(
      fc.property(inhabited, inhabited, (at, destination) => {
        const [distance, eta, area] = (['distance', 'eta', 'area'] as const).map((tier) =>
          etaAt(tier, seenFrom(at), destination),
        );
        const asOf = new Date(START).toISOString();
        const band = bandOf(metresBetween(at, destination));
        assert.deepEqual(distance, {
          tier: 'distance',
          asOf,
          distance: band,
          arrivesAt: null,
          source: 'great_circle',
          place: null,
        });
        const minutes = (Date.parse(eta!.arrivesAt!) - START) / 60_000;
        assert.ok(Number.isInteger(minutes) && minutes * 60_000 >= travelMs(metresBetween(at, destination)));
        assert.deepEqual(eta, { ...distance, tier: 'eta', arrivesAt: eta!.arrivesAt });
        assert.deepEqual(area, { ...eta, tier: 'area', place: blur(at) });
      }),
    );
  });
});
