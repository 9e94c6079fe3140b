import { Refusal } from '../contract/faults.ts';
import type { Target } from '../contract/sla.ts';

/** ISO 8601-1:2019, 5.5.2.4, without years and months: they have no fixed length. */
const DURATION = /^P(?=[\dT])(?:(\d{1,4})W)?(?:(\d{1,4})D)?(?:T(?=\d)(?:(\d{1,6})H)?(?:(\d{1,6})M)?(?:(\d{1,8})S)?)?$/;

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** A due time more than ten years away is no promise. */
const LONGEST_MS = 3652 * DAY_MS;

/** Milliseconds of an ISO 8601 duration of weeks, days (24 h), hours, minutes and seconds; undefined when it is none. */
export function durationMs(text: string): number | undefined {
  const parts = DURATION.exec(text);
  if (!parts) return undefined;
  const [weeks, days, hours, minutes, seconds] = parts.slice(1).map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
    number,
  ];
  return (weeks * 7 + days) * DAY_MS + hours * HOUR_MS + minutes * MINUTE_MS + seconds * SECOND_MS;
}

/**
 * How long a target gives, in milliseconds of the clock's own time.
 *
 * @param pointer where the target stands in what is being saved
 * @throws Refusal `refused` for what cannot be promised: a target on a business calendar, no duration, more than ten years
 */
export function targetMs(target: Target, pointer = ''): number {
  if (!('elapsed' in target)) {
    const kind = 'working' in target ? 'working' : 'workingDays';
    throw new Refusal(
      'refused',
      'business calendars are not available yet: write the target as elapsed time, for example {"elapsed": "PT2H"}',
      { pointer: `${pointer}/${kind}` },
    );
  }
  const ms = durationMs(target.elapsed);
  if (ms === undefined) {
    throw new Refusal('refused', `"${target.elapsed}" is no ISO 8601 duration like PT15M, PT2H or P2D`, {
      pointer: `${pointer}/elapsed`,
    });
  }
  if (ms > LONGEST_MS) {
    throw new Refusal('refused', `"${target.elapsed}" would be due more than ten years away`, {
      pointer: `${pointer}/elapsed`,
    });
  }
  return ms;
}
