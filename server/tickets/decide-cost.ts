import type { CostLine } from '../contract/money.ts';
import type { Ticket } from '../contract/ticket.ts';
import { afterRevision, mayApprove, stateOfNew } from '../costs/approval.ts';
import { localTime } from '../costs/local-time.ts';
import { lineOf, positionOn } from '../costs/price-list.ts';
import { endWaiting } from './decide-pause.ts';
import { idOf, just, refused, type Decide, type Decided } from './decision.ts';

const others = (ticket: Ticket, id: string): readonly CostLine[] => ticket.costs.lines.filter((line) => line.id !== id);

const lineAt = (ticket: Ticket, id: string, pointer: string): CostLine => {
  const found = ticket.costs.lines.find((line) => line.id === id);
  if (!found) throw refused(pointer, 'there is no such cost line');
  return found;
};

export const addCost: Decide<'add-cost'> = (
  { code, quantity, discount, billing },
  ticket,
  { caller, directory, now },
) => {
  const position = positionOn(directory.prices, code, localTime(now, directory.tenant.timeZone).date);
  const id = idOf('line', ticket);
  const performer = ticket.assignee?.id ?? caller.id;
  const line = lineOf(position, { quantity, discount, billing, performer, id, state: 'within_limit' });
  return just({
    type: 'cost_added',
    line: { ...line, state: stateOfNew(line.total, ticket.costs.lines, directory.tenant.approval.free) },
  });
};

/** At the price that the line was made with: a new price list does not change work that was shown. */
export const reviseCost: Decide<'revise-cost'> = (command, ticket, { directory }) => {
  const before = lineAt(ticket, command.line, '/line');
  const { quantity, discount = before.discount, billing = before.billing } = command;
  const position = directory.prices.get(before.code)?.[0];
  if (!position) throw refused('/line', 'the price list no longer has this position: remove the line and add another');
  const { id, performer, state, unitPrice, vatRate } = before;
  const revised = lineOf({ ...position, unitPrice, vatRate }, { quantity, discount, billing, performer, id, state });
  return just({
    type: 'cost_revised',
    line: afterRevision(revised, before, others(ticket, id), directory.tenant.approval.free),
  });
};

export const removeCost: Decide<'remove-cost'> = ({ line: id }, ticket) => {
  lineAt(ticket, id, '/line');
  return just({ type: 'cost_removed', line: id });
};

const linesAt = (ticket: Ticket, ids: readonly string[], states: readonly CostLine['state'][]): void => {
  for (const [index, id] of ids.entries()) {
    const { state } = lineAt(ticket, id, `/lines/${index}`);
    if (!states.includes(state)) throw refused(`/lines/${index}`, `this line is ${state}`);
  }
};

export const requestApproval: Decide<'request-approval'> = ({ lines }, ticket) => {
  linesAt(ticket, lines, ['within_limit', 'awaiting', 'disputed']);
  return just({ type: 'approval_requested', lines });
};

export const approveCost: Decide<'approve-cost'> = ({ lines }, ticket, { caller, directory, now }) => {
  linesAt(ticket, lines, ['awaiting', 'disputed']);
  if (!mayApprove(caller.role, directory.tenant.approval, ticket.costs.lines, lines)) {
    throw refused('/lines', 'what waits on this ticket is over your limit: an approver decides');
  }
  return decided({ fact: { type: 'cost_approved', lines } }, ticket, lines, now);
};

export const disputeCost: Decide<'dispute-cost'> = ({ lines, reason }, ticket, { now }) => {
  linesAt(ticket, lines, ['within_limit', 'awaiting', 'approved']);
  return decided({ fact: { type: 'cost_disputed', lines, reason } }, ticket, lines, now);
};

/** Once nothing waits for an approval any more, the pause that waited for it ends. */
function decided(fact: Decided, ticket: Ticket, lines: readonly string[], now: number): readonly Decided[] {
  const waiting = ticket.costs.lines.some((line) => line.state === 'awaiting' && !lines.includes(line.id));
  return waiting ? [fact] : [fact, ...endWaiting(ticket, now, 'awaiting_approval')];
}
