import type { Client, Scenario, Work } from '../clients/client.ts';
import { languageOf } from '../words.ts';
import type { Window } from '../site-time.ts';
import { between } from './seeded.ts';
import { SENTENCES } from './sentences.ts';
import { isOpen, lastAt, type Ticket, type TicketEvent } from './ticket.ts';

/** One command and its body. */
export interface Step {
  readonly command: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** What somebody of the company does next, and when. */
export interface Move {
  readonly by: 'dispatcher' | 'engineer';
  /** Sent one after another. */
  readonly steps: readonly Step[];
  /** Milliseconds since the epoch. */
  readonly due: number;
}

/** How long the company takes; milliseconds. */
export interface Pace {
  readonly accept: readonly [number, number];
  readonly gap: readonly [number, number];
  /** How long it waits for an answer, a yes to a visit or to a cost before it goes on without. */
  readonly patience: number;
}

/** For what a visitor of the demo reports: a ticket answered promptly is played in three to four minutes. */
export const BRISK: Pace = { accept: [10_000, 16_000], gap: [5_000, 9_000], patience: 60_000 };
/** For the life in the background. */
export const CALM: Pace = { accept: [15_000, 70_000], gap: [25_000, 75_000], patience: 150_000 };

const VISIT_MS = 2 * 3600_000;
const STEP_MS = 5 * 60_000;
/** Nobody sets out earlier than this before an agreed window. */
const AHEAD_MS = 10 * 60_000;
const REPLY_MS = 8_000;

/** What of a client the play hangs on. */
export type Played = Pick<Client, 'scenarios' | 'again' | 'phone' | 'sites'>;

/**
 * What the company does next in a ticket, from its state alone, so that a play goes on after any restart. Undefined: nothing; the next act
 * is the client's, or the road's.
 *
 * @param free who would be sent, or null while nobody is free
 */
export function nextMove(ticket: Ticket, client: Played, pace: Pace, free: string | null): Move | undefined {
  switch (ticket.stage) {
    case 'registered':
      return dispatcher(Date.parse(ticket.openedAt) + between(ticket.id, pace.accept), step('accept'));
    case 'accepted':
    case 'scheduled':
      return beforeTheTrip(ticket, client, pace, free);
    case 'on_site':
      return onSite(ticket, client, pace);
    default:
      return undefined;
  }
}

const step = (command: string, body: Step['body'] = {}): Step => ({ command, body });
const dispatcher = (due: number, ...steps: readonly Step[]): Move => ({ by: 'dispatcher', steps, due });
const engineer = (due: number, ...steps: readonly Step[]): Move => ({ by: 'engineer', steps, due });

const paced = (ticket: Ticket, pace: Pace): number =>
  Date.parse(ticket.changedAt) + between(`${ticket.id}:${ticket.seq}`, pace.gap);

/** A category that was added by hand is dealt with as the first one is. */
const scenarioOf = ({ category }: Ticket, { scenarios }: Played): Scenario =>
  scenarios[category] ?? Object.values(scenarios)[0]!;

const reportLanguage = (ticket: Ticket) => languageOf(ticket.text ?? '');

const openPause = (ticket: Ticket, reason: string) =>
  ticket.pauses.find((pause) => pause.reason === reason && !pause.to);

function beforeTheTrip(ticket: Ticket, client: Played, pace: Pace, free: string | null): Move | undefined {
  const { question, visit } = scenarioOf(ticket, client);
  const due = paced(ticket, pace);
  const isFirst = lastAt(ticket, 'arrived') === undefined;

  if (question && isFirst && ticket.questions.length === 0 && ticket.visits.length === 0) {
    const text = question[reportLanguage(ticket)];
    return dispatcher(due, step('ask', { text }), step('pause', { reason: 'info_insufficient' }));
  }
  const waiting = openPause(ticket, 'info_insufficient');
  if (waiting) return dispatcher(Date.parse(waiting.from) + pace.patience, step('resume', { pause: waiting.id }));
  if (!ticket.assignee) return free === null ? undefined : dispatcher(due, step('assign', { engineer: free }));

  const last = ticket.visits.at(-1);
  if (last?.state === 'proposed') return agreedByTelephone(ticket, last, client, pace);
  if (last?.state === 'agreed') return engineer(Math.max(due, Date.parse(last.from) - AHEAD_MS), step('depart'));

  const isMoved = last?.state === 'declined' || last?.state === 'replaced';
  if (isMoved || (visit && isFirst && !last)) {
    return dispatcher(due, step('propose-visit', { ...windowAfter(isMoved ? due + AHEAD_MS : due) }));
  }
  return engineer(due, step('depart'));
}

function agreedByTelephone(ticket: Ticket, { from, to }: Window, { phone }: Played, pace: Pace): Move {
  const language = reportLanguage(ticket);
  const by = SENTENCES.desk[language];
  return dispatcher(
    Date.parse(ticket.changedAt) + pace.patience,
    step('log-call', { with: by, number: phone, result: SENTENCES.called[language] }),
    step('propose-visit', { from, to, agreed: { by, channel: 'telephone' } }),
  );
}

/** A window of two hours from the next full five minutes on. */
function windowAfter(at: number): Window {
  const from = Math.ceil(at / STEP_MS) * STEP_MS;
  return { from: new Date(from).toISOString(), to: new Date(from + VISIT_MS).toISOString() };
}

function onSite(ticket: Ticket, client: Played, pace: Pace): Move {
  const { works, summary } = lastAt(ticket, 'reopened') === undefined ? scenarioOf(ticket, client) : client.again;
  const due = paced(ticket, pace);
  const { lines } = ticket.costs;

  const disputed = lines.find((line) => line.state === 'disputed' && line.billing !== 'included');
  if (disputed) {
    return engineer(due, step('revise-cost', { line: disputed.id, quantity: disputed.quantity, billing: 'included' }));
  }
  const resolve = step('resolve', { summary: summary[reportLanguage(ticket)] });
  const arrivedAt = lastAt(ticket, 'arrived') ?? 0;
  const asked = ticket.pauses.find(
    ({ reason, from }) => reason === 'awaiting_approval' && Date.parse(from) >= arrivedAt,
  );
  if (asked) {
    // Without an answer the work is finished all the same: what was not approved is not payable until it is.
    if (asked.to) return engineer(due, resolve);
    return engineer(Date.parse(asked.from) + pace.patience, step('resume', { pause: asked.id }), resolve);
  }
  const { codes = '' } = client.sites.find(({ id }) => id === ticket.site) ?? {};
  const missing = works
    .map((work) => ({ ...work, code: `${codes}${work.code}` }))
    .find((work) => !lines.some((line) => isLineOf(line, work)));
  if (missing) return engineer(due, step('add-cost', missing));

  const awaiting = lines.filter((line) => line.state === 'awaiting').map(({ id }) => id);
  if (awaiting.length === 0) return engineer(due, resolve);
  return engineer(due, step('request-approval', { lines: awaiting }), step('pause', { reason: 'awaiting_approval' }));
}

const isLineOf = (line: Ticket['costs']['lines'][number], { code, billing }: Work): boolean =>
  line.code === code && (billing !== 'warranty' || line.billing === billing);

/** What the dispatcher writes back where the client wrote last or sent the ticket back. */
export function replyTo(ticket: Ticket, events: readonly TicketEvent[]): Move | undefined {
  const last = events.findLast(({ type }) => type === 'commented' || type === 'reopened');
  if (!last || !isOpen(ticket) || last.actor.role === 'dispatcher' || last.actor.role === 'engineer') return undefined;
  const { again, noted } = SENTENCES;
  const text = (last.type === 'reopened' ? again : noted)[reportLanguage(ticket)];
  return dispatcher(Date.parse(last.at) + REPLY_MS, step('comment', { text }));
}
