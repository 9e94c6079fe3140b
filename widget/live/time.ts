const BASE_MS = 500;
const CAP_MS = 20_000;

/** Clock, timers and chance, so that a test can own them. */
export interface Time {
  /** Milliseconds since the epoch. */
  now(): number;
  /** From [0, 1). */
  random(): number;
  /** Runs once, later; the answer takes it back. */
  after(ms: number, run: () => void): () => void;
}

export const BROWSER_TIME: Time = {
  now: () => Date.now(),
  random: () => Math.random(),
  after(ms, run) {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};

/** How long to wait before the next try: full jitter, so that a thousand widgets do not return at once (S4). */
export const backoffMs = (time: Time, attempt: number): number =>
  time.random() * Math.min(CAP_MS, BASE_MS * 2 ** Math.min(attempt, 16));

/** Waits between tries that can all be cut short: when the line is back, when the person asks, when it is over. */
export class Pauses {
  readonly #time: Time;
  readonly #waiting = new Set<() => void>();

  constructor(time: Time) {
    this.#time = time;
  }

  pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const end = (): void => {
        cancel();
        this.#waiting.delete(end);
        resolve();
      };
      const cancel = this.#time.after(ms, end);
      this.#waiting.add(end);
    });
  }

  wake(): void {
    for (const end of this.#waiting) end();
  }
}
