import type { Desk } from './desk.ts';
import { isForLater, isOpen, type Ticket } from './ticket.ts';

/** With more than so many lively tickets nobody reports another. */
export const BUSY = 14;

/** All tickets of the client as the dispatcher last saw them. */
export interface Board {
  readonly tickets: ReadonlyMap<string, Ticket>;
  open(): Ticket[];
  /** How many open ones wait for more than a visit later on. */
  lively(now: number): number;
  /** Takes over one ticket that was read just now. */
  put(ticket: Ticket): void;
  /** Takes over what changed since the last look. */
  refresh(): Promise<void>;
}

/** Reads everything once and afterwards the newest changes only, since lists come newest change first. */
export function openBoard(desk: Desk, dispatcher: string): Board {
  const tickets = new Map<string, Ticket>();
  let isComplete = false;

  return {
    tickets,
    put: (ticket) => void tickets.set(ticket.id, ticket),
    open: () => [...tickets.values()].filter(isOpen),
    lively: (now) => [...tickets.values()].filter((one) => isOpen(one) && !isForLater(one, now)).length,
    async refresh() {
      let after: string | undefined;
      for (;;) {
        const { tickets: page, next } = await desk.list(dispatcher, after);
        const news = page.filter(({ id, seq }) => tickets.get(id)?.seq !== seq);
        for (const ticket of page) tickets.set(ticket.id, ticket);
        if (next === null || (isComplete && news.length < page.length)) break;
        after = next;
      }
      isComplete = true;
    },
  };
}
