import { chargedByMonth } from '../contract/money.ts';
import type { Ticket } from '../contract/ticket.ts';
import type { Database } from './open-database.ts';

const DAY_MS = 86_400_000;

/**
 * What the other tickets of its site are charged, by month (`2026-11`), from the month on in which this one was registered: no line of it can
 * be older. The month before where that may have been another day in the client's zone.
 */
export async function findSpent(
  db: Database,
  { tenant, id, site, openedAt }: Ticket,
): Promise<ReadonlyMap<string, number>> {
  const first = new Date(Date.parse(openedAt) - DAY_MS).toISOString().slice(0, 7);
  const rows = await db
    .selectFrom('ticket_charge')
    .select((eb) => ['month', eb.fn.sum<number>('charged').as('charged')])
    .where('tenant', '=', tenant)
    .where('site', '=', site)
    .where('month', '>=', first)
    .where('ticket', '!=', id)
    .groupBy('month')
    .execute();
  return new Map(rows.map(({ month, charged }) => [month, charged]));
}

/** Whether that is still so. */
export async function isStillSpent(tx: Database, ticket: Ticket, seen: ReadonlyMap<string, number>): Promise<boolean> {
  const spent = await findSpent(tx, ticket);
  return spent.size === seen.size && [...spent].every(([month, charged]) => seen.get(month) === charged);
}

/** As the newest fact about its costs left them. */
export async function writeCharges(tx: Database, { tenant, id: ticket, site, costs }: Ticket): Promise<void> {
  await tx.deleteFrom('ticket_charge').where('tenant', '=', tenant).where('ticket', '=', ticket).execute();
  const rows = [...chargedByMonth(costs.lines)].map(([month, charged]) => ({ tenant, ticket, month, site, charged }));
  if (rows.length > 0) await tx.insertInto('ticket_charge').values(rows).execute();
}
