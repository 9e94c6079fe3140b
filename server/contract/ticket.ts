import type { Clock } from './clock.ts';
import {
  factOf,
  type Channel,
  type Contact,
  type EngineerProfile,
  type ExclusionReason,
  type FactType,
} from './events.ts';
import type { FieldValues, PauseReason, Personal, TicketEvent, TicketFact, TicketKind } from './events.ts';
import type { Eta } from './eta.ts';
import type { Instant, PersonId, TenantId, TicketId } from './ids.ts';
import type { Costs } from './money.ts';
import type { Mass } from './mass.ts';
import { sideOf, type Side } from './people.ts';
import { changesBy } from './ticket-changes.ts';

/** Raised when {@link evolve} gives another ticket for the same events: kept folds are then made anew. */
export const FOLD = 4;

export const STAGES = [
  'registered',
  'accepted',
  'scheduled',
  'en_route',
  'on_site',
  'resolved',
  'closed',
  'cancelled',
] as const;
export type Stage = (typeof STAGES)[number];

export interface Question {
  readonly id: string;
  readonly text: Personal<string>;
  readonly askedAt: Instant;
  readonly answeredAt: Instant | null;
}

export interface Visit {
  readonly id: string;
  readonly from: Instant;
  readonly to: Instant;
  readonly state: 'proposed' | 'agreed' | 'declined' | 'replaced' | 'ended';
}

export interface Pause {
  readonly id: string;
  readonly reason: PauseReason;
  readonly from: Instant;
  readonly to: Instant | null;
  readonly claimedBy: PersonId;
  readonly claim: Claim;
}

/** How far a claim by one side has come: nobody judges his own case. */
export type Claim = 'claimed' | 'accepted' | 'contested' | 'upheld' | 'rejected';

/** Whether a ticket enters the contract's figures. An exclusion is a claim; reports judge whether it came before a breach. */
export type Counting =
  | { readonly state: 'counted' }
  | {
      readonly state: 'excluded';
      readonly id: string;
      readonly reason: ExclusionReason;
      readonly claimedBy: PersonId;
      readonly claim: Claim;
    };

/** One event that moves a stage or a clock, kept in the fold so that neither needs the whole timeline. */
export interface Act {
  readonly seq: number;
  readonly type: FactType;
  /** When it held: `effectiveAt` where it was given. */
  readonly at: Instant;
  readonly side: Side;
  /** Of `registered`, `prioritised` and `recategorised`: which norm of the contract holds from then on. */
  readonly norm?: { readonly category: string; readonly priority: string };
}

/** The pure fold of a ticket's events. Free text and names are null where erased. */
export interface Ticket {
  readonly id: TicketId;
  readonly number: number;
  readonly tenant: TenantId;
  readonly kind: TicketKind;
  readonly stage: Stage;
  readonly site: string;
  readonly asset: string | null;
  readonly category: string;
  readonly priority: string;
  readonly subject: Personal<string>;
  readonly text: Personal<string>;
  readonly fields: Personal<FieldValues>;
  readonly requester: { readonly id: PersonId; readonly name: Personal<string> };
  readonly contact: Personal<Contact>;
  readonly channel: Channel;
  readonly assignee: { readonly id: PersonId; readonly profile: Personal<EngineerProfile> } | null;
  readonly visits: readonly Visit[];
  readonly pauses: readonly Pause[];
  readonly counting: Counting;
  readonly costs: Costs;
  readonly rating: { readonly stars: number; readonly text: Personal<string> } | null;
  readonly attachments: readonly string[];
  readonly questions: readonly Question[];
  readonly openedAt: Instant;
  readonly changedAt: Instant;
  /** The last event folded in. The next one carries `seq + 1`. */
  readonly seq: number;
  readonly policy: { readonly id: string; readonly version: number };
  readonly course: readonly Act[];
  /** The mass incident that it is a part of. */
  readonly parent: { readonly id: TicketId; readonly number: number } | null;
  readonly mass: Mass | null;
  /** What was done, as it was last resolved. */
  readonly summary: Personal<string>;
}

/** What HTTP and frames carry. A reader folds events into the ticket and replaces the other two. */
export interface TicketView extends Ticket {
  readonly clocks: readonly Clock[];
  readonly eta: Eta | null;
}

export const isOpen = (stage: Stage): boolean => stage !== 'resolved' && stage !== 'closed' && stage !== 'cancelled';

/** Whether it is a mass incident that is being worked on. */
export const isMass = ({ mass, stage }: Ticket): boolean => Boolean(mass && !mass.until && isOpen(stage));

/** Where each fact takes the ticket; a fact that is not here leaves the stage alone. */
const STAGE_AFTER: { readonly [T in FactType]?: Stage } = {
  accepted: 'accepted',
  visit_agreed: 'scheduled',
  departed: 'en_route',
  arrived: 'on_site',
  postponed: 'accepted',
  access_denied: 'accepted',
  visit_ended: 'accepted',
  resolved: 'resolved',
  reopened: 'accepted',
  confirmed: 'closed',
  closed: 'closed',
  cancelled: 'cancelled',
  declined: 'cancelled',
};

const IN_COURSE: ReadonlySet<string> = new Set<FactType>([
  ...(Object.keys(STAGE_AFTER) as FactType[]),
  'registered',
  'assigned',
  'visit_declined',
  'paused',
  'resumed',
  'restored',
  'prioritised',
  'recategorised',
  'corrected',
]);

/**
 * Folds one event into a ticket. Pure: server and widget run this same function, so both always agree on what a timeline means.
 *
 * An event already seen changes nothing, not even identity. A fact that this build does not know moves `seq` and changes nothing
 * else, so an old widget survives a new server (E4).
 *
 * @param ticket what the events before have made; undefined before the first
 * @returns undefined where there is nothing yet to fold into
 */
export function evolve<T extends Ticket = Ticket>(ticket: T | undefined, event: TicketEvent): T | undefined {
  if (ticket) return advance(ticket, event);
  const fact = factOf(event);
  return fact.type === 'registered' && event.seq === 1 ? (opened(event, fact) as T) : undefined;
}

/** {@link evolve} for whoever holds the ticket already, as the widget does. */
export function advance<T extends Ticket>(ticket: T, event: TicketEvent): T {
  if (event.seq <= ticket.seq) return ticket;

  const fact = factOf(event);
  const held = event.effectiveAt ?? event.at;
  const side = sideOf(event.actor.role);
  const next: T = {
    ...ticket,
    ...changesBy(ticket, event, fact, held),
    stage: stageAfter(ticket, fact),
    seq: event.seq,
    changedAt: event.at,
  };
  const heard =
    fact.type === 'commented' && side === 'provider' && !ticket.course.some((act) => act.type === 'commented');
  if (!heard && !IN_COURSE.has(fact.type)) return next;
  const { category, priority } = next;
  const norm = fact.type === 'prioritised' || fact.type === 'recategorised' ? { norm: { category, priority } } : {};
  return { ...next, course: [...ticket.course, { seq: event.seq, type: fact.type, at: held, side, ...norm }] };
}

/** Folds a whole timeline, in order. */
export const replay = (events: readonly TicketEvent[]): Ticket | undefined =>
  events.reduce<Ticket | undefined>((ticket, event) => evolve(ticket, event), undefined);

function opened(event: TicketEvent, fact: Extract<TicketFact, { type: 'registered' }>): Ticket {
  const { number, kind, channel, site, asset, category, priority, subject, text, contact, fields, files, policy } =
    fact;
  const held = event.effectiveAt ?? event.at;
  return {
    id: event.ticket,
    tenant: event.tenant,
    number,
    kind,
    channel,
    site,
    asset,
    category,
    priority,
    subject,
    text,
    contact,
    fields,
    policy,
    stage: 'registered',
    requester: { id: fact.requester, name: fact.requesterName },
    assignee: null,
    visits: [],
    pauses: [],
    counting: { state: 'counted' },
    costs: { currency: fact.currency, vatRounding: fact.vatRounding, lines: [], net: 0, vat: 0, total: 0 },
    rating: null,
    parent: null,
    mass: null,
    summary: null,
    attachments: files,
    questions: [],
    openedAt: held,
    changedAt: event.at,
    seq: 1,
    course: [{ seq: 1, type: 'registered', at: held, side: sideOf(event.actor.role), norm: { category, priority } }],
  };
}

function stageAfter({ stage, visits }: Ticket, fact: TicketFact): Stage {
  // A visit that was only proposed never made the ticket "scheduled", so declining it leaves the stage.
  if (fact.type === 'visit_declined') {
    const agreed = visits.some((visit) => visit.id === fact.visit && visit.state === 'agreed');
    return agreed && stage === 'scheduled' ? 'accepted' : stage;
  }
  // Access can be allowed again before anybody is back on the way.
  return Object.hasOwn(STAGE_AFTER, fact.type) ? (STAGE_AFTER[fact.type] ?? stage) : stage;
}
