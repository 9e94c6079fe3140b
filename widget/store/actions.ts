import { createContext } from '@lit/context';
import type { ActName } from '../../server/contract/acts.ts';
import type { TicketsAnswer } from '../../server/contract/answers.ts';
import type { CommandInput, RegistrationInput } from '../../server/contract/commands.ts';
import type { Fault } from '../../server/contract/faults.ts';
import type { TicketId } from '../../server/contract/ids.ts';
import type { PromiseAnswer } from '../../server/contract/portal.ts';
import type { TicketView } from '../../server/contract/ticket.ts';
import type { Prefill, Scope, View } from './state.ts';

/** An answer, or why there is none. Actions never throw. */
export type Outcome<T> =
  | { readonly value: T; readonly fault?: undefined }
  | { readonly fault: Fault; readonly value?: undefined };

/** What one person has on this device, beside what the server knows. */
export interface Kept {
  /** What was written in a form and not sent; undefined when nothing was. */
  findDraft(form: string): Promise<unknown>;
  /** Keeps what is typed, soon or, where the person has gone on to something else, at once; `undefined` throws it away. */
  keepDraft(form: string, value: unknown, isAtOnce?: boolean): void;
  /** Shows a report that waits or was refused. */
  show(key: string): void;
  /** Throws away what has surely not reached the server. False: it has gone out meanwhile. */
  discard(key: string): Promise<boolean>;
  /** Sends anew what was refused. */
  again(key: string): Promise<void>;
  /** The person has read the receipt. */
  dismiss(ticket: TicketId): void;
  /** What is open at a site, newest change first: one page. */
  openAt(site: string): Promise<Outcome<TicketsAnswer>>;
}

/** What elements may ask for. What comes of it is read from the state; an outcome says only whether it was refused. */
export interface Actions {
  /**
   * Kept on this device before it is sent, shown as pending and sent again until the server has answered; then the ticket is open. Comes
   * back with a ticket or a refusal, or without either once it has to wait.
   *
   * @param instead the refused report, by its key, that this one takes the place of
   */
  report(input: RegistrationInput, instead?: string): Promise<Outcome<TicketView | undefined>>;
  /** Kept on this device before it is sent, shown as pending and sent again until the server has answered. Comes back when it has to wait. */
  send<A extends ActName>(ticket: TicketId, command: A, body: CommandInput<A>): Promise<Outcome<undefined>>;
  /** What would be promised for a report sent now. Newer questions abort older ones: those answer `fault.code` `unavailable`. */
  promise(ask: { site: string; category: string; priority?: string }): Promise<Outcome<PromiseAnswer>>;
  /** Shows a ticket and loads its timeline. */
  openTicket(ticket: TicketId): Promise<Outcome<undefined>>;
  /** Reads what only one part of the screen shows; nothing of it is kept in the state. */
  read<T>(path: string): Promise<Outcome<T>>;
  goTo(view: View, prefill?: Prefill): void;
  loadMore(): Promise<void>;
  /** What waits for this person's approval: the first page of it anew, or the next one. */
  loadApprovals(isMore?: boolean): Promise<void>;
  setScope(scope: Scope): Promise<void>;
  search(text: string): Promise<void>;
  /** Undefined where it cannot be loaded just now. */
  kept(): Promise<Kept | undefined>;
  /** The person asks to try again: after a refused session, or without waiting for the next try. */
  retry(): void;
}

/** Empty until the machinery has arrived, which is after the first paint; never empty once the phase is `ready`. */
export const actionsContext = createContext<Actions | undefined>(Symbol('vitrine-actions'));
