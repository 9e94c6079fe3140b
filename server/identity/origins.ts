import type { TenantId } from '../contract/ids.ts';
import type { OriginStore } from '../store/origins.ts';
import { Remembered } from './remembered.ts';

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

/** All lists together are kept in memory: a few hundred lines. */
export function createOrigins({ store, now }: OriginsDeps): Origins {
  const remembered = new Remembered(read, now);
  const lists = () => remembered.get('all');

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
      remembered.forget();
    },
  };
}
