import type { PositionMessage } from '../../server/contract/eta.ts';
import type { TicketEvent } from '../../server/contract/events.ts';
import type { Frame } from '../../server/contract/feed.ts';
import { advance, type TicketView } from '../../server/contract/ticket.ts';
import type { PortalState } from './state.ts';

/**
 * Folds events in, from a frame or from the answer to a command; seen ones change nothing, so whichever comes first wins (S6).
 * An event of a ticket that is not held, or after one that is missing, is skipped and the list marked for a refresh.
 */
export function applyEvents(state: PortalState, events: readonly TicketEvent[], clocks?: Frame['clocks']): PortalState {
  let { tickets, timelines } = state;
  let { stale } = state.list;

  for (const event of events) {
    const { ticket: id, seq } = event;
    const held = tickets.get(id);
    if (held && seq <= held.seq + 1) {
      const next = advance(held, event);
      // Who is no longer on the way has no arrival to expect. One may be told of before the frame that says that he has left.
      const isOver = held.stage === 'en_route' && next.stage !== 'en_route';
      tickets = withItem(tickets, id, isOver ? withEta(next, null) : next);
      const timeline = timelines.get(id);
      if (timeline && seq === (timeline.at(-1)?.seq ?? 0) + 1)
        timelines = withItem(timelines, id, [...timeline, event]);
    } else stale = true;
  }
  for (const { ticket: id, seq } of events) {
    const ticket = tickets.get(id);
    const counted = clocks && Object.hasOwn(clocks, id) ? clocks[id] : undefined;
    // Clocks that follow from older events would turn time back.
    if (counted && ticket?.seq === seq) tickets = withItem(tickets, id, { ...ticket, clocks: counted });
  }
  const list = stale === state.list.stale ? state.list : { ...state.list, stale };
  const same = tickets === state.tickets && timelines === state.timelines && list === state.list;
  return same ? state : { ...state, tickets, timelines, list };
}

/** Keeps its identity where nothing changes. */
const withItem = <K, V>(map: ReadonlyMap<K, V>, key: K, value: V): ReadonlyMap<K, V> =>
  map.get(key) === value ? map : new Map(map).set(key, value);

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
  return { ...state, tickets: withItem(state.tickets, id, withEta(ticket, eta)) };
}

const withEta = (ticket: TicketView, eta: TicketView['eta']): TicketView =>
  ticket.eta === eta ? ticket : { ...ticket, eta };
