import type { Clock } from './clock.ts';
import type { PositionMessage } from './eta.ts';
import type { TicketEvent } from './events.ts';
import type { FaultCode } from './faults.ts';
import type { Instant, PersonId, TenantId, TicketId } from './ids.ts';
import type { ClientRole } from './people.ts';

/** Raised when an old widget could misread a new server. History: 1 first release. */
export const PROTOCOL = 1;

/**
 * The server looked at everything in (`from`, `to`] of the tenant's log; `events` are what this person may see of it (S1).
 * So a filter never looks like a gap, and a gap never like a filter.
 */
export interface Frame {
  readonly epoch: string;
  readonly from: number;
  readonly to: number;
  readonly events: readonly TicketEvent[];
  /** The clocks that follow from these events, by ticket: they replace what the reader holds. */
  readonly clocks: Readonly<Record<TicketId, readonly Clock[]>>;
}

/** Where a reader stands: opaque to him, he stores it and sends it back. */
export const cursorOf = (epoch: string, position: number): string => `${epoch}.${position}`;

/** Undefined for what no server wrote: NaN, negative, fractions, beyond 2⁵³, no epoch. */
export function parseCursor(cursor: string): { epoch: string; position: number } | undefined {
  const [, epoch, digits] = /^([A-Za-z0-9_-]{1,64})\.(0|[1-9]\d{0,15})$/.exec(cursor) ?? [];
  const position = Number(digits);
  return epoch !== undefined && Number.isSafeInteger(position) ? { epoch, position } : undefined;
}

/** Why a reader has to take a snapshot anew (S3, and a lost or gained right). */
export interface Resync {
  readonly reason: 'epoch' | 'future' | 'behind' | 'rights' | 'cursor';
  readonly epoch: string;
  readonly head: number;
}

export interface ServerToClient {
  frame: (frame: Frame, done: () => void) => void;
  resync: (resync: Resync) => void;
  position: (message: PositionMessage) => void;
  'auth:expiring': (message: { readonly at: Instant }) => void;
  closing: (message: { readonly retryAfterMs: number }) => void;
  slow: () => void;
}

export interface ClientToServer {
  /** Whose positions to send; events are decided by what one may see alone. At most 100. */
  watch: (message: { readonly tickets: readonly TicketId[] }) => void;
  'auth:refresh': (message: { readonly session: string }) => void;
}

/** What the widget hands to the socket at each connection. */
export interface LiveAuth {
  readonly session: string;
  readonly cursor: string;
  readonly protocol: number;
}

/** `connect_error.data`. `unauthorized` and `protocol` are final; everything else is tried again (S4). */
export interface ConnectFault {
  readonly code: FaultCode | 'protocol';
  readonly retryAfterMs?: number;
}

/** The answer of `POST /v1/session`. */
export interface SessionAnswer {
  readonly session: string;
  readonly expiresAt: Instant;
  readonly serverTime: Instant;
  readonly person: { readonly id: PersonId; readonly name: string | null; readonly role: ClientRole };
  readonly tenant: TenantId;
  readonly epoch: string;
  /** A cursor. */
  readonly head: string;
}

/** Where a snapshot stands: frames from there complete it. */
export interface AsOf {
  readonly epoch: string;
  readonly position: number;
}
