import type { TenantId } from '../contract/ids.ts';

/** Told that a tenant's log has grown. A hint: what there is stands in the log, and a lost one is covered by a slow poll (P1). */
export type PokeListener = (tenant: TenantId, head: number) => void;

/** How a commit tells the pumps that there is something to read, here and, with another make, on other servers. */
export interface Pokes {
  poke(tenant: TenantId, head: number): void;
  /** @returns ends it */
  listen(listener: PokeListener): () => void;
}

/** Pokes within one process. */
export function openPokes(): Pokes {
  const listeners = new Set<PokeListener>();
  return {
    poke(tenant, head) {
      for (const listener of listeners) listener(tenant, head);
    },
    listen(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
