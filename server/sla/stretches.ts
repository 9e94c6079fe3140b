import type { PauseReason } from '../contract/events.ts';
import type { PersonId } from '../contract/ids.ts';

/** A half-open stretch in milliseconds since the epoch; `to` is Infinity for what has not ended. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export interface PauseSpan extends Span {
  readonly reason: PauseReason;
  readonly person: PersonId;
}

export type Passed = (Span & { readonly kind: 'counted' }) | (PauseSpan & { readonly kind: 'paused' });

/**
 * All time since `start` in order and without overlap, to Infinity. Where pauses overlap, the time is paused once and the one that began
 * first is named.
 */
export function passedSince(start: number, pauses: readonly PauseSpan[]): readonly Passed[] {
  const passed: Passed[] = [];
  let reached = start;
  for (const pause of pauses.toSorted((a, b) => a.from - b.from || b.to - a.to)) {
    if (pause.to <= reached) continue;
    if (pause.from > reached) passed.push({ kind: 'counted', from: reached, to: pause.from });
    passed.push({ ...pause, kind: 'paused', from: Math.max(pause.from, reached) });
    reached = pause.to;
  }
  if (reached < Infinity) passed.push({ kind: 'counted', from: reached, to: Infinity });
  return passed;
}

/** The part of the stretches that lies in [from, to). */
export const cutTo = <T extends Span>(spans: readonly T[], from: number, to: number): readonly T[] =>
  spans.flatMap((span) => {
    const cut = { ...span, from: Math.max(span.from, from), to: Math.min(span.to, to) };
    return cut.from < cut.to ? [cut] : [];
  });

export const isCounted = (span: Passed): boolean => span.kind === 'counted';

export const lengthOf = (spans: readonly Span[]): number => spans.reduce((sum, { from, to }) => sum + to - from, 0);

/**
 * When the target is used up: the first instant with `targetMs` counted before it, so that a target that is used up exactly where a pause
 * begins is due there. A target of 0 is due at the first counted instant. Infinity while an open pause keeps it from being known.
 */
export function dueOf(passed: readonly Passed[], targetMs: number): number {
  let left = targetMs;
  for (const { from, to } of passed.filter(isCounted)) {
    if (left <= to - from) return from + left;
    left -= to - from;
  }
  return Infinity;
}

export const isoOf = (ms: number): string => new Date(ms).toISOString();
