import type { TicketAnswer, TicketsAnswer } from '../../server/contract/answers.ts';
import type { TicketId } from '../../server/contract/ids.ts';
import { takeTicket, withTickets } from './snapshot.ts';
import type { Pending, PortalState } from './state.ts';

/** The first page again: what is new is put before, and no row that is shown jumps. */
export function takeFirstPage(state: PortalState, { tickets, incidents = [] }: TicketsAnswer): PortalState {
  const shown = new Set(state.list.ids);
  const added = tickets.map((ticket) => ticket.id).filter((id) => !shown.has(id));
  const list = { ...state.list, ids: [...added, ...state.list.ids], loading: false };
  return { ...state, tickets: withTickets(state, [...tickets, ...incidents]), list };
}

/** The page after the last one. A ticket that has changed meanwhile may come again. */
export function takeNextPage(state: PortalState, { tickets, next }: TicketsAnswer): PortalState {
  const ids = [...new Set([...state.list.ids, ...tickets.map((ticket) => ticket.id)])];
  const list = { ...state.list, ids, next, complete: next === null, loading: false };
  return { ...state, tickets: withTickets(state, tickets), list };
}

/** A ticket that this person has just registered stands first. */
export function takeRegistered(state: PortalState, answer: Omit<TicketAnswer, 'asOf'>): PortalState {
  const next = takeTicket(state, answer);
  const { id } = answer.ticket;
  if (next.list.ids.includes(id)) return next;
  return { ...next, list: { ...next.list, ids: [id, ...next.list.ids] } };
}

export function withPending(state: PortalState, ticket: TicketId | 'new', pending: Pending): PortalState {
  const others = (state.pending.get(ticket) ?? []).filter((other) => other.key !== pending.key);
  return { ...state, pending: new Map(state.pending).set(ticket, [...others, pending]) };
}

export function withoutPending(state: PortalState, ticket: TicketId | 'new', key: string): PortalState {
  const left = (state.pending.get(ticket) ?? []).filter((other) => other.key !== key);
  const pending = new Map(state.pending);
  if (left.length > 0) pending.set(ticket, left);
  else pending.delete(ticket);
  return { ...state, pending };
}
