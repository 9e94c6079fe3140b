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

interface Situation {
  readonly say: TextKey;
  readonly line: TextKey;
  readonly tone: Tone;
  readonly values?: Values;
}

/** Says in one sentence how the ticket stands, as it concerns this person. */
export function headlineOf(ticket: TicketView, viewing: Viewing): Headline {
  const { say, line, tone, values } = situationOf(ticket, viewing);
  return { sentence: viewing.t(say, values), line: viewing.t(line, values), tone };
}

/** By what the person can do about it first, then by what he waits for. */
function situationOf(ticket: TicketView, viewing: Viewing): Situation {
  return isOpen(ticket.stage)
    ? (asked(ticket, viewing) ?? late(ticket, viewing) ?? waiting(ticket, viewing))
    : ended(ticket, viewing);
}

function ended(ticket: TicketView, { boot, format, now }: Viewing): Situation {
  if (ticket.stage === 'closed') return { say: 'say.closed', line: 'line.closed', tone: 'done' };
  if (ticket.stage === 'cancelled') {
    const declined = ticket.course.some((act) => act.type === 'declined');
    const key = declined ? 'say.declined' : 'say.cancelled';
    return { say: key, line: key, tone: 'neutral' };
  }
  const at = ticket.course.findLast((act) => act.type === 'resolved')?.at ?? ticket.changedAt;
  const zone = zoneOf(ticket, boot);
  if (!mayDo('confirm', ticket, boot)) return { say: 'say.resolved', line: 'line.resolved', tone: 'done' };
  const say = format.isToday(at, zone, now) ? 'say.confirm' : 'say.confirm.day';
  return { say, line: 'line.confirm', tone: 'done', values: { time: format.moment(at, zone, now) } };
}

/** What waits for somebody at the site; whoever cannot act on it reads for what the ticket waits. */
function asked(ticket: TicketView, viewing: Viewing): Situation | undefined {
  const { boot, format } = viewing;
  const own = (act: Parameters<typeof mayDo>[0]): boolean => mayDo(act, ticket, boot);
  const awaiting = awaitingSum(ticket);
  if (awaiting > 0) {
    const values = { sum: format.money(awaiting, ticket.costs.currency) };
    if (mayApprove(ticket, boot)) return { say: 'say.approve', line: 'line.approve', tone: 'warn', values };
    if (openPause(ticket) === 'awaiting_approval')
      return { say: 'say.awaiting', line: 'line.awaiting', tone: 'neutral', values };
  }
  if (ticket.stage === 'en_route' || ticket.stage === 'on_site') return undefined;

  const n = ticket.questions.filter((question) => !question.answeredAt).length;
  if (n > 0) {
    const key = own('answer') ? 'say.question' : 'say.asked';
    return { say: key, line: key, tone: own('answer') ? 'warn' : 'neutral', values: { n } };
  }
  if (openPause(ticket) === 'no_access') {
    const tone = own('allow-access') ? 'warn' : 'neutral';
    return { say: own('allow-access') ? 'say.no_access' : 'say.no_access.other', line: 'line.no_access', tone };
  }
  const proposed = ticket.visits.findLast((visit) => visit.state === 'proposed');
  if (!proposed) return undefined;
  const values = { window: windowOf(proposed, ticket, viewing) };
  return own('agree-visit')
    ? { say: 'say.proposed', line: 'line.proposed', tone: 'warn', values }
    : { say: 'say.offered', line: 'line.offered', tone: 'neutral', values };
}

/** A clock that is over and still runs. */
function late(ticket: TicketView, viewing: Viewing): Situation | undefined {
  const over = worstOf(ticket, viewing.now);
  if (!over) return undefined;
  const { key, values } = stageOf(ticket, viewing);
  const timed = key === 'en_route.at';
  return {
    say: `say.late.${key}`,
    line: `line.late.${timed ? 'en_route' : key}`,
    tone: 'late',
    values: { ...values, late: viewing.format.duration(-over.leftMs, 'up') },
  };
}

function waiting(ticket: TicketView, viewing: Viewing): Situation {
  const { format, now, boot } = viewing;
  const { key, values } = stageOf(ticket, viewing);
  if (key === 'en_route' || key === 'en_route.at' || key === 'on_site')
    return { say: `say.${key}`, line: `line.${key}`, tone: 'live', values };
  const pause = openPause(ticket);
  if (pause) {
    const paused = { reason: pauseReason(pause, viewing) };
    return { say: 'say.paused', line: 'say.paused', tone: 'neutral', values: paused };
  }
  if (key === 'scheduled') {
    const missed = now > Date.parse(agreedVisit(ticket)?.to ?? '');
    return missed
      ? { say: 'say.missed', line: 'line.missed', tone: 'late', values }
      : { say: 'say.scheduled', line: 'line.scheduled', tone: 'neutral', values };
  }
  const awaited = key === 'registered' ? 'reaction' : 'resolution';
  const due = ticket.clocks.find((clock) => clock.kind === awaited && !clock.stoppedAt)?.dueAt;
  if (!due) return { say: `say.${key}`, line: `line.${key}`, tone: 'neutral', values };
  const time = format.moment(due, zoneOf(ticket, boot), now);
  return { say: `say.${key}.by`, line: `line.${key}.by`, tone: 'neutral', values: { ...values, time } };
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
