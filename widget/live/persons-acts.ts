import type { ActName } from '../../server/contract/acts.ts';
import type { TicketsAnswer } from '../../server/contract/answers.ts';
import type { CommandInput, RegistrationInput } from '../../server/contract/commands.ts';
import type { TicketId } from '../../server/contract/ids.ts';
import { LIMITS } from '../../server/contract/limits.ts';
import type { PromiseAnswer } from '../../server/contract/portal.ts';
import type { TicketView } from '../../server/contract/ticket.ts';
import type { Kept, Outcome } from '../store/actions.ts';
import { takeList } from '../store/snapshot.ts';
import type { PortalState, Scope, TicketList } from '../store/state.ts';
import { takeFirstPage, takeNextPage } from '../store/acted.ts';
import { takeApprovals } from '../store/approvals.ts';
import { KeptHere } from './kept-here.ts';
import { OwnCommands } from './own-commands.ts';
import { faultLike } from './request.ts';
import { ticketsPath, TRIES, type TicketActionsOptions } from './ticket-actions.ts';

/** What a person does, rather than sees: commands, and how the list is looked through. Loaded when he begins to. */
export class PersonsActs {
  readonly #options: TicketActionsOptions;
  #here: KeptHere | undefined;
  #leave = (): void => {};
  #gone = false;
  #promising = new AbortController();
  #listing = new AbortController();
  #approving = new AbortController();

  constructor(options: TicketActionsOptions) {
    this.#options = options;
    this.#begin();
  }

  get kept(): Kept | undefined {
    return this.#here;
  }

  /** The element is gone. */
  leave(): void {
    this.#gone = true;
    this.#leave();
  }

  report(input: RegistrationInput, instead?: string): Promise<Outcome<TicketView | undefined>> {
    return this.#here?.report(input, instead) ?? NOBODY;
  }

  send<A extends ActName>(ticket: TicketId, command: A, body: CommandInput<A>): Promise<Outcome<undefined>> {
    return this.#here?.send(ticket, command, body) ?? NOBODY;
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

  /** The newest question of the two counts. */
  async loadApprovals(isMore = false): Promise<void> {
    const { store, gateway, person } = this.#options;
    this.#approving.abort();
    this.#approving = new AbortController();
    const { signal } = this.#approving;
    const whose = person();
    const next = isMore ? store.current.approvals?.next : undefined;
    const query = new URLSearchParams({ waiting: 'approval', ...(next && { after: next }) });
    const { value } = await gateway.ask<TicketsAnswer>('GET', `/v1/tickets?${query}`, { tries: TRIES, signal });
    if (value && !signal.aborted && !whose.aborted) store.update((state) => takeApprovals(state, value, isMore));
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

  /** What is kept for one person is another's only when he signs in: each has his own from here on, for as long as he is the one. */
  #begin(): void {
    const { store, person } = this.#options;
    const signal = person();
    if (signal.aborted || this.#gone) return;
    const look = (): void => {
      const { person: who } = store.current;
      if (!who) return;
      this.#leave();
      const own = OwnCommands.of(this.#options, who.id, signal);
      this.#leave = own.join(this.#options);
      this.#here = new KeptHere(this.#options, own, signal);
    };
    this.#leave = store.subscribe(look);
    const end = (): void => {
      this.#leave();
      this.#here = undefined;
      queueMicrotask(() => this.#begin());
    };
    signal.addEventListener('abort', end, { once: true });
    look();
  }
}

const NOBODY = Promise.resolve({ fault: faultLike('unauthorized', 401, 'Nobody is signed in.') });
