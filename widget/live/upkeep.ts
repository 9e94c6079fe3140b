import type { TicketId } from '../../server/contract/ids.ts';
import { VitrineUnreadEvent } from '../events/portal-events.ts';
import type { Store } from '../store/portal-store.ts';
import type { Known } from '../store/state.ts';
import type { Connection } from './connection.ts';
import type { Time } from './time.ts';
import type { Viewer } from './viewers.ts';

const REFRESH_MS = 1_000;
const REFRESH_CAP_MS = 60_000;
/** The server hears of no more. */
const WATCHED = 100;

export interface UpkeepOptions {
  readonly known: Store<Known>;
  readonly viewers: ReadonlySet<Viewer>;
  readonly connection: Connection;
  readonly time: Time;
}

export interface Upkeep {
  /** Something may have changed. */
  readonly look: () => void;
  readonly end: () => void;
}

/** What follows from a changed state: whose positions are wanted, a list to refresh, how much is unread. */
export function keepUp({ known, viewers, connection, time }: UpkeepOptions): Upkeep {
  let unread = 0;
  let refreshed = 0;
  let delayMs = REFRESH_MS;
  let cancel: (() => void) | undefined;

  const refresh = async (): Promise<void> => {
    // What comes while the answer is on its way counts for the next one.
    refreshed = known.current.skipped;
    const lists = [...viewers].filter(({ store }) => !store.current.alone);
    const held = await Promise.all(lists.map(({ actions }) => actions.refresh()));
    // What is skipped may never enter a list: then less and less is asked.
    delayMs = held.includes(true) ? REFRESH_MS : Math.min(REFRESH_CAP_MS, delayMs * 2);
    cancel = undefined;
    look();
  };
  const look = (): void => {
    const { current } = known;
    connection.watch(watchedBy(viewers, current));
    if (unread !== current.unread.size) {
      unread = current.unread.size;
      for (const { tell } of viewers) tell(new VitrineUnreadEvent(unread));
    }
    if (current.skipped > refreshed) cancel ??= time.after(delayMs * (0.5 + time.random() / 2), () => void refresh());
  };
  return { look, end: () => cancel?.() };
}

function watchedBy(viewers: ReadonlySet<Viewer>, { tickets }: Known): readonly TicketId[] {
  const ids = new Set<TicketId>();
  for (const { store } of viewers) {
    const { openTicket } = store.current;
    if (openTicket && tickets.has(openTicket)) ids.add(openTicket);
  }
  for (const ticket of tickets.values()) if (ticket.stage === 'en_route') ids.add(ticket.id);
  return [...ids].slice(0, WATCHED);
}
