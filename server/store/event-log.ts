import type { TicketEvent } from '../contract/events.ts';
import type { TenantId, TicketId } from '../contract/ids.ts';
import { toEvent } from './event-rows.ts';
import type { Database } from './open-database.ts';

/** The log as it is read: nothing here writes. Every call names its tenant. */
export interface EventLog {
  /** Position of the tenant's newest event; 0 before the first. */
  head(tenant: TenantId): Promise<number>;
  /** What lies after a position, in order. */
  after(tenant: TenantId, position: number, limit: number): Promise<readonly TicketEvent[]>;
  /** A ticket's timeline, from after `seen` up to `last`. */
  ofTicket(tenant: TenantId, ticket: TicketId, seen?: number, last?: number): Promise<readonly TicketEvent[]>;
  /** Leaf hash (hex) of one event. */
  leafOf(tenant: TenantId, position: number): Promise<string | undefined>;
}

export function openEventLog(db: Database): EventLog {
  const events = (tenant: TenantId) =>
    db
      .selectFrom('event')
      .innerJoin('event_private', (on) =>
        on.onRef('event_private.tenant', '=', 'event.tenant').onRef('event_private.position', '=', 'event.position'),
      )
      .select(['event.entry', 'event_private.actor_name', 'event_private.disclosures'])
      .where('event.tenant', '=', tenant);

  return {
    async head(tenant) {
      const row = await db.selectFrom('tenant').select('head').where('id', '=', tenant).executeTakeFirst();
      return row?.head ?? 0;
    },
    async after(tenant, position, limit) {
      const rows = await events(tenant)
        .where('event.position', '>', position)
        .orderBy('event.position')
        .limit(limit)
        .execute();
      return rows.map(toEvent);
    },
    async ofTicket(tenant, ticket, seen = 0, last) {
      let query = events(tenant).where('event.ticket', '=', ticket).where('event.seq', '>', seen);
      if (last !== undefined) query = query.where('event.seq', '<=', last);
      const rows = await query.orderBy('event.seq').execute();
      return rows.map(toEvent);
    },
    async leafOf(tenant, position) {
      const row = await db
        .selectFrom('event')
        .select('leaf')
        .where('tenant', '=', tenant)
        .where('position', '=', position)
        .executeTakeFirst();
      return row?.leaf;
    },
  };
}
