import { sql, type Kysely } from 'kysely';

/** Frozen: a migration imports nothing of the application. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('ticket').addColumn('asset', 'text').execute();
  await db.schema.alterTable('ticket').addColumn('parent', 'text').execute();
  await db.schema
    .alterTable('ticket')
    .addColumn('mass', 'smallint', (c) => c.notNull().defaultTo(0))
    .execute();
  await sql`update ticket set asset = json_extract(head, '$.asset')`.execute(db);
  await db.schema.createIndex('ticket_asset').on('ticket').columns(['tenant', 'asset']).execute();
  await db.schema.createIndex('ticket_parent').on('ticket').columns(['tenant', 'parent']).execute();
  await db.schema.createIndex('ticket_mass').on('ticket').columns(['tenant', 'mass']).execute();

  await db.schema
    .createTable('mass_site')
    .addColumn('tenant', 'text', (c) => c.notNull())
    .addColumn('ticket', 'text', (c) => c.notNull())
    .addColumn('site', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('mass_site_pk', ['tenant', 'ticket', 'site'])
    .addForeignKeyConstraint('mass_site_ticket', ['tenant', 'ticket'], 'ticket', ['tenant', 'id'])
    .execute();

  await db.schema.alterTable('staff').addColumn('pass', 'text').execute();
}
