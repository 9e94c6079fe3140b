import type { Selectable } from 'kysely';
import type { Algorithm } from '../contract/algorithms.ts';
import type { TenantId } from '../contract/ids.ts';
import type { Database } from './open-database.ts';
import type { Tables } from './tables.ts';

/** A public key, RFC 7517. */
export type PublicJwk = Readonly<Record<string, string>>;

/** A key that a tenant signs with: a secret that both sides hold (HS256), or a public key. */
export interface TenantKey {
  readonly kid: string;
  readonly algorithm: Algorithm;
  /** Of HS256: 32 bytes, base64url. */
  readonly secret: string | null;
  readonly jwk: PublicJwk | null;
  /** Milliseconds since the epoch. */
  readonly validUntil: number | null;
  readonly createdAt: number;
}

export interface TenantKeyStore {
  find(tenant: TenantId, kid: string): Promise<TenantKey | undefined>;
  all(tenant: TenantId): Promise<readonly TenantKey[]>;
  /** False when there is one of that name. */
  add(tenant: TenantId, key: TenantKey): Promise<boolean>;
  /** False when there is none of that name. */
  limit(tenant: TenantId, kid: string, validUntil: number | null): Promise<boolean>;
  remove(tenant: TenantId, kid: string): Promise<boolean>;
}

export function openTenantKeys(db: Database): TenantKeyStore {
  const keys = (tenant: TenantId) => db.selectFrom('tenant_key').selectAll().where('tenant', '=', tenant);

  return {
    async find(tenant, kid) {
      const row = await keys(tenant).where('kid', '=', kid).executeTakeFirst();
      return row && toTenantKey(row);
    },
    all: async (tenant) => (await keys(tenant).orderBy('created_at').orderBy('kid').execute()).map(toTenantKey),
    async add(tenant, { kid, algorithm, secret, jwk, validUntil, createdAt }) {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('tenant_key')
        .values({
          tenant,
          kid,
          algorithm,
          secret,
          jwk: jwk && JSON.stringify(jwk),
          valid_until: validUntil,
          created_at: createdAt,
        })
        .onConflict((on) => on.columns(['tenant', 'kid']).doNothing())
        .executeTakeFirst();
      return numInsertedOrUpdatedRows === 1n;
    },
    async limit(tenant, kid, validUntil) {
      const { numUpdatedRows } = await db
        .updateTable('tenant_key')
        .set({ valid_until: validUntil })
        .where('tenant', '=', tenant)
        .where('kid', '=', kid)
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },
    async remove(tenant, kid) {
      const { numDeletedRows } = await db
        .deleteFrom('tenant_key')
        .where('tenant', '=', tenant)
        .where('kid', '=', kid)
        .executeTakeFirst();
      return numDeletedRows === 1n;
    },
  };
}

const toTenantKey = (row: Selectable<Tables['tenant_key']>): TenantKey => ({
  kid: row.kid,
  algorithm: row.algorithm as Algorithm,
  secret: row.secret,
  jwk: row.jwk === null ? null : (JSON.parse(row.jwk) as PublicJwk),
  validUntil: row.valid_until,
  createdAt: row.created_at,
});
