import type { Ticket } from '../contract/ticket.ts';
import type { Database } from './open-database.ts';

/** Stands for every site of a client: no site is called so. */
export const EVERY_SITE = '*';

/** Rows of one statement: databases limit how many values one may carry. */
const AT_ONCE = 500;

/** For which sites a ticket is a mass incident, as lists can search it; the same as `inView` says of the ticket itself. */
export async function writeMassSites(tx: Database, { tenant, id, mass }: Ticket): Promise<void> {
  await tx.deleteFrom('mass_site').where('tenant', '=', tenant).where('ticket', '=', id).execute();
  const sites = mass ? (mass.sites ?? [EVERY_SITE]) : [];
  for (let from = 0; from < sites.length; from += AT_ONCE) {
    const rows = sites.slice(from, from + AT_ONCE).map((site) => ({ tenant, ticket: id, site }));
    await tx.insertInto('mass_site').values(rows).execute();
  }
}
