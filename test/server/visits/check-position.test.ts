import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Refusal } from '../../../server/contract/faults.ts';
import { checkPosition, type PositionReport, type Seen } from '../../../server/visits/check-position.ts';
import { START } from '../../support/timeline.ts';

/** Of one degree of latitude, in kilometres. */
const DEGREE_KM = 111.195;

const report = (change: Partial<PositionReport> = {}): PositionReport => ({
  at: new Date(START).toISOString(),
  latitude: 557_887_000,
  longitude: 491_221_000,
  accuracy: 0,
  ...change,
});
const seen = (change: Partial<Seen> = {}): Seen => ({ ...report(), at: START, ...change });
/** So far north of the usual place, so much later. */
const moved = (km: number, ms: number, accuracy = 0): PositionReport =>
  report({
    at: new Date(START + ms).toISOString(),
    latitude: report().latitude + Math.round((km / DEGREE_KM) * 1e7),
    accuracy,
  });

const refuses = (pointer: string, one: PositionReport, last?: Seen): void =>
  assert.throws(
    () => checkPosition(one, last, START),
    (error) => error instanceof Refusal && error.code === 'refused' && error.details.pointer === pointer,
  );

describe('a position is refused', () => {
  test('out of range', () => {
    refuses('/latitude', report({ latitude: 900_000_001 }));
    refuses('/latitude', report({ latitude: -900_000_001 }));
    refuses('/longitude', report({ longitude: 1_800_000_001 }));
    refuses('/longitude', report({ longitude: -1_800_000_001 }));
    assert.ok(checkPosition(report({ latitude: -900_000_000, longitude: 1_800_000_000 }), undefined, START));
  });

  test('dated more than a minute ahead', () => {
    refuses('/at', report({ at: new Date(START + 60_001).toISOString() }));
    assert.ok(checkPosition(report({ at: new Date(START + 60_000).toISOString() }), undefined, START));
  });

  test('implying more than 200 km/h since the last one', () => {
    refuses('/latitude', moved(3.4, 60_000), seen());
    assert.ok(checkPosition(moved(3.3, 60_000), seen(), START));
    refuses('/latitude', moved(0.1, 1), seen());
  });

  test('also where the phone claims to be kilometres off', () => {
    refuses('/latitude', moved(3.6, 60_000, 1e9), seen({ accuracy: 1e9 }));
    assert.ok(checkPosition(moved(0.15, 1000, 80), seen({ accuracy: 80 }), START));
  });
});

test('a position that is not newer than the last one says nothing', () => {
  assert.equal(checkPosition(moved(0.1, -1), seen(), START), undefined);
  assert.equal(checkPosition(moved(300, 0), seen(), START), undefined);
});
