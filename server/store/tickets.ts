import { sql, type ExpressionBuilder, type Insertable, type Selectable } from 'kysely';
import type { PersonId, TenantId, TicketId } from '../contract/ids.ts';
import { pendingIn } from '../contract/money.ts';
import { FOLD, isMass, isOpen, replay, type Stage, type Ticket } from '../contract/ticket.ts';
import type { TicketScope } from '../tickets/scope.ts';
import type { EventLog } from './event-log.ts';
import { EVERY_SITE } from './mass-sites.ts';
import type { Database } from './open-database.ts';
import { findSpent } from './site-charges.ts';
import type { Tables, TicketTable } from './tables.ts';

export interface TicketQuery {
  /** All of them hold: what the caller may see, and what he asked for. */
  readonly scopes: readonly TicketScope[];
  readonly stages?: readonly Stage[] | undefined;
  readonly site?: string | undefined;
  readonly asset?: string | undefined;
  readonly parent?: string | undefined;
  readonly words?: string | undefined;
  /** Tickets whose newest event lies before this position. */
  readonly before?: number | undefined;
  readonly limit: number;
}

/** A page of tickets, newest change first. `next` is the position to go on before; null at the end. */
export interface TicketPage {
  readonly tickets: readonly Ticket[];
  readonly next: number | null;
}

export interface Tickets {
  find(tenant: TenantId, id: TicketId): Promise<Ticket | undefined>;
  findMany(tenant: TenantId, ids: readonly TicketId[]): Promise<readonly Ticket[]>;
  list(tenant: TenantId, query: TicketQuery): Promise<TicketPage>;
  /** Mass incidents that are being worked on, newest change first. */
  incidents(tenant: TenantId, scope: TicketScope): Promise<readonly Ticket[]>;
  /** What the other tickets of its site are charged, by month; see `site-charges.ts`. */
  spentBeside(ticket: Ticket): Promise<ReadonlyMap<string, number>>;
  /** Tickets to whose site this engineer is on the way. */
  travelling(tenant: TenantId, engineer: PersonId): Promise<readonly Ticket[]>;
}

/** More at once are no incidents but a state of things. */
const INCIDENTS = 20;

/** SQLite folds ASCII alone, so what is searched is kept folded. */
export const folded = (text: string): string => text.normalize('NFKC').toLocaleLowerCase('ru');

export function openTickets(db: Database, log: EventLog): Tickets {
  const rows = (tenant: TenantId) =>
    db.selectFrom('ticket').select(['id', 'head', 'fold', 'position']).where('tenant', '=', tenant);

  // A fold made by another version of `evolve` is not trusted: the timeline is folded again.
  const toTicket = async (
    tenant: TenantId,
    row: Pick<Selectable<TicketTable>, 'id' | 'head' | 'fold'>,
  ): Promise<Ticket> => {
    if (row.fold === FOLD) return JSON.parse(row.head) as Ticket;
    const ticket = replay(await log.ofTicket(tenant, row.id as TicketId));
    if (!ticket) throw new Error(`ticket ${row.id} has no timeline`);
    return ticket;
  };

  return {
    async find(tenant, id) {
      const row = await rows(tenant).where('id', '=', id).executeTakeFirst();
      return row && toTicket(tenant, row);
    },
    async findMany(tenant, ids) {
      if (ids.length === 0) return [];
      const found = await rows(tenant)
        .where('id', 'in', [...ids])
        .execute();
      return Promise.all(found.map((row) => toTicket(tenant, row)));
    },
    async list(tenant, { scopes, stages, site, asset, parent, words, before, limit }) {
      let query = rows(tenant);
      for (const scope of scopes) query = query.where((eb) => inScope(eb, scope));
      if (stages) query = query.where('stage', 'in', [...stages]);
      if (site !== undefined) query = query.where('site', '=', site);
      if (asset !== undefined) query = query.where('asset', '=', asset);
      if (parent !== undefined) query = query.where('parent', '=', parent);
      if (before !== undefined) query = query.where('position', '<', before);
      for (const word of folded(words ?? '')
        .split(/\s+/)
        .filter(Boolean)) {
        query = query.where(sql<boolean>`words like ${`%${word.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`} escape '\\'`);
      }
      const found = await query
        .orderBy('position', 'desc')
        .limit(limit + 1)
        .execute();
      const page = found.slice(0, limit);
      return {
        tickets: await Promise.all(page.map((row) => toTicket(tenant, row))),
        next: found.length > limit ? page.at(-1)!.position : null,
      };
    },
    async incidents(tenant, scope) {
      const found = await rows(tenant)
        .where('mass', '=', 1)
        .where((eb) => inScope(eb, scope))
        .orderBy('position', 'desc')
        .limit(INCIDENTS)
        .execute();
      return Promise.all(found.map((row) => toTicket(tenant, row)));
    },
    spentBeside: (ticket) => findSpent(db, ticket),
    async travelling(tenant, engineer) {
      const found = await rows(tenant).where('assignee', '=', engineer).where('stage', '=', 'en_route').execute();
      return Promise.all(found.map((row) => toTicket(tenant, row)));
    },
  };
}

function inScope(eb: ExpressionBuilder<Tables, 'ticket'>, scope: TicketScope) {
  switch (scope.kind) {
    case 'tenant':
      return eb.lit(true);
    case 'assigned':
      return eb('assignee', '=', scope.engineer);
    case 'affected':
      return affects(eb, scope.sites);
    case 'own':
      return eb.or([
        eb('requester', '=', scope.requester),
        ...(scope.sites.length > 0 ? [eb('site', 'in', [...scope.sites])] : []),
        affects(eb, scope.affected),
      ]);
  }
}

/** Whether it was declared a mass incident for one of these sites. */
function affects(eb: ExpressionBuilder<Tables, 'ticket'>, sites: readonly string[]) {
  if (sites.length === 0) return eb.lit(false);
  return eb.exists(
    eb
      .selectFrom('mass_site')
      .select('mass_site.site')
      .whereRef('mass_site.tenant', '=', 'ticket.tenant')
      .whereRef('mass_site.ticket', '=', 'ticket.id')
      .where('mass_site.site', 'in', [EVERY_SITE, ...sites]),
  );
}

/** The row of a ticket as its newest event left it. */
export const toTicketRow = (ticket: Ticket, key: string, position: number, leaf: string): Insertable<TicketTable> => ({
  tenant: ticket.tenant,
  id: ticket.id,
  number: ticket.number,
  requester: ticket.requester.id,
  key,
  site: ticket.site,
  category: ticket.category,
  priority: ticket.priority,
  stage: ticket.stage,
  assignee: ticket.assignee?.id ?? null,
  asset: ticket.asset,
  parent: ticket.parent?.id ?? null,
  mass: isMass(ticket) ? 1 : 0,
  open: isOpen(ticket.stage) ? 1 : 0,
  seq: ticket.seq,
  position,
  leaf,
  opened_at: Date.parse(ticket.openedAt),
  changed_at: Date.parse(ticket.changedAt),
  words: folded(`${ticket.number} ${ticket.subject ?? ''} ${ticket.text ?? ''}`),
  head: JSON.stringify(ticket),
  fold: FOLD,
  awaiting: pendingIn(ticket.costs.lines, 'awaiting'),
  undecided: pendingIn(ticket.costs.lines, 'awaiting', 'disputed'),
});
