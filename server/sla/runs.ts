import type { ClockKind } from '../contract/clock.ts';
import type { FactType } from '../contract/events.ts';
import type { Policy, Target } from '../contract/sla.ts';
import type { Act, Ticket } from '../contract/ticket.ts';
import { findNorm } from './norm.ts';
import { cutTo, dueOf, isCounted, lengthOf, passedSince, type Passed, type PauseSpan } from './stretches.ts';
import { targetMs } from './target.ts';

export type PromisedKind = Exclude<ClockKind, 'repair'>;

/** What is promised: the norm's target, and the milliseconds really given where a change of priority granted a grace. */
export interface Promised {
  readonly target: Target;
  readonly targetMs: number;
  /** Given with a change that would have brought the due time forward; null where the norm's target holds as it stands. */
  readonly grace: { readonly changedAt: number; readonly ms: number } | null;
}

/** One clock of a ticket, before anybody looks at the time. */
export interface Run {
  readonly kind: PromisedKind;
  readonly start: number;
  /** Null while it runs. */
  readonly stop: number | null;
  /** Everything since `start`, counted or paused. */
  readonly passed: readonly Passed[];
  readonly promised: Promised;
}

const ENDS: ReadonlySet<FactType> = new Set(['confirmed', 'closed', 'cancelled', 'declined']);

/** The clock of one kind; undefined where the contract promises none for this ticket. */
export function findRun(ticket: Ticket, policy: Policy, kind: PromisedKind): Run | undefined {
  const start = Date.parse(ticket.openedAt);
  const stops = stopsOf(ticket.course, policy, kind);
  const lasting = stops.filter(({ undone }) => !undone).map(({ at }) => at);
  const stop = lasting.length > 0 ? Math.max(start, Math.min(...lasting)) : null;
  const passed = passedSince(start, pausesOf(ticket, policy, kind, stops));
  const promised = promisedOf(ticket, policy, { kind, start, stop, passed });
  return promised && { kind, start, stop, passed, promised };
}

interface Stop {
  readonly at: number;
  /** Reopened since: the clock goes on as if it had not stopped. */
  readonly undone: boolean;
}

/**
 * A resolved ticket needs no visit any more, so it ends the wait for an arrival too. The end of a ticket ends whatever still runs: a
 * clock of a cancelled ticket is met or breached as it stood then, and whether it counts is the exclusion's question.
 */
function stopsOf(course: readonly Act[], { reactionStops }: Policy, kind: PromisedKind): readonly Stop[] {
  const stops = ({ type, side }: Act): boolean => {
    if (ENDS.has(type)) return true;
    if (kind === 'reaction') return side === 'provider' && reactionStops.some((stop) => stop === type);
    return type === 'resolved' || (kind === 'arrival' && type === 'arrived');
  };
  const reopened = course.findLastIndex(({ type }) => type === 'reopened');
  return course.flatMap((act, index) =>
    stops(act) ? [{ at: Date.parse(act.at), undone: act.type === 'resolved' && index < reopened }] : [],
  );
}

/** The pauses that this clock heeds, each cut at the first stop after its beginning. What both sides rejected is none. */
function pausesOf(ticket: Ticket, policy: Policy, kind: PromisedKind, stops: readonly Stop[]): readonly PauseSpan[] {
  return ticket.pauses
    .filter(({ reason, claim }) => policy.pauses[kind].includes(reason) && claim !== 'rejected')
    .map(({ reason, claimedBy, from, to }) => {
      const begun = Date.parse(from);
      const cuts = stops.map(({ at }) => at).filter((at) => at > begun);
      return { reason, person: claimedBy, from: begun, to: Math.min(to ? Date.parse(to) : Infinity, ...cuts) };
    });
}

/**
 * The target in force. Each change of priority or category keeps the start and the pauses and takes the new target; one that would bring
 * the due time forward leaves at least the new reaction target from the change on. A change after the stop or after the due time changes
 * nothing: no change cures a breach.
 */
function promisedOf(
  ticket: Ticket,
  policy: Policy,
  { kind, start, stop, passed }: Omit<Run, 'promised'>,
): Promised | undefined {
  let promised: Promised | undefined;
  for (const { seq, at, norm: classed } of ticket.course) {
    if (!classed) continue;
    const changedAt = Date.parse(at);
    if (stop !== null && changedAt > stop) break;
    if (promised && changedAt > dueOf(passed, promised.targetMs)) break;

    const norm = findNorm(policy, classed);
    const target = norm?.[kind];
    if (!norm || !target) {
      promised = undefined;
      continue;
    }
    const ms = targetMs(target);
    const counted = lengthOf(cutTo(passed.filter(isCounted), start, changedAt));
    const graceMs = norm.reaction ? targetMs(norm.reaction) : 0;
    const isTightened = seq > 1 && ms < (promised?.targetMs ?? Infinity);
    promised =
      isTightened && counted + graceMs > ms
        ? { target, targetMs: counted + graceMs, grace: { changedAt, ms: graceMs } }
        : { target, targetMs: ms, grace: null };
  }
  return promised;
}
