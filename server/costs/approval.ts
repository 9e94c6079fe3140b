import { chargedByMonth, monthOf, pendingIn, type CostLine, type CostState } from '../contract/money.ts';
import type { Role } from '../contract/people.ts';

/** Minor units, gross; null: no limit. */
export interface ApprovalLimits {
  /** Per ticket, needs no approval. */
  readonly free: number | null;
  readonly employee: number | null;
  readonly approver: number | null;
}

/** What may be added without asking. */
export interface Allowance extends Pick<ApprovalLimits, 'free'> {
  /** Of the site and a calendar month; null or left out: no budget. */
  readonly siteMonth?: number | null;
  /** What the site's other tickets are charged, by month (`2026-11`). */
  readonly spent?: ReadonlyMap<string, number>;
}

/** Whether the line takes its site over the budget of its month, in which everything charged counts, approved or not. */
function isOverBudget(line: CostLine, others: readonly CostLine[], { siteMonth = null, spent }: Allowance): boolean {
  const month = monthOf(line);
  if (siteMonth === null || !month) return false;
  return (spent?.get(month) ?? 0) + (chargedByMonth(others).get(month) ?? 0) + line.total > siteMonth;
}

/**
 * The state of a new line: within the limit as long as all of the ticket that nobody approved is, so that it cannot be split, and as the
 * month's budget of the site lasts. What is not charged needs no approval.
 *
 * @param others the ticket's other lines
 */
export const stateOfNew = (line: CostLine, others: readonly CostLine[], allowance: Allowance): CostState =>
  stateFor(line.total, line, others, allowance);

/** @param rest what of the line nobody has approved */
function stateFor(rest: number, line: CostLine, others: readonly CostLine[], allowance: Allowance): CostState {
  const { free } = allowance;
  if (rest === 0) return 'within_limit';
  const isWithin = free === null || pendingIn(others) + rest <= free;
  return isWithin && !isOverBudget(line, others, allowance) ? 'within_limit' : 'awaiting';
}

/**
 * What a revision makes of a line: "a revision asks again only for the difference". A line that was approved stays so if it did not grow;
 * otherwise it keeps what stood approved and waits, or not, for the rest. What needed no approval and did not grow needs none. What was
 * disputed waits for the client's word: no revision takes it back into the limit.
 *
 * @param revised the line with its new amounts
 * @param before the line as it stands
 * @param others the ticket's other lines
 */
export function afterRevision(
  revised: CostLine,
  before: CostLine,
  others: readonly CostLine[],
  allowance: Allowance,
): CostLine {
  const approved = before.state === 'approved' ? Math.max(before.total, before.approved ?? 0) : (before.approved ?? 0);
  const { approved: _, ...line } = revised;
  const kept = approved > 0 ? { approved } : {};
  const rest = Math.max(0, line.total - approved);
  if (rest === 0 && approved > 0) return { ...line, state: 'approved', ...kept };
  if (rest > 0 && before.state === 'disputed') return { ...line, state: 'awaiting', ...kept };
  if (before.state === 'within_limit' && line.total <= before.total) return { ...line, state: 'within_limit', ...kept };
  return { ...line, state: stateFor(rest, line, others, allowance), ...kept };
}

/** Up to how much a role may approve; undefined where it may not approve at all, null without limit. */
export function limitOf(role: Role, { employee, approver }: ApprovalLimits): number | null | undefined {
  if (role === 'employee') return employee;
  return role === 'approver' ? approver : undefined;
}

/**
 * Whether somebody may approve these lines: the limit is held against all that waits on the ticket, not against the lines he picked, so
 * that two approvals of half the sum are no way around it.
 *
 * @param lines all lines of the ticket
 * @param picked ids of those to be approved
 */
export function mayApprove(
  role: Role,
  limits: ApprovalLimits,
  lines: readonly CostLine[],
  picked: readonly string[],
): boolean {
  const limit = limitOf(role, limits);
  if (limit === undefined || limit === null) return limit === null;
  const waiting = lines.filter(({ id, state }) => state === 'awaiting' || state === 'disputed' || picked.includes(id));
  return pendingIn(waiting) <= limit;
}
