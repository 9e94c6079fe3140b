import { WEEKDAYS, type Weekday } from '../contract/prices.ts';

/** What a wall clock and a calendar show. */
export interface LocalTime {
  /** `2026-11-23` */
  readonly date: string;
  /** `22:05` */
  readonly time: string;
  readonly weekday: Weekday;
}

const SHOWN = {
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
} as const;
const formats = new Map<string, Intl.DateTimeFormat>();

/** Making a formatter costs a thousand times what using it does. */
function formatIn(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en', { timeZone, hourCycle: 'h23', ...SHOWN });
  formats.set(timeZone, made);
  return made;
}

/** @param at milliseconds since the epoch */
export function localTime(at: number, timeZone: string): LocalTime {
  const parts = new Map(
    formatIn(timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  const date = `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`;
  const weekday = WEEKDAYS[(new Date(date).getUTCDay() + 6) % 7]!;
  return { date, time: `${parts.get('hour')}:${parts.get('minute')}`, weekday };
}
