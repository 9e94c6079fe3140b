import type { FactType, Json, TicketEvent } from '../../server/contract/events.ts';
import type { PersonId, TenantId, TicketId } from '../../server/contract/ids.ts';
import type { Role } from '../../server/contract/people.ts';
import { replay, type Ticket } from '../../server/contract/ticket.ts';

/** When a told ticket is registered: a Monday. */
export const START = Date.parse('2026-03-02T09:00:00.000Z');
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;

/** One event of a told timeline: how many milliseconds after {@link START}, by whom, what. */
export interface Told {
  readonly after: number;
  readonly type: FactType;
  readonly by?: Role;
  readonly data?: Readonly<Record<string, Json>>;
  /** Milliseconds after START, where it held earlier than it was recorded. */
  readonly held?: number;
}

export const instant = (after: number): string => new Date(START + after).toISOString();

const REGISTERED = {
  number: 1,
  kind: 'incident',
  channel: 'widget',
  site: 's1',
  asset: null,
  category: 'till',
  priority: 'p1',
  requester: 'ana',
  files: [],
  policy: { id: 'main', version: 1 },
  currency: 'RUB',
  vatRounding: 'line',
};

/** A ticket registered at START as `till`/`p1` and then told, as the log would hold it. */
export function toldTicket(...told: readonly Told[]): Ticket {
  const registered: Told = { after: 0, type: 'registered', by: 'employee', data: REGISTERED };
  const events = [registered, ...told].map(
    ({ after, type, by = 'dispatcher', data = {}, held }, index): TicketEvent => ({
      v: 1,
      log: 'apteka-one/1',
      position: index + 1,
      seq: index + 1,
      tenant: 'apteka-one' as TenantId,
      ticket: 't1' as TicketId,
      type,
      at: instant(after),
      ...(held === undefined ? {} : { effectiveAt: instant(held) }),
      actor: { kind: by === 'system' ? 'system' : 'person', id: `the-${by}` as PersonId, role: by, name: null },
      data,
      prev: null,
      private: {},
    }),
  );
  return replay(events)!;
}

export const paused = (id: string, after: number, reason = 'parts', held?: number): Told => ({
  after,
  type: 'paused',
  by: 'engineer',
  data: { pause: id, reason },
  ...(held === undefined ? {} : { held }),
});

export const resumed = (id: string, after: number): Told => ({
  after,
  type: 'resumed',
  by: 'engineer',
  data: { pause: id },
});
