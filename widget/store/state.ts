import type { ActName } from '../../server/contract/acts.ts';
import type { TicketEvent } from '../../server/contract/events.ts';
import type { SessionAnswer } from '../../server/contract/feed.ts';
import type { Fault } from '../../server/contract/faults.ts';
import type { TicketId } from '../../server/contract/ids.ts';
import type { PortalBoot } from '../../server/contract/portal.ts';
import type { TicketView } from '../../server/contract/ticket.ts';
import type { Client } from './client-memory.ts';

/** `ready` once there is something to show; `failed` while nothing could be shown yet and {@link PortalState.fault} says why. */
export type Phase = 'starting' | 'ready' | 'failed';

/** How the portal hears of changes. `auth_required` and `final` end only by the person's or the page's act. */
export interface Link {
  readonly state: 'connecting' | 'live' | 'offline' | 'auth_required' | 'final';
  /** Local clock, milliseconds since the epoch: a notice may wait a second before it shows. */
  readonly since: number;
}

/** What is wrong with the embedding or the line, and what to do. A person reads the text `fault.<code>`, a developer these. */
export interface PortalFault {
  readonly code: PortalFaultCode;
  readonly detail: string;
  readonly help: string;
}

export type PortalFaultCode =
  | 'no_tenant'
  | 'no_server'
  | 'no_token'
  | 'token_in_page'
  | 'token_failed'
  | 'assertion_refused'
  | 'origin_refused'
  | 'server_unreachable'
  | 'server_error'
  | 'websocket_blocked'
  | 'protocol'
  | 'load_failed';

export type View = 'list' | 'form' | 'ticket' | 'visitors' | 'approvals';
export type Scope = 'mine' | 'site' | 'tenant';

/** What the page, or a link, fills into the form beforehand. */
export interface Prefill {
  readonly site?: string;
  readonly asset?: string;
  readonly category?: string;
  readonly subject?: string;
  readonly text?: string;
}

/** A command that the server has not yet carried out (S5). One that it will not carry out stays until the person has decided about it. */
export interface Pending {
  /** The Idempotency-Key, made once. */
  readonly key: string;
  readonly command: ActName | 'register';
  readonly body: Readonly<Record<string, unknown>>;
  /** When it was pressed: local clock, milliseconds since the epoch. */
  readonly since: number;
  /** It lies on this device and outlives the page; otherwise the page must stay open. */
  readonly saved: boolean;
  /** It has gone out, so the server may know it: only the server's answer ends it. */
  readonly sent: boolean;
  /** Why it has to be sent again, once it had to; with `refused`, why it will not be carried out. */
  readonly fault?: Fault;
  readonly refused?: boolean;
}

export interface TicketList {
  /** As the server ordered them when they were asked for; later ones are put before, so that no row jumps. */
  readonly ids: readonly TicketId[];
  /** Nothing lies after the last one. */
  readonly complete: boolean;
  /** What the server wants to be asked with for the page after; null when complete, or before the first. */
  readonly next: string | null;
  readonly loading: boolean;
  readonly scope: Scope;
  readonly search: string;
}

/** What waits for this person's approval, over all sites. */
export interface Approvals {
  /** As they came: later ones stand behind, so that none jumps that is being read. Some may wait no longer. */
  readonly ids: readonly TicketId[];
  /** What the server wants to be asked with for the page after; null when it has no more. */
  readonly next: string | null;
  /** How many there are, and what waits on them in minor units, when that was asked for. */
  readonly tickets: number;
  readonly sum: number;
}

/**
 * What is known of one person at one server. All elements of a page that show this person share it. Slices that did not change keep
 * their identity.
 */
export interface Known {
  readonly phase: Phase;
  readonly link: Link;
  readonly fault: PortalFault | null;
  readonly boot: PortalBoot | null;
  /** Of the last visit until there is a boot. */
  readonly client: Client | null;
  readonly person: SessionAnswer['person'] | null;
  readonly tickets: ReadonlyMap<TicketId, TicketView>;
  /** Null before it was asked for. */
  readonly approvals: Approvals | null;
  /** Whole timelines, of the tickets that were opened. */
  readonly timelines: ReadonlyMap<TicketId, readonly TicketEvent[]>;
  /** Tickets with news that the person has not opened. */
  readonly unread: ReadonlySet<TicketId>;
  /** By ticket; a registration, which has none yet, under `'new'`. */
  readonly pending: ReadonlyMap<TicketId | 'new', readonly Pending[]>;
  /** The server's clock minus the local one. */
  readonly serverOffsetMs: number;
  /** When the server was last heard, local clock; 0 before. What is shown is as old as that. */
  readonly heardAt: number;
  /** Where this reader stands in the log; moved by frames and snapshots alone (S1, S6). */
  readonly epoch: string;
  readonly position: number;
  /** Grows with each event of a ticket that is not held: the lists want a refresh. */
  readonly skipped: number;
}

/** What one element shows of it. */
export interface Showing {
  /** A closed panel: nobody sees anything of it. */
  readonly folded: boolean;
  /** One ticket and nothing beside it: no list, no form, no way to either. */
  readonly alone: boolean;
  readonly view: View;
  readonly openTicket: TicketId | null;
  /** The open ticket is not there, or not this person's to see. */
  readonly gone: boolean;
  readonly prefill: Prefill;
  /** The report that the form shows instead of a new one, by its key: it waits, or was refused. */
  readonly waiting?: string | undefined;
  /** Of tickets that were registered here: when the person pressed, server's clock, milliseconds since the epoch. */
  readonly receipts?: ReadonlyMap<TicketId, number>;
  readonly list: TicketList;
  readonly locale: string;
}

/** All that an element sees. */
export interface PortalState extends Known, Showing {}

export const UNKNOWN: Known = {
  phase: 'starting',
  link: { state: 'connecting', since: 0 },
  fault: null,
  boot: null,
  client: null,
  person: null,
  tickets: new Map(),
  approvals: null,
  timelines: new Map(),
  unread: new Set(),
  pending: new Map(),
  serverOffsetMs: 0,
  heardAt: 0,
  epoch: '',
  position: 0,
  skipped: 0,
};

const AT_FIRST: Showing = {
  folded: false,
  alone: false,
  view: 'list',
  openTicket: null,
  gone: false,
  prefill: {},
  list: { ids: [], complete: false, next: null, loading: false, scope: 'mine', search: '' },
  locale: 'en',
};

/** What is known before anything was heard. */
export const BLANK: PortalState = { ...UNKNOWN, ...AT_FIRST };
