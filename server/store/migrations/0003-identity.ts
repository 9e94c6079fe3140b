import type { Kysely } from 'kysely';

/** Frozen: a migration imports nothing of the application. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('identity')
    .addColumn('tenant', 'text', (c) => c.primaryKey().references('tenant.id'))
    .addColumn('issuers', 'text', (c) => c.notNull())
    .addColumn('roles', 'text', (c) => c.notNull())
    .addColumn('jwks_url', 'text')
    .execute();

  await db.schema
    .createTable('origin')
    .addColumn('tenant', 'text', (c) => c.notNull().references('tenant.id'))
    .addColumn('origin', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('origin_pk', ['tenant', 'origin'])
    .execute();

  await db.schema
    .createTable('tenant_key')
    .addColumn('tenant', 'text', (c) => c.notNull().references('tenant.id'))
    .addColumn('kid', 'text', (c) => c.notNull())
    .addColumn('algorithm', 'text', (c) => c.notNull())
    .addColumn('secret', 'text')
    .addColumn('jwk', 'text')
    .addColumn('valid_until', 'bigint')
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('tenant_key_pk', ['tenant', 'kid'])
    .execute();

  await db.schema
    .createTable('person')
    .addColumn('tenant', 'text', (c) => c.notNull().references('tenant.id'))
    .addColumn('id', 'text', (c) => c.notNull())
    .addColumn('name', 'text')
    .addColumn('role', 'text', (c) => c.notNull())
    .addColumn('sites', 'text', (c) => c.notNull())
    .addColumn('active', 'smallint', (c) => c.notNull())
    .addColumn('version', 'bigint', (c) => c.notNull())
    .addColumn('seen_at', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('person_pk', ['tenant', 'id'])
    .execute();

  await db.schema
    .createTable('session')
    .addColumn('tenant', 'text', (c) => c.notNull())
    .addColumn('hash', 'text', (c) => c.notNull())
    .addColumn('person', 'text', (c) => c.notNull())
    .addColumn('expires_at', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('session_pk', ['tenant', 'hash'])
    .addUniqueConstraint('session_hash', ['hash'])
    .addForeignKeyConstraint('session_person', ['tenant', 'person'], 'person', ['tenant', 'id'])
    .execute();

  await db.schema
    .createTable('used_assertion')
    .addColumn('tenant', 'text', (c) => c.notNull().references('tenant.id'))
    .addColumn('jti', 'text', (c) => c.notNull())
    .addColumn('expires_at', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('used_assertion_pk', ['tenant', 'jti'])
    .execute();

  // The only table whose tenant may be null: the administrator's key is the whole server's.
  await db.schema
    .createTable('api_key')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('tenant', 'text', (c) => c.references('tenant.id'))
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('hash', 'text', (c) => c.notNull())
    .addColumn('scopes', 'text', (c) => c.notNull())
    .addColumn('cidrs', 'text', (c) => c.notNull())
    .addColumn('expires_at', 'bigint')
    .addColumn('revoked', 'smallint', (c) => c.notNull())
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .execute();

  await db.schema.createIndex('session_expiry').on('session').columns(['tenant', 'expires_at']).execute();
  await db.schema.createIndex('used_assertion_expiry').on('used_assertion').columns(['tenant', 'expires_at']).execute();
  await db.schema.createIndex('api_key_tenant').on('api_key').columns(['tenant']).execute();
}
