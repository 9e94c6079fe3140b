import type { PositionKind, Price } from './money.ts';

export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** All that it names has to hold, for the recorded arrival in the site's time. */
export interface Occasion {
  /** `['22:00', '06:00']`: from the first on, before the second; an end before its start lies on the next morning. `24:00` ends a day. */
  readonly hours?: readonly [from: string, to: string];
  /** Of the day of the arrival, also where its night began the day before. */
  readonly weekdays?: readonly Weekday[];
  /** `2027-01-01`: holidays. */
  readonly dates?: readonly string[];
}

/** One position of a client's price list, or one version of it: a code may have several, of which no two are valid on one day. */
export interface PricePosition extends Price {
  readonly code: string;
  readonly title: string;
  readonly unit: string;
  readonly kind: PositionKind;
  /** First and last day of its validity, `2026-01-01`, in the client's zone; without one: always. */
  readonly validFrom?: string;
  readonly validTo?: string;
  /** It may be charged where one of these fits the arrival; without it: always. Needed by a coefficient. */
  readonly when?: readonly Occasion[];
  /** Of a coefficient: basis points added of the lines that it counts, in tenths of a percent (5000 is half as much again). */
  readonly share?: number;
  /** Of a coefficient or a minimum: which kinds of a visit's lines it counts. */
  readonly of?: readonly PositionKind[];
  /** The server adds it by itself to a visit that has work, where `when` fits. For call-outs, travel, minimums and coefficients. */
  readonly automatic?: boolean;
}
