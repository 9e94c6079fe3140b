import { wallTime, windowAt, type Window } from '../site-time.ts';

const HOURS = 2;
const HOUR_MS = 3600_000;
/** Half past counts as the next hour: nobody comes before he was wished for. */
const CLOCK = /(?<!\d)([01]?\d|2[0-3])(?:[:.]([0-5]\d))?(?!\d)/;
const PARTS_OF_DAY: readonly (readonly [RegExp, number])[] = [
  [/morning|утр/i, 9],
  [/noon|lunch|обед/i, 13],
  [/evening|вечер/i, 18],
];
const DAYS: readonly (readonly [RegExp, number])[] = [
  [/day after tomorrow|послезавтра/i, 2],
  [/tomorrow|завтра/i, 1],
];

const said = (wish: string, words: readonly (readonly [RegExp, number])[]): number | undefined =>
  words.find(([word]) => word.test(wish))?.[1];

/**
 * What somebody wished for, as a window by the site's clock: a day where one is named, an hour where one can be read. Undefined where
 * neither can.
 */
export function wishedWindow(wish: string, now: number, timeZone: string): Window | undefined {
  const [, hour, minute] = CLOCK.exec(wish) ?? [];
  const clock = hour === undefined ? undefined : Math.min(Number(hour) + (Number(minute ?? 0) > 0 ? 1 : 0), 22);
  const day = said(wish, DAYS);
  const from = clock ?? said(wish, PARTS_OF_DAY) ?? (day === undefined ? undefined : 10);
  if (from === undefined) return undefined;
  const wished = windowAt(now, timeZone, day ?? 0, from, HOURS);
  return Date.parse(wished.from) > now ? wished : windowAt(now, timeZone, 1, from, HOURS);
}

const OPENS = 9;
const LAST = 18;

/** The next window in which somebody of the site is there: two hours that begin from nine to six by its clock. */
export function officeWindow(now: number, timeZone: string): Window {
  const hour = Math.ceil((wallTime(now, timeZone) % (24 * HOUR_MS)) / HOUR_MS);
  if (hour > LAST) return windowAt(now, timeZone, 1, OPENS, HOURS);
  return windowAt(now, timeZone, 0, Math.max(hour, OPENS), HOURS);
}
