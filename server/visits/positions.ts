import type { Eta, PositionMessage } from '../contract/eta.ts';
import { Refusal } from '../contract/faults.ts';
import type { PersonId, TenantId, TicketId } from '../contract/ids.ts';
import type { Ticket } from '../contract/ticket.ts';
import type { Directory, FindDirectory } from '../directory/directory.ts';
import { may } from '../identity/may.ts';
import type { Caller } from '../tickets/caller.ts';
import { checkPosition, type PositionReport, type Seen } from './check-position.ts';
import { etaAt } from './eta.ts';

/** So long a position says anything about where somebody is. Then it is forgotten. */
export const TERM_MS = 15 * 60_000;
/** A ticket's position is sent at most this often (L1). */
const PACE_MS = 1000;
/** How far a phone's clock may be behind the server's. */
const SKEW_MS = 60_000;

/** A sighting, and when the server heard of it. Milliseconds since the epoch. */
interface Heard extends Seen {
  readonly heardAt: number;
}

export interface PositionDeps {
  readonly tickets: {
    findMany(tenant: TenantId, ids: readonly TicketId[]): Promise<readonly Ticket[]>;
    travelling(tenant: TenantId, engineer: PersonId): Promise<readonly Ticket[]>;
  };
  readonly findDirectory: FindDirectory;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/** Hears what may be shown of a ticket's engineer, thinned already. */
export type PositionListener = (ticket: Ticket, directory: Directory, message: PositionMessage) => void;

/** Where engineers are: the newest position of each, in memory alone, for a quarter of an hour. */
export interface Positions {
  /** @throws Refusal `forbidden` for anybody but an engineer, `refused` for a position that cannot be true */
  accept(caller: Caller, report: PositionReport): Promise<void>;
  /** What the client may see of the ticket's engineer; null unless he is on the way to it. */
  etaOf(ticket: Ticket, directory: Directory, now: number): Eta | null;
  /** @returns ends it */
  listen(listener: PositionListener): () => void;
  /** To be called about once a second: sends what had to wait, takes back what is no longer to be shown. */
  tick(): Promise<void>;
}

/** A ticket whose engineer is being shown. */
interface Shown {
  readonly tenant: TenantId;
  readonly id: TicketId;
  sentAt: number;
  /** A newer position came too soon after the last one. */
  waits: boolean;
}

export function openPositions({ tickets, findDirectory, now }: PositionDeps): Positions {
  const newest = new Map<string, Heard>();
  const shown = new Map<string, Shown>();
  const listeners = new Set<PositionListener>();

  function etaOf(ticket: Ticket, directory: Directory, at: number): Eta | null {
    const { assignee, stage, course } = ticket;
    if (stage !== 'en_route' || !assignee) return null;
    const site = directory.sites.get(ticket.site);
    const seen = newest.get(keyOf(ticket.tenant, assignee.id));
    // Without a recorded basis nothing is shown of a person; with one, nothing of where he was before this trip.
    if (!site || !directory.staff.get(assignee.id)?.basis || !seen || at - seen.at > TERM_MS) return null;
    const departedAt = Date.parse(course.findLast(({ type }) => type === 'departed')?.at ?? '');
    // By both clocks: the phone's alone may be slow, and what it kept while it was offline is older than it is heard.
    const isOfTrip = seen.heardAt >= departedAt && seen.at >= departedAt - SKEW_MS;
    return isOfTrip ? etaAt(directory.tenant.tier, seen, site) : null;
  }

  function tell(ticket: Ticket, directory: Directory, eta: Eta | null): void {
    for (const listener of listeners) listener(ticket, directory, { ticket: ticket.id, eta });
  }

  function show(ticket: Ticket, directory: Directory): void {
    const at = now();
    const eta = etaOf(ticket, directory, at);
    if (!eta) return;
    const key = keyOf(ticket.tenant, ticket.id);
    const before = shown.get(key);
    if (before && at - before.sentAt < PACE_MS) {
      before.waits = true;
      return;
    }
    shown.set(key, { tenant: ticket.tenant, id: ticket.id, sentAt: at, waits: false });
    tell(ticket, directory, eta);
  }

  async function review(tenant: TenantId, held: readonly Shown[]): Promise<void> {
    const directory = await findDirectory(tenant);
    if (!directory) return;
    for (const ticket of await tickets.findMany(
      tenant,
      held.map(({ id }) => id),
    )) {
      const key = keyOf(tenant, ticket.id);
      if (!etaOf(ticket, directory, now())) {
        shown.delete(key);
        tell(ticket, directory, null);
      } else if (shown.get(key)?.waits) show(ticket, directory);
    }
  }

  return {
    etaOf,

    async accept(caller, report) {
      if (!may(caller, 'locate')) throw new Refusal('forbidden', 'only an engineer sends his position');
      const key = keyOf(caller.tenant, caller.id);
      const last = newest.get(key);
      const seen = checkPosition(report, last && now() - last.at <= TERM_MS ? last : undefined, now());
      if (!seen) return;
      newest.set(key, { ...seen, heardAt: now() });
      const directory = await findDirectory(caller.tenant);
      if (!directory) return;
      for (const ticket of await tickets.travelling(caller.tenant, caller.id)) show(ticket, directory);
    },

    listen(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },

    async tick() {
      for (const [key, seen] of newest) if (now() - seen.at > TERM_MS) newest.delete(key);
      for (const [tenant, held] of Map.groupBy(shown.values(), (one) => one.tenant)) await review(tenant, held);
    },
  };
}

const keyOf = (tenant: TenantId, id: PersonId | TicketId): string => JSON.stringify([tenant, id]);
