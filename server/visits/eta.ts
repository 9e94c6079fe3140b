import type { Eta, Place, Tier } from '../contract/eta.ts';
import { metresBetween } from './distance.ts';

/** How much longer the road is than the great circle. */
const DETOUR = 1.35;
/** Metres per millisecond: 30 km/h through a city, lights and parking included. */
const SPEED = 30 / 3600;
const SECOND_MS = 1000;
const MINUTE_MS = 60_000;
/** Side of the cells of a blurred place: about 500 m of latitude, in degrees × 10⁷. */
const CELL = 45_000;
const HALF_TURN = 1_800_000_000;

/** Bands in which a distance is told, metres: the further away, the coarser. */
const BANDS = [
  { below: 5000, step: 500 },
  { below: 20_000, step: 1000 },
  { below: Infinity, step: 5000 },
] as const;

/** Where somebody was seen, and when. */
export interface Sighting extends Place {
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/** The upper end of the band in which a distance lies. */
export function bandOf(metres: number): number {
  const { step } = BANDS.find(({ below }) => metres <= below)!;
  return Math.max(1, Math.ceil(metres / step)) * step;
}

/** How long the way takes: great circle × detour ÷ speed, in milliseconds. */
export const travelMs = (metres: number): number => (metres * DETOUR) / SPEED;

/** The middle of the cell of about 500 m in which a place lies: always the same one, so that many looks tell no more than one. */
export function blur({ latitude, longitude }: Place): Place {
  const middle = (Math.floor(latitude / CELL) + 0.5) * CELL;
  const width = Math.round(CELL / Math.max(0.01, Math.cos(radians(middle))));
  const blurred = Math.round((Math.floor(longitude / width) + 0.5) * width);
  return { latitude: middle, longitude: Math.max(-HALF_TURN, Math.min(HALF_TURN, blurred)) };
}

/** What a tier shows of somebody on the way to a place; null where it shows nothing. Thinned here, before anything is sent (L1). */
export function etaAt(tier: Tier, seen: Sighting, destination: Place): Eta | null {
  if (tier === 'none') return null;
  const metres = metresBetween(seen, destination);
  const exact = tier === 'exact';
  return {
    tier,
    asOf: new Date(seen.at).toISOString(),
    distance: exact ? Math.round(metres) : bandOf(metres),
    arrivesAt: tier === 'distance' ? null : arrivalAfter(seen.at, metres, exact ? SECOND_MS : MINUTE_MS),
    source: 'great_circle',
    place: exact ? { latitude: seen.latitude, longitude: seen.longitude } : tier === 'area' ? blur(seen) : null,
  };
}

/** Rounded up, so that he rather comes before it than after. */
const arrivalAfter = (at: number, metres: number, step: number): string =>
  new Date(at + Math.ceil(travelMs(metres) / step) * step).toISOString();

const radians = (place: number): number => (place / 1e7) * (Math.PI / 180);
