import { metresBetween, type Place } from './road.ts';
import type { Staff } from './staff.ts';
import { isOpen, type Ticket } from './ticket.ts';

/** Where an engineer was last, and when (milliseconds since the epoch). */
export interface Whereabouts {
  readonly place: Place;
  readonly at: number;
}

/** Metres per millisecond: 90 km/h. Between two trips nobody moves faster. */
const TRANSFER_SPEED = 90 / 3600;

const isOut = ({ stage }: Ticket): boolean => stage === 'en_route' || stage === 'on_site';

/** Engineers who are on the way or at work somewhere. */
export const busyIn = (tickets: Iterable<Ticket>): ReadonlySet<string> =>
  new Set([...tickets].flatMap((ticket) => (isOut(ticket) && ticket.assignee ? [ticket.assignee.id] : [])));

/** Whom to send: somebody free who knows this kind of fault, with the fewest tickets waiting, the best of those. Null: nobody is free. */
export function engineerFor(ticket: Ticket, engineers: readonly Staff[], tickets: Iterable<Ticket>): string | null {
  const all = [...tickets];
  const busy = busyIn(all);
  const waiting = ({ id }: Staff): number => all.filter((one) => isOpen(one) && one.assignee?.id === id).length;
  const lacks = ({ skills }: Staff): number => (skills.includes(ticket.category) ? 0 : 1);
  const rank = ({ skills }: Staff): number => skills.indexOf(ticket.category);
  const [best] = engineers
    .filter((engineer) => !busy.has(engineer.id))
    .toSorted((a, b) => lacks(a) - lacks(b) || waiting(a) - waiting(b) || rank(a) - rank(b));
  return best?.id ?? null;
}

/** Whether the engineer can be at the start of a trip by now without having flown there. */
export const isReachable = (last: Whereabouts | undefined, start: Place, now: number): boolean =>
  !last || metresBetween(last.place, start) <= (now - last.at) * TRANSFER_SPEED;
