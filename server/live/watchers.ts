import type { TenantId, TicketId } from '../contract/ids.ts';

/** So many tickets one reader may watch; the rest of a longer list is passed over. */
export const WATCHED = 100;
const ID_LENGTH = 128;

/** Which readers asked for the positions of which tickets. Whether they may see them is decided when there is one to send. */
export class Watchers<Reader> {
  readonly #readers = new Map<string, Set<Reader>>();
  readonly #watched = new Map<Reader, readonly string[]>();

  /** Replaces what this reader watched before. */
  watch(reader: Reader, tenant: TenantId, tickets: readonly TicketId[]): void {
    this.leave(reader);
    const keys = tickets.map((ticket) => keyOf(tenant, ticket));
    this.#watched.set(reader, keys);
    for (const key of keys) {
      const readers = this.#readers.get(key);
      if (readers) readers.add(reader);
      else this.#readers.set(key, new Set([reader]));
    }
  }

  leave(reader: Reader): void {
    for (const key of this.#watched.get(reader) ?? []) {
      const readers = this.#readers.get(key);
      readers?.delete(reader);
      if (readers?.size === 0) this.#readers.delete(key);
    }
    this.#watched.delete(reader);
  }

  of(tenant: TenantId, ticket: TicketId): Iterable<Reader> {
    return this.#readers.get(keyOf(tenant, ticket)) ?? [];
  }
}

/** The tickets of a `watch` as a stranger sent it; undefined where it is none. */
export function watchedOf(message: unknown): readonly TicketId[] | undefined {
  const { tickets } = Object(message) as Readonly<Record<string, unknown>>;
  if (!Array.isArray(tickets)) return undefined;
  const ids = tickets.slice(0, WATCHED).filter((id) => typeof id === 'string' && id.length <= ID_LENGTH);
  return [...new Set(ids as readonly TicketId[])];
}

const keyOf = (tenant: TenantId, ticket: TicketId): string => JSON.stringify([tenant, ticket]);
