import type { ActName } from '../contract/acts.ts';
import type { TicketCommand } from '../contract/commands.ts';
import type { TicketFact } from '../contract/events.ts';
import { Refusal } from '../contract/faults.ts';
import type { Instant } from '../contract/ids.ts';
import type { Ticket } from '../contract/ticket.ts';
import type { Directory } from '../directory/directory.ts';
import type { Caller } from './caller.ts';

/** All that a decision may look at beside the ticket. Time is an argument: decisions are pure. */
export interface Situation {
  readonly caller: Caller;
  readonly directory: Directory;
  /** Milliseconds since the epoch, not before the ticket's last event. */
  readonly now: number;
  /** What other tickets of the site are charged, by month (`2026-11`), where its contract has a budget for that. */
  readonly spent?: ReadonlyMap<string, number> | undefined;
  /** The other ticket that the command names, where the caller may see it. */
  readonly other?: Ticket | undefined;
}

/** A fact, and when it really was where that is earlier than now. */
export interface Decided {
  readonly fact: TicketFact;
  readonly effectiveAt?: Instant;
}

export type CommandOf<A extends ActName> = Extract<TicketCommand, { readonly command: A }>;

/** The rule of one command; whose it is and in which stage has been checked before. */
export type Decide<A extends ActName> = (
  command: CommandOf<A>,
  ticket: Ticket,
  situation: Situation,
) => readonly Decided[];

/** Ids within a ticket are made of the seq that the fact will have: unique, and no randomness in a decision. */
export const idOf = (kind: 'question' | 'visit' | 'pause' | 'exclusion' | 'line', ticket: Ticket, offset = 0): string =>
  `${kind}-${ticket.seq + 1 + offset}`;

/** A domain refusal (422) of the value at a JSON pointer. */
export const refused = (pointer: string, detail: string): Refusal => new Refusal('refused', detail, { pointer });

export const just = (fact: TicketFact): readonly Decided[] => [{ fact }];

/** Files do not exist in this version, so none can be named. */
export function refuseFiles(files: readonly string[]): void {
  if (files.length > 0) throw refused('/files/0', 'there is no file with this id');
}

/** An effective time lies inside the ticket's life and not in the future. */
export function refuseOutside(ticket: Ticket, instant: string, now: number, pointer: string): void {
  const ms = Date.parse(instant);
  if (ms > now) throw refused(pointer, 'this time has not come yet');
  if (ms < Date.parse(ticket.openedAt)) throw refused(pointer, 'this time lies before the ticket was registered');
}
