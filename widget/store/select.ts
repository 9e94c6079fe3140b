import { ContextConsumer, createContext } from '@lit/context';
import type { ReactiveController, ReactiveElement } from 'lit';
import type { Source } from './portal-store.ts';
import type { PortalState } from './state.ts';

export const portalContext = createContext<Source<PortalState>>(Symbol('vitrine-portal'));

/** Re-renders its host when the picked slice changes, and only then. */
export class Select<T> implements ReactiveController {
  value: T | undefined;
  #source: Source<PortalState> | undefined;
  #stop: (() => void) | undefined;
  readonly #host: ReactiveElement;
  readonly #pick: (state: PortalState) => T;

  constructor(host: ReactiveElement, pick: (state: PortalState) => T) {
    this.#host = host;
    this.#pick = pick;
    new ContextConsumer(host, { context: portalContext, subscribe: true, callback: (source) => this.#follow(source) });
    host.addController(this);
  }

  hostConnected(): void {
    if (this.#source && !this.#stop) this.#follow(this.#source);
  }

  hostDisconnected(): void {
    this.#stop?.();
    this.#stop = undefined;
  }

  /** What is picked may depend on the host's own properties, which are set before it updates. */
  hostUpdate(): void {
    if (this.#source) this.value = this.#pick(this.#source.current);
  }

  #follow(source: Source<PortalState>): void {
    this.#stop?.();
    this.#source = source;
    this.#stop = source.subscribe(() => this.#read());
    this.#read();
  }

  #read(): void {
    const next = this.#source && this.#pick(this.#source.current);
    if (Object.is(next, this.value)) return;
    this.value = next;
    this.#host.requestUpdate();
  }
}
