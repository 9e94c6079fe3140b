import { instantOf, wallTime } from '../site-time.ts';

/** When there is somebody, by the site's clock. */
export interface OpeningHours {
  /** Hours of the day, half-open. */
  readonly from: number;
  readonly to: number;
  /** Also on Saturdays and Sundays. */
  readonly weekend: boolean;
}

const HOUR_MS = 3600_000;
export const DAY_MS = 24 * HOUR_MS;

const startOfDay = (wall: number): number => Math.floor(wall / DAY_MS) * DAY_MS;

const isDayOff = (wall: number, { weekend }: OpeningHours): boolean =>
  !weekend && [0, 6].includes(new Date(wall).getUTCDay());

/** When work costs more: nearly at night, at night, or at a weekend. */
export function isOddTime(at: number, timeZone: string): boolean {
  const wall = wallTime(at, timeZone);
  const hour = new Date(wall).getUTCHours();
  return hour < 7 || hour >= 21 || isDayOff(wall, { from: 0, to: 24, weekend: false });
}

/** That moment where somebody is there, otherwise the next opening. Milliseconds since the epoch. */
export function whenOpen(at: number, timeZone: string, hours: OpeningHours): number {
  const wall = wallTime(at, timeZone);
  const day = startOfDay(wall);
  const opens = day + hours.from * HOUR_MS;
  if (!isDayOff(wall, hours) && wall >= opens && wall < day + hours.to * HOUR_MS) return at;
  let next = wall < opens ? opens : opens + DAY_MS;
  while (isDayOff(next, hours)) next += DAY_MS;
  return instantOf(next, timeZone);
}

/** That hour of the day (`9.5` is half past nine) so many days before now there; undefined on a day off. */
export function hourBefore(now: number, days: number, hour: number, timeZone: string, hours: OpeningHours) {
  const wall = startOfDay(wallTime(now, timeZone)) - days * DAY_MS + hour * HOUR_MS;
  return isDayOff(wall, hours) ? undefined : instantOf(wall, timeZone);
}
