import type { TenantId } from '../contract/ids.ts';
import type { Database } from './open-database.ts';

export interface OriginStore {
  /** Those of every tenant. */
  all(): Promise<readonly { readonly tenant: TenantId; readonly origin: string }[]>;
  /** Sets a tenant's whole list. */
  replace(tenant: TenantId, origins: readonly string[]): Promise<void>;
}

export const openOrigins = (db: Database): OriginStore => ({
  async all() {
    const rows = await db.selectFrom('origin').selectAll().orderBy('origin').execute();
    return rows.map(({ tenant, origin }) => ({ tenant: tenant as TenantId, origin }));
  },
  replace: (tenant, origins) =>
    db.transaction().execute(async (tx) => {
      await tx.deleteFrom('origin').where('tenant', '=', tenant).execute();
      if (origins.length > 0)
        await tx
          .insertInto('origin')
          .values(origins.map((origin) => ({ tenant, origin })))
          .execute();
    }),
});
