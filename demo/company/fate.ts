import type { Scenario } from '../clients/client.ts';
import { seeded } from './seeded.ts';
import { count, type Ticket } from './ticket.ts';

const SHARES = { late: 0.1, refused: 0.14, twice: 0.14, remote: 0.5, mass: 0.3 } as const;

const happens = ({ id }: Ticket, what: keyof typeof SHARES): boolean => seeded(`${id}:${what}`) < SHARES[what];

/** Taken only after the reaction was due. */
export const isTakenLate = (ticket: Ticket): boolean => happens(ticket, 'late');

/** Nobody lets the engineer in the first time; once he works, he is in. */
export const isRefused = (ticket: Ticket): boolean =>
  count(ticket, 'arrived') === 1 && ticket.costs.lines.length === 0 && happens(ticket, 'refused');

/** A part is missing, so that another visit is needed. */
export const needsAnother = (ticket: Ticket): boolean =>
  count(ticket, 'visit_ended') === 0 && count(ticket, 'reopened') === 0 && happens(ticket, 'twice');

/** Whether it can be done from afar. */
export const isRemote = (ticket: Ticket, { remote }: Scenario): boolean =>
  remote !== undefined && count(ticket, 'arrived') === 0 && happens(ticket, 'remote');

/** Whether more than this site is concerned. */
export const isMass = (ticket: Ticket): boolean => happens(ticket, 'mass');
