import type { Clock } from '../contract/clock.ts';
import type { FactType, TicketEvent } from '../contract/events.ts';
import type { TenantId, TicketId } from '../contract/ids.ts';
import { replay, type Ticket } from '../contract/ticket.ts';
import type { Directory, FindDirectory } from '../directory/directory.ts';
import type { TicketInView } from '../identity/may.ts';
import type { Rights, SessionGate } from '../identity/sessions.ts';
import { inView } from '../tickets/scope.ts';
import { clocksNow } from '../tickets/view.ts';

/** Further behind than this a reader takes a snapshot instead of frames (S3). Events. */
export const BEHIND = 2000;
const PAGE = 500;

/** From where the feed is read. */
export interface FeedSource {
  readonly log: {
    head(tenant: TenantId): Promise<number>;
    after(tenant: TenantId, position: number, limit: number): Promise<readonly TicketEvent[]>;
    ofTicket(tenant: TenantId, ticket: TicketId, seen?: number, last?: number): Promise<readonly TicketEvent[]>;
  };
  readonly tickets: { findMany(tenant: TenantId, ids: readonly TicketId[]): Promise<readonly Ticket[]> };
  readonly findDirectory: FindDirectory;
  readonly gate: Pick<SessionGate, 'current'>;
}

/** An event with what decides who sees it. */
export interface ReadEvent {
  readonly event: TicketEvent;
  /** As it travels. */
  readonly bytes: number;
  /** Its ticket as it stands now. */
  readonly ticket: TicketInView;
}

/** An event that changed what rights hang on. */
export interface Move {
  readonly position: number;
  readonly before: TicketInView;
  readonly after: TicketInView;
}

/** All that one turn reads of a tenant, once for all its sockets (P2). */
export interface Turn {
  readonly epoch: string;
  readonly head: number;
  /** `events` are those of positions `from` + 1 to `head`, without gaps. */
  readonly from: number;
  readonly events: readonly ReadEvent[];
  readonly moves: readonly Move[];
  readonly siteSharing: boolean;
  /** Asked for these sessions, so that one which came meanwhile is not taken for an ended one. */
  readonly asked: ReadonlySet<string>;
  readonly rights: ReadonlyMap<string, Rights>;
  /** As of the turn; counted when first asked for. */
  clocksOf(ticket: TicketId): { readonly clocks: readonly Clock[]; readonly bytes: number };
}

/**
 * Reads a turn.
 *
 * @param from positions after which the readers want events, in any order
 * @throws where the tenant is unknown or the log has a gap: nothing is ever passed over in silence
 */
export async function readTurn(
  source: FeedSource,
  tenant: TenantId,
  wanted: { readonly from: readonly number[]; readonly sessions: readonly string[] },
  now: number,
): Promise<Turn> {
  const [directory, rights, head] = await Promise.all([
    source.findDirectory(tenant),
    source.gate.current(wanted.sessions),
    source.log.head(tenant),
  ]);
  if (!directory) throw new Error(`tenant ${tenant} has readers and no directory`);
  const { epoch, siteSharing } = directory.tenant;

  // Who is further behind, or ahead of the log, gets no events but a `resync`.
  const from = wanted.from.reduce((low, position) => (position < head - BEHIND ? low : Math.min(low, position)), head);
  const events = await readEvents(source, tenant, from, head);
  const tickets = await readTickets(source, tenant, events);
  const read = events.map((event) => ({
    event,
    ticket: inView(tickets.get(event.ticket)!, directory),
    bytes: sizeOf(event),
  }));

  const counted = new Map<TicketId, ReturnType<Turn['clocksOf']>>();
  return {
    epoch,
    head,
    from,
    siteSharing,
    rights,
    asked: new Set(wanted.sessions),
    events: read,
    moves: await readMoves(source, read, directory),
    clocksOf(id) {
      const known = counted.get(id);
      if (known) return known;
      const clocks = clocksNow(tickets.get(id)!, directory, now);
      const one = { clocks, bytes: sizeOf(clocks) };
      counted.set(id, one);
      return one;
    },
  };
}

async function readEvents({ log }: FeedSource, tenant: TenantId, from: number, head: number): Promise<TicketEvent[]> {
  const events: TicketEvent[] = [];
  for (let at = from; at < head; at = events.at(-1)!.position) {
    const page = await log.after(tenant, at, Math.min(PAGE, head - at));
    if (page.length === 0 || page.at(-1)!.position !== at + page.length) {
      throw new Error(`the log of ${tenant} has a gap after ${at}`);
    }
    events.push(...page);
  }
  return events;
}

async function readTickets(
  { tickets }: FeedSource,
  tenant: TenantId,
  events: readonly TicketEvent[],
): Promise<ReadonlyMap<TicketId, Ticket>> {
  const ids = [...new Set(events.map((event) => event.ticket))];
  const found = new Map((await tickets.findMany(tenant, ids)).map((ticket) => [ticket.id, ticket]));
  for (const id of ids) if (!found.has(id)) throw new Error(`ticket ${id} has events and no record`);
  return found;
}

/** Requester and site never change; the assignee and the sites of a mass incident do. Rare: one or two such events in a ticket's life. */
const readMoves = ({ log }: FeedSource, events: readonly ReadEvent[], directory: Directory): Promise<readonly Move[]> =>
  Promise.all(
    events
      .filter(({ event }) => MOVING.has(event.type))
      .map(async ({ event: { tenant, ticket, seq, position } }) => {
        const told = await log.ofTicket(tenant, ticket, 0, seq);
        const [before, after] = [replay(told.slice(0, -1))!, replay(told)!];
        return { position, before: inView(before, directory), after: inView(after, directory) };
      }),
  );

const MOVING: ReadonlySet<string> = new Set<FactType>(['assigned', 'unassigned', 'mass_declared']);

const sizeOf = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));
