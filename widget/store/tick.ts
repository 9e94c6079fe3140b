import { ContextConsumer } from '@lit/context';
import type { ReactiveController, ReactiveElement } from 'lit';
import type { Source } from './portal-store.ts';
import { portalContext } from './select.ts';
import type { PortalState } from './state.ts';

const SECOND_MS = 1000;
const ticks = new Set<Tick>();
let timer: ReturnType<typeof setTimeout> | undefined;

function wind(): void {
  clearTimeout(timer);
  timer = undefined;
  const [first] = ticks;
  if (!first || document.hidden) return;
  // Whole seconds of the server's clock, so that every countdown on the page changes at once.
  timer = setTimeout(strike, SECOND_MS - (((first.now % SECOND_MS) + SECOND_MS) % SECOND_MS));
}

function strike(): void {
  for (const tick of ticks) tick.beat();
  wind();
}

/** Re-renders its host at every beat, a second unless told otherwise, while the page is seen. One timer serves all, and none runs when nobody listens. */
export class Tick implements ReactiveController {
  readonly host: ReactiveElement;
  readonly #everyMs: number;
  #source: Source<PortalState> | undefined;
  #beats = 0;

  /** @param everyMs a whole number of seconds, in milliseconds */
  constructor(host: ReactiveElement, everyMs = SECOND_MS) {
    this.host = host;
    this.#everyMs = everyMs;
    new ContextConsumer(host, {
      context: portalContext,
      subscribe: true,
      callback: (source) => (this.#source = source),
    });
    host.addController(this);
  }

  /** By the server's clock, milliseconds since the epoch: what {@link readClock} takes. */
  get now(): number {
    return Date.now() + (this.#source?.current.serverOffsetMs ?? 0);
  }

  beat(): void {
    const beats = Math.floor(this.now / this.#everyMs);
    if (beats === this.#beats) return;
    this.#beats = beats;
    this.host.requestUpdate();
  }

  hostConnected(): void {
    if (ticks.size === 0) addEventListener('visibilitychange', strike);
    ticks.add(this);
    if (!timer) wind();
  }

  hostDisconnected(): void {
    ticks.delete(this);
    if (ticks.size > 0) return;
    removeEventListener('visibilitychange', strike);
    wind();
  }
}
