import type { Insertable } from 'kysely';
import type { Ticket } from '../contract/ticket.ts';
import { toEventRow, toPrivateRow } from './event-rows.ts';
import { writeMassSites } from './mass-sites.ts';
import type { Database } from './open-database.ts';
import type { Sealed } from './seal.ts';
import { writeCharges } from './site-charges.ts';
import type { TicketTable } from './tables.ts';
import { toTicketRow } from './tickets.ts';

type TicketRow = Insertable<TicketTable>;

/** What one transaction adds to a ticket. */
export interface Grown {
  /** As its new events leave it. */
  readonly ticket: Ticket;
  /** Of its registration. */
  readonly key: string;
  /** In their order, at least one. */
  readonly sealed: readonly Sealed[];
}

/** Rows in one statement: databases limit how many values one may carry. */
const AT_ONCE = 500;

/** Writes events whose places were reserved in the same transaction, and what is kept of their tickets. Each ticket comes once. */
export async function writeSealed(tx: Database, grown: readonly Grown[]): Promise<void> {
  const opened: TicketRow[] = [];
  for (const { ticket, key, sealed } of grown) {
    const { event, leaf } = sealed.at(-1)!;
    const row = toTicketRow(ticket, key, event.position, leaf);
    if (sealed[0]!.event.seq === 1) opened.push(row);
    else await updateTicket(tx, row);
  }
  for (const rows of inParts(opened)) await tx.insertInto('ticket').values(rows).execute();
  for (const { ticket, sealed } of grown) {
    if (sealed.some(({ event }) => event.type === 'mass_declared')) await writeMassSites(tx, ticket);
    if (sealed.some(({ event }) => event.type.startsWith('cost_'))) await writeCharges(tx, ticket);
  }
  const events = grown.flatMap(({ sealed }) => sealed);
  for (const part of inParts(events)) {
    await tx
      .insertInto('event')
      .values(part.map(({ event, entry, leaf }) => toEventRow(event, entry, leaf)))
      .execute();
    await tx
      .insertInto('event_private')
      .values(part.map(({ event }) => toPrivateRow(event)))
      .execute();
  }
}

async function updateTicket(tx: Database, row: TicketRow): Promise<void> {
  const { tenant, id, number: _, requester: __, key: ___, opened_at: ____, asset: _____, ...changes } = row;
  await tx.updateTable('ticket').set(changes).where('tenant', '=', tenant).where('id', '=', id).execute();
}

function* inParts<T>(list: readonly T[]): Generator<readonly T[]> {
  for (let from = 0; from < list.length; from += AT_ONCE) yield list.slice(from, from + AT_ONCE);
}
