import type { PersonId, TenantId, TicketId } from '../contract/ids.ts';
import type { Database } from './open-database.ts';

/** Under what a command is known: per caller and route, the same key is carried out once (W2). */
export interface CommandKey {
  readonly tenant: TenantId;
  readonly principal: PersonId;
  readonly route: string;
  readonly key: string;
}

/** How a command is remembered: its answer is rebuilt from this, so that erasure has one copy less to find. */
export interface Remembered {
  /** Of the route and the body. */
  readonly fingerprint: string;
  readonly status: number;
  readonly ticket: TicketId | null;
  /** Its events are those after `seen`, up to `last`. A refusal has none: it was decided at `seen`. */
  readonly seen: number;
  readonly last: number;
}

export const keyText = ({ tenant, principal, route, key }: CommandKey): string =>
  JSON.stringify([tenant, principal, route, key]);

export async function findRemembered(
  db: Database,
  { tenant, principal, route, key }: CommandKey,
): Promise<Remembered | undefined> {
  const row = await db
    .selectFrom('command_key')
    .select(['fingerprint', 'status', 'ticket', 'seen', 'last'])
    .where('tenant', '=', tenant)
    .where('principal', '=', principal)
    .where('route', '=', route)
    .where('key', '=', key)
    .executeTakeFirst();
  return row && { ...row, ticket: row.ticket as TicketId | null };
}

/** One statement for a whole batch; gives back the {@link keyText} of those that were not known before. */
export async function rememberKeys(
  db: Database,
  keys: readonly { readonly key: CommandKey; readonly as: Remembered; readonly at: number }[],
): Promise<ReadonlySet<string>> {
  const inserted = await db
    .insertInto('command_key')
    .values(
      keys.map(({ key: { tenant, principal, route, key }, as, at }) => ({ tenant, principal, route, key, at, ...as })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning(['tenant', 'principal', 'route', 'key'])
    .execute();
  return new Set(inserted.map((row) => keyText(row as CommandKey)));
}

export async function forgetKey(db: Database, { tenant, principal, route, key }: CommandKey): Promise<void> {
  await db
    .deleteFrom('command_key')
    .where('tenant', '=', tenant)
    .where('principal', '=', principal)
    .where('route', '=', route)
    .where('key', '=', key)
    .execute();
}

/** Keys are kept for a while, not for ever: a registration's is kept by its ticket. */
export async function forgetKeysBefore(db: Database, at: number): Promise<void> {
  await db.deleteFrom('command_key').where('at', '<', at).execute();
}
