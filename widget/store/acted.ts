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

/**
 * A ticket that this person has just registered stands first.
 *
 * @param pressedAt when he pressed, local clock; without it there is no receipt to show
 */
export function takeRegistered(
  state: PortalState,
  answer: Omit<TicketAnswer, 'asOf'>,
  pressedAt?: number,
): PortalState {
  const next = takeTicket(state, answer);
  const { id } = answer.ticket;
  const receipts = pressedAt === undefined ? {} : { receipts: receiptsWith(state, id, pressedAt) };
  if (next.list.ids.includes(id)) return { ...next, ...receipts };
  return { ...next, ...receipts, list: { ...next.list, ids: [id, ...next.list.ids] } };
}

const receiptsWith = ({ receipts, serverOffsetMs }: PortalState, id: TicketId, pressedAt: number) =>
  new Map(receipts).set(id, pressedAt + serverOffsetMs);

export function withoutReceipt(state: PortalState, ticket: TicketId): PortalState {
  const receipts = new Map(state.receipts);
  return receipts.delete(ticket) ? { ...state, receipts } : state;
}

/** What waits, by its ticket. */
export function pendingOf(
  waiting: readonly (Pending & { readonly ticket: TicketId | 'new' })[],
): PortalState['pending'] {
  const pending = new Map<TicketId | 'new', readonly Pending[]>();
  for (const each of waiting) pending.set(each.ticket, [...(pending.get(each.ticket) ?? []), each]);
  return pending;
}
