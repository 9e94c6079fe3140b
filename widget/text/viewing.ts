import type { Words } from '../../server/contract/ids.ts';
import { allowsCustomerAct, type CustomerAct } from '../../server/contract/acts.ts';
import { pendingIn } from '../../server/contract/money.ts';
import type { PortalBoot } from '../../server/contract/portal.ts';
import type { Ticket } from '../../server/contract/ticket.ts';
import type { Texts } from './texts.ts';

/** Who looks, when, and in which language: all that a sentence about a ticket depends on beside the ticket. */
export interface Viewing extends Texts {
  readonly boot: PortalBoot;
  /** By the server's clock, milliseconds since the epoch. */
  readonly now: number;
}

/** The zone of the ticket's site. */
export const zoneOf = ({ site }: Pick<Ticket, 'site'>, { sites, tenant }: PortalBoot): string =>
  sites.find(({ id }) => id === site)?.timeZone ?? tenant.timeZone;

/** What a site, category, priority or asset is called; its id where this person's boot does not know it. */
export function nameOf(
  list: readonly { readonly id: string; readonly name: Words }[],
  id: string,
  { format }: Texts,
): string {
  const known = list.find((item) => item.id === id);
  return known ? format.words(known.name) : id;
}

/** Whether the table allows this person the command now, and the ticket is more than a mass incident to him; the server decides. */
export const mayDo = (
  act: CustomerAct,
  { mass, requester, site, stage }: Ticket,
  { person, sites }: PortalBoot,
): boolean =>
  allowsCustomerAct(act, person.role, stage) &&
  (!mass || requester.id === person.id || sites.some(({ id }) => id === site));

/** The sum that waits for approval, in minor units; 0 when nothing does. */
export const awaitingSum = (ticket: Ticket): number => pendingIn(ticket.costs.lines, 'awaiting');

/** Whether this person may approve what waits: his limit covers all of the ticket that waits or is disputed. */
export const mayApprove = (ticket: Ticket, boot: PortalBoot): boolean =>
  mayDo('approve-cost', ticket, boot) &&
  pendingIn(ticket.costs.lines, 'awaiting', 'disputed') <= (boot.person.approvalLimit ?? Infinity);

/** `Marat` of `Marat Galiev`; initials, and a name of one or of three words, whose order is not known, stay whole. */
export function shortName(name: string): string {
  const words = name.trim().split(/\s+/);
  return words.length === 2 && !words[0]!.endsWith('.') ? words[0]! : name;
}
