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
  /** Where something waits for an approval, and with what is disputed does not go beyond this; minor units, null: whatever it is. */
  readonly approvable?: number | null | undefined;
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
  /** How many such tickets there are on all pages together, and what waits on them for an approval. */
  awaiting(tenant: TenantId, query: TicketQuery): Promise<{ readonly tickets: number; readonly sum: number }>;
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
    async list(tenant, query) {
      const { before, limit } = query;
      const matching = rows(tenant).where((eb) => matches(eb, query));
      const from = before === undefined ? matching : matching.where('position', '<', before);
      const found = await from
        .orderBy('position', 'desc')
        .limit(limit + 1)
        .execute();
      const page = found.slice(0, limit);
      return {
        tickets: await Promise.all(page.map((row) => toTicket(tenant, row))),
        next: found.length > limit ? page.at(-1)!.position : null,
      };
    },
    async awaiting(tenant, query) {
      const { tickets, sum } = await db
        .selectFrom('ticket')
        .select((eb) => [eb.fn.countAll<number>().as('tickets'), eb.fn.sum<number | null>('awaiting').as('sum')])
        .where('tenant', '=', tenant)
        .where((eb) => matches(eb, query))
        .executeTakeFirstOrThrow();
      return { tickets, sum: sum ?? 0 };
    },
    async incidents(tenant, scope) {
      const found = await rows(tenant)
        .where('mass', '=', (eb) => eb.lit(1))
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

/** All that a query asks for, apart from its page. */
function matches(eb: ExpressionBuilder<Tables, 'ticket'>, query: TicketQuery) {
  const { scopes, stages, site, asset, parent, words = '', approvable } = query;
  const wanted = folded(words)
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => `%${word.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`);
  return eb.and([
    ...scopes.map((scope) => inScope(eb, scope)),
    ...(stages ? [eb('stage', 'in', [...stages])] : []),
    ...(site === undefined ? [] : [eb('site', '=', site)]),
    ...(asset === undefined ? [] : [eb('asset', '=', asset)]),
    ...(parent === undefined ? [] : [eb('parent', '=', parent)]),
    ...wanted.map((pattern) => sql<boolean>`words like ${pattern} escape '\\'`),
    ...(approvable === undefined ? [] : [eb('awaiting', '>', eb.lit(0))]),
    ...(typeof approvable === 'number' ? [eb('undecided', '<=', approvable)] : []),
  ]);
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
