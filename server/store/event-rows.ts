import type { Insertable } from 'kysely';
import type { Disclosure, TicketEvent } from '../contract/events.ts';
import type { EventPrivateTable, EventTable } from './tables.ts';

/** An event row joined with its private part. */
export interface EventRow {
  readonly entry: string;
  readonly actor_name: string | null;
  readonly disclosures: string;
}

/** The event as it travels: what was hashed, and what is disclosed beside it. */
export function toEvent({ entry, actor_name, disclosures }: EventRow): TicketEvent {
  const hashed = JSON.parse(entry) as Omit<TicketEvent, 'private'>;
  return {
    ...hashed,
    actor: { ...hashed.actor, name: actor_name },
    private: JSON.parse(disclosures) as Record<string, Disclosure | null>,
  };
}

export const toEventRow = (event: TicketEvent, entry: string, leaf: string): Insertable<EventTable> => ({
  tenant: event.tenant,
  position: event.position,
  ticket: event.ticket,
  seq: event.seq,
  entry,
  leaf,
});

export const toPrivateRow = (event: TicketEvent): Insertable<EventPrivateTable> => ({
  tenant: event.tenant,
  position: event.position,
  actor_name: event.actor.name,
  disclosures: JSON.stringify(event.private),
});
