/** How long another server's change may go unnoticed. Milliseconds; revocation promises two seconds. */
const FRESH_MS = 1000;
/** Past this all is forgotten: strangers can ask for what is not there as often as they like. */
const MOST = 10_000;

interface Kept<V> {
  readonly at: number;
  readonly value: Promise<V>;
}

/** Answers asked for at every request, read at most once a second each; this server's own changes call {@link forget}. */
export class Remembered<K, V> {
  readonly #read: (key: K) => Promise<V>;
  readonly #now: () => number;
  readonly #kept = new Map<K, Kept<V>>();

  constructor(read: (key: K) => Promise<V>, now: () => number) {
    this.#read = read;
    this.#now = now;
  }

  get(key: K): Promise<V> {
    const now = this.#now();
    const known = this.#kept.get(key);
    if (known && Math.abs(now - known.at) <= FRESH_MS) return known.value;
    if (this.#kept.size >= MOST) this.#kept.clear();
    const reading: Kept<V> = { at: now, value: this.#read(key) };
    this.#kept.set(key, reading);
    // What could not be read is tried again by the next who asks.
    reading.value.catch(() => {
      if (this.#kept.get(key) === reading) this.#kept.delete(key);
    });
    return reading.value;
  }

  forget(): void {
    this.#kept.clear();
  }
}
