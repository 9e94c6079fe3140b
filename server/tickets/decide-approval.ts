import type { CostLine } from '../contract/money.ts';
import type { Ticket } from '../contract/ticket.ts';
import { mayApprove } from '../costs/approval.ts';
import { endWaiting } from './decide-pause.ts';
import { just, refused, type Decide, type Decided } from './decision.ts';

const refuseOtherThan = (ticket: Ticket, ids: readonly string[], states: readonly CostLine['state'][]): void => {
  for (const [index, id] of ids.entries()) {
    const line = ticket.costs.lines.find((one) => one.id === id);
    if (!line) throw refused(`/lines/${index}`, 'there is no such cost line');
    if (!states.includes(line.state)) throw refused(`/lines/${index}`, `this line is ${line.state}`);
  }
};

export const requestApproval: Decide<'request-approval'> = ({ lines }, ticket) => {
  refuseOtherThan(ticket, lines, ['within_limit', 'awaiting', 'disputed']);
  return just({ type: 'approval_requested', lines });
};

export const approveCost: Decide<'approve-cost'> = ({ lines }, ticket, { caller, directory, now }) => {
  refuseOtherThan(ticket, lines, ['awaiting', 'disputed']);
  if (!mayApprove(caller.role, directory.tenant.approval, ticket.costs.lines, lines)) {
    throw refused('/lines', 'what waits on this ticket is over your limit: an approver decides');
  }
  return decided({ fact: { type: 'cost_approved', lines } }, ticket, lines, now);
};

export const disputeCost: Decide<'dispute-cost'> = ({ lines, reason }, ticket, { now }) => {
  refuseOtherThan(ticket, lines, ['within_limit', 'awaiting', 'approved']);
  return decided({ fact: { type: 'cost_disputed', lines, reason } }, ticket, lines, now);
};

/** Once nothing waits for an approval any more, the pause that waited for it ends. */
function decided(fact: Decided, ticket: Ticket, lines: readonly string[], now: number): readonly Decided[] {
  const waiting = ticket.costs.lines.some((line) => line.state === 'awaiting' && !lines.includes(line.id));
  return waiting ? [fact] : [fact, ...endWaiting(ticket, now, 'awaiting_approval')];
}

/** Of work that is done, what nobody has approved yet: it is marked, and payable only once somebody does. */
export function markUnapproved({ costs }: Ticket): readonly Decided[] {
  const lines = costs.lines.filter(({ state }) => state === 'awaiting').map(({ id }) => id);
  return lines.length > 0 ? [{ fact: { type: 'cost_unapproved', lines } }] : [];
}
