import type { Instant, TicketId } from './ids.ts';

/** What the contract lets the client see of a travelling engineer; each tier shows what the ones before it show, and more. */
export const TIERS = ['none', 'distance', 'eta', 'area', 'exact'] as const;
export type Tier = (typeof TIERS)[number];

/** Degrees × 10⁷, integers. */
export interface Place {
  readonly latitude: number;
  readonly longitude: number;
}

/** Where an engineer on the way is, as far as the tier shows it. Volatile: never in the log, never replayed (L1). */
export interface Eta {
  readonly tier: Tier;
  /** When the engineer's phone saw it. */
  readonly asOf: Instant;
  /** Upper end of a distance band, metres; exact only with tier `exact`. */
  readonly distance: number;
  /** When he is expected; null below tier `eta`. */
  readonly arrivesAt: Instant | null;
  readonly source: 'great_circle' | 'route';
  /** A place blurred to about 500 m (`area`) or exact (`exact`); null below. */
  readonly place: Place | null;
}

/** `position` on the socket: the newest {@link Eta} of a ticket, or null when it is no longer shown. */
export interface PositionMessage {
  readonly ticket: TicketId;
  readonly eta: Eta | null;
}
