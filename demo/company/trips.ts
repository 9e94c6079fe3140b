import { isReachable, type Whereabouts } from './crew.ts';
import type { Desk } from './desk.ts';
import { placeOn, roadTo, type Place, type Road } from './road.ts';
import { lastAt, type Ticket } from './ticket.ts';

const POSITION_EVERY_MS = 3_000;

/** Drives the engineers: where each one is, and who may leave for where. */
export interface Trips {
  /** Whether the ticket's engineer can be where the trip would start. */
  mayStart(ticket: Ticket, now: number): boolean;
  /** Shares the engineer's position; answers whether he has come to the end of the road. */
  drive(ticket: Ticket, now: number): Promise<boolean>;
  /** The site's own place, for the arrival. */
  endOf(ticket: Ticket): Place;
}

/** @param places where each site is */
export function openTrips(desk: Desk, places: ReadonlyMap<string, Place>): Trips {
  const whereabouts = new Map<string, Whereabouts>();

  const endOf = (ticket: Ticket): Place => {
    const place = places.get(ticket.site);
    if (!place) throw new Error(`ticket ${ticket.number} is at ${ticket.site}, which is no site of the demo`);
    return { latitude: place.latitude, longitude: place.longitude };
  };
  // How often he has come tells one trip from the next; a trip that was begun keeps its road through a restart.
  const roadOf = (ticket: Ticket): Road => {
    const arrivals = ticket.course.filter(({ type }) => type === 'arrived').length;
    return roadTo(endOf(ticket), `${ticket.id}:${arrivals}`);
  };

  return {
    endOf,
    mayStart: (ticket, now) =>
      ticket.assignee !== null && isReachable(whereabouts.get(ticket.assignee.id), roadOf(ticket).start, now),
    async drive(ticket, now) {
      const engineer = ticket.assignee;
      if (!engineer) return false;
      const road = roadOf(ticket);
      const gone = now - (lastAt(ticket, 'departed') ?? now);
      if (gone >= road.ms) {
        whereabouts.set(engineer.id, { place: endOf(ticket), at: now });
        return true;
      }
      if (now - (whereabouts.get(engineer.id)?.at ?? 0) < POSITION_EVERY_MS) return false;
      const place = placeOn(road, gone);
      whereabouts.set(engineer.id, { place, at: now });
      await desk.locate(engineer.id, place);
      return false;
    },
  };
}
