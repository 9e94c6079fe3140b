import type { Work } from '../clients/client.ts';
import { isRefused, needsAnother } from './fate.ts';
import {
  dispatcher,
  engineer,
  paced,
  reportLanguage,
  scenarioOf,
  siteOf,
  step,
  type Move,
  type Pace,
  type Played,
  type Step,
} from './move.ts';
import { SENTENCES } from './sentences.ts';
import { disputedIn, lastAt, type Ticket } from './ticket.ts';

/** Basis points: what is offered to who disputes a line for the first time. */
const OFFER = 1500;

/** Between arrival and the end of a visit. */
export function onSite(ticket: Ticket, client: Played, pace: Pace): Move {
  const due = paced(ticket, pace);
  const language = reportLanguage(ticket);
  const isAgain = lastAt(ticket, 'reopened') !== undefined;
  const { works, summary } = isAgain ? client.again : scenarioOf(ticket, client);

  if (pace.isTrueToLife && isRefused(ticket)) return notLetIn(ticket, client, due);
  if (disputedIn(ticket).length > 0) return revise(ticket, pace);

  const awaiting = ticket.costs.lines.filter((line) => line.state === 'awaiting').map(({ id }) => id);
  const missing = missingWork(ticket, client, works);
  const isBegun = missing && ticket.costs.lines.length > 0 && awaiting.length === 0;
  if (pace.isTrueToLife && isBegun && needsAnother(ticket)) {
    return engineer(
      due,
      step('end-visit', { outcome: 'continue' }),
      step('pause', { reason: 'parts', evidence: SENTENCES.ordered[language] }),
    );
  }
  const resolve = step('resolve', { summary: summary[language] });
  const arrivedAt = lastAt(ticket, 'arrived') ?? 0;
  const asked = ticket.pauses.find(
    ({ reason, from }) => reason === 'awaiting_approval' && Date.parse(from) >= arrivedAt,
  );
  // Without an answer the work is finished all the same: what was not approved is not payable until it is.
  if (asked && !asked.to)
    return engineer(Date.parse(asked.from) + pace.patience, step('resume', { pause: asked.id }), resolve);
  if (missing && !asked) return engineer(due, step('add-cost', { ...missing }));
  if (awaiting.length > 0 && !asked)
    return engineer(due, step('request-approval', { lines: awaiting }), step('pause', { reason: 'awaiting_approval' }));
  return concluded(ticket, due, resolve);
}

/** An outage is over before the ticket is done: later nobody would end it. */
export const concluded = (ticket: Ticket, due: number, resolve: Step): Move =>
  ticket.mass && !ticket.mass.until ? dispatcher(due, step('end-mass')) : engineer(due, resolve);

/** Called from the door, and nobody came. */
function notLetIn(ticket: Ticket, { phone }: Played, due: number): Move {
  const language = reportLanguage(ticket);
  const call = SENTENCES.unanswered[language];
  return engineer(
    due,
    step('log-call', { with: SENTENCES.desk[language], number: phone, result: call }),
    step('report-no-access', { reason: SENTENCES.locked[language], call }),
  );
}

/** A first dispute is met with a discount, the next one with the work for nothing. */
export function revise(ticket: Ticket, pace: Pace): Move {
  const { id, quantity, discount } = disputedIn(ticket)[0]!;
  const offer = discount < OFFER ? { discount: OFFER } : { billing: 'included' };
  return engineer(paced(ticket, pace), step('revise-cost', { line: id, quantity, ...offer }));
}

/** The first of these works that the ticket has no line for, by its code at this site. */
export function missingWork(
  ticket: Ticket,
  client: Played,
  works: readonly Work[],
): (Work & { code: string }) | undefined {
  const { codes = '' } = siteOf(ticket, client) ?? {};
  return works
    .map((work) => ({ ...work, code: `${codes}${work.code}` }))
    .find((work) => !ticket.costs.lines.some((line) => isLineOf(line, work)));
}

const isLineOf = (line: Ticket['costs']['lines'][number], { code, billing }: Work): boolean =>
  line.code === code && (billing !== 'warranty' || line.billing === billing);
