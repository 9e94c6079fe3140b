import { sql, type Kysely } from 'kysely';

/**
 * Every list is told by its newest change. An index that finds tickets and does not have them in that order is passed over for the one of the
 * order alone, which reads all of the client's tickets.
 *
 * Frozen: a migration imports nothing of the application.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const column of ['site', 'requester', 'assignee', 'asset', 'parent'])
    await db.schema.dropIndex(`ticket_${column}`).execute();
  for (const column of ['site', 'requester', 'assignee'])
    await db.schema.createIndex(`ticket_${column}`).on('ticket').columns(['tenant', column, 'position']).execute();
  await sql`create index ticket_asset on ticket (tenant, asset, position) where asset is not null`.execute(db);
  await sql`create index ticket_parent on ticket (tenant, parent, position) where parent is not null`.execute(db);
  await db.schema.dropIndex('ticket_mass').execute();
  await sql`create index ticket_mass on ticket (tenant, position) where mass = 1`.execute(db);
}
