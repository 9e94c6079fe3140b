import type { Clock } from './clock.ts';
import type { CostLine, VatRounding } from './money.ts';
import type { MassFacts } from './mass.ts';
import type { Instant, PersonId, TenantId, TicketId } from './ids.ts';
import type { Role } from './people.ts';

/** A value about a person, or free text: kept apart from the log, `null` once erased or where it may not be seen. */
export type Personal<T> = T | null;

/** Whom to ask for at the site; on a shared login this is the only name there is. */
export interface Contact {
  readonly name: string;
  readonly phone?: string;
  readonly shift?: string;
}

/** How the client may see the assigned engineer. */
export interface EngineerProfile {
  readonly name: string;
  readonly phone?: string;
  readonly specialty?: string;
}

/** Values of a category's own fields, by field id. */
export type FieldValues = Readonly<Record<string, string | number | boolean>>;

export type TicketKind = 'incident' | 'request' | 'planned';
export type Channel = 'widget' | 'telephone' | 'mail' | 'api';
export type PauseReason =
  | 'info_insufficient'
  | 'awaiting_approval'
  | 'no_access'
  | 'customer_postponed'
  | 'parts'
  | 'force_majeure';
export type ExclusionReason = 'withdrawn' | 'duplicate' | 'out_of_scope' | 'client_fault';

/**
 * What can happen to a ticket, by name. Past tense; a name, once shipped, never changes meaning (E4).
 * Ids of questions, visits, pauses, exclusions and cost lines are unique within the ticket.
 */
export interface Facts extends MassFacts {
  readonly registered: {
    readonly number: number;
    readonly kind: TicketKind;
    readonly channel: Channel;
    readonly site: string;
    readonly asset: string | null;
    readonly category: string;
    readonly priority: string;
    readonly requester: PersonId;
    readonly requesterName: Personal<string>;
    readonly subject: Personal<string>;
    readonly text: Personal<string>;
    readonly contact: Personal<Contact>;
    readonly fields: Personal<FieldValues>;
    readonly files: readonly string[];
    /** The norms that hold for this ticket, whatever is changed afterwards. */
    readonly policy: { readonly id: string; readonly version: number };
    readonly currency: string;
    readonly vatRounding: VatRounding;
  };
  readonly commented: { readonly text: Personal<string>; readonly files: readonly string[] };
  readonly asked: { readonly question: string; readonly text: Personal<string> };
  readonly answered: { readonly question: string; readonly text: Personal<string> };
  readonly accepted: Record<never, never>;
  readonly assigned: { readonly engineer: PersonId; readonly profile: Personal<EngineerProfile> };
  readonly unassigned: Record<never, never>;
  readonly visit_proposed: { readonly visit: string; readonly from: Instant; readonly to: Instant };
  readonly visit_agreed: { readonly visit: string; readonly by: Personal<string>; readonly channel: Channel };
  readonly visit_declined: {
    readonly visit: string;
    readonly reason: Personal<string>;
    readonly wish: Personal<string>;
  };
  readonly departed: Record<never, never>;
  /** `inside`: whether the recorded position lay in the site's geofence; null without a position. */
  readonly arrived: { readonly inside: boolean | null; readonly reason: Personal<string> };
  readonly postponed: { readonly wish: Personal<string> };
  readonly access_allowed: Record<never, never>;
  readonly access_denied: {
    readonly reason: Personal<string>;
    readonly call: Personal<string>;
    readonly files: readonly string[];
  };
  readonly visit_ended: { readonly outcome: 'temporary' | 'continue' | 'not_needed' };
  readonly restored: { readonly how: Personal<string> };
  readonly paused: { readonly pause: string; readonly reason: PauseReason; readonly evidence: Personal<string> };
  readonly resumed: { readonly pause: string };
  readonly pause_accepted: { readonly pause: string };
  readonly pause_contested: { readonly pause: string; readonly reason: Personal<string> };
  readonly pause_settled: { readonly pause: string; readonly outcome: 'upheld' | 'rejected' };
  readonly exclusion_claimed: {
    readonly exclusion: string;
    readonly reason: ExclusionReason;
    readonly evidence: Personal<string>;
  };
  readonly exclusion_accepted: { readonly exclusion: string };
  readonly exclusion_contested: { readonly exclusion: string; readonly reason: Personal<string> };
  readonly exclusion_settled: { readonly exclusion: string; readonly outcome: 'upheld' | 'rejected' };
  readonly cost_added: { readonly line: CostLine; readonly reason?: Personal<string> };
  /** Without a reason, the one that was given stays. */
  readonly cost_revised: { readonly line: CostLine; readonly reason?: Personal<string> };
  readonly cost_removed: { readonly line: string; readonly title?: string };
  readonly approval_requested: { readonly lines: readonly string[] };
  /** The work of these lines was done before anybody approved them: they are payable only once somebody does. */
  readonly cost_unapproved: { readonly lines: readonly string[] };
  readonly cost_approved: { readonly lines: readonly string[] };
  readonly cost_disputed: { readonly lines: readonly string[]; readonly reason: Personal<string> };
  readonly prioritised: { readonly priority: string; readonly reason: Personal<string> };
  readonly recategorised: { readonly category: string; readonly reason: Personal<string> };
  readonly duplicate_marked: { readonly of: TicketId; readonly exclusion: string; readonly reason: Personal<string> };
  readonly declined: { readonly exclusion: string; readonly reason: Personal<string> };
  readonly resolved: { readonly summary: Personal<string>; readonly firstVisit: boolean | null };
  readonly confirmed: Record<never, never>;
  readonly reopened: { readonly reason: Personal<string> };
  readonly rated: { readonly stars: 1 | 2 | 3 | 4 | 5; readonly text: Personal<string> };
  readonly cancelled: { readonly exclusion: string; readonly reason: Personal<string> };
  readonly call_logged: {
    readonly with: Personal<string>;
    readonly number: Personal<string>;
    readonly result: Personal<string>;
  };
  /** Mends the event with that `seq`: it held at `effectiveAt` instead, or (`void`) never. */
  readonly corrected: {
    readonly event: number;
    readonly effectiveAt: Instant | null;
    readonly void: boolean;
    readonly reason: Personal<string>;
  };
  /** `threshold` in percent of the target. */
  readonly warned: { readonly clock: Clock['kind']; readonly threshold: number; readonly dueAt: Instant };
  readonly breached: { readonly clock: Clock['kind']; readonly dueAt: Instant };
  readonly expired: { readonly what: 'pause' | 'approval' | 'visit'; readonly id: string };
  readonly closed: Record<never, never>;
}

export type FactType = keyof Facts;

/** What happened, as a reader who may see it reads it. */
export type TicketFact = { readonly [T in FactType]: { readonly type: T } & Facts[T] }[FactType];

/**
 * Which fields of a fact are personal or free text. They stand in `private`, and in `data` only as a commitment.
 * A field may be added for a fact of its own, never taken away: the log would still hold what was written before.
 */
export const PRIVATE = {
  registered: ['requesterName', 'subject', 'text', 'contact', 'fields'],
  commented: ['text'],
  asked: ['text'],
  answered: ['text'],
  assigned: ['profile'],
  visit_agreed: ['by'],
  visit_declined: ['reason', 'wish'],
  arrived: ['reason'],
  postponed: ['wish'],
  access_denied: ['reason', 'call'],
  restored: ['how'],
  paused: ['evidence'],
  pause_contested: ['reason'],
  exclusion_claimed: ['evidence'],
  exclusion_contested: ['reason'],
  cost_added: ['reason'],
  cost_revised: ['reason'],
  cost_disputed: ['reason'],
  prioritised: ['reason'],
  recategorised: ['reason'],
  duplicate_marked: ['reason'],
  declined: ['reason'],
  resolved: ['summary'],
  reopened: ['reason'],
  rated: ['text'],
  cancelled: ['reason'],
  call_logged: ['with', 'number', 'result'],
  corrected: ['reason'],
  mass_declared: ['text'],
  linked: ['reason'],
  unlinked: ['reason'],
} as const satisfies { readonly [T in FactType]?: readonly (keyof Facts[T])[] };

/** Who did it. `name` is not hashed and may be erased. */
export interface Actor {
  readonly kind: 'person' | 'integration' | 'system';
  readonly id: PersonId;
  readonly role: Role;
  readonly name: Personal<string>;
}

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** A disclosed value with the key of its commitment (base64url), so that a reader can check one against the other. */
export interface Disclosure {
  readonly value: Json;
  readonly salt: string;
}

/** A fact as the log holds it: where in the order, who, when. What is hashed is all of it but `private` and `actor.name`. */
export interface TicketEvent {
  readonly v: 1;
  /** Names the tenant's log; never reused. */
  readonly log: string;
  /** 1, 2, 3 … within the tenant's log, without gaps. */
  readonly position: number;
  /** 1, 2, 3 … within the ticket, without gaps. */
  readonly seq: number;
  readonly tenant: TenantId;
  readonly ticket: TicketId;
  readonly type: string;
  /** The server's time of recording. */
  readonly at: Instant;
  /** When it really was, if not at `at`; never after it. Clocks use this one. */
  readonly effectiveAt?: Instant;
  readonly actor: Actor;
  readonly data: Readonly<Record<string, Json>>;
  /** Leaf hash (hex) of the ticket's previous event; null for the first. A reading aid: the proof is the tree. */
  readonly prev: string | null;
  /** By path (`/text`); null once erased, absent where the reader may not see it. */
  readonly private: Readonly<Record<string, Disclosure | null>>;
}

const privateFieldsOf = (type: string): readonly string[] =>
  Object.hasOwn(PRIVATE, type) ? PRIVATE[type as keyof typeof PRIVATE] : [];

/** Reads an event through its disclosures: an erased or hidden field is null, never its commitment. */
export function factOf(event: TicketEvent): TicketFact {
  const fact: Record<string, unknown> = { ...event.data, type: event.type };
  for (const field of privateFieldsOf(event.type)) {
    if (field in fact) fact[field] = event.private[`/${field}`]?.value ?? null;
  }
  return fact as unknown as TicketFact;
}

/** Splits a fact into what is hashed as it stands and what is only committed to. A null field needs no commitment. */
export function partsOf(fact: TicketFact): { open: Record<string, Json>; personal: Record<string, Json> } {
  const { type, ...data } = fact;
  const open = { ...data } as Record<string, Json>;
  const personal: Record<string, Json> = {};
  for (const field of privateFieldsOf(type)) {
    const value = open[field];
    if (value === undefined || value === null) continue;
    personal[field] = value;
    delete open[field];
  }
  return { open, personal };
}
