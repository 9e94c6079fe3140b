import type { TenantId } from '../contract/ids.ts';
import type { OriginStore } from '../store/origins.ts';

/** From where a client's pages may ask. */
export interface Origins {
  /** Whether any client's pages come from there. */
  isRegistered(origin: string): Promise<boolean>;
  isOf(tenant: TenantId, origin: string | undefined): Promise<boolean>;
  listOf(tenant: TenantId): Promise<readonly string[]>;
  replace(tenant: TenantId, origins: readonly string[]): Promise<void>;
}

export interface OriginsDeps {
  readonly store: OriginStore;
  readonly now: () => number;
}

/** How long another server's change of the lists may go unnoticed. */
const FRESH_MS = 1000;

/** Asked at every request, so all lists together are kept in memory: a few hundred lines. */
export function createOrigins({ store, now }: OriginsDeps): Origins {
  let kept: { readonly at: number; readonly lists: Promise<ReadonlyMap<string, ReadonlySet<string>>> } | undefined;

  const lists = () => {
    if (!kept || Math.abs(now() - kept.at) > FRESH_MS) {
      const reading = { at: now(), lists: read() };
      kept = reading;
      reading.lists.catch(() => {
        if (kept === reading) kept = undefined;
      });
    }
    return kept.lists;
  };

  /** Origin → the tenants whose pages come from there. */
  async function read(): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
    const byOrigin = new Map<string, Set<string>>();
    for (const { tenant, origin } of await store.all())
      byOrigin.set(origin, (byOrigin.get(origin) ?? new Set()).add(tenant));
    return byOrigin;
  }

  return {
    isRegistered: async (origin) => (await lists()).has(origin),
    isOf: async (tenant, origin) => origin !== undefined && ((await lists()).get(origin)?.has(tenant) ?? false),
    async listOf(tenant) {
      return [...(await lists())].filter(([, tenants]) => tenants.has(tenant)).map(([origin]) => origin);
    },
    async replace(tenant, origins) {
      await store.replace(tenant, origins);
      kept = undefined;
    },
  };
}
