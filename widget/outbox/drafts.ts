import type { Time } from '../live/time.ts';
import { onDevice } from './database.ts';

/** What is typed is kept when the person pauses, not at every key. */
const WRITE_MS = 400;
/** A shop's computer has many users: what nobody came back to is forgotten. */
const KEPT_MS = 14 * 86_400_000;

/** What one person has begun to write, by form: kept on this device until it is sent or thrown away, two weeks at most. */
export class Drafts {
  readonly #owner: string;
  readonly #time: Time;
  readonly #typed = new Map<string, unknown>();
  #cancel: (() => void) | undefined;

  constructor(owner: string, time: Time) {
    this.#owner = owner;
    this.#time = time;
    void onDevice(async (db) => {
      const tx = db.transaction('drafts', 'readwrite');
      for await (const old of tx.store.index('keptAt').iterate(IDBKeyRange.upperBound(time.now() - KEPT_MS)))
        await old.delete();
      await tx.done;
      return true;
    });
  }

  async find(form: string): Promise<unknown> {
    if (this.#typed.has(form)) return this.#typed.get(form);
    const draft = await onDevice(async (db) => (await db.get('drafts', [this.#owner, form])) ?? false);
    return draft && draft.keptAt > this.#time.now() - KEPT_MS ? draft.value : undefined;
  }

  /** @param value undefined: thrown away */
  keep(form: string, value: unknown): void {
    this.#typed.set(form, value);
    this.#cancel?.();
    this.#cancel = this.#time.after(WRITE_MS, () => void this.flush());
  }

  /** Writes what was typed last: before it is sent, and when the page is left. */
  async flush(): Promise<void> {
    this.#cancel?.();
    this.#cancel = undefined;
    const typed = [...this.#typed];
    this.#typed.clear();
    if (typed.length === 0) return;
    const [owner, keptAt] = [this.#owner, this.#time.now()];
    await onDevice(async (db) => {
      const tx = db.transaction('drafts', 'readwrite');
      for (const [form, value] of typed)
        void (value === undefined ? tx.store.delete([owner, form]) : tx.store.put({ owner, form, value, keptAt }));
      await tx.done;
      return true;
    });
  }

  /** Forgets what was not written yet: it has been sent. */
  forget(form: string): void {
    this.#typed.delete(form);
  }

  close(): void {
    void this.flush();
  }
}
