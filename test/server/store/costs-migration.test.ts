import assert from 'node:assert/strict';
import { test } from 'node:test';
import SQLite from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import { Migrator } from 'kysely/migration';
import type { CostLine } from '../../../server/contract/money.ts';
import { replay } from '../../../server/contract/ticket.ts';
import { MIGRATIONS } from '../../../server/store/migrations.ts';
import type { Tables } from '../../../server/store/tables.ts';
import { toTicketRow } from '../../../server/store/tickets.ts';
import { position } from '../../support/costed-visit.ts';
import { registered, TENANT, timeline } from '../../support/timeline.ts';

const line = (id: string, more: Partial<CostLine>): CostLine => ({
  id,
  code: 'W',
  title: 'Work',
  quantity: '1',
  unit: 'h',
  unitPrice: 1000,
  discount: 0,
  vatRate: null,
  billing: 'billable',
  net: 1000,
  vat: 0,
  total: 1000,
  listTotal: 1000,
  performer: 'marat' as CostLine['performer'],
  state: 'within_limit',
  ...more,
});

test('prices from before are valid on every day, and what waited for an approval is found', async () => {
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: new SQLite(':memory:') }) });
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve(MIGRATIONS) } });
  const { error: early } = await migrator.migrateTo('0003-identity');
  assert.equal(early, undefined);
  await db
    .insertInto('tenant')
    .values({ id: TENANT, log: 'l', epoch: 'e', head: 1, number: 1, version: 1, settings: '{}' })
    .execute();
  const { code, title, unit, unitPrice: unit_price, vatRate: vat_rate, prices } = position('W');
  const price = { tenant: TENANT, code, title, unit, unit_price, vat_rate, prices, ordinal: 0, active: 1 };
  await db
    .insertInto('price')
    .values(price as never)
    .execute();
  const lines = [
    line('a', { state: 'awaiting' }),
    line('b', { state: 'awaiting', approved: 400 }),
    line('c', { state: 'disputed' }),
    line('d', { state: 'approved' }),
  ];
  const ticket = replay(timeline(registered, ...lines.map((each) => ({ type: 'cost_added', line: each }) as const)))!;
  const row: Record<string, unknown> = { ...toTicketRow(ticket, 'key', 1, 'leaf') };
  for (const column of ['awaiting', 'undecided', 'asset', 'parent', 'mass']) delete row[column];
  await db
    .insertInto('ticket')
    .values(row as never)
    .execute();

  const { error } = await migrator.migrateToLatest();
  assert.equal(error, undefined);
  assert.deepEqual(await db.selectFrom('price').selectAll().executeTakeFirst(), {
    ...price,
    kind: 'work',
    valid_from: '',
    valid_to: null,
    rule: '{}',
  });
  const found = await db.selectFrom('ticket').select(['awaiting', 'undecided']).executeTakeFirst();
  assert.deepEqual(found, { awaiting: 1600, undecided: 2600 });
  await db.destroy();
});
