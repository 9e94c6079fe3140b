import type { PositionMessage } from '../../server/contract/eta.ts';
import type { TicketEvent } from '../../server/contract/events.ts';
import type { Frame } from '../../server/contract/feed.ts';
import type { TicketId } from '../../server/contract/ids.ts';
import { advance, type TicketView } from '../../server/contract/ticket.ts';
import type { PortalState } from './state.ts';

/**
 * Folds events in, from a frame or from the answer to a command; seen ones change nothing, so whichever comes first wins (S6).
 * An event of a ticket that is not held, or after one that is missing, is skipped and the list marked for a refresh.
 */
export function applyEvents(state: PortalState, events: readonly TicketEvent[], clocks?: Frame['clocks']): PortalState {
  const tickets = new Map(state.tickets);
  const timelines = new Map(state.timelines);
  let { stale } = state.list;

  for (const event of events) {
    const held = tickets.get(event.ticket);
    if (held && event.seq <= held.seq + 1) {
      const next = advance(held, event);
      // Only somebody on the way has an arrival to expect.
      tickets.set(event.ticket, next.stage === 'en_route' ? next : withEta(next, null));
      const timeline = timelines.get(event.ticket);
      if (timeline && event.seq === (timeline.at(-1)?.seq ?? 0) + 1) timelines.set(event.ticket, [...timeline, event]);
    } else stale = true;
  }
  for (const [id, ticket] of newest(tickets, events)) {
    const counted = clocks && Object.hasOwn(clocks, id) ? clocks[id] : undefined;
    if (counted) tickets.set(id, { ...ticket, clocks: counted });
  }
  return settled(state, { ...state, tickets, timelines, list: { ...state.list, stale } });
}

/** Held tickets whose newest event is among these: clocks that follow from older ones would turn time back. */
function newest(tickets: ReadonlyMap<TicketId, TicketView>, events: readonly TicketEvent[]): Map<TicketId, TicketView> {
  const found = new Map<TicketId, TicketView>();
  for (const { ticket: id, seq } of events) {
    const ticket = tickets.get(id);
    if (ticket?.seq === seq) found.set(id, ticket);
  }
  return found;
}

/**
 * Takes a frame if it continues what is known (S1). Undefined: something lies between, catch up.
 * An old frame is nothing new; the position also passes what this person may not see.
 */
export function takeFrame(state: PortalState, frame: Frame): PortalState | undefined {
  if (frame.epoch !== state.epoch) return undefined;
  if (frame.to <= state.position) return state;
  if (frame.from !== state.position) return undefined;
  return { ...applyEvents(state, frame.events, frame.clocks), position: frame.to };
}

/** Clocks and eta are replaced, never folded. */
export function takeEta(state: PortalState, { ticket: id, eta }: PositionMessage): PortalState {
  const ticket = state.tickets.get(id);
  if (!ticket || (eta && ticket.eta && ticket.eta.asOf > eta.asOf)) return state;
  return { ...state, tickets: new Map(state.tickets).set(id, withEta(ticket, eta)) };
}

const withEta = (ticket: TicketView, eta: TicketView['eta']): TicketView =>
  ticket.eta === eta ? ticket : { ...ticket, eta };

/** Keeps the identity of slices in which nothing changed. */
function settled(before: PortalState, after: PortalState): PortalState {
  const tickets = sameMap(before.tickets, after.tickets) ? before.tickets : after.tickets;
  const timelines = sameMap(before.timelines, after.timelines) ? before.timelines : after.timelines;
  const list = before.list.stale === after.list.stale ? before.list : after.list;
  const same = tickets === before.tickets && timelines === before.timelines && list === before.list;
  return same ? before : { ...after, tickets, timelines, list };
}

const sameMap = <K, V>(a: ReadonlyMap<K, V>, b: ReadonlyMap<K, V>): boolean =>
  a.size === b.size && [...b].every(([key, value]) => a.get(key) === value);
