import type { PauseReason } from '../contract/events.ts';
import type { Pause, Ticket } from '../contract/ticket.ts';
import { sideOf } from '../contract/people.ts';
import { idOf, just, refused, refuseOutside, type Decide, type Decided, type Situation } from './decision.ts';

const openPauses = (ticket: Ticket): readonly Pause[] => ticket.pauses.filter((pause) => !pause.to);

const WAIT_FOR_VISIT: readonly PauseReason[] = ['customer_postponed', 'no_access'];

/** It ends now; what waits for a visit ended where the next agreed window began, whenever somebody says so. */
function ended({ id, reason, from }: Pause, ticket: Ticket, now: number): Decided {
  const window = WAIT_FOR_VISIT.includes(reason) ? ticket.visits.find(({ state }) => state === 'agreed') : undefined;
  const at = Math.max(Date.parse(from), Math.min(now, window ? Date.parse(window.from) : now));
  return { fact: { type: 'resumed', pause: id }, ...(at < now && { effectiveAt: new Date(at).toISOString() }) };
}

/** Ends every pause, as each stop of the clocks does. */
export const endPauses = (ticket: Ticket, now: number): readonly Decided[] =>
  openPauses(ticket).map((pause) => ended(pause, ticket, now));

/** Ends what still waits for one of these; nothing where nothing waits. */
export const endWaiting = (ticket: Ticket, now: number, ...reasons: readonly PauseReason[]): readonly Decided[] =>
  openPauses(ticket)
    .filter(({ reason }) => reasons.includes(reason))
    .map((pause) => ended(pause, ticket, now));

/** Somebody comes: what waited for that is over. */
export const endWaitingForVisit = (ticket: Ticket, now: number): readonly Decided[] =>
  endWaiting(ticket, now, ...WAIT_FOR_VISIT);

/** A pause that waits for the client's word needs what he has not answered, and begins no earlier. */
function refuseGroundless({ questions, costs }: Ticket, reason: PauseReason, from: string | undefined): void {
  if (reason === 'info_insufficient') {
    const open = questions.filter((question) => !question.answeredAt);
    if (open.length === 0) throw refused('/reason', 'no question is open: ask first');
    if (from !== undefined && open.every(({ askedAt }) => Date.parse(from) < Date.parse(askedAt)))
      throw refused('/from', 'nothing had been asked by then');
  }
  if (reason === 'awaiting_approval' && costs.lines.every(({ state }) => state !== 'awaiting'))
    throw refused('/reason', 'no cost line waits for approval: request it first');
}

export const pause: Decide<'pause'> = ({ reason, from, evidence = null }, ticket, { now }) => {
  if (reason === 'no_access') throw refused('/reason', 'refused access is recorded by report-no-access, at the site');
  if (openPauses(ticket).some((one) => one.reason === reason))
    throw refused('/reason', 'the ticket is paused for this reason already');
  refuseGroundless(ticket, reason, from);
  const fact = { type: 'paused', pause: idOf('pause', ticket), reason, evidence } as const;
  if (from === undefined) return just(fact);
  refuseOutside(ticket, from, now, '/from');
  if (!evidence) throw refused('/evidence', 'an earlier start needs evidence');
  return [{ fact, effectiveAt: new Date(from).toISOString() }];
};

export const resume: Decide<'resume'> = ({ pause: id }, ticket, { now }) => {
  const found = openPauses(ticket).find((one) => one.id === id);
  if (!found) throw refused('/pause', 'there is no such open pause');
  return [ended(found, ticket, now)];
};

export const allowAccess: Decide<'allow-access'> = (_, ticket) => {
  if (!openPauses(ticket).some(({ reason }) => reason === 'no_access'))
    throw refused('', 'nobody waits for access to this site');
  return just({ type: 'access_allowed' });
};

const pauseAt = (ticket: Ticket, id: string, states: readonly string[]): void => {
  const found = ticket.pauses.find((one) => one.id === id);
  if (!found) throw refused('/pause', 'there is no such pause');
  if (!states.includes(found.claim)) throw refused('/pause', `this pause is ${found.claim}`);
};

export const acceptPause: Decide<'accept-pause'> = ({ pause: id }, ticket) => {
  pauseAt(ticket, id, ['claimed', 'contested']);
  return just({ type: 'pause_accepted', pause: id });
};

export const contestPause: Decide<'contest-pause'> = ({ pause: id, reason }, ticket) => {
  pauseAt(ticket, id, ['claimed']);
  return just({ type: 'pause_contested', pause: id, reason });
};

export const settlePause: Decide<'settle-pause'> = ({ pause: id, outcome }, ticket, situation) => {
  pauseAt(ticket, id, ['contested']);
  refuseOwnCase(outcome, situation);
  return just({ type: 'pause_settled', pause: id, outcome });
};

/** Nobody judges his own case: the provider may withdraw his claim, the client may accept it. */
export function refuseOwnCase(outcome: 'upheld' | 'rejected', { caller }: Situation): void {
  const own = sideOf(caller.role) === 'provider' ? 'upheld' : 'rejected';
  if (outcome === own)
    throw refused('/outcome', 'nobody judges his own case: this outcome is the other side’s to give');
}
