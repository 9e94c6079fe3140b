import type { Selectable } from 'kysely';
import type { TenantId } from '../contract/ids.ts';
import type { Scope } from '../contract/scopes.ts';
import type { Database } from './open-database.ts';
import type { Tables } from './tables.ts';

/** A machine's key, as it is kept. */
export interface ApiKey {
  readonly id: string;
  /** Null: the whole server's. */
  readonly tenant: TenantId | null;
  /** What it is for, in the administrator's words. */
  readonly name: string;
  /** SHA-256 of its secret, base64url. */
  readonly hash: string;
  readonly scopes: readonly Scope[];
  /** From where it may be used; empty: from everywhere. */
  readonly cidrs: readonly string[];
  /** Milliseconds since the epoch. */
  readonly expiresAt: number | null;
  readonly revoked: boolean;
  readonly createdAt: number;
}

export interface ApiKeyStore {
  find(id: string): Promise<ApiKey | undefined>;
  all(tenant: TenantId): Promise<readonly ApiKey[]>;
  /** False when there is one of that id: of several servers that start at once, one adds the administrator's. */
  add(key: ApiKey): Promise<boolean>;
  /** False when the tenant has none of that id. */
  revoke(tenant: TenantId, id: string): Promise<boolean>;
}

export const openApiKeys = (db: Database): ApiKeyStore => ({
  async find(id) {
    const row = await db.selectFrom('api_key').selectAll().where('id', '=', id).executeTakeFirst();
    return row && toApiKey(row);
  },
  async all(tenant) {
    const rows = await db
      .selectFrom('api_key')
      .selectAll()
      .where('tenant', '=', tenant)
      .orderBy('created_at')
      .orderBy('id')
      .execute();
    return rows.map(toApiKey);
  },
  async add({ id, tenant, name, hash, scopes, cidrs, expiresAt, revoked, createdAt }) {
    const { numInsertedOrUpdatedRows } = await db
      .insertInto('api_key')
      .values({
        id,
        tenant,
        name,
        hash,
        scopes: JSON.stringify(scopes),
        cidrs: JSON.stringify(cidrs),
        expires_at: expiresAt,
        revoked: revoked ? 1 : 0,
        created_at: createdAt,
      })
      .onConflict((on) => on.column('id').doNothing())
      .executeTakeFirst();
    return numInsertedOrUpdatedRows === 1n;
  },
  async revoke(tenant, id) {
    const { numUpdatedRows } = await db
      .updateTable('api_key')
      .set({ revoked: 1 })
      .where('tenant', '=', tenant)
      .where('id', '=', id)
      .executeTakeFirst();
    return numUpdatedRows === 1n;
  },
});

const toApiKey = (row: Selectable<Tables['api_key']>): ApiKey => ({
  id: row.id,
  tenant: row.tenant as TenantId | null,
  name: row.name,
  hash: row.hash,
  scopes: JSON.parse(row.scopes) as Scope[],
  cidrs: JSON.parse(row.cidrs) as string[],
  expiresAt: row.expires_at,
  revoked: row.revoked === 1,
  createdAt: row.created_at,
});
