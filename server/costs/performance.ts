import type { Occasion, PricePosition } from '../contract/prices.ts';
import type { Act, Ticket } from '../contract/ticket.ts';
import { localTime, type LocalTime } from './local-time.ts';

/** The visit that a piece of work belongs to. */
export interface CostedVisit {
  /** `seq` of its recorded arrival. */
  readonly arrival: number;
  /** When that was, in the site's time. */
  readonly arrived: LocalTime;
}

/** When something was done. */
export interface Performance {
  /** `2026-11-23`, in the client's zone: the day by which it is priced. */
  readonly date: string;
  /** Null: done from afar. */
  readonly visit: CostedVisit | null;
}

export interface Zones {
  readonly site: string;
  readonly tenant: string;
}

const ENDS: ReadonlySet<string> = new Set(['visit_ended', 'access_denied', 'resolved', 'departed']);

const arrivalsOf = ({ course }: Ticket): readonly Act[] => course.filter(({ type }) => type === 'arrived');

const visitOf = ({ seq, at }: Act, { site }: Zones): CostedVisit => ({
  arrival: seq,
  arrived: localTime(Date.parse(at), site),
});

/**
 * What is told of a time belongs to the visit that had begun by then, and is priced by its day; what is not, to the last visit, by the day on
 * which that ended, or by today while it lasts. Milliseconds since the epoch.
 */
export function performanceOf(ticket: Ticket, zones: Zones, now: number, told?: number): Performance {
  const arrivals = arrivalsOf(ticket);
  const arrival = told === undefined ? arrivals.at(-1) : arrivals.findLast(({ at }) => Date.parse(at) <= told);
  const end = arrival && ticket.course.find(({ seq, type }) => seq > arrival.seq && ENDS.has(type));
  const at = told ?? (end ? Date.parse(end.at) : now);
  return { date: localTime(at, zones.tenant).date, visit: arrival ? visitOf(arrival, zones) : null };
}

/** The visit that a line belongs to; null where there is none, or its arrival is not on the ticket. */
export function visitAt(ticket: Ticket, zones: Zones, arrival: number | undefined): CostedVisit | null {
  const act = arrivalsOf(ticket).find(({ seq }) => seq === arrival);
  return act ? visitOf(act, zones) : null;
}

/** The visit of the first refused access that the client has accepted and that no wasted trip (by its arrival) was charged for yet. */
export function wastedVisit(ticket: Ticket, zones: Zones, charged: ReadonlySet<number>): CostedVisit | undefined {
  const accepted = ticket.pauses.filter(
    ({ reason, claim }) => reason === 'no_access' && (claim === 'accepted' || claim === 'upheld'),
  );
  const visits = accepted.map(({ from }) => arrivalsOf(ticket).findLast(({ at }) => at <= from));
  const free = visits.find((act) => act && !charged.has(act.seq));
  return free && visitOf(free, zones);
}

const holds = ({ hours, weekdays, dates }: Occasion, { date, time, weekday }: LocalTime): boolean =>
  (!hours || isBetween(time, hours)) && (!weekdays || weekdays.includes(weekday)) && (!dates || dates.includes(date));

/** Half-open; an end before its start lies on the next morning. */
const isBetween = (time: string, [from, to]: readonly [string, string]): boolean =>
  from < to ? from <= time && time < to : from <= time || time < to;

/** Whether a position may be charged for an arrival at this time of the site. */
export const fits = ({ when }: Pick<PricePosition, 'when'>, arrived: LocalTime): boolean =>
  !when || when.some((occasion) => holds(occasion, arrived));

/** `22:00–06:00, or sat, sun`: when a position is charged. */
export const sayWhen = (when: readonly Occasion[]): string =>
  when
    .map(({ hours, weekdays, dates }) =>
      [hours && hours.join('–'), weekdays?.join(', '), dates && `on ${dates.length} holidays`]
        .filter(Boolean)
        .join(' '),
    )
    .join(', or ');
