import type { ActName } from '../../server/contract/acts.ts';
import type { TicketAnswer } from '../../server/contract/answers.ts';
import type { CommandInput, RegistrationInput } from '../../server/contract/commands.ts';
import type { TicketEvent } from '../../server/contract/events.ts';
import type { Fault } from '../../server/contract/faults.ts';
import type { TicketId } from '../../server/contract/ids.ts';
import type { PromiseAnswer } from '../../server/contract/portal.ts';
import type { TicketView } from '../../server/contract/ticket.ts';
import type { Actions, Kept, Outcome } from '../store/actions.ts';
import type { PortalStore } from '../store/portal-store.ts';
import { nothingOpen, opened, takeTicket } from '../store/snapshot.ts';
import type { PortalState, Prefill, Scope, TicketList, View } from '../store/state.ts';
import type { Gateway } from './gateway.ts';
import type { PersonsActs } from './persons-acts.ts';
import { faultLike } from './request.ts';
import type { Time } from './time.ts';

const PAGE = 50;
/** A person who looks at something waits for so many tries, then is told. */
export const TRIES = 3;

export interface TicketActionsOptions {
  readonly store: PortalStore;
  readonly gateway: Gateway;
  readonly time: Time;
  readonly server: string;
  readonly tenant: string;
  /** Ends when another person takes over, or the portal is gone: nothing of the one is sent for the other. */
  readonly person: () => AbortSignal;
  /** Events of an answer have been folded in. */
  readonly changed: (before: PortalState, events: readonly TicketEvent[]) => void;
  readonly tell: (event: Event) => void;
  readonly retry: () => void;
}

export const ticketsPath = ({ scope, search }: TicketList, after?: string | null): string => {
  const query = new URLSearchParams({ scope, limit: `${PAGE}` });
  if (search) query.set('q', search);
  if (after) query.set('after', after);
  return `/v1/tickets?${query}`;
};

export const ticketPath = (ticket: TicketId): string => `/v1/tickets/${encodeURIComponent(ticket)}`;

/** What the elements ask for, carried out over HTTP. */
export class TicketActions implements Actions {
  readonly #options: TicketActionsOptions;
  #acts: Promise<PersonsActs> | undefined;

  constructor(options: TicketActionsOptions) {
    this.#options = options;
  }

  #load(): Promise<PersonsActs> {
    this.#acts ??= import('./persons-acts.ts').then(
      (part) => new part.PersonsActs(this.#options),
      (error: unknown) => {
        this.#acts = undefined;
        throw error;
      },
    );
    return this.#acts;
  }

  /** The element is gone. */
  leave(): void {
    void this.#acts?.then((acts) => acts.leave());
  }

  report(input: RegistrationInput, instead?: string): Promise<Outcome<TicketView | undefined>> {
    return this.#act((acts) => acts.report(input, instead));
  }

  send<A extends ActName>(ticket: TicketId, command: A, body: CommandInput<A>): Promise<Outcome<undefined>> {
    return this.#act((acts) => acts.send(ticket, command, body));
  }

  promise(ask: { site: string; category: string; priority?: string }): Promise<Outcome<PromiseAnswer>> {
    return this.#act((acts) => acts.promise(ask));
  }

  async openTicket(ticket: TicketId): Promise<Outcome<undefined>> {
    const { store } = this.#options;
    store.update((state) => opened(state, ticket));
    const held = store.current.tickets.get(ticket);
    const last = store.current.timelines.get(ticket)?.at(-1);
    if (held && last && last.seq >= held.seq) return { value: undefined };
    const fault = await this.load(ticket);
    if (!fault) return { value: undefined };
    if (fault.code === 'not_found' && store.current.openTicket === ticket) store.update(nothingOpen);
    return { fault };
  }

  /** A ticket and its timeline, as they are now. */
  async load(ticket: TicketId): Promise<Fault | undefined> {
    const signal = this.#options.person();
    const path = ticketPath(ticket);
    const { value, fault } = await this.#options.gateway.ask<TicketAnswer>('GET', path, { tries: TRIES, signal });
    if (value && !signal.aborted) this.#options.store.update((state) => takeTicket(state, value));
    return fault;
  }

  read<T>(path: string): Promise<Outcome<T>> {
    const { gateway, person } = this.#options;
    return gateway.ask<T>('GET', path, { tries: TRIES, signal: person() });
  }

  goTo(view: View, prefill?: Prefill): void {
    this.#options.store.update((state) => ({ ...state, view, waiting: undefined, prefill: prefill ?? state.prefill }));
  }

  async kept(): Promise<Kept | undefined> {
    return (await this.#load().catch(() => undefined))?.kept;
  }

  async loadMore(): Promise<void> {
    await this.#act((acts) => acts.loadMore());
  }

  async loadApprovals(isMore?: boolean): Promise<void> {
    await this.#act((acts) => acts.loadApprovals(isMore));
  }

  async setScope(scope: Scope): Promise<void> {
    await this.#act((acts) => acts.setScope(scope));
  }

  async search(text: string): Promise<void> {
    await this.#act((acts) => acts.search(text));
  }

  /** What is stale, anew. Says whether the first page held a new ticket. */
  async refresh(): Promise<boolean> {
    return (await this.#act((acts) => acts.refresh((ticket) => this.load(ticket)))) === true;
  }

  /** What is shown, asked for by HTTP: where no line opens, changes come later, but they come. */
  async look(): Promise<void> {
    const { openTicket } = this.#options.store.current;
    await this.refresh();
    if (openTicket) await this.load(openTicket);
  }

  retry(): void {
    this.#options.retry();
  }

  async #act<T>(act: (acts: PersonsActs) => Promise<T>): Promise<T | { readonly fault: Fault }> {
    const signal = this.#options.person();
    try {
      const acts = await this.#load();
      // Whoever has begun it is gone.
      signal.throwIfAborted();
      return await act(acts);
    } catch {
      return { fault: faultLike('unavailable', 0, 'It could not be begun.') };
    }
  }
}
