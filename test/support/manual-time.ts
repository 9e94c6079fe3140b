import type { Time } from '../../widget/live/time.ts';

/** Lets everything that was promised happen: what waits for no timer is done afterwards. */
export const settled = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', () => {
      port1.close();
      resolve();
    });
    port1.start();
    port2.postMessage(null);
  });

/** A clock that a test moves by hand. Chance always falls on `luck`. */
export class ManualTime implements Time {
  #now: number;
  readonly #timers = new Map<object, { readonly at: number; readonly run: () => void }>();
  luck = 0.5;

  constructor(now = Date.parse('2026-11-24T09:00:00.000Z')) {
    this.#now = now;
  }

  /** How long each timer that is wound still has to wait, shortest first. */
  get waits(): readonly number[] {
    return [...this.#timers.values()].map(({ at }) => at - this.#now).sort((a, b) => a - b);
  }

  now(): number {
    return this.#now;
  }

  random(): number {
    return this.luck;
  }

  after(ms: number, run: () => void): () => void {
    const timer = {};
    this.#timers.set(timer, { at: this.#now + ms, run });
    return () => void this.#timers.delete(timer);
  }

  /** Moves the clock, and no timer strikes: the computer was asleep. */
  sleep(ms: number): void {
    this.#now += ms;
  }

  /** Passes time; timers strike in order, and what follows from each is done before the next. */
  async pass(ms: number): Promise<void> {
    const end = this.#now + ms;
    await settled();
    for (;;) {
      const [next] = [...this.#timers].filter(([, { at }]) => at <= end).sort(([, a], [, b]) => a.at - b.at);
      if (!next) break;
      const [timer, { at, run }] = next;
      this.#timers.delete(timer);
      this.#now = Math.max(this.#now, at);
      run();
      await settled();
    }
    this.#now = end;
  }
}
