import type { TicketEvent } from '../../server/contract/events.ts';
import type { TicketId } from '../../server/contract/ids.ts';
import { VitrineChangeEvent } from '../events/portal-events.ts';
import type { PortalStore } from '../store/portal-store.ts';
import type { PortalState } from '../store/state.ts';

/** Tells the page what has just been folded in, and marks what others did to tickets that the person is not looking at. */
export function tellNews(
  store: PortalStore,
  tell: (event: Event) => void,
  before: PortalState,
  events: readonly TicketEvent[],
): void {
  const { tickets, person } = store.current;
  const unread = new Set<TicketId>();
  for (const event of events) {
    const ticket = tickets.get(event.ticket);
    const known = before.tickets.get(event.ticket);
    if (!ticket || !known || event.seq <= known.seq || event.seq > ticket.seq) continue;
    if (event.actor.id !== person?.id && !isSeen(store.current, event.ticket)) unread.add(event.ticket);
    tell(new VitrineChangeEvent(ticket, event));
  }
  if (unread.size > 0) store.update((state) => ({ ...state, unread: new Set([...state.unread, ...unread]) }));
}

const isSeen = ({ view, openTicket }: PortalState, ticket: TicketId): boolean =>
  view === 'ticket' && openTicket === ticket && document.visibilityState !== 'hidden';
