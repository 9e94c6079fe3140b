import { readClock, type ClockReading } from '../../server/contract/clock.ts';
import type { PauseReason } from '../../server/contract/events.ts';
import { isOpen, type TicketView } from '../../server/contract/ticket.ts';
import { isolate } from './format.ts';
import type { TextKey, Values } from './translate.ts';
import { awaitingSum, mayApprove, mayDo, shortName, zoneOf, type Viewing } from './viewing.ts';

/** What a colour beside the accent means here; the sentence says the same in words. */
export type Tone = 'neutral' | 'live' | 'warn' | 'late' | 'done';

/** The answer to what the person came for. */
export interface Headline {
  /** Over the ticket: one sentence. */
  readonly sentence: string;
  /** In the list: one line. */
  readonly line: string;
  readonly tone: Tone;
}

type AfterSay<K> = K extends `say.${infer Situation}` ? Situation : never;

interface Situation {
  readonly key: AfterSay<TextKey>;
  readonly tone: Tone;
  readonly values?: Values;
}

/** Says in one sentence how the ticket stands, as it concerns this person. */
export function headlineOf(ticket: TicketView, viewing: Viewing): Headline {
  const { key, tone, values } = situationOf(ticket, viewing);
  const { t, has } = viewing;
  const line = `line.${key}`;
  return {
    sentence: t(`say.${key}`, values),
    // Only some sentences are too long for a line; and only a list asks for one.
    get line() {
      return t(has(line) ? line : `say.${key}`, values);
    },
    tone,
  };
}

/** By what the person can do about it first, then by what he waits for. */
function situationOf(ticket: TicketView, viewing: Viewing): Situation {
  return isOpen(ticket.stage)
    ? (asked(ticket, viewing) ?? late(ticket, viewing) ?? waiting(ticket, viewing))
    : ended(ticket, viewing);
}

function ended(ticket: TicketView, { boot, format, now }: Viewing): Situation {
  if (ticket.stage === 'closed') return { key: 'closed', tone: 'done' };
  if (ticket.stage === 'cancelled') {
    const declined = ticket.course.some((act) => act.type === 'declined');
    return { key: declined ? 'declined' : 'cancelled', tone: 'neutral' };
  }
  const at = ticket.course.findLast((act) => act.type === 'resolved')?.at ?? ticket.changedAt;
  const zone = zoneOf(ticket, boot);
  if (!mayDo('confirm', ticket, boot)) return { key: 'resolved', tone: 'done' };
  const key = format.isToday(at, zone, now) ? 'confirm' : 'confirm.day';
  return { key, tone: 'done', values: { time: format.moment(at, zone, now) } };
}

/** What waits for somebody at the site; whoever cannot act on it reads for what the ticket waits. */
function asked(ticket: TicketView, viewing: Viewing): Situation | undefined {
  const { boot, format } = viewing;
  const own = (act: Parameters<typeof mayDo>[0]): boolean => mayDo(act, ticket, boot);
  const awaiting = awaitingSum(ticket);
  if (awaiting > 0) {
    const values = { sum: format.money(awaiting, ticket.costs.currency) };
    if (mayApprove(ticket, boot)) return { key: 'approve', tone: 'warn', values };
    if (openPause(ticket) === 'awaiting_approval') return { key: 'awaiting', tone: 'neutral', values };
  }
  if (ticket.stage === 'en_route' || ticket.stage === 'on_site') return undefined;

  const n = ticket.questions.filter((question) => !question.answeredAt).length;
  if (n > 0) {
    return own('answer')
      ? { key: 'question', tone: 'warn', values: { n } }
      : { key: 'asked', tone: 'neutral', values: { n } };
  }
  if (openPause(ticket) === 'no_access') {
    return own('allow-access') ? { key: 'no_access', tone: 'warn' } : { key: 'no_access.other', tone: 'neutral' };
  }
  const proposed = ticket.visits.findLast((visit) => visit.state === 'proposed');
  if (!proposed) return undefined;
  const values = { window: windowOf(proposed, ticket, viewing) };
  return own('agree-visit') ? { key: 'proposed', tone: 'warn', values } : { key: 'offered', tone: 'neutral', values };
}

/** A clock that is over and still runs. */
function late(ticket: TicketView, viewing: Viewing): Situation | undefined {
  const over = worstOf(ticket, viewing.now);
  if (!over) return undefined;
  const { key, values } = stageOf(ticket, viewing);
  const { format } = viewing;
  return { key: `late.${key}`, tone: 'late', values: { ...values, late: format.duration(-over.leftMs, 'up') } };
}

function waiting(ticket: TicketView, viewing: Viewing): Situation {
  const { format, now, boot } = viewing;
  const { key, values } = stageOf(ticket, viewing);
  if (key === 'en_route' || key === 'en_route.at' || key === 'on_site') return { key, tone: 'live', values };
  const pause = openPause(ticket);
  if (pause) return { key: 'paused', tone: 'neutral', values: { reason: pauseReason(pause, viewing) } };
  if (key === 'scheduled') {
    const missed = now > Date.parse(agreedVisit(ticket)?.to ?? '');
    return missed ? { key: 'missed', tone: 'late', values } : { key, tone: 'neutral', values };
  }
  const awaited = key === 'registered' ? 'reaction' : 'resolution';
  const due = ticket.clocks.find((clock) => clock.kind === awaited && !clock.stoppedAt)?.dueAt;
  if (!due) return { key, tone: 'neutral', values };
  const time = format.moment(due, zoneOf(ticket, boot), now);
  return { key: `${key}.by`, tone: 'neutral', values: { ...values, time } };
}

/** The stage as these sentences tell it apart, with what they fill in. */
function stageOf(ticket: TicketView, viewing: Viewing) {
  const { t, format, now, boot } = viewing;
  const profile = ticket.assignee?.profile;
  const name = profile ? isolate(shortName(profile.name)) : t('who.engineer');
  const arrives = ticket.eta?.arrivesAt;
  const visit = agreedVisit(ticket);
  const values = {
    name,
    time: arrives ? format.moment(arrives, zoneOf(ticket, boot), now) : '',
    window: visit ? windowOf(visit, ticket, viewing) : '',
  };
  switch (ticket.stage) {
    case 'en_route':
      return { key: arrives ? 'en_route.at' : 'en_route', values } as const;
    case 'on_site':
      return { key: 'on_site', values } as const;
    case 'scheduled':
      return { key: visit ? 'scheduled' : 'accepted', values } as const;
    case 'accepted':
      return { key: ticket.assignee ? 'assigned' : 'accepted', values } as const;
    default:
      return { key: 'registered', values } as const;
  }
}

function worstOf(ticket: TicketView, now: number): ClockReading | undefined {
  let worst: ClockReading | undefined;
  for (const clock of ticket.clocks) {
    const reading = readClock(clock, now);
    if (!clock.stoppedAt && reading.state === 'breached' && reading.leftMs < (worst?.leftMs ?? 1)) worst = reading;
  }
  return worst;
}

const agreedVisit = ({ visits }: TicketView) => visits.findLast((visit) => visit.state === 'agreed');

const openPause = ({ pauses }: TicketView): PauseReason | undefined => pauses.findLast((pause) => !pause.to)?.reason;

const windowOf = ({ from, to }: { from: string; to: string }, ticket: TicketView, { format, boot, now }: Viewing) =>
  format.window(from, to, zoneOf(ticket, boot), now);

/** A reason that a newer server knows and this page does not is still a reason. */
export function pauseReason(reason: PauseReason, { t, has }: Viewing): string {
  const key = `pause.${reason}`;
  return t(has(key) ? key : 'pause.other');
}
