import { isActOf, type ActName } from '../contract/acts.ts';
import type { PersonId, TenantId } from '../contract/ids.ts';
import type { Role } from '../contract/people.ts';
import type { Scope } from '../contract/scopes.ts';
import type { Caller } from '../tickets/caller.ts';

/** Who keeps a client's data: by an API key of that client, or (`tenant` null) by the key of the whole server. */
export interface Administrator {
  readonly kind: 'administrator';
  readonly id: PersonId;
  readonly tenant: TenantId | null;
}

/** What the right to a ticket hangs on: four fields of the ticket and one of its client's settings. */
export interface TicketInView {
  readonly requester: string;
  readonly site: string;
  readonly assignee: string | null;
  /** Sites for which it was declared a mass incident; mostly none. */
  readonly affects: readonly string[] | 'all';
  readonly siteSharing: boolean;
}

interface Objects {
  readonly see: TicketInView;
  /** Its name, its promise: what one may report a fault at, or read of. */
  readonly see_site: { readonly site: string };
  readonly register: { readonly site: string };
  /** To send one's own position. */
  readonly locate: never;
  readonly administer: { readonly tenant: TenantId };
}

export type Action = keyof Objects | ActName;
type ObjectOf<A extends Action> = A extends keyof Objects ? Objects[A] : TicketInView;
/** Any of the above, with what it has. */
type AnyObject = Partial<TicketInView & { readonly tenant: TenantId }>;

const REGISTERS: ReadonlySet<Role> = new Set<Role>(['employee', 'approver', 'dispatcher', 'integration']);

/**
 * The one rule of who may do what, for HTTP, frames and exports alike; it never throws. Without an object: whether the action is this
 * caller's at all. In which stage a command is allowed is the ticket's own rule, not a right. Whoever may not see an object is to be told
 * that there is none; whoever sees it and may not act on it is told so.
 */
export function may<A extends Action>(caller: Caller | Administrator, action: A, object?: ObjectOf<A>): boolean {
  const { tenant, site } = (object ?? {}) as AnyObject;
  if (caller.kind === 'administrator')
    return action === 'administer' && (caller.tenant === null || tenant === undefined || caller.tenant === tenant);
  const ticket = object as TicketInView | undefined;
  switch (action) {
    case 'administer':
      return false;
    case 'see':
      return (
        isInScope(caller, 'read', 'tickets') && (!ticket || isTheirs(caller, ticket) || isAffected(caller, ticket))
      );
    case 'see_site':
      return isInScope(caller, 'read', 'tickets') && isAtSite(caller, site);
    case 'register':
      return isInScope(caller, 'tickets') && REGISTERS.has(caller.role) && isAtSite(caller, site);
    case 'locate':
      return caller.role === 'engineer';
    default:
      return mayAct(caller, action as ActName, ticket);
  }
}

const isInScope = ({ kind, scopes }: Caller, ...anyOf: readonly Scope[]): boolean =>
  kind === 'person' || anyOf.some((scope) => scopes?.includes(scope));

/** Whether it is among the tickets that this caller answers for, rather than one that only concerns him. */
function isTheirs({ role, id, sites }: Caller, ticket: TicketInView): boolean {
  const own = ticket.requester === id;
  switch (role) {
    case 'employee':
      return own || (ticket.siteSharing && sites.includes(ticket.site));
    case 'approver':
      return own || sites.includes(ticket.site);
    case 'engineer':
      return ticket.assignee === id;
    case 'auditor':
    case 'contract_manager':
    case 'dispatcher':
    case 'integration':
      return true;
    default:
      return false;
  }
}

/** Whoever works at a site of a mass incident follows it; he acts on it only where it is his as well. */
const isAffected = ({ role, sites }: Caller, { affects }: TicketInView): boolean =>
  (role === 'employee' || role === 'approver') && sites.some((site) => affects === 'all' || affects.includes(site));

/** A client's person whose company names no sites for him reports from anywhere and sees his own tickets only. */
const isAtSite = ({ role, sites }: Caller, site: string | undefined): boolean =>
  site === undefined || (role !== 'employee' && role !== 'approver') || sites.length === 0 || sites.includes(site);

function mayAct(caller: Caller, act: ActName, ticket: TicketInView | undefined): boolean {
  if (!isInScope(caller, 'tickets') || !isActOf(act, caller.role)) return false;
  if (!ticket) return true;
  return isTheirs(caller, ticket) && (act !== 'rate' || ticket.requester === caller.id);
}
