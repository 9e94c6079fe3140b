import { isReachable, type Whereabouts } from './crew.ts';
import type { Desk } from './desk.ts';
import { placeOn, roadTo, type Place, type Road } from './road.ts';
import { lastAt, type Ticket } from './ticket.ts';

const POSITION_EVERY_MS = 3_000;

/** Drives the engineers: where each one is, and who may leave for where. */
export interface Trips {
  /** Whether the ticket's engineer can be where the trip would start. */
  mayStart(ticket: Ticket, now: number): boolean;
  isOver(ticket: Ticket, now: number): boolean;
  /** Shares the engineer's position every few seconds. */
  drive(ticket: Ticket, now: number): Promise<void>;
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
    isOver: (ticket, now) => goneOf(ticket, now) >= roadOf(ticket).ms,
    async drive(ticket, now) {
      const engineer = ticket.assignee?.id;
      if (!engineer || now - (whereabouts.get(engineer)?.at ?? 0) < POSITION_EVERY_MS) return;
      const place = placeOn(roadOf(ticket), goneOf(ticket, now));
      whereabouts.set(engineer, { place, at: now });
      await desk.locate(engineer, place);
    },
  };
}

const goneOf = (ticket: Ticket, now: number): number => now - (lastAt(ticket, 'departed') ?? now);
