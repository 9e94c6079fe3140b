import type { TicketEvent } from '../../server/contract/events.ts';
import type { SessionAnswer } from '../../server/contract/feed.ts';
import type { TicketId } from '../../server/contract/ids.ts';
import { VitrineChangeEvent } from '../events/portal-events.ts';
import type { PortalStore, Store } from '../store/portal-store.ts';
import type { Known, PortalFault, Scope, TicketList } from '../store/state.ts';
import type { TicketActions } from './ticket-actions.ts';

type Person = SessionAnswer['person'];

/** An element that shows what a conductor knows. */
export interface Viewer {
  readonly store: PortalStore;
  readonly actions: TicketActions;
  /** An event for the page, from this element. */
  readonly tell: (event: Event) => void;
  /** Something is wrong that the page's makers can mend. */
  readonly report: (fault: PortalFault) => void;
}

/** Tells the page what has just been folded in, and marks what others did to tickets that the person is not looking at. */
export function tellNews(
  known: Store<Known>,
  viewers: Iterable<Viewer>,
  before: Known,
  events: readonly TicketEvent[],
): void {
  const { tickets, person } = known.current;
  const all = [...viewers];
  const unread = new Set(known.current.unread);
  for (const event of events) {
    const ticket = tickets.get(event.ticket);
    const held = before.tickets.get(event.ticket);
    if (!ticket || !held || event.seq <= held.seq || event.seq > ticket.seq) continue;
    if (event.actor.id !== person?.id && !all.some((viewer) => isSeen(viewer, event.ticket))) unread.add(event.ticket);
    // Each element tells with an event of its own.
    for (const { tell } of all) tell(new VitrineChangeEvent(ticket, event));
  }
  if (unread.size > known.current.unread.size) known.update((state) => ({ ...state, unread }));
}

function isSeen({ store }: Viewer, ticket: TicketId): boolean {
  const { folded, view, openTicket } = store.current;
  return !folded && view === 'ticket' && openTicket === ticket && document.visibilityState !== 'hidden';
}

/** Who watches a whole company sees it at once; everybody else what his site has, whoever of its shifts reported it. */
const scopeOf = (role: Person['role']): Scope =>
  role === 'auditor' || role === 'contract_manager' ? 'tenant' : 'site';

/** The list begins with what this person most likely looks for. */
export const beginList = ({ store }: Viewer, { role }: Person): void =>
  store.update((state) => ({ ...state, list: { ...state.list, scope: scopeOf(role) } }));

/** Whoever comes late has at once what another one has asked for, and asks for the rest. */
export function bringList({ store, actions }: Viewer, viewers: Iterable<Viewer>): void {
  const { alone, list } = store.current;
  if (alone) return;
  const same = [...viewers]
    .map((other) => other.store.current)
    .find((other) => !other.alone && other.list !== list && !other.list.loading && isSameList(other.list, list));
  store.update((state) => ({ ...state, list: same?.list ?? { ...list, loading: true } }));
  if (!same) void actions.setScope(list.scope);
}

const isSameList = (one: TicketList, other: TicketList): boolean =>
  one.scope === other.scope && one.search === other.search;

/** The ticket that is open, if nothing is held of it. */
export function bringOpen({ store, actions }: Viewer): void {
  const { openTicket, timelines } = store.current;
  if (openTicket && !timelines.has(openTicket)) void actions.openTicket(openTicket);
}
