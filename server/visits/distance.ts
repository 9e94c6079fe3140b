import type { Place } from '../contract/eta.ts';

/** Mean radius of the earth (IUGG), metres. */
const EARTH = 6_371_008.8;

const radians = (degreesE7: number): number => (degreesE7 / 1e7) * (Math.PI / 180);

/** Great-circle distance in metres, by the haversine formula. */
export function metresBetween(a: Place, b: Place): number {
  const [phi1, phi2] = [radians(a.latitude), radians(b.latitude)];
  const dPhi = phi2 - phi1;
  const dLambda = radians(b.longitude) - radians(a.longitude);
  const h = Math.sin(dPhi / 2) ** 2 + Math.cos(phi1) * Math.cos(phi2) * Math.sin(dLambda / 2) ** 2;
  return 2 * EARTH * Math.asin(Math.min(1, Math.sqrt(h)));
}
