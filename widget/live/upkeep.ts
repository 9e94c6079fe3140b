import type { TicketId } from '../../server/contract/ids.ts';
import { VitrineUnreadEvent } from '../events/portal-events.ts';
import type { PortalStore } from '../store/portal-store.ts';
import type { PortalState } from '../store/state.ts';
import type { Connection } from './connection.ts';
import type { TicketActions } from './ticket-actions.ts';
import type { Time } from './time.ts';

const REFRESH_MS = 1_000;
const REFRESH_CAP_MS = 60_000;
/** The server hears of no more. */
const WATCHED = 100;

export interface UpkeepOptions {
  readonly store: PortalStore;
  readonly actions: TicketActions;
  readonly connection: Connection;
  readonly time: Time;
  readonly tell: (event: Event) => void;
}

/** What follows from a changed state: whose positions are wanted, a stale list, how much is unread. Until the answer is called. */
export function keepUp({ store, actions, connection, time, tell }: UpkeepOptions): () => void {
  let seen: PortalState | undefined;
  let delayMs = REFRESH_MS;
  let cancel: (() => void) | undefined;

  const refresh = async (): Promise<void> => {
    // What makes a list stale may never enter it: then less and less is asked.
    if (store.current.list.stale)
      delayMs = (await actions.refresh()) ? REFRESH_MS : Math.min(REFRESH_CAP_MS, delayMs * 2);
    cancel = undefined;
    look();
  };
  const look = (): void => {
    const state = store.current;
    if (seen?.tickets !== state.tickets || seen.openTicket !== state.openTicket) connection.watch(watchedIn(state));
    if (seen && seen.unread.size !== state.unread.size) tell(new VitrineUnreadEvent(state.unread.size));
    if (state.list.stale) cancel ??= time.after(delayMs * (0.5 + time.random() / 2), () => void refresh());
    seen = state;
  };

  const stop = store.subscribe(look);
  return () => {
    stop();
    cancel?.();
  };
}

function watchedIn({ tickets, openTicket }: PortalState): readonly TicketId[] {
  const ids = new Set<TicketId>();
  if (openTicket && tickets.has(openTicket)) ids.add(openTicket);
  for (const ticket of tickets.values()) if (ticket.stage === 'en_route') ids.add(ticket.id);
  return [...ids].slice(0, WATCHED);
}
