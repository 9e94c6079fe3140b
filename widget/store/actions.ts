import { createContext } from '@lit/context';
import type { ActName } from '../../server/contract/acts.ts';
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

/** What elements may ask for. What comes of it is read from the state; an outcome says only whether it was refused. */
export interface Actions {
  /** Shown as pending and sent again until the server has answered; then the ticket is open. A refused form keeps what was typed. */
  report(input: RegistrationInput): Promise<Outcome<TicketView>>;
  /** Shown as pending and sent again until the server has answered. */
  send<A extends ActName>(ticket: TicketId, command: A, body: CommandInput<A>): Promise<Outcome<undefined>>;
  /** What would be promised for a report sent now. Newer questions abort older ones: those answer `fault.code` `unavailable`. */
  promise(ask: { site: string; category: string; priority?: string }): Promise<Outcome<PromiseAnswer>>;
  /** Shows a ticket and loads its timeline. */
  openTicket(ticket: TicketId): Promise<Outcome<undefined>>;
  /** Reads what only one part of the screen shows; nothing of it is kept in the state. */
  read<T>(path: string): Promise<Outcome<T>>;
  goTo(view: View, prefill?: Prefill): void;
  loadMore(): Promise<void>;
  setScope(scope: Scope): Promise<void>;
  search(text: string): Promise<void>;
  /** The person asks to try again: after a refused session, or without waiting for the next try. */
  retry(): void;
}

/** Empty until the machinery has arrived, which is after the first paint; never empty once the phase is `ready`. */
export const actionsContext = createContext<Actions | undefined>(Symbol('vitrine-actions'));
