import type { Clock, ClockState } from '../contract/clock.ts';
import type { Policy } from '../contract/sla.ts';
import type { Ticket } from '../contract/ticket.ts';
import { findRun, type PromisedKind, type Run } from './runs.ts';
import { cutTo, dueOf, isCounted, isoOf, lengthOf } from './stretches.ts';

export const PROMISED_KINDS: readonly PromisedKind[] = ['reaction', 'resolution', 'arrival'];

/**
 * The clocks that the contract promises for a ticket, by the version of the policy that is stamped on it. Targets are elapsed time and
 * run around the clock.
 *
 * @param now milliseconds since the epoch; a moment before the ticket's last change is taken as that change
 */
export const clocksOf = (ticket: Ticket, policy: Policy, now: number): readonly Clock[] =>
  PROMISED_KINDS.flatMap((kind) => {
    const run = findRun(ticket, policy, kind);
    return run ? [clockAt(run, policy, Math.max(now, Date.parse(ticket.changedAt)))] : [];
  });

/** One clock as it stands at a moment. */
export function clockAt({ kind, start, stop, passed, promised }: Run, policy: Policy, now: number): Clock {
  const { targetMs } = promised;
  const due = dueOf(passed, targetMs);
  const counted = passed.filter(isCounted);
  const isHeld = stop === null && due < Infinity && passed.at(-1)?.kind === 'paused';
  const state = stateAt(due, stop, now);
  return {
    kind,
    state,
    startedAt: isoOf(start),
    dueAt: due < Infinity ? isoOf(due) : null,
    stoppedAt: stop === null ? null : isoOf(stop),
    targetMs,
    elapsedMs: lengthOf(cutTo(counted, start, stop ?? now)),
    asOf: isoOf(now),
    policy: { id: policy.id, version: policy.version },
    ahead: state === 'running' ? cutTo(counted, now, due).map(({ from, to }) => [isoOf(from), isoOf(to)]) : [],
    ...(isHeld ? { held: true } : {}),
  };
}

/** Met if and only if stopped ≤ due. Breached if and only if not stopped and now > due, or stopped > due. There is no third case. */
function stateAt(due: number, stop: number | null, now: number): ClockState {
  if ((stop ?? now) > due) return 'breached';
  if (stop !== null) return 'met';
  return due === Infinity ? 'paused' : 'running';
}
