import type { Kysely } from 'kysely';

/** Frozen: a migration imports nothing of the application. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('theme')
    .addColumn('tenant', 'text', (c) => c.primaryKey().references('tenant.id'))
    .addColumn('theme', 'text', (c) => c.notNull())
    .execute();

  await db.schema
    .createTable('site')
    .addColumn('tenant', 'text', (c) => c.notNull().references('tenant.id'))
    .addColumn('id', 'text', (c) => c.notNull())
    .addColumn('ordinal', 'integer', (c) => c.notNull())
    .addColumn('active', 'smallint', (c) => c.notNull())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('address', 'text', (c) => c.notNull())
    .addColumn('time_zone', 'text', (c) => c.notNull())
    .addColumn('latitude', 'bigint', (c) => c.notNull())
    .addColumn('longitude', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('site_pk', ['tenant', 'id'])
    .execute();

  await db.schema
    .createTable('priority')
    .addColumn('tenant', 'text', (c) => c.notNull().references('tenant.id'))
    .addColumn('id', 'text', (c) => c.notNull())
    .addColumn('ordinal', 'integer', (c) => c.notNull())
    .addColumn('active', 'smallint', (c) => c.notNull())
    .addColumn('name', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('priority_pk', ['tenant', 'id'])
    .execute();

  await db.schema
    .createTable('category')
    .addColumn('tenant', 'text', (c) => c.notNull())
    .addColumn('id', 'text', (c) => c.notNull())
    .addColumn('ordinal', 'integer', (c) => c.notNull())
    .addColumn('active', 'smallint', (c) => c.notNull())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('priority', 'text', (c) => c.notNull())
    .addColumn('fields', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('category_pk', ['tenant', 'id'])
    .addForeignKeyConstraint('category_priority', ['tenant', 'priority'], 'priority', ['tenant', 'id'])
    .execute();

  await db.schema
    .createTable('asset')
    .addColumn('tenant', 'text', (c) => c.notNull())
    .addColumn('id', 'text', (c) => c.notNull())
    .addColumn('ordinal', 'integer', (c) => c.notNull())
    .addColumn('active', 'smallint', (c) => c.notNull())
    .addColumn('site', 'text', (c) => c.notNull())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('category', 'text')
    .addPrimaryKeyConstraint('asset_pk', ['tenant', 'id'])
    .addForeignKeyConstraint('asset_site', ['tenant', 'site'], 'site', ['tenant', 'id'])
    .addForeignKeyConstraint('asset_category', ['tenant', 'category'], 'category', ['tenant', 'id'])
    .execute();

  await db.schema
    .createTable('policy')
    .addColumn('tenant', 'text', (c) => c.notNull().references('tenant.id'))
    .addColumn('id', 'text', (c) => c.notNull())
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('ordinal', 'integer', (c) => c.notNull())
    .addColumn('policy', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('policy_pk', ['tenant', 'id', 'version'])
    .addUniqueConstraint('policy_ordinal', ['tenant', 'ordinal'])
    .execute();

  await db.schema
    .createTable('price')
    .addColumn('tenant', 'text', (c) => c.notNull().references('tenant.id'))
    .addColumn('code', 'text', (c) => c.notNull())
    .addColumn('ordinal', 'integer', (c) => c.notNull())
    .addColumn('active', 'smallint', (c) => c.notNull())
    .addColumn('title', 'text', (c) => c.notNull())
    .addColumn('unit', 'text', (c) => c.notNull())
    .addColumn('unit_price', 'bigint', (c) => c.notNull())
    .addColumn('vat_rate', 'integer')
    .addColumn('prices', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('price_pk', ['tenant', 'code'])
    .execute();

  await db.schema
    .createTable('staff')
    .addColumn('tenant', 'text', (c) => c.notNull().references('tenant.id'))
    .addColumn('id', 'text', (c) => c.notNull())
    .addColumn('ordinal', 'integer', (c) => c.notNull())
    .addColumn('active', 'smallint', (c) => c.notNull())
    .addColumn('role', 'text', (c) => c.notNull())
    .addColumn('profile', 'text', (c) => c.notNull())
    .addColumn('basis', 'text')
    .addPrimaryKeyConstraint('staff_pk', ['tenant', 'id'])
    .execute();
}
