import type { TicketAnswer } from '../../server/contract/answers.ts';
import type { Fault } from '../../server/contract/faults.ts';
import type { PersonId } from '../../server/contract/ids.ts';
import { Drafts } from '../outbox/drafts.ts';
import { Outbox, type News, type Pressed, type Waiting } from '../outbox/outbox.ts';
import { Sender } from '../outbox/sender.ts';
import { pendingOf, takeRegistered } from '../store/acted.ts';
import { opened } from '../store/snapshot.ts';
import type { Link, PortalState } from '../store/state.ts';
import { createKey } from './create-key.ts';
import { followLeaving } from './leaving.ts';
import { Onlookers, type Answered, type Place } from './onlookers.ts';
import { followPage } from './page-life.ts';
import { takeAnswer } from './take-answer.ts';
import { ticketPath, TRIES, type TicketActionsOptions } from './ticket-actions.ts';

/** Those of this page, by the signal that ends with their person. */
const shared = new WeakMap<AbortSignal, OwnCommands>();

/**
 * What one person sends, kept on his device until the server has answered: put into the store as pending, carried out by the sender. The
 * elements of a page that show the same person share it.
 */
export class OwnCommands {
  readonly drafts: Drafts;
  readonly #options: TicketActionsOptions;
  readonly #person: PersonId;
  readonly #signal: AbortSignal;
  readonly #outbox: Outbox;
  readonly #sender: Sender;
  readonly #onlookers: Onlookers;
  readonly #places = new Set<Place>();
  /** Answered, and just being taken away. */
  readonly #settled = new Set<string>();
  #link: Link['state'] | undefined;

  /** @param signal ends when this person is not the one any more */
  static of(options: TicketActionsOptions, person: PersonId, signal: AbortSignal): OwnCommands {
    const own = shared.get(signal) ?? new OwnCommands(options, person, signal);
    shared.set(signal, own);
    return own;
  }

  private constructor(options: TicketActionsOptions, person: PersonId, signal: AbortSignal) {
    const { gateway, time, server, tenant } = options;
    this.#options = options;
    this.#person = person;
    this.#signal = signal;
    const owner = JSON.stringify([server, tenant, person]);
    this.drafts = new Drafts(owner, time);
    this.#onlookers = new Onlookers(time, (key) => this.#handOver(key));
    this.#outbox = new Outbox({
      owner,
      now: () => time.now(),
      changed: () => this.#show(),
      heard: (news) => void this.#heard(news),
    });
    this.#sender = new Sender({
      outbox: this.#outbox,
      time,
      send: ({ ticket, command, body, key }) => {
        const path = ticket === 'new' ? '/v1/tickets' : `${ticketPath(ticket)}/${command}`;
        return gateway.ask('POST', path, { body, key, signal, tries: 1 });
      },
      may: () => this.#link !== 'auth_required',
      leaves: () => navigator.onLine,
      done: this.#done,
      refused: this.#refused,
    });
    const ends = [
      followPage({ wake: () => this.#wake(), rest: () => this.#rest() }),
      followLeaving({ keep: () => void this.drafts.flush(), wouldLose: () => this.#wouldLose }),
    ];
    const end = (): void => {
      for (const each of ends) each();
      void this.drafts.flush();
      this.#sender.close();
      this.#outbox.rest();
      this.#onlookers.close();
    };
    signal.addEventListener('abort', end, { once: true });
    this.#wake();
  }

  /** An element in which this person does something, until the answer is called. */
  join(place: Place): () => void {
    const stop = place.store.subscribe(() => this.#follow(place));
    this.#places.add(place);
    this.#follow(place);
    return () => {
      stop();
      this.#places.delete(place);
    };
  }

  /**
   * Keeps it, then sends it; comes back when it is answered, or when it has to wait.
   *
   * @param form where it was written
   * @param instead the refused one that it takes the place of
   */
  async press(place: Place, pressed: Omit<Pressed, 'key' | 'since'>, instead?: string): Promise<Answered> {
    const key = createKey();
    await this.drafts.flush();
    const answer = this.#onlookers.wait(key, place);
    await this.#outbox.add({ ...pressed, key, since: this.#options.time.now() }, instead);
    this.drafts.forget(pressed.form);
    // What corrects a refused one stands in its place from now on.
    if (instead) {
      this.#update((state) => (state.waiting === instead ? { ...state, waiting: key } : state), place);
      this.#handOver(key);
    }
    if (this.#signal.aborted) this.#onlookers.close();
    this.#sender.wake();
    return answer;
  }

  discard(key: string): Promise<boolean> {
    return this.#outbox.discard(key);
  }

  /** Sends anew what was refused, under a key of its own: a refusal is remembered with the old one. */
  async again(key: string): Promise<void> {
    const before = this.#outbox.find(key);
    if (!before?.refused) return;
    const { ticket, command, body } = before;
    await this.#outbox.add({ key: createKey(), command, body, since: this.#options.time.now(), ticket, form: '' }, key);
    this.#sender.wake();
  }

  /** From here on it waits without whoever pressed. A report that he still looks at is shown as what waits. */
  #handOver(key: string): void {
    const place = this.#onlookers.placeOf(key);
    const isReport = this.#outbox.find(key)?.ticket === 'new';
    if (place && isReport) this.#update((state) => (state.view === 'form' ? { ...state, waiting: key } : state), place);
    this.#onlookers.tell(key, { value: undefined });
  }

  readonly #done = async (command: Waiting, answer: unknown): Promise<void> => {
    const { key } = command;
    const seen = this.#whereSeen(key);
    const place = seen ?? this.#onlookers.placeOf(key) ?? this.#anywhere;
    this.#settled.add(key);
    const update = (change: (state: PortalState) => PortalState): void =>
      this.#update((state) => change({ ...state, pending: this.#pending() }), place);
    const ticket = place && takeAnswer(place, update, command, answer, Boolean(seen));
    this.#onlookers.tell(key, { value: ticket });
    await this.#outbox.remove(key, ticket ? { ticket } : {});
    this.#settled.delete(key);
  };

  readonly #refused = async ({ key }: Waiting, fault: Fault): Promise<void> => {
    if (!this.#onlookers.placeOf(key)) return this.#outbox.refuse(key, fault);
    // Whoever looks on still has what he wrote before him.
    await this.#outbox.giveBack(key);
    this.#onlookers.refuse(key, fault);
  };

  /** Another tab has sent it, or somebody there has thrown it away. */
  async #heard({ key, ticket }: News): Promise<void> {
    this.#sender.nudge();
    if (!key) return;
    const seen = this.#whereSeen(key);
    if (ticket && seen) {
      const asked = { tries: TRIES, signal: this.#signal };
      const { value } = await this.#options.gateway.ask<TicketAnswer>('GET', ticketPath(ticket), asked);
      if (value) this.#update((state) => opened(takeRegistered(state, value), ticket), seen);
    }
    for (const place of this.#places)
      this.#update((state) => (state.waiting === key ? { ...state, waiting: undefined } : state), place);
    this.#onlookers.tell(key, { value: undefined });
  }

  /** Where the person looks at this very report. */
  #whereSeen(key: string): Place | undefined {
    const onlooker = this.#onlookers.placeOf(key);
    return [...this.#places].find((place) => {
      const { view, waiting } = place.store.current;
      return view === 'form' && (place === onlooker || waiting === key);
    });
  }

  get #anywhere(): Place | undefined {
    const places = [...this.#places];
    return places.find(({ store }) => !store.current.alone) ?? places[0];
  }

  #show(): void {
    const pending = this.#pending();
    this.#update((state) => (pending.size + state.pending.size === 0 ? state : { ...state, pending }));
    const isSignedOut = this.#link === 'auth_required';
    for (const waiting of this.#outbox.waiting)
      if (this.#onlookers.placeOf(waiting.key)) {
        // Another tab has sent it, and it was refused there.
        if (waiting.refused) void this.#refused(waiting, waiting.fault!);
        else if (waiting.fault || isSignedOut) this.#handOver(waiting.key);
      }
  }

  #pending(): PortalState['pending'] {
    return pendingOf(this.#outbox.waiting.filter(({ key }) => !this.#settled.has(key)));
  }

  #follow({ store }: Place): void {
    const { state } = store.current.link;
    if (state === this.#link) return;
    this.#link = state;
    if (state === 'auth_required') this.#show();
    if (state === 'live' || state === 'connecting') this.#sender.wake();
  }

  #wake(): void {
    this.#outbox.listen();
    void this.#outbox.read().then(() => this.#sender.wake());
  }

  #rest(): void {
    this.#outbox.rest();
    void this.drafts.flush();
    void this.#outbox.release();
  }

  /** What this browser does not keep would be gone with the page. */
  get #wouldLose(): boolean {
    return this.#outbox.waiting.some(({ saved, refused }) => !saved && !refused);
  }

  /** Nothing is put before another person. */
  #update(change: (state: PortalState) => PortalState, place = this.#anywhere): void {
    if (this.#signal.aborted) return;
    place?.store.update((state) => (state.person?.id === this.#person ? change(state) : state));
  }
}
