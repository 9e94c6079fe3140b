import type { ActName } from '../../server/contract/acts.ts';
import type { CommandAnswer, RegistrationAnswer, TicketsAnswer } from '../../server/contract/answers.ts';
import type { CommandInput, RegistrationInput } from '../../server/contract/commands.ts';
import type { TicketId } from '../../server/contract/ids.ts';
import { LIMITS } from '../../server/contract/limits.ts';
import type { PromiseAnswer } from '../../server/contract/portal.ts';
import type { TicketView } from '../../server/contract/ticket.ts';
import { VitrineRegisteredEvent } from '../events/portal-events.ts';
import type { Outcome } from '../store/actions.ts';
import { applyEvents } from '../store/fold.ts';
import { opened, takeList } from '../store/snapshot.ts';
import type { Pending, PortalState, Scope, TicketList } from '../store/state.ts';
import { takeFirstPage, takeNextPage, takeRegistered, withoutPending, withPending } from '../store/acted.ts';
import { ticketPath, ticketsPath, TRIES, type TicketActionsOptions } from './ticket-actions.ts';

/** What a person does, rather than sees: commands, and how the list is looked through. Loaded when he begins to. */
export class PersonsActs {
  readonly #options: TicketActionsOptions;
  #promising = new AbortController();
  #listing = new AbortController();

  constructor(options: TicketActionsOptions) {
    this.#options = options;
  }

  async report(input: RegistrationInput): Promise<Outcome<TicketView>> {
    const { store, tell } = this.#options;
    const { value, fault } = await this.#command<RegistrationAnswer>(
      'new',
      '/v1/tickets',
      'register',
      input,
      (state, answer) => opened(takeRegistered(state, answer), answer.ticket.id),
    );
    if (fault) return { fault };
    const ticket = store.current.tickets.get(value.ticket.id) ?? value.ticket;
    tell(new VitrineRegisteredEvent(ticket));
    return { value: ticket };
  }

  async send<A extends ActName>(ticket: TicketId, command: A, body: CommandInput<A>): Promise<Outcome<undefined>> {
    const before = this.#options.store.current;
    const path = `${ticketPath(ticket)}/${command}`;
    const { value, fault } = await this.#command<CommandAnswer>(ticket, path, command, body, (state, { events }) =>
      applyEvents(state, events),
    );
    if (fault) return { fault };
    this.#options.changed(before, value.events);
    return { value: undefined };
  }

  async promise(ask: { site: string; category: string; priority?: string }): Promise<Outcome<PromiseAnswer>> {
    this.#promising.abort();
    this.#promising = new AbortController();
    const { signal } = this.#promising;
    return this.#options.gateway.ask<PromiseAnswer>('POST', '/v1/sla/promise', { body: ask, tries: 1, signal });
  }

  async loadMore(): Promise<void> {
    const { list } = this.#options.store.current;
    if (list.complete || list.loading) return;
    await this.#list(list, list, takeNextPage, list.next);
  }

  async setScope(scope: Scope): Promise<void> {
    const { list } = this.#options.store.current;
    await this.#list({ ...list, scope }, list, takeList);
  }

  async search(text: string): Promise<void> {
    const { list } = this.#options.store.current;
    await this.#list({ ...list, search: text.trim().slice(0, LIMITS.subject) }, list, takeList);
  }

  /** The first page anew, and the open ticket where its timeline lacks what that page knows. Says whether the page held a new one. */
  async refresh(load: (ticket: TicketId) => Promise<unknown>): Promise<boolean> {
    const { store } = this.#options;
    const { list, openTicket } = store.current;
    await this.#list(list, list, takeFirstPage);
    const held = openTicket && store.current.tickets.get(openTicket);
    const last = openTicket && store.current.timelines.get(openTicket)?.at(-1);
    if (held && last && last.seq < held.seq) await load(held.id);
    return store.current.list.ids[0] !== list.ids[0];
  }

  async #list(
    next: TicketList,
    before: TicketList,
    take: (state: PortalState, answer: TicketsAnswer) => PortalState,
    after?: string | null,
  ): Promise<void> {
    const { store, gateway, person } = this.#options;
    this.#listing.abort();
    this.#listing = new AbortController();
    const { signal } = this.#listing;
    const whose = person();
    store.update((state) => ({ ...state, list: { ...next, loading: true } }));
    const { value } = await gateway.ask<TicketsAnswer>('GET', ticketsPath(next, after), { tries: TRIES, signal });
    if (signal.aborted || whose.aborted) return;
    store.update((state) => (value ? take(state, value) : { ...state, list: { ...before, loading: false } }));
  }

  async #command<T>(
    ticket: TicketId | 'new',
    path: string,
    command: Pending['command'],
    body: object,
    take: (state: PortalState, answer: T) => PortalState,
  ): Promise<Outcome<T>> {
    const { store, gateway, time, person } = this.#options;
    const signal = person();
    const pending: Pending = { key: createKey(), command, body: { ...body }, since: time.now() };
    store.update((state) => withPending(state, ticket, pending));
    const outcome = await gateway.ask<T>('POST', path, {
      body,
      key: pending.key,
      signal,
      waiting: (fault) => store.update((state) => withPending(state, ticket, { ...pending, fault })),
    });
    if (signal.aborted) return outcome;
    store.update((state) => {
      const settled = withoutPending(state, ticket, pending.key);
      return outcome.fault ? settled : take(settled, outcome.value);
    });
    return outcome;
  }
}

/** An Idempotency-Key. Pages on plain http have no `randomUUID`. */
export function createKey(): string {
  if (crypto.randomUUID) return crypto.randomUUID();
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
