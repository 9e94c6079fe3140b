import type { PersonId, TenantId } from '../contract/ids.ts';
import type { ClientRole } from '../contract/people.ts';
import type { Database } from './open-database.ts';
import { rememberPerson, type Person, type PersonClaims } from './persons.ts';

/** An assertion that was found good, and the session that it is exchanged for. */
export interface SignIn {
  readonly tenant: TenantId;
  /** The assertion's own id, and until when it could be presented again. Milliseconds since the epoch. */
  readonly jti: string;
  readonly jtiExpiresAt: number;
  readonly person: PersonClaims;
  /** Of the session's token. */
  readonly hash: string;
  readonly expiresAt: number;
}

export type SignedIn =
  | { readonly state: 'opened'; readonly person: Person }
  | { readonly state: 'replayed' }
  | { readonly state: 'inactive' };

/** A session that is not over, and whose it is. */
export interface OpenSession {
  readonly hash: string;
  readonly tenant: TenantId;
  readonly expiresAt: number;
  readonly person: { readonly id: PersonId; readonly name: string | null; readonly role: ClientRole };
  readonly sites: readonly string[];
  readonly version: number;
}

export interface SessionStore {
  /** Uses the assertion up, remembers the person and opens the session, in one transaction. */
  open(signIn: SignIn, now: number): Promise<SignedIn>;
  /** Those that are not over, by hash; in any order. */
  findMany(hashes: readonly string[], now: number): Promise<readonly OpenSession[]>;
  end(tenant: TenantId, hash: string): Promise<void>;
}

export const openSessions = (db: Database): SessionStore => ({
  open: (signIn, now) => db.transaction().execute((tx) => open(tx, signIn, now)),
  async findMany(hashes, now) {
    if (hashes.length === 0) return [];
    const rows = await db
      .selectFrom('session')
      .innerJoin('person', (on) =>
        on.onRef('person.tenant', '=', 'session.tenant').onRef('person.id', '=', 'session.person'),
      )
      .select(['session.hash', 'session.tenant', 'session.expires_at', 'session.person'])
      .select(['person.name', 'person.role', 'person.sites', 'person.version'])
      .where('session.hash', 'in', hashes)
      .where('session.expires_at', '>', now)
      .where('person.active', '=', 1)
      .execute();
    return rows.map((row) => ({
      hash: row.hash,
      tenant: row.tenant as TenantId,
      expiresAt: row.expires_at,
      person: { id: row.person as PersonId, name: row.name, role: row.role as ClientRole },
      sites: JSON.parse(row.sites) as string[],
      version: row.version,
    }));
  },
  async end(tenant, hash) {
    await db.deleteFrom('session').where('tenant', '=', tenant).where('hash', '=', hash).execute();
  },
});

async function open(
  tx: Database,
  { tenant, jti, jtiExpiresAt, person, hash, expiresAt }: SignIn,
  now: number,
): Promise<SignedIn> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('used_assertion')
    .values({ tenant, jti, expires_at: jtiExpiresAt })
    .onConflict((on) => on.columns(['tenant', 'jti']).doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows !== 1n) return { state: 'replayed' };
  await tx.deleteFrom('used_assertion').where('tenant', '=', tenant).where('expires_at', '<=', now).execute();
  await tx.deleteFrom('session').where('tenant', '=', tenant).where('expires_at', '<=', now).execute();

  const remembered = await rememberPerson(tx, tenant, person, now);
  if (!remembered.active) return { state: 'inactive' };
  await tx.insertInto('session').values({ tenant, hash, person: person.id, expires_at: expiresAt }).execute();
  return { state: 'opened', person: remembered };
}
