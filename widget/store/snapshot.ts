import type { TicketAnswer, TicketsAnswer } from '../../server/contract/answers.ts';
import type { AsOf } from '../../server/contract/feed.ts';
import type { TicketId } from '../../server/contract/ids.ts';
import type { PortalBoot } from '../../server/contract/portal.ts';
import type { TicketView } from '../../server/contract/ticket.ts';
import { BLANK, type PortalState } from './state.ts';

/** What is held may already be newer than a snapshot that was on its way. */
export function withTickets(state: PortalState, views: readonly TicketView[]): PortalState['tickets'] {
  const tickets = new Map(state.tickets);
  for (const view of views) {
    const held = tickets.get(view.id);
    if (!held || held.seq <= view.seq) tickets.set(view.id, view);
  }
  return tickets;
}

/** All that is shown, anew: what is not in it may not be seen any more, or is asked for when it is opened. */
export interface Snapshot extends AsOf {
  readonly boot: PortalBoot;
  readonly list: TicketsAnswer;
  readonly open: Omit<TicketAnswer, 'asOf'> | undefined;
}

export function takeSnapshot(state: PortalState, { boot, list, open, epoch, position }: Snapshot): PortalState {
  const bare = { ...state, phase: 'ready' as const, boot, tickets: new Map(), timelines: new Map(), epoch, position };
  const next = takeList(bare, list);
  if (open) return takeTicket(next, open);
  return { ...next, openTicket: null, view: state.view === 'ticket' ? 'list' : state.view };
}

/** The first page of a list that was asked for anew. */
export function takeList(state: PortalState, { tickets, next, incidents = [] }: TicketsAnswer): PortalState {
  const ids = tickets.map((ticket) => ticket.id);
  const list = { ...state.list, ids, next, complete: next === null, stale: false, loading: false };
  return { ...state, tickets: withTickets(state, [...tickets, ...incidents]), list };
}

/** One ticket with its whole timeline, unless what is held is newer. */
export function takeTicket(state: PortalState, { ticket, events }: Omit<TicketAnswer, 'asOf'>): PortalState {
  const held = state.timelines.get(ticket.id);
  const older = held && (held.at(-1)?.seq ?? 0) > ticket.seq;
  const timelines = older ? state.timelines : new Map(state.timelines).set(ticket.id, events);
  return { ...state, tickets: withTickets(state, [ticket]), timelines };
}

/** Nothing of one person is ever shown to the next; what the page has set stays. */
export const forgotten = ({ link, locale, view, prefill }: PortalState): PortalState => ({
  ...BLANK,
  link,
  locale,
  prefill,
  view: view === 'ticket' ? 'list' : view,
});

export const opened = (state: PortalState, openTicket: TicketId): PortalState => {
  const unread = new Set(state.unread);
  return { ...state, view: 'ticket', openTicket, unread: unread.delete(openTicket) ? unread : state.unread };
};
