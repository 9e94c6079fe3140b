import type { PositionMessage } from '../../server/contract/eta.ts';
import type { TicketEvent } from '../../server/contract/events.ts';
import type { Frame } from '../../server/contract/feed.ts';
import { advance, type TicketView } from '../../server/contract/ticket.ts';
import type { Known } from './state.ts';

/**
 * Folds events in, from a frame or from the answer to a command; seen ones change nothing, so whichever comes first wins (S6).
 * An event of a ticket that is not held, or after one that is missing, is skipped, and counted: the lists want a refresh.
 */
export function applyEvents<S extends Known>(state: S, events: readonly TicketEvent[], clocks?: Frame['clocks']): S {
  let { tickets, timelines, skipped } = state;

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
    } else skipped += 1;
  }
  for (const { ticket: id, seq } of events) {
    const ticket = tickets.get(id);
    const counted = clocks && Object.hasOwn(clocks, id) ? clocks[id] : undefined;
    // Clocks that follow from older events would turn time back.
    if (counted && ticket?.seq === seq) tickets = withItem(tickets, id, { ...ticket, clocks: counted });
  }
  const same = tickets === state.tickets && timelines === state.timelines && skipped === state.skipped;
  return same ? state : { ...state, tickets, timelines, skipped };
}

/** Keeps its identity where nothing changes. */
const withItem = <K, V>(map: ReadonlyMap<K, V>, key: K, value: V): ReadonlyMap<K, V> =>
  map.get(key) === value ? map : new Map(map).set(key, value);

/**
 * Takes a frame if it continues what is known (S1). Undefined: something lies between, catch up.
 * An old frame is nothing new; the position also passes what this person may not see.
 */
export function takeFrame<S extends Known>(state: S, frame: Frame): S | undefined {
  if (frame.epoch !== state.epoch) return undefined;
  if (frame.to <= state.position) return state;
  if (frame.from !== state.position) return undefined;
  return { ...applyEvents(state, frame.events, frame.clocks), position: frame.to };
}

/** Clocks and eta are replaced, never folded. */
export function takeEta<S extends Known>(state: S, { ticket: id, eta }: PositionMessage): S {
  const ticket = state.tickets.get(id);
  if (!ticket || (eta && ticket.eta && ticket.eta.asOf > eta.asOf)) return state;
  return { ...state, tickets: withItem(state.tickets, id, withEta(ticket, eta)) };
}

const withEta = (ticket: TicketView, eta: TicketView['eta']): TicketView =>
  ticket.eta === eta ? ticket : { ...ticket, eta };
