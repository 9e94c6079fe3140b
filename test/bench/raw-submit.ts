import { randomUUID } from 'node:crypto';
import SQLite from 'better-sqlite3';
import type { TicketEvent } from '../../server/contract/events.ts';
import { entryOf, leafOf } from '../../server/contract/digest.ts';
import { replay } from '../../server/contract/ticket.ts';
import { toEventRow, toPrivateRow } from '../../server/store/event-rows.ts';
import { toTicketRow } from '../../server/store/tickets.ts';
import { registered, timeline } from '../support/timeline.ts';

/**
 * The floor: the rows of one registration, made beforehand, written with better-sqlite3's prepared statements in one durable transaction
 * each, one after the other. What a program without any of our layers would do.
 *
 * @param file a database that the server has migrated and in which the tenant exists
 */
export function openRawSubmit(file: string): { once(): void; close(): void } {
  const sqlite = new SQLite(file);
  sqlite.pragma('journal_mode = wal');
  sqlite.pragma('synchronous = full');
  sqlite.pragma('foreign_keys = on');
  const [event] = timeline(registered) as [TicketEvent];
  const entry = entryOf(event);
  const leaf = leafOf(entry);
  const insert = (table: string, row: object) => {
    const columns = Object.keys(row);
    return sqlite.prepare(
      `insert into ${table} (${columns.join(', ')}) values (${columns.map((name) => `@${name}`).join(', ')})`,
    );
  };
  const ticketRow = toTicketRow(replay([event])!, 'key', 1, leaf);
  const eventRow = toEventRow(event, entry, leaf);
  const privateRow = toPrivateRow(event);
  const keyRow = {
    tenant: event.tenant,
    principal: 'anna',
    route: 'POST /v1/tickets',
    key: '',
    fingerprint: 'f',
    at: 1,
    status: 201,
    ticket: '',
    seen: 0,
    last: 1,
  };
  const insertKey = insert('command_key', keyRow);
  const raise = sqlite.prepare(
    'update tenant set head = head + 1, number = number + 1 where id = ? returning head, number',
  );
  const insertTicket = insert('ticket', ticketRow);
  const insertEvent = insert('event', eventRow);
  const insertPrivate = insert('event_private', privateRow);

  const submit = sqlite.transaction(() => {
    const id = randomUUID();
    insertKey.run({ ...keyRow, key: id, ticket: id });
    const { head, number } = raise.get(event.tenant) as { head: number; number: number };
    insertTicket.run({ ...ticketRow, id, key: id, number, position: head });
    insertEvent.run({ ...eventRow, ticket: id, position: head });
    insertPrivate.run({ ...privateRow, position: head });
  });
  return { once: () => submit(), close: () => sqlite.close() };
}
