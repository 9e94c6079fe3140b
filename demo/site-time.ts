const HOUR_MS = 3600_000;
const DAY_MS = 24 * HOUR_MS;

/** Half-open, ISO 8601 in UTC. */
export interface Window {
  readonly from: string;
  readonly to: string;
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** Making a formatter costs a thousand times what using it does. */
function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en', {
    timeZone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
    hourCycle: 'h23',
  });
  clocks.set(timeZone, made);
  return made;
}

/** What a clock on the wall of a zone shows, as if it were UTC; milliseconds since the epoch. */
export function wallTime(at: number, timeZone: string): number {
  const parts = clockOf(timeZone).formatToParts(at);
  const [year, month, day, hour, minute, second] = (['year', 'month', 'day', 'hour', 'minute', 'second'] as const).map(
    (name) => Number(parts.find(({ type }) => type === name)!.value),
  ) as [number, number, number, number, number, number];
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

/** When a wall clock of the zone shows this. In the hour that a change of clocks repeats or skips it is one hour off at most. */
export function instantOf(wall: number, timeZone: string): number {
  const guess = wall - (wallTime(wall, timeZone) - wall);
  return guess - (wallTime(guess, timeZone) - wall);
}

/** From that hour on for so many hours, by the site's clock, so many days after today there. */
export function windowAt(now: number, timeZone: string, days: number, fromHour: number, hours: number): Window {
  const today = Math.floor(wallTime(now, timeZone) / DAY_MS) * DAY_MS;
  const wall = today + days * DAY_MS + fromHour * HOUR_MS;
  const from = instantOf(wall, timeZone);
  return { from: new Date(from).toISOString(), to: new Date(from + hours * HOUR_MS).toISOString() };
}
