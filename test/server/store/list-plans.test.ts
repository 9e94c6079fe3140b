import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import SQLite from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import { Migrator } from 'kysely/migration';
import type { PersonId } from '../../../server/contract/ids.ts';
import { openEventLog } from '../../../server/store/event-log.ts';
import { MIGRATIONS } from '../../../server/store/migrations.ts';
import type { Tables } from '../../../server/store/tables.ts';
import { openTickets, type TicketQuery, type Tickets } from '../../../server/store/tickets.ts';
import type { TicketScope } from '../../../server/tickets/scope.ts';
import { TENANT } from '../../support/timeline.ts';

const ALL: TicketScope = { kind: 'tenant' };
const OWN: TicketScope = { kind: 'own', requester: 'anna' as PersonId, sites: ['s1'], affected: ['s1'] };
const MARAT: TicketScope = { kind: 'assigned', engineer: 'marat' as PersonId };

/** SQLite plans without statistics: what it would do with a hundred thousand tickets it does with none. */
describe('a list reads the tickets that it is about, in their order', async () => {
  const sqlite = new SQLite(':memory:');
  const asked: { readonly sql: string; readonly parameters: readonly unknown[] }[] = [];
  const db = new Kysely<Tables>({
    dialect: new SqliteDialect({ database: sqlite }),
    log: ({ query }) => void asked.push(query),
  });
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve(MIGRATIONS) } });
  const { error } = await migrator.migrateToLatest();
  assert.equal(error, undefined);
  const tickets = openTickets(db, openEventLog(db));
  after(() => db.destroy());

  const planOf = async (ask: (tickets: Tickets) => Promise<unknown>): Promise<readonly string[]> => {
    await ask(tickets);
    const { sql, parameters } = asked.at(-1)!;
    const steps = sqlite.prepare(`explain query plan ${sql}`).all(...parameters) as { readonly detail: string }[];
    return steps.map(({ detail }) => detail);
  };
  const lists: readonly [string, Partial<TicketQuery>][] = [
    ['ticket_asset (tenant=? AND asset=?)', { asset: 'a1' }],
    ['ticket_parent (tenant=? AND parent=?)', { parent: 't1' }],
    ['ticket_site (tenant=? AND site=?)', { site: 's1', stages: ['accepted', 'scheduled'] }],
    ['ticket_awaiting (tenant=?)', { approvable: 1000 }],
  ];
  for (const [index, query] of lists) {
    for (const scope of [ALL, OWN]) {
      test(`${Object.keys(query).join(' and ')}, ${scope.kind}`, async () => {
        const plan = await planOf((store) => store.list(TENANT, { scopes: [scope], limit: 50, ...query }));
        assert.equal(plan[0], `SEARCH ticket USING INDEX ${index}`);
        assert.ok(!plan.includes('USE TEMP B-TREE FOR ORDER BY'));
      });
    }
  }
  test('an engineer’s', async () => {
    const [first] = await planOf((store) => store.list(TENANT, { scopes: [MARAT], limit: 50 }));
    assert.equal(first, 'SEARCH ticket USING INDEX ticket_assignee (tenant=? AND assignee=?)');
  });
  for (const scope of [ALL, { kind: 'affected', sites: ['s1'] } as const]) {
    test(`mass incidents, ${scope.kind}`, async () => {
      const [first] = await planOf((store) => store.incidents(TENANT, scope));
      assert.equal(first, 'SEARCH ticket USING INDEX ticket_mass (tenant=?)');
    });
  }
});
