import type { TenantId, TicketId } from '../contract/ids.ts';
import type { Database } from './open-database.ts';
import { writeSealed, type Grown } from './write-sealed.ts';

export interface HistoryLog {
  /** Tickets by the key of their registration, those whose key begins so. */
  ticketsUnder(tenant: TenantId, prefix: string): Promise<ReadonlyMap<string, TicketId>>;
  /**
   * Adds commands whose places in the log are known already, in one transaction.
   *
   * @returns false, and nothing was written, where somebody else has written meanwhile
   */
  record(tenant: TenantId, commands: readonly Grown[]): Promise<boolean>;
}

export const openHistoryLog = (db: Database): HistoryLog => ({
  async ticketsUnder(tenant, prefix) {
    const rows = await db
      .selectFrom('ticket')
      .select(['id', 'key'])
      .where('tenant', '=', tenant)
      .where('key', '>=', prefix)
      .where('key', '<', `${prefix}\u{10FFFF}`)
      .execute();
    return new Map(rows.map(({ id, key }) => [key, id as TicketId]));
  },
  record: (tenant, commands) => db.transaction().execute((tx) => record(tx, tenant, commands)),
});

async function record(tx: Database, tenant: TenantId, commands: readonly Grown[]): Promise<boolean> {
  const sealed = commands.flatMap((command) => command.sealed);
  const first = sealed[0];
  if (!first) return true;
  const { numUpdatedRows } = await tx
    .updateTable('tenant')
    .set((eb) => ({
      head: eb('head', '+', sealed.length),
      number: eb('number', '+', sealed.filter(({ event }) => event.seq === 1).length),
    }))
    .where('id', '=', tenant)
    .where('head', '=', first.event.position - 1)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) return false;

  const byTicket = Map.groupBy(commands, ({ ticket }) => ticket.id);
  const grown = [...byTicket.values()].map((own) => ({
    ...own.at(-1)!,
    sealed: own.flatMap((command) => command.sealed),
  }));
  await writeSealed(tx, grown);
  return true;
}
