import type { TicketAnswer, TicketsAnswer } from '../../server/contract/answers.ts';
import type { AsOf } from '../../server/contract/feed.ts';
import type { TicketId } from '../../server/contract/ids.ts';
import type { PortalBoot } from '../../server/contract/portal.ts';
import type { TicketView } from '../../server/contract/ticket.ts';
import { clientOf } from './client-memory.ts';
import { BLANK, UNKNOWN, type Known, type PortalState } from './state.ts';

/** What is held may already be newer than a snapshot that was on its way. */
export function withTickets(state: Known, views: readonly TicketView[]): Known['tickets'] {
  const tickets = new Map(state.tickets);
  for (const view of views) {
    const held = tickets.get(view.id);
    if (!held || held.seq <= view.seq) tickets.set(view.id, view);
  }
  return tickets;
}

/** All anew: what is not shown afterwards may not be seen any more, or is asked for when it is opened. */
export const takeSnapshot = (state: Known, boot: PortalBoot, asOf: AsOf): Known => ({
  ...state,
  ...asOf,
  phase: 'ready',
  boot,
  client: clientOf(boot),
  tickets: new Map(),
  timelines: new Map(),
  approvals: null,
});

/** What one element asked for beside a snapshot. */
export interface Shown {
  /** The ticket that was open when it asked. */
  readonly openTicket: TicketId | null;
  readonly list: TicketsAnswer | undefined;
  readonly open: Omit<TicketAnswer, 'asOf'> | undefined;
}

export function takeShown(state: PortalState, { openTicket, list, open }: Shown): PortalState {
  const next = list ? takeList(state, list) : state;
  if (open) return { ...takeTicket(next, open), gone: false };
  return next.openTicket === openTicket ? nothingOpen(next) : next;
}

/** A ticket that is shown alone stays named, so that it can be said of it. */
export const nothingOpen = (state: PortalState): PortalState =>
  state.alone
    ? { ...state, gone: state.openTicket !== null }
    : { ...state, openTicket: null, view: state.view === 'ticket' ? 'list' : state.view };

/** The first page of a list that was asked for anew. */
export function takeList(state: PortalState, { tickets, next, incidents = [] }: TicketsAnswer): PortalState {
  const ids = tickets.map((ticket) => ticket.id);
  const list = { ...state.list, ids, next, complete: next === null, loading: false };
  return { ...state, tickets: withTickets(state, [...tickets, ...incidents]), list };
}

/** One ticket with its whole timeline, unless what is held is newer. */
export function takeTicket<S extends Known>(state: S, { ticket, events }: Omit<TicketAnswer, 'asOf'>): S {
  const held = state.timelines.get(ticket.id);
  const older = held && (held.at(-1)?.seq ?? 0) > ticket.seq;
  const timelines = older ? state.timelines : new Map(state.timelines).set(ticket.id, events);
  return { ...state, tickets: withTickets(state, [ticket]), timelines };
}

/** Nothing of one person is ever shown to the next. */
export const forgotten = ({ link, client }: Known): Known => ({ ...UNKNOWN, link, client });

/** What the page has set stays. */
export const unlisted = (state: PortalState): PortalState => ({ ...nothingOpen(state), gone: false, list: BLANK.list });

export const opened = (state: PortalState, openTicket: TicketId): PortalState => {
  const unread = new Set(state.unread);
  return {
    ...state,
    view: 'ticket',
    openTicket,
    gone: false,
    unread: unread.delete(openTicket) ? unread : state.unread,
  };
};
