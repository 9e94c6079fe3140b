import type { AsOf } from './feed.ts';
import type { TicketEvent } from './events.ts';
import type { TicketView } from './ticket.ts';

/** `GET /v1/tickets`: newest change first. `next` is what to send as `after`; null at the end. */
export interface TicketsAnswer {
  readonly tickets: readonly TicketView[];
  readonly next: string | null;
  /** On the first page, whatever was asked for: the open mass incidents that concern this reader. Absent where there are none. */
  readonly incidents?: readonly TicketView[];
  /** With `waiting=approval`: of all pages together, how many tickets wait for this reader, and for how much of the client's currency. */
  readonly waiting?: { readonly tickets: number; readonly sum: number };
}

/** `GET /v1/tickets/{id}`: the whole timeline, as of a position. */
export interface TicketAnswer {
  readonly ticket: TicketView;
  readonly events: readonly TicketEvent[];
  readonly asOf: AsOf;
}

/** `POST /v1/tickets`. */
export interface RegistrationAnswer {
  readonly ticket: TicketView;
  readonly events: readonly TicketEvent[];
  readonly receipt: { readonly number: number; readonly position: number; readonly leafHash: string };
}

/** `POST /v1/tickets/{id}/{command}`. */
export interface CommandAnswer {
  readonly events: readonly TicketEvent[];
}
