import type { Selectable } from 'kysely';
import type { PersonId, TenantId } from '../contract/ids.ts';
import type { ClientRole } from '../contract/people.ts';
import type { Database } from './open-database.ts';
import type { Tables } from './tables.ts';

/** One of a client's people, as his last assertion told. */
export interface Person {
  readonly id: PersonId;
  readonly name: string | null;
  readonly role: ClientRole;
  readonly sites: readonly string[];
  /** False: signs in no more, and his sessions are over. */
  readonly active: boolean;
  /** Another one as soon as his rights are others. */
  readonly version: number;
  /** Milliseconds since the epoch. */
  readonly seenAt: number;
}

export interface PersonStore {
  /** By id, after this one. */
  page(tenant: TenantId, after: string, limit: number): Promise<readonly Person[]>;
  /** False when there is none. */
  setActive(tenant: TenantId, id: string, active: boolean): Promise<boolean>;
}

export const openPersons = (db: Database): PersonStore => ({
  async page(tenant, after, limit) {
    const rows = await db
      .selectFrom('person')
      .selectAll()
      .where('tenant', '=', tenant)
      .where('id', '>', after)
      .orderBy('id')
      .limit(limit)
      .execute();
    return rows.map(toPerson);
  },
  async setActive(tenant, id, active) {
    const { numUpdatedRows } = await db
      .updateTable('person')
      .set((eb) => ({ active: active ? 1 : 0, version: eb('version', '+', 1) }))
      .where('tenant', '=', tenant)
      .where('id', '=', id)
      .executeTakeFirst();
    return numUpdatedRows === 1n;
  },
});

/** What an assertion says of a person. */
export type PersonClaims = Pick<Person, 'id' | 'name' | 'role' | 'sites'>;

/** Creates whom nobody knows yet, as a first session would; what an assertion told of the others is newer. */
export async function introducePersons(
  db: Database,
  tenant: TenantId,
  people: readonly (PersonClaims & { readonly seenAt: number })[],
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    for (const { id, name, role, sites, seenAt } of people) {
      await tx
        .insertInto('person')
        .values({ tenant, id, name, role, sites: JSON.stringify(sites), active: 1, version: 1, seen_at: seenAt })
        .onConflict((on) => on.columns(['tenant', 'id']).doNothing())
        .execute();
    }
  });
}

/** Keeps what was said last; unknown people are created. */
export async function rememberPerson(
  tx: Database,
  tenant: TenantId,
  { id, name, role, sites }: PersonClaims,
  now: number,
): Promise<Person> {
  const rights = { role, sites: JSON.stringify(sites) };
  const row = await tx
    .insertInto('person')
    .values({ tenant, id, name, ...rights, active: 1, version: 1, seen_at: now })
    .onConflict((on) =>
      on.columns(['tenant', 'id']).doUpdateSet((eb) => ({
        ...rights,
        name,
        seen_at: now,
        version: eb
          .case()
          .when(
            eb.and([
              eb('person.role', '=', eb.ref('excluded.role')),
              eb('person.sites', '=', eb.ref('excluded.sites')),
            ]),
          )
          .then(eb.ref('person.version'))
          .else(eb('person.version', '+', 1))
          .end(),
      })),
    )
    .returningAll()
    .executeTakeFirstOrThrow();
  return toPerson(row);
}

const toPerson = (row: Selectable<Tables['person']>): Person => ({
  id: row.id as PersonId,
  name: row.name,
  role: row.role as ClientRole,
  sites: JSON.parse(row.sites) as string[],
  active: row.active === 1,
  version: row.version,
  seenAt: row.seen_at,
});
