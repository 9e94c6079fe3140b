import type { PauseReason } from '../contract/events.ts';
import type { Pause, Ticket } from '../contract/ticket.ts';
import { sideOf } from '../contract/people.ts';
import { idOf, just, refused, refuseOutside, type Decide, type Decided, type Situation } from './decision.ts';

const openPauses = (ticket: Ticket, reason?: PauseReason): readonly Pause[] =>
  ticket.pauses.filter((pause) => !pause.to && (reason === undefined || pause.reason === reason));

/** Ends what still waits for this reason; nothing where nothing waits. */
export const endPauses = (ticket: Ticket, reason: PauseReason, at?: number): readonly Decided[] =>
  openPauses(ticket, reason).map(({ id, from }) => ({
    fact: { type: 'resumed', pause: id },
    ...(at !== undefined && { effectiveAt: new Date(Math.max(at, Date.parse(from))).toISOString() }),
  }));

/** The pauses that end when the next agreed window begins, or earlier when somebody comes earlier. */
export function endWaitingForVisit(ticket: Ticket, now: number): readonly Decided[] {
  const window = ticket.visits.find((visit) => visit.state === 'agreed');
  const at = window ? Math.min(now, Date.parse(window.from)) : now;
  return [...endPauses(ticket, 'customer_postponed', at), ...endPauses(ticket, 'no_access', at)];
}

export const pause: Decide<'pause'> = ({ reason, from, evidence = null }, ticket, { now }) => {
  if (reason === 'no_access') throw refused('/reason', 'refused access is recorded by report-no-access, at the site');
  if (openPauses(ticket, reason).length > 0) throw refused('/reason', 'the ticket is paused for this reason already');
  const fact = { type: 'paused', pause: idOf('pause', ticket), reason, evidence } as const;
  if (from === undefined) return just(fact);
  refuseOutside(ticket, from, now, '/from');
  if (!evidence) throw refused('/evidence', 'an earlier start needs evidence');
  return [{ fact, effectiveAt: new Date(from).toISOString() }];
};

export const resume: Decide<'resume'> = ({ pause: id }, ticket) => {
  if (!openPauses(ticket).some((one) => one.id === id)) throw refused('/pause', 'there is no such open pause');
  return just({ type: 'resumed', pause: id });
};

export const allowAccess: Decide<'allow-access'> = (_, ticket) => {
  if (openPauses(ticket, 'no_access').length === 0) throw refused('', 'nobody waits for access to this site');
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
