import type { Personal } from './events.ts';
import type { Instant, TicketId } from './ids.ts';

/** A fault of many sites at once, worked on as one ticket. Whoever works at one of its sites sees that ticket, also after it ended. */
export interface Mass {
  /** What everybody concerned may read. */
  readonly text: Personal<string>;
  /** Null: every site of the client. */
  readonly sites: readonly string[] | null;
  readonly since: Instant;
  readonly until: Instant | null;
}

/** Facts of mass incidents. A site joins one only by a new declaration: what a ticket shows to whom stands in its own timeline (E3). */
export interface MassFacts {
  /** Declared, or declared anew with another text or other sites. */
  readonly mass_declared: { readonly text: Personal<string>; readonly sites: readonly string[] | null };
  readonly mass_ended: Record<never, never>;
  /** The ticket is a part of that mass incident; this one as well as that one keeps its own life. */
  readonly linked: { readonly parent: TicketId; readonly number: number; readonly reason: Personal<string> };
  readonly unlinked: { readonly reason: Personal<string> };
}

/** Whether a mass incident was declared for a site. */
export const concerns = ({ sites }: Mass, site: string): boolean => !sites || sites.includes(site);
