import { languageOf } from '../words.ts';
import { between } from './seeded.ts';
import { AGAIN, scenarioOf, SENTENCES, type Work } from './scenarios.ts';
import { isOpen, lastAt, type Ticket, type TicketEvent } from './ticket.ts';

/** What somebody of the company does next, and when. */
export interface Move {
  readonly by: 'dispatcher' | 'engineer';
  readonly command: string;
  readonly body: Readonly<Record<string, unknown>>;
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

/**
 * What the company does next in a ticket, from its state alone, so that a play goes on after any restart. Undefined: nothing; the next act
 * is the client's, or the road's.
 *
 * @param engineer who would be sent, or null while nobody is free
 */
export function nextMove(ticket: Ticket, pace: Pace, engineer: string | null): Move | undefined {
  switch (ticket.stage) {
    case 'registered': {
      const due = Date.parse(ticket.openedAt) + between(ticket.id, pace.accept);
      return { by: 'dispatcher', command: 'accept', body: {}, due };
    }
    case 'accepted':
    case 'scheduled':
      return beforeTheTrip(ticket, pace, engineer);
    case 'on_site':
      return onSite(ticket, pace);
    default:
      return undefined;
  }
}

const paced = (ticket: Ticket, pace: Pace): number =>
  Date.parse(ticket.changedAt) + between(`${ticket.id}:${ticket.seq}`, pace.gap);

const patient = (ticket: Ticket, pace: Pace): number => Date.parse(ticket.changedAt) + pace.patience;

const reportLanguage = (ticket: Ticket) => languageOf(ticket.text ?? '');

function beforeTheTrip(ticket: Ticket, pace: Pace, engineer: string | null): Move | undefined {
  const { question, visit } = scenarioOf(ticket.category);
  const due = paced(ticket, pace);
  const isFirst = lastAt(ticket, 'arrived') === undefined;

  if (question && isFirst && ticket.questions.length === 0 && ticket.visits.length === 0) {
    return { by: 'dispatcher', command: 'ask', body: { text: question[reportLanguage(ticket)] }, due };
  }
  const open = ticket.questions.find((one) => !one.answeredAt);
  const unhindered = open ? Math.max(due, Date.parse(open.askedAt) + pace.patience) : due;
  if (!ticket.assignee) {
    return engineer === null ? undefined : { by: 'dispatcher', command: 'assign', body: { engineer }, due: unhindered };
  }
  const last = ticket.visits.at(-1);
  if (last?.state === 'proposed') return agreedByTelephone(ticket, last, pace);
  if (last?.state === 'agreed') return departure(Math.max(unhindered, Date.parse(last.from) - AHEAD_MS));

  const isMoved = last?.state === 'declined' || last?.state === 'replaced';
  if (isMoved || (visit && isFirst && !last)) {
    const body = windowAfter(isMoved ? unhindered + AHEAD_MS : unhindered);
    return { by: 'dispatcher', command: 'propose-visit', body, due: unhindered };
  }
  const isShut = ticket.pauses.some((pause) => pause.reason === 'no_access' && !pause.to);
  return departure(isShut ? patient(ticket, pace) : unhindered);
}

const departure = (due: number): Move => ({ by: 'engineer', command: 'depart', body: {}, due });

function agreedByTelephone(ticket: Ticket, { from, to }: { from: string; to: string }, pace: Pace): Move {
  const agreed = { by: SENTENCES.desk[reportLanguage(ticket)], channel: 'telephone' };
  return { by: 'dispatcher', command: 'propose-visit', body: { from, to, agreed }, due: patient(ticket, pace) };
}

/** A window of two hours from the next full five minutes on. */
function windowAfter(at: number): { from: string; to: string } {
  const from = Math.ceil(at / STEP_MS) * STEP_MS;
  return { from: new Date(from).toISOString(), to: new Date(from + VISIT_MS).toISOString() };
}

function onSite(ticket: Ticket, pace: Pace): Move {
  const { works, summary } = lastAt(ticket, 'reopened') === undefined ? scenarioOf(ticket.category) : AGAIN;
  const due = paced(ticket, pace);
  const { lines } = ticket.costs;

  const disputed = lines.find((line) => line.state === 'disputed' && line.billing !== 'included');
  if (disputed) {
    const body = { line: disputed.id, quantity: disputed.quantity, billing: 'included' };
    return { by: 'engineer', command: 'revise-cost', body, due };
  }
  const missing = works.find((work) => !lines.some((line) => isLineOf(line, work)));
  if (missing) return { by: 'engineer', command: 'add-cost', body: { ...missing }, due };

  const isAwaited = lines.some((line) => line.state === 'awaiting');
  const body = { summary: summary[reportLanguage(ticket)] };
  return { by: 'engineer', command: 'resolve', body, due: isAwaited ? patient(ticket, pace) : due };
}

const isLineOf = (line: Ticket['costs']['lines'][number], { code, billing }: Work): boolean =>
  line.code === code && (billing !== 'warranty' || line.billing === billing);

/** What the dispatcher writes back where the client wrote last or sent the ticket back. */
export function replyTo(ticket: Ticket, events: readonly TicketEvent[]): Move | undefined {
  const last = events.findLast(({ type }) => type === 'commented' || type === 'reopened');
  if (!last || !isOpen(ticket) || last.actor.role === 'dispatcher' || last.actor.role === 'engineer') return undefined;
  const { again, noted } = SENTENCES;
  const text = (last.type === 'reopened' ? again : noted)[reportLanguage(ticket)];
  return { by: 'dispatcher', command: 'comment', body: { text }, due: Date.parse(last.at) + REPLY_MS };
}
