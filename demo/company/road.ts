import { between, seeded } from './seeded.ts';

/** Degrees × 10⁷, integers. */
export interface Place {
  readonly latitude: number;
  readonly longitude: number;
}

interface Leg {
  readonly from: Place;
  readonly to: Place;
  readonly ms: number;
}

/** A way through the city and how long it takes at city speed. */
export interface Road {
  readonly start: Place;
  readonly legs: readonly Leg[];
  readonly ms: number;
}

const METRES_PER_DEGREE = 111_195;
const LEGS = 8;
/** Metres per millisecond: 27 to 38 km/h. */
const SPEED = [27 / 3600, 38 / 3600] as const;
const RED_LIGHT_MS = [4_000, 9_000] as const;

/** Metres as the crow flies; flat, which is exact enough inside one city. */
export function metresBetween(a: Place, b: Place): number {
  const north = (b.latitude - a.latitude) / 1e7;
  const east = ((b.longitude - a.longitude) / 1e7) * Math.cos((a.latitude / 1e7 / 180) * Math.PI);
  return Math.hypot(north, east) * METRES_PER_DEGREE;
}

const shifted = (place: Place, northMetres: number, eastMetres: number): Place => ({
  latitude: Math.round(place.latitude + (northMetres / METRES_PER_DEGREE) * 1e7),
  longitude: Math.round(
    place.longitude + (eastMetres / METRES_PER_DEGREE / Math.cos((place.latitude / 1e7 / 180) * Math.PI)) * 1e7,
  ),
});

/**
 * A bent road to a place, always the same for the same seed. It starts 800 to 950 m away, so that a trip is short although nobody
 * drives faster than a city allows.
 */
export function roadTo(end: Place, seed: string): Road {
  const metres = between(`${seed}:metres`, [800, 950]);
  const bearing = seeded(`${seed}:bearing`) * 2 * Math.PI;
  const side = seeded(`${seed}:side`) < 0.5 ? -1 : 1;
  const bend = side * between(`${seed}:bend`, [0.25, 0.35]) * metres;
  const points = Array.from({ length: LEGS + 1 }, (_, index) => {
    const left = (1 - index / LEGS) * metres;
    const aside = Math.sin((index / LEGS) * Math.PI) * bend;
    return shifted(
      end,
      left * Math.cos(bearing) - aside * Math.sin(bearing),
      left * Math.sin(bearing) + aside * Math.cos(bearing),
    );
  });
  points[LEGS] = end;

  const legs = points.slice(1).map((to, index): Leg => {
    const from = points[index]!;
    return { from, to, ms: metresBetween(from, to) / between(`${seed}:speed:${index}`, SPEED) };
  });
  const light = legs[2]!;
  legs.splice(3, 0, { from: light.to, to: light.to, ms: between(`${seed}:light`, RED_LIGHT_MS) });
  return { start: points[0]!, legs, ms: legs.reduce((sum, leg) => sum + leg.ms, 0) };
}

/** Where one is so many milliseconds after the start. */
export function placeOn(road: Road, elapsedMs: number): Place {
  let left = Math.max(0, elapsedMs);
  for (const { from, to, ms } of road.legs) {
    if (left < ms) {
      const share = left / ms;
      return {
        latitude: Math.round(from.latitude + (to.latitude - from.latitude) * share),
        longitude: Math.round(from.longitude + (to.longitude - from.longitude) * share),
      };
    }
    left -= ms;
  }
  return road.legs.at(-1)!.to;
}
