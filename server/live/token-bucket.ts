export interface Rate {
  readonly perSecond: number;
  readonly burst: number;
}

/** Allows a burst, then so many a second. */
export class TokenBucket {
  readonly #rate: Rate;
  #tokens: number;
  #at: number;

  constructor(rate: Rate, now: number) {
    this.#rate = rate;
    this.#tokens = rate.burst;
    this.#at = now;
  }

  /** @returns whether this one was within the rate */
  take(now: number): boolean {
    const { perSecond, burst } = this.#rate;
    const passed = Math.max(0, now - this.#at);
    this.#tokens = Math.min(burst, this.#tokens + (passed / 1000) * perSecond);
    this.#at = now;
    if (this.#tokens < 1) return false;
    this.#tokens -= 1;
    return true;
  }
}
