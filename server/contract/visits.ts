import type { Eta } from './eta.ts';
import type { Personal } from './events.ts';
import type { Instant, TicketId, Words } from './ids.ts';

/** What a site's guard needs to let somebody in. Personal: never in the log, shown for the day of an agreed visit alone. */
export interface Pass {
  /** A pass number, or which document he shows. */
  readonly document?: string;
  /** A number plate, a make. */
  readonly vehicle?: string;
}

/** Somebody who comes to a site, or is there. */
export interface Visitor {
  readonly ticket: TicketId;
  readonly number: number;
  readonly subject: Personal<string>;
  readonly state: 'proposed' | 'agreed' | 'en_route' | 'on_site';
  /** Null where he comes without an agreed time. */
  readonly window: { readonly from: Instant; readonly to: Instant } | null;
  /** By the recorded basis, else initials; null while nobody is assigned. */
  readonly engineer: { readonly name: string; readonly specialty?: string } | null;
  readonly eta: Eta | null;
  readonly arrivedAt: Instant | null;
  readonly pass: Pass | null;
}

/** `GET /v1/visits`: who comes to a site on one day of its calendar; who is there stands first, who is only proposed last. */
export interface VisitsAnswer {
  readonly site: string;
  /** `2026-01-31`, in the site's zone. */
  readonly on: string;
  /** Whom they come from. */
  readonly company: Words;
  readonly visits: readonly Visitor[];
}
