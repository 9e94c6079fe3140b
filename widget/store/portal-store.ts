import { BLANK, UNKNOWN, type Known, type PortalState, type Showing } from './state.ts';

/** What the elements see: a current value and a way to hear of the next one. */
export interface Source<T> {
  readonly current: T;
  subscribe(listener: () => void): () => void;
}

/** Holds a value. What changes it are pure functions; one that returns the value it was given tells nobody. */
export class Store<T> implements Source<T> {
  #value: T;
  readonly #listeners = new Set<() => void>();

  constructor(value: T) {
    this.#value = value;
  }

  get current(): T {
    return this.#value;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  update(change: (value: T) => T): void {
    const next = change(this.#value);
    if (next === this.#value) return;
    this.#value = next;
    for (const listener of this.#listeners) listener();
  }
}

const KNOWN = Object.keys(UNKNOWN) as (keyof Known)[];

/**
 * One element's state: what is known, which it may share with others, and what it shows itself. Both are changed by the same pure
 * functions `(state) => state`, see fold.ts and snapshot.ts; each field of the answer goes to where it belongs.
 */
export class PortalStore implements Source<PortalState> {
  #known = new Store(UNKNOWN);
  readonly #told = new Store(0);
  #state: PortalState;
  /** What of the known is in the state. */
  #taken: Known = UNKNOWN;
  #leave = this.#known.subscribe(() => this.#tell());

  constructor(showing: Partial<Showing> = {}) {
    this.#state = { ...BLANK, ...showing };
  }

  get current(): PortalState {
    const known = this.#known.current;
    if (known !== this.#taken) this.#state = { ...this.#state, ...known };
    this.#taken = known;
    return this.#state;
  }

  subscribe(listener: () => void): () => void {
    return this.#told.subscribe(listener);
  }

  update(change: (state: PortalState) => PortalState): void {
    const before = this.current;
    const next = change(before);
    if (next === before) return;
    this.#state = next;
    if (KNOWN.every((key) => next[key] === before[key])) return this.#tell();
    this.#taken = Object.fromEntries(KNOWN.map((key) => [key, next[key]])) as unknown as Known;
    this.#known.update(() => this.#taken);
  }

  /** Shows from now on what is known there. */
  join(known: Store<Known>): void {
    this.#leave();
    this.#known = known;
    this.#leave = known.subscribe(() => this.#tell());
    this.#tell();
  }

  /** Tells nobody any more. What was begun here still comes to those who share it. */
  leave(): void {
    this.#leave();
  }

  #tell(): void {
    this.#told.update((times) => times + 1);
  }
}
