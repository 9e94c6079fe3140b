import { sql, type Kysely } from 'kysely';

/** Frozen: a migration imports nothing of the application. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('tenant')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('log', 'text', (c) => c.notNull().unique())
    .addColumn('epoch', 'text', (c) => c.notNull())
    .addColumn('head', 'bigint', (c) => c.notNull())
    .addColumn('number', 'bigint', (c) => c.notNull())
    .addColumn('version', 'bigint', (c) => c.notNull())
    .addColumn('settings', 'text', (c) => c.notNull())
    .execute();

  await db.schema
    .createTable('ticket')
    .addColumn('tenant', 'text', (c) => c.notNull().references('tenant.id'))
    .addColumn('id', 'text', (c) => c.notNull())
    .addColumn('number', 'bigint', (c) => c.notNull())
    .addColumn('requester', 'text', (c) => c.notNull())
    .addColumn('key', 'text', (c) => c.notNull())
    .addColumn('site', 'text', (c) => c.notNull())
    .addColumn('category', 'text', (c) => c.notNull())
    .addColumn('priority', 'text', (c) => c.notNull())
    .addColumn('stage', 'text', (c) => c.notNull())
    .addColumn('assignee', 'text')
    .addColumn('open', 'smallint', (c) => c.notNull())
    .addColumn('seq', 'bigint', (c) => c.notNull())
    .addColumn('position', 'bigint', (c) => c.notNull())
    .addColumn('leaf', 'text', (c) => c.notNull())
    .addColumn('opened_at', 'bigint', (c) => c.notNull())
    .addColumn('changed_at', 'bigint', (c) => c.notNull())
    .addColumn('words', 'text', (c) => c.notNull())
    .addColumn('head', 'text', (c) => c.notNull())
    .addColumn('fold', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('ticket_pk', ['tenant', 'id'])
    .addUniqueConstraint('ticket_number', ['tenant', 'number'])
    .addUniqueConstraint('ticket_key', ['tenant', 'requester', 'key'])
    .execute();

  await db.schema
    .createTable('event')
    .addColumn('tenant', 'text', (c) => c.notNull())
    .addColumn('position', 'bigint', (c) => c.notNull())
    .addColumn('ticket', 'text', (c) => c.notNull())
    .addColumn('seq', 'bigint', (c) => c.notNull())
    .addColumn('entry', 'text', (c) => c.notNull())
    .addColumn('leaf', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('event_pk', ['tenant', 'position'])
    .addUniqueConstraint('event_seq', ['tenant', 'ticket', 'seq'])
    .addForeignKeyConstraint('event_ticket', ['tenant', 'ticket'], 'ticket', ['tenant', 'id'])
    .execute();

  await db.schema
    .createTable('event_private')
    .addColumn('tenant', 'text', (c) => c.notNull())
    .addColumn('position', 'bigint', (c) => c.notNull())
    .addColumn('actor_name', 'text')
    .addColumn('disclosures', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('event_private_pk', ['tenant', 'position'])
    .addForeignKeyConstraint('event_private_event', ['tenant', 'position'], 'event', ['tenant', 'position'])
    .execute();

  await db.schema
    .createTable('command_key')
    .addColumn('tenant', 'text', (c) => c.notNull().references('tenant.id'))
    .addColumn('principal', 'text', (c) => c.notNull())
    .addColumn('route', 'text', (c) => c.notNull())
    .addColumn('key', 'text', (c) => c.notNull())
    .addColumn('fingerprint', 'text', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('status', 'integer', (c) => c.notNull())
    .addColumn('ticket', 'text')
    .addColumn('seen', 'bigint', (c) => c.notNull())
    .addColumn('last', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('command_key_pk', ['tenant', 'principal', 'route', 'key'])
    .execute();

  await db.schema.createIndex('ticket_changed').on('ticket').columns(['tenant', 'position']).execute();
  await db.schema.createIndex('ticket_site').on('ticket').columns(['tenant', 'site']).execute();
  await db.schema.createIndex('ticket_requester').on('ticket').columns(['tenant', 'requester']).execute();
  await db.schema.createIndex('ticket_assignee').on('ticket').columns(['tenant', 'assignee']).execute();
  await db.schema.createIndex('command_key_age').on('command_key').columns(['tenant', 'at']).execute();

  // E1: the log is append-only for this application too. PostgreSQL gets the same by the rights of its role.
  await sql`create trigger event_no_update before update on event begin select raise(abort, 'events are never changed'); end`.execute(
    db,
  );
  await sql`create trigger event_no_delete before delete on event begin select raise(abort, 'events are never deleted'); end`.execute(
    db,
  );
}
