import { BLANK, type PortalState } from './state.ts';

/** What the elements see: a current value and a way to hear of the next one. */
export interface Source<T> {
  readonly current: T;
  subscribe(listener: () => void): () => void;
}

/** Holds what the widget knows. What changes it are pure functions `(state) => state`, see fold.ts and snapshot.ts. */
export class PortalStore implements Source<PortalState> {
  #state: PortalState = BLANK;
  readonly #listeners = new Set<() => void>();

  get current(): PortalState {
    return this.#state;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** A change that returns the state it was given tells nobody. */
  update(change: (state: PortalState) => PortalState): void {
    const next = change(this.#state);
    if (next === this.#state) return;
    this.#state = next;
    for (const listener of this.#listeners) listener();
  }
}
