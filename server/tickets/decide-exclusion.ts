import type { Ticket } from '../contract/ticket.ts';
import { idOf, just, refused, type Decide } from './decision.ts';
import { endPauses, refuseOwnCase } from './decide-pause.ts';

const exclusionAt = (ticket: Ticket, id: string, states: readonly string[]): void => {
  const { counting } = ticket;
  if (counting.state !== 'excluded' || counting.id !== id) throw refused('/exclusion', 'there is no such exclusion');
  if (!states.includes(counting.claim)) throw refused('/exclusion', `this exclusion is ${counting.claim}`);
};

const refuseSecond = ({ counting }: Ticket): void => {
  if (counting.state === 'excluded') throw refused('', 'this ticket is excluded from the count already');
};

export const claimExclusion: Decide<'claim-exclusion'> = ({ reason, evidence }, ticket) => {
  refuseSecond(ticket);
  return just({ type: 'exclusion_claimed', exclusion: idOf('exclusion', ticket), reason, evidence });
};

export const acceptExclusion: Decide<'accept-exclusion'> = ({ exclusion }, ticket) => {
  exclusionAt(ticket, exclusion, ['claimed', 'contested']);
  return just({ type: 'exclusion_accepted', exclusion });
};

export const contestExclusion: Decide<'contest-exclusion'> = ({ exclusion, reason }, ticket) => {
  exclusionAt(ticket, exclusion, ['claimed']);
  return just({ type: 'exclusion_contested', exclusion, reason });
};

export const settleExclusion: Decide<'settle-exclusion'> = ({ exclusion, outcome }, ticket, situation) => {
  exclusionAt(ticket, exclusion, ['contested']);
  refuseOwnCase(outcome, situation);
  return just({ type: 'exclusion_settled', exclusion, outcome });
};

export const markDuplicate: Decide<'mark-duplicate'> = ({ reason }, ticket, { other }) => {
  refuseSecond(ticket);
  if (!other || other.id === ticket.id) throw refused('/of', 'there is no other ticket with this id');
  if (other.openedAt > ticket.openedAt)
    throw refused('/of', 'the first ticket counts, and this one is the first of the two');
  return just({ type: 'duplicate_marked', of: other.id, exclusion: idOf('exclusion', ticket), reason });
};

export const decline: Decide<'decline'> = ({ reason }, ticket, { now }) => [
  { fact: { type: 'declined', exclusion: idOf('exclusion', ticket), reason } },
  ...endPauses(ticket, now),
];

export const cancel: Decide<'cancel'> = ({ reason }, ticket, { now }) => [
  { fact: { type: 'cancelled', exclusion: idOf('exclusion', ticket), reason } },
  ...endPauses(ticket, now),
];
