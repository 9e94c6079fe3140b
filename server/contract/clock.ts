import type { Instant } from './ids.ts';

export type ClockKind = 'reaction' | 'resolution' | 'arrival' | 'repair';
export type ClockState = 'running' | 'outside' | 'paused' | 'met' | 'breached';

/** A half-open stretch of time in which a clock runs. */
export type Stretch = readonly [from: Instant, to: Instant];

/** One promise of the contract, as the server counts it. Durations in milliseconds of the clock's own time. */
export interface Clock {
  readonly kind: ClockKind;
  /** As of `asOf`; {@link readClock} tells it for any later moment. */
  readonly state: ClockState;
  readonly startedAt: Instant;
  /** Null while paused: then there is only time left. */
  readonly dueAt: Instant | null;
  readonly stoppedAt: Instant | null;
  readonly targetMs: number;
  readonly elapsedMs: number;
  readonly asOf: Instant;
  readonly policy: { readonly id: string; readonly version: number };
  /** The open stretches from `asOf` to `dueAt`, so that a browser can count down alone. Empty when stopped or paused. */
  readonly ahead: readonly Stretch[];
  /** An open pause that began once the time was used up: it holds the delay where it is, and cures nothing. */
  readonly held?: true;
}

export interface ClockReading {
  readonly state: ClockState;
  readonly elapsedMs: number;
  /** Of the clock's own time; negative is how much it is over. */
  readonly leftMs: number;
}

/**
 * Reads a clock at a moment not before its `asOf`. Met if and only if stopped ≤ due; breached if and only if stopped > due, or not
 * stopped and now > due. Exact milliseconds: rounding happens on screen only, and never towards "met".
 *
 * @param now milliseconds since the epoch, by the server's time
 */
export function readClock(clock: Clock, now: number): ClockReading {
  const { state, elapsedMs, targetMs, dueAt, stoppedAt } = clock;
  if (stoppedAt || state === 'paused' || !dueAt) return { state, elapsedMs, leftMs: targetMs - elapsedMs };

  const due = Date.parse(dueAt);
  const passed = passedOf(clock.ahead, now);
  if (now > due) {
    const over = clock.held ? 0 : now - Math.max(due, Date.parse(clock.asOf));
    const elapsed = elapsedMs + passed + over;
    return { state: 'breached', elapsedMs: elapsed, leftMs: targetMs - elapsed };
  }
  const open = clock.ahead.some(([from, to]) => Date.parse(from) <= now && now < Date.parse(to));
  const elapsed = elapsedMs + passed;
  return { state: open || now === due ? 'running' : 'outside', elapsedMs: elapsed, leftMs: targetMs - elapsed };
}

function passedOf(ahead: readonly Stretch[], now: number): number {
  let passed = 0;
  for (const [from, to] of ahead) passed += Math.max(0, Math.min(now, Date.parse(to)) - Date.parse(from));
  return passed;
}
