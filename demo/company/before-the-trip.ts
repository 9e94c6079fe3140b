import type { Scenario } from '../clients/client.ts';
import type { Window } from '../site-time.ts';
import { isMass, isRemote } from './fate.ts';
import {
  dispatcher,
  engineer,
  openPause,
  paced,
  reportLanguage,
  scenarioOf,
  siteOf,
  step,
  type Moment,
  type Move,
  type Pace,
  type Played,
} from './move.ts';
import { concluded, missingWork } from './on-site.ts';
import { SENTENCES } from './sentences.ts';
import { count, lastAt, type Ticket } from './ticket.ts';
import { officeWindow, wishedWindow } from './wish.ts';

const VISIT_MS = 2 * 3600_000;
const STEP_MS = 5 * 60_000;
/** Nobody sets out earlier than this before an agreed window. */
const AHEAD_MS = 10 * 60_000;

/** What tells whether a visit that ended still waits for another one to be agreed. */
const NEXT: ReadonlySet<string> = new Set(['visit_ended', 'visit_agreed', 'departed']);

/** From the acceptance until somebody leaves, the first time and again after every visit that was not the last. */
export function beforeTheTrip(ticket: Ticket, client: Played, moment: Moment): Move | undefined {
  const { pace, free } = moment;
  const scenario = scenarioOf(ticket, client);
  const due = paced(ticket, pace);

  if (pace.isTrueToLife && ticket.category === client.outage.category && isAlone(ticket) && isMass(ticket))
    return dispatcher(due, declared(ticket, client));
  return (
    talk(ticket, scenario, pace, due) ??
    (ticket.assignee
      ? (wait(ticket, client, pace) ??
        (isRemote(ticket, scenario) ? remotely(ticket, client, scenario, due) : visit(ticket, client, moment, due)))
      : free === null
        ? undefined
        : dispatcher(due, step('assign', { engineer: free })))
  );
}

/** Nothing has been agreed about it yet. */
const isAlone = ({ mass, visits }: Ticket): boolean => !mass && visits.length === 0;

/** Everybody of the region is told what was only reported at one site. */
function declared(ticket: Ticket, client: Played) {
  const region = siteOf(ticket, client)?.region;
  const sites = client.sites.filter((site) => site.region === region).map(({ id }) => id);
  return step('declare-mass', { text: client.outage.notice[reportLanguage(ticket)], sites });
}

/** What has to be known before anybody is sent. */
function talk(ticket: Ticket, { question }: Scenario, pace: Pace, due: number): Move | undefined {
  const isFirst = lastAt(ticket, 'arrived') === undefined;
  if (question && isFirst && ticket.questions.length === 0 && ticket.visits.length === 0) {
    const text = question[reportLanguage(ticket)];
    return dispatcher(due, step('ask', { text }), step('pause', { reason: 'info_insufficient' }));
  }
  const waiting = openPause(ticket, 'info_insufficient');
  return waiting && dispatcher(Date.parse(waiting.from) + pace.patience, step('resume', { pause: waiting.id }));
}

const PART_AHEAD_MS = 3600_000;

/** What has to end before anybody comes again: refused access, and a part that is on its way. */
function wait(ticket: Ticket, client: Played, pace: Pace): Move | undefined {
  const parts = openPause(ticket, 'parts');
  if (parts) {
    // Where the next visit is agreed already, the part comes for that one.
    const visitAt = ticket.visits.find(({ state }) => state === 'agreed')?.from;
    const due = Math.max(Date.parse(parts.from) + pace.patience, visitAt ? Date.parse(visitAt) - PART_AHEAD_MS : 0);
    return dispatcher(due, step('resume', { pause: parts.id }));
  }
  if (!openPause(ticket, 'no_access') || ticket.visits.at(-1)?.state === 'agreed') return undefined;
  const window = soon(Date.parse(ticket.changedAt) + pace.patience);
  return agreedByTelephone(ticket, window, client, pace);
}

function remotely(ticket: Ticket, client: Played, { remote }: Scenario, due: number): Move {
  const missing = missingWork(ticket, client, remote!.works);
  return missing
    ? engineer(due, step('add-cost', { ...missing }))
    : concluded(ticket, due, step('resolve', { summary: remote!.summary[reportLanguage(ticket)] }));
}

function visit(ticket: Ticket, client: Played, { pace, wish }: Moment, due: number): Move {
  const last = ticket.visits.at(-1);
  if (last?.state === 'proposed') return agreedByTelephone(ticket, last, client, pace);
  if (last?.state === 'agreed') return engineer(Math.max(due, Date.parse(last.from) - AHEAD_MS), step('depart'));

  const isMoved = last?.state === 'declined' || last?.state === 'replaced';
  const isFirst = count(ticket, 'arrived') === 0;
  const isNext = ticket.course.findLast(({ type }) => NEXT.has(type))?.type === 'visit_ended';
  if (!isMoved && !isNext && !(scenarioOf(ticket, client).visit && !ticket.mass && isFirst && !last))
    return engineer(due, step('depart'));

  const timeZone = siteOf(ticket, client)?.timeZone ?? 'UTC';
  const wished = isMoved && wish ? wishedWindow(wish, due, timeZone) : undefined;
  const later = isMoved ? due + AHEAD_MS : due;
  return dispatcher(
    due,
    step('propose-visit', { ...(wished ?? (pace.isTrueToLife ? byDay(later, timeZone) : soon(later))) }),
  );
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

/** Two hours from the next full five minutes on. */
function soon(at: number): Window {
  const from = Math.ceil(at / STEP_MS) * STEP_MS;
  return { from: new Date(from).toISOString(), to: new Date(from + VISIT_MS).toISOString() };
}

/** At once while somebody of the site is there, otherwise the next morning. */
function byDay(at: number, timeZone: string): Window {
  const window = officeWindow(at, timeZone);
  return Date.parse(window.from) - at < VISIT_MS ? soon(at) : window;
}
