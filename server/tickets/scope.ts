import type { PersonId } from '../contract/ids.ts';
import type { Ticket } from '../contract/ticket.ts';
import type { Directory } from '../directory/directory.ts';
import type { TicketInView } from '../identity/may.ts';
import type { Caller } from './caller.ts';

/** What the right to a ticket hangs on. */
export const inView = ({ requester, site, assignee, mass }: Ticket, { tenant }: Directory): TicketInView => ({
  requester: requester.id,
  site,
  assignee: assignee?.id ?? null,
  affects: mass ? (mass.sites ?? 'all') : [],
  siteSharing: tenant.siteSharing,
});

/** Whose tickets: everybody's, those of a person, of some sites and mass incidents of some sites, or those assigned to an engineer. */
export type TicketScope =
  | { readonly kind: 'tenant' }
  | {
      readonly kind: 'own';
      readonly requester: PersonId;
      readonly sites: readonly string[];
      readonly affected: readonly string[];
    }
  | { readonly kind: 'affected'; readonly sites: readonly string[] }
  | { readonly kind: 'assigned'; readonly engineer: PersonId };

/** What `scope=` of a list asks for. */
export const LIST_SCOPES = ['mine', 'site', 'tenant'] as const;
export type ListScope = (typeof LIST_SCOPES)[number];

/** The tickets that this caller may see, as the store can search them; the same rule as `may(caller, 'see', …)`. */
export function visibleTo({ role, id, sites }: Caller, siteSharing: boolean): TicketScope {
  switch (role) {
    case 'employee':
      return { kind: 'own', requester: id, sites: siteSharing ? sites : [], affected: sites };
    case 'approver':
      return { kind: 'own', requester: id, sites, affected: sites };
    case 'engineer':
      return { kind: 'assigned', engineer: id };
    case 'auditor':
    case 'contract_manager':
    case 'dispatcher':
    case 'integration':
      return { kind: 'tenant' };
  }
}

/** Of these only what he answers for: a mass incident that merely concerns him gives no right to act. */
export const answeredFor = (scope: TicketScope): TicketScope =>
  scope.kind === 'own' ? { ...scope, affected: [] } : scope;

/** What he asks for, as far as he may see it: his own, his sites', or all. */
export function askedFor({ role, id, sites }: Caller, scope: ListScope): TicketScope {
  const knowsSites = role === 'employee' || role === 'approver';
  if (scope === 'tenant' || (scope === 'site' && !knowsSites)) return { kind: 'tenant' };
  if (role === 'engineer') return { kind: 'assigned', engineer: id };
  const asked = scope === 'site' ? sites : [];
  return { kind: 'own', requester: id, sites: asked, affected: asked };
}

/** The mass incidents that this caller is to know of: those of his own sites, for whoever watches over more all that he sees. */
export function concerning({ role, id, sites }: Caller): TicketScope {
  if (role === 'engineer') return { kind: 'assigned', engineer: id };
  return role === 'employee' || role === 'approver' ? { kind: 'affected', sites } : { kind: 'tenant' };
}
