import { seeded } from '../company/seeded.ts';

const MINUTE_MS = 60_000;

/** Chance that falls alike whenever it is asked for the same thing in the same order. */
export class Dice {
  readonly #seed: string;
  #throws = 0;

  constructor(seed: string) {
    this.#seed = seed;
  }

  /** True in so many of one case. */
  is(share: number): boolean {
    return this.between(0, 1) < share;
  }

  between(low: number, high: number): number {
    return low + seeded(`${this.#seed}:${this.#throws++}`) * (high - low);
  }

  whole(low: number, high: number): number {
    return Math.floor(this.between(low, high + 1));
  }

  /** Milliseconds. */
  minutes(low: number, high: number): number {
    return this.between(low, high) * MINUTE_MS;
  }

  of<T>(list: readonly T[]): T {
    return list[this.whole(0, list.length - 1)]!;
  }
}
