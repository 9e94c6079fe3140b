import { Refusal } from '../contract/faults.ts';
import type { Instant } from '../contract/ids.ts';
import { metresBetween } from './distance.ts';
import type { Sighting } from './eta.ts';

/** A position as an engineer's phone reports it. Degrees × 10⁷, integers; accuracy in metres. */
export interface PositionReport {
  readonly at: Instant;
  readonly latitude: number;
  readonly longitude: number;
  readonly accuracy: number;
}

const AHEAD_MS = 60_000;
/** Metres per millisecond: 200 km/h. */
const FASTEST = 200 / 3600;
/** Metres: what a phone admits to be wrong beyond this explains no leap. */
const LARGEST_ERROR = 100;
const LATITUDE = 900_000_000;
const LONGITUDE = 1_800_000_000;

/** What is kept of a report: the accuracy widens what the next one may be off. */
export interface Seen extends Sighting {
  readonly accuracy: number;
}

/**
 * Whether a report can be true, after the last one that was.
 *
 * @param now milliseconds since the epoch
 * @returns undefined for one that is not newer than the last: it says nothing
 * @throws Refusal `refused` with a pointer to what cannot be
 */
export function checkPosition(report: PositionReport, last: Seen | undefined, now: number): Seen | undefined {
  const { latitude, longitude, accuracy } = report;
  const at = Date.parse(report.at);
  if (Math.abs(latitude) > LATITUDE) {
    throw refused('/latitude', 'latitude lies within ±90 degrees, written as an integer of degrees × 10⁷');
  }
  if (Math.abs(longitude) > LONGITUDE) {
    throw refused('/longitude', 'longitude lies within ±180 degrees, written as an integer of degrees × 10⁷');
  }
  if (at - now > AHEAD_MS) {
    throw refused('/at', 'the position is dated more than a minute ahead: set the clock of the phone');
  }
  const seen = { at, latitude, longitude, accuracy };
  if (!last) return seen;
  if (at <= last.at) return undefined;
  const leap = metresBetween(last, seen) - errorOf(last) - errorOf(seen);
  if (leap > (at - last.at) * FASTEST) {
    throw refused('/latitude', 'from the last position to this one it would take more than 200 km/h');
  }
  return seen;
}

const errorOf = ({ accuracy }: Seen): number => Math.min(accuracy, LARGEST_ERROR);

const refused = (pointer: string, detail: string): Refusal => new Refusal('refused', detail, { pointer });
