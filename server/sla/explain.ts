import type { Clock } from '../contract/clock.ts';
import type { Instant, PersonId } from '../contract/ids.ts';
import type { PauseReason } from '../contract/events.ts';
import type { Policy, Target } from '../contract/sla.ts';
import type { Ticket } from '../contract/ticket.ts';
import { clockAt } from './clocks.ts';
import { findRun, type PromisedKind } from './runs.ts';
import { cutTo, isCounted, isoOf, lengthOf } from './stretches.ts';

/** `GET /v1/tickets/{id}/clocks/{kind}`: why a clock shows what it shows. Durations in milliseconds. */
export interface ClockExplanation {
  readonly clock: Clock;
  /** Everything from the start to the stop, or to now, in order and without a gap. */
  readonly stretches: readonly {
    readonly from: Instant;
    readonly to: Instant;
    readonly kind: 'counted' | 'paused';
    readonly reason?: PauseReason;
    readonly person?: PersonId;
  }[];
  /** As the contract's norm writes it. */
  readonly target: Target;
  /** What a change of priority or category granted beyond the norm's target: the due time is not before `changedAt` and so much counted time. */
  readonly grace: { readonly changedAt: Instant; readonly ms: number } | null;
  readonly policy: { readonly id: string; readonly version: number };
  /** Of the counted stretches; equals the clock's `elapsedMs`. */
  readonly sumMs: number;
}

/** Opens a clock into its arithmetic; undefined where the contract promises no such clock. */
export function explainClock(
  ticket: Ticket,
  policy: Policy,
  kind: PromisedKind,
  now: number,
): ClockExplanation | undefined {
  const run = findRun(ticket, policy, kind);
  if (!run) return undefined;
  const asOf = Math.max(now, Date.parse(ticket.changedAt));
  const { target, grace } = run.promised;
  const stretches = cutTo(run.passed, run.start, run.stop ?? asOf);
  return {
    clock: clockAt(run, policy, asOf),
    stretches: stretches.map(({ from, to, ...what }) => ({ from: isoOf(from), to: isoOf(to), ...what })),
    target,
    grace: grace && { changedAt: isoOf(grace.changedAt), ms: grace.ms },
    policy: { id: policy.id, version: policy.version },
    sumMs: lengthOf(stretches.filter(isCounted)),
  };
}
