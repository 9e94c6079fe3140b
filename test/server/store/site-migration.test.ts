import assert from 'node:assert/strict';
import { test } from 'node:test';
import SQLite from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import { Migrator } from 'kysely/migration';
import { MIGRATIONS } from '../../../server/store/migrations.ts';
import { toTicketRow } from '../../../server/store/tickets.ts';
import type { Tables } from '../../../server/store/tables.ts';
import { replay } from '../../../server/contract/ticket.ts';
import { registered, TENANT, timeline } from '../../support/timeline.ts';

test('tickets from before are found by their equipment', async () => {
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: new SQLite(':memory:') }) });
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve(MIGRATIONS) } });
  const { error: early } = await migrator.migrateTo('0004-costs');
  assert.equal(early, undefined);
  await db
    .insertInto('tenant')
    .values({ id: TENANT, log: 'l', epoch: 'e', head: 1, number: 1, version: 1, settings: '{}' })
    .execute();
  const ticket = replay(timeline({ ...registered, asset: 'till-3' }))!;
  const { asset: _, parent: __, mass: ___, ...before } = toTicketRow(ticket, 'key', 1, 'leaf');
  await db
    .insertInto('ticket')
    .values(before as never)
    .execute();

  const { error } = await migrator.migrateToLatest();
  assert.equal(error, undefined);
  const row = await db.selectFrom('ticket').select(['asset', 'parent', 'mass']).executeTakeFirst();
  assert.deepEqual(row, { asset: 'till-3', parent: null, mass: 0 });
  await db.destroy();
});
