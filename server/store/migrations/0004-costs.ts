import { sql, type Kysely } from 'kysely';

/** Frozen: a migration imports nothing of the application. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // A code has versions from now on, and SQLite cannot change a primary key: the table is written anew.
  await db.schema
    .createTable('price_version')
    .addColumn('tenant', 'text', (c) => c.notNull().references('tenant.id'))
    .addColumn('code', 'text', (c) => c.notNull())
    .addColumn('valid_from', 'text', (c) => c.notNull())
    .addColumn('valid_to', 'text')
    .addColumn('ordinal', 'integer', (c) => c.notNull())
    .addColumn('active', 'smallint', (c) => c.notNull())
    .addColumn('title', 'text', (c) => c.notNull())
    .addColumn('unit', 'text', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('unit_price', 'bigint', (c) => c.notNull())
    .addColumn('vat_rate', 'integer')
    .addColumn('prices', 'text', (c) => c.notNull())
    .addColumn('rule', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('price_version_pk', ['tenant', 'code', 'valid_from'])
    .execute();
  await sql`insert into price_version (tenant, code, valid_from, ordinal, active, title, unit, kind, unit_price, vat_rate, prices, rule)
    select tenant, code, '', ordinal, active, title, unit, 'work', unit_price, vat_rate, prices, '{}' from price`.execute(
    db,
  );
  await db.schema.dropTable('price').execute();
  await db.schema.alterTable('price_version').renameTo('price').execute();

  // What waits for an approval, and with what is disputed: a person's limit is held against both.
  await db.schema
    .alterTable('ticket')
    .addColumn('awaiting', 'bigint', (c) => c.notNull().defaultTo(0))
    .execute();
  await db.schema
    .alterTable('ticket')
    .addColumn('undecided', 'bigint', (c) => c.notNull().defaultTo(0))
    .execute();
  const pending = (...states: readonly string[]) =>
    sql`(select coalesce(sum(max(0, json_extract(value, '$.total') - coalesce(json_extract(value, '$.approved'), 0))), 0)
      from json_each(head, '$.costs.lines') where json_extract(value, '$.state') in (${sql.join(states)}))`;
  await sql`update ticket set awaiting = ${pending('awaiting')}, undecided = ${pending('awaiting', 'disputed')}`.execute(
    db,
  );
  await sql`create index ticket_awaiting on ticket (tenant, position) where awaiting > 0`.execute(db);

  // What a ticket's lines of one month come to, for the month's budget of its site.
  await db.schema
    .createTable('ticket_charge')
    .addColumn('tenant', 'text', (c) => c.notNull())
    .addColumn('ticket', 'text', (c) => c.notNull())
    .addColumn('month', 'text', (c) => c.notNull())
    .addColumn('site', 'text', (c) => c.notNull())
    .addColumn('charged', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('ticket_charge_pk', ['tenant', 'ticket', 'month'])
    .addForeignKeyConstraint('ticket_charge_ticket', ['tenant', 'ticket'], 'ticket', ['tenant', 'id'])
    .execute();
  await db.schema.createIndex('ticket_charge_site').on('ticket_charge').columns(['tenant', 'site', 'month']).execute();
}
