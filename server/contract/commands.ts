import { z } from 'zod';
import type { ActName } from './acts.ts';

import { LIMITS } from './limits.ts';

/** No lone surrogates: they cannot be hashed alike everywhere. */
const wellFormed = (text: string): boolean => text.isWellFormed() && !text.includes('\u0000');
const WELL_FORMED = 'holds a lone surrogate or a NUL character';

/** A trimmed text of at most so many UTF-16 units, not empty. */
export const line = (max: number) => z.string().trim().min(1).max(max).refine(wellFormed, WELL_FORMED);
const id = line(LIMITS.id);
const text = line(LIMITS.text);
const reason = line(LIMITS.reason);
const files = z.array(id).max(LIMITS.files).default([]);
const instant = z.iso.datetime({ offset: true });
const lines = z.array(id).min(1).max(LIMITS.lines);
const billing = z.enum(['included', 'billable', 'warranty', 'client_fault', 'provider_cost']);
const quantity = z
  .string()
  .regex(/^\d{1,9}(\.\d{1,3})?$/, 'must be a decimal number with at most three places, as a string');
const discount = z.int().min(0).max(10_000);
const channel = z.enum(['widget', 'telephone', 'mail', 'api']);

const contact = z.strictObject({
  name: line(LIMITS.name),
  phone: line(LIMITS.phone).optional(),
  shift: line(LIMITS.name).optional(),
});

/** `POST /v1/tickets`. */
export const REGISTRATION = z.strictObject({
  site: id,
  asset: id.nullish(),
  category: id,
  priority: id.optional(),
  text,
  subject: line(LIMITS.subject).optional(),
  contact: contact.optional(),
  fields: z.record(id, z.union([line(LIMITS.reason), z.number(), z.boolean()])).optional(),
  kind: z.enum(['incident', 'request', 'planned']).default('incident'),
  files,
  /** Told by machines and desks; a widget's is its own. */
  channel: channel.optional(),
  /** Of the call or the mail, where a desk or a machine enters it: the clocks start then. */
  at: instant.optional(),
  /** Who called or wrote, where a desk or a machine enters it. */
  requester: line(LIMITS.name).optional(),
});

const none = z.strictObject({});

/** The body of each command, by its name in the route. */
export const COMMAND_BODIES = {
  comment: z.strictObject({ text, files }),
  ask: z.strictObject({ text }),
  answer: z.strictObject({ question: id, text }),
  accept: none,
  assign: z.strictObject({ engineer: id }),
  unassign: none,
  'propose-visit': z.strictObject({
    from: instant,
    to: instant,
    agreed: z.strictObject({ by: line(LIMITS.name), channel }).optional(),
  }),
  'agree-visit': z.strictObject({ visit: id }),
  'decline-visit': z.strictObject({ visit: id, reason: reason.optional(), wish: reason.optional() }),
  depart: none,
  arrive: z.strictObject({
    position: z
      .strictObject({
        latitude: z.int().min(-900_000_000).max(900_000_000),
        longitude: z.int().min(-1_800_000_000).max(1_800_000_000),
      })
      .optional(),
    reason: reason.optional(),
  }),
  postpone: z.strictObject({ wish: reason }),
  'allow-access': none,
  'report-no-access': z.strictObject({ reason, files, call: reason }),
  'end-visit': z.strictObject({ outcome: z.enum(['temporary', 'continue', 'not_needed']) }),
  restore: z.strictObject({ how: reason }),
  pause: z.strictObject({
    reason: z.enum([
      'info_insufficient',
      'awaiting_approval',
      'no_access',
      'customer_postponed',
      'parts',
      'force_majeure',
    ]),
    from: instant.optional(),
    evidence: reason.optional(),
  }),
  resume: z.strictObject({ pause: id }),
  'accept-pause': z.strictObject({ pause: id }),
  'contest-pause': z.strictObject({ pause: id, reason }),
  'settle-pause': z.strictObject({ pause: id, outcome: z.enum(['upheld', 'rejected']) }),
  'claim-exclusion': z.strictObject({
    reason: z.enum(['withdrawn', 'duplicate', 'out_of_scope', 'client_fault']),
    evidence: reason,
  }),
  'accept-exclusion': z.strictObject({ exclusion: id }),
  'contest-exclusion': z.strictObject({ exclusion: id, reason }),
  'settle-exclusion': z.strictObject({ exclusion: id, outcome: z.enum(['upheld', 'rejected']) }),
  // A reason is demanded where the client or the provider is to bear it: it may be contested.
  'add-cost': z.strictObject({
    code: id,
    quantity: quantity.default('1'),
    discount: discount.default(0),
    billing: billing.default('billable'),
    reason: reason.optional(),
    performedAt: instant.optional(),
  }),
  // What a revision does not name stays as it was.
  'revise-cost': z.strictObject({
    line: id,
    quantity: quantity.optional(),
    discount: discount.optional(),
    billing: billing.optional(),
    reason: reason.optional(),
  }),
  'remove-cost': z.strictObject({ line: id }),
  'request-approval': z.strictObject({ lines }),
  'approve-cost': z.strictObject({ lines }),
  'dispute-cost': z.strictObject({ lines, reason }),
  prioritise: z.strictObject({ priority: id, reason }),
  recategorise: z.strictObject({ category: id, reason }),
  'mark-duplicate': z.strictObject({ of: id, reason }),
  decline: z.strictObject({ reason }),
  resolve: z.strictObject({ summary: text, firstVisit: z.boolean().optional() }),
  confirm: none,
  reopen: z.strictObject({ reason }),
  rate: z.strictObject({
    stars: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)]),
    text: text.optional(),
  }),
  cancel: z.strictObject({ reason }),
  'log-call': z.strictObject({ with: line(LIMITS.name), number: line(LIMITS.phone), result: reason }),
  'declare-mass': z.strictObject({ text: reason, sites: z.array(id).min(1).max(LIMITS.sites).optional() }),
  'end-mass': none,
  link: z.strictObject({ parent: id, reason }),
  unlink: z.strictObject({ reason }),
  correct: z
    .strictObject({ event: z.int().min(1), effectiveAt: instant.optional(), void: z.literal(true).optional(), reason })
    .refine(
      (body) => (body.effectiveAt === undefined) !== (body.void === undefined),
      'takes either effectiveAt or void',
    ),
} as const satisfies { readonly [A in ActName]: z.ZodType };

export type Registration = z.output<typeof REGISTRATION>;

/** A command as it is carried out: its name and its checked body. */
export type TicketCommand =
  | ({ readonly command: 'register' } & Registration)
  | { readonly [A in ActName]: { readonly command: A } & z.output<(typeof COMMAND_BODIES)[A]> }[ActName];

/** What a caller may send for a command; the widget builds its forms by this type alone. */
export type CommandInput<A extends ActName> = z.input<(typeof COMMAND_BODIES)[A]>;
export type RegistrationInput = z.input<typeof REGISTRATION>;
