import type { ActName } from '../../server/contract/acts.ts';
import type { CommandAnswer, RegistrationAnswer, TicketAnswer, TicketsAnswer } from '../../server/contract/answers.ts';
import type { CommandInput, RegistrationInput } from '../../server/contract/commands.ts';
import type { TicketEvent } from '../../server/contract/events.ts';
import type { Fault } from '../../server/contract/faults.ts';
import type { TicketId } from '../../server/contract/ids.ts';
import type { PromiseAnswer } from '../../server/contract/portal.ts';
import { LIMITS } from '../../server/contract/limits.ts';
import type { TicketView } from '../../server/contract/ticket.ts';
import { VitrineRegisteredEvent } from '../events/portal-events.ts';
import type { Actions, Outcome } from '../store/actions.ts';
import { applyEvents } from '../store/fold.ts';
import type { PortalStore } from '../store/portal-store.ts';
import * as snapshot from '../store/snapshot.ts';
import type { Pending, PortalState, Prefill, Scope, TicketList, View } from '../store/state.ts';
import { createKey, type Gateway } from './gateway.ts';
import type { Time } from './time.ts';

const PAGE = 50;
/** A person who looks at something waits for so many tries, then is told. */
const TRIES = 3;

export interface TicketActionsOptions {
  readonly store: PortalStore;
  readonly gateway: Gateway;
  readonly time: Time;
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
      (state, answer) => snapshot.opened(snapshot.takeRegistered(state, answer), answer.ticket.id),
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

  async openTicket(ticket: TicketId): Promise<Outcome<undefined>> {
    const { store } = this.#options;
    store.update((state) => snapshot.opened(state, ticket));
    const held = store.current.tickets.get(ticket);
    const last = store.current.timelines.get(ticket)?.at(-1);
    if (held && last && last.seq >= held.seq) return { value: undefined };
    const fault = await this.load(ticket);
    if (!fault) return { value: undefined };
    if (fault.code === 'not_found' && store.current.openTicket === ticket) this.goTo('list');
    return { fault };
  }

  /** A ticket and its timeline, as they are now. */
  async load(ticket: TicketId): Promise<Fault | undefined> {
    const signal = this.#options.person();
    const path = ticketPath(ticket);
    const { value, fault } = await this.#options.gateway.ask<TicketAnswer>('GET', path, { tries: TRIES, signal });
    if (value && !signal.aborted) this.#options.store.update((state) => snapshot.takeTicket(state, value));
    return fault;
  }

  goTo(view: View, prefill?: Prefill): void {
    this.#options.store.update((state) => ({ ...state, view, prefill: prefill ?? state.prefill }));
  }

  async loadMore(): Promise<void> {
    const { list } = this.#options.store.current;
    if (list.complete || list.loading) return;
    await this.#list(list, list, snapshot.takeNextPage, list.next);
  }

  async setScope(scope: Scope): Promise<void> {
    const { list } = this.#options.store.current;
    await this.#list({ ...list, scope }, list, snapshot.takeList);
  }

  async search(text: string): Promise<void> {
    const { list } = this.#options.store.current;
    await this.#list({ ...list, search: text.trim().slice(0, LIMITS.subject) }, list, snapshot.takeList);
  }

  /** Says whether the first page held anything new. */
  async refresh(): Promise<boolean> {
    const { list } = this.#options.store.current;
    await this.#list(list, list, snapshot.takeFirstPage);
    return this.#options.store.current.list.ids[0] !== list.ids[0];
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
    store.update((state) => snapshot.withPending(state, ticket, pending));
    const outcome = await gateway.ask<T>('POST', path, {
      body,
      key: pending.key,
      signal,
      waiting: (fault) => store.update((state) => snapshot.withPending(state, ticket, { ...pending, fault })),
    });
    if (signal.aborted) return outcome;
    store.update((state) => {
      const settled = snapshot.withoutPending(state, ticket, pending.key);
      return outcome.fault ? settled : take(settled, outcome.value);
    });
    return outcome;
  }
}
