import { z } from '@hono/zod-openapi';
import type { CommandAnswer, RegistrationAnswer, TicketAnswer, TicketsAnswer } from '../contract/answers.ts';
import type { BadPair } from '../contract/contrast.ts';
import { TIERS } from '../contract/eta.ts';
import type { SessionAnswer } from '../contract/feed.ts';
import { COLOUR_TOKENS } from '../contract/palette.ts';
import { CLIENT_ROLES } from '../contract/people.ts';
import type { PortalBoot, PromiseAnswer, Theme } from '../contract/portal.ts';
import type { Target } from '../contract/sla.ts';
import type { VisitsAnswer } from '../contract/visits.ts';
import type { Tenant } from '../directory/directory.ts';
import type { ClockExplanation } from '../sla/explain.ts';
import { ASSET, CATEGORY, PRIORITY, SITE, TENANT } from './directory-bodies.ts';
import { instant, pauseReason, personId, tenantId, ticketId } from './simple-shapes.ts';
import { CLOCK, ETA, EVENT, TICKET_VIEW } from './ticket-shapes.ts';
import { mayLack } from './may-lack.ts';
import { shapeOf } from './shape-of.ts';

const words = z.union([z.string(), z.record(z.string(), z.string())]);
const texts = z.record(z.string(), z.string());
const TARGET: z.ZodType<Target> = z.union([
  z.object({ elapsed: z.string().openapi({ example: 'PT4H' }) }),
  z.object({ working: z.string().openapi({ example: 'PT8H' }) }),
  z.object({ workingDays: z.int(), at: mayLack(z.enum(['same-time', 'end'])) }),
]);

export const SESSION = shapeOf<SessionAnswer>({
  session: z.string().openapi({ example: 'vs_Zk3…', description: 'What to send as `Authorization: Bearer`.' }),
  expiresAt: instant,
  serverTime: instant,
  person: z.object({ id: personId, name: z.string().nullable(), role: z.enum(CLIENT_ROLES) }),
  tenant: tenantId,
  epoch: z.string(),
  head: z.string().openapi({ description: 'A cursor: where the client’s log stands.' }),
}).openapi('Session');

const SHOWN_THEME = z.object({
  light: texts,
  dark: texts,
  labels: texts,
  locale: mayLack(z.string()),
  terms: mayLack(texts),
}) satisfies z.ZodType<Theme>;

export const PORTAL = shapeOf<PortalBoot>({
  tenant: z.object({
    id: tenantId,
    name: words,
    locale: z.string(),
    currency: z.string(),
    timeZone: z.string(),
    siteSharing: z.boolean(),
  }),
  provider: z.object({ name: words, phone: z.string().nullable() }),
  theme: SHOWN_THEME.extend({ legible: mayLack(z.literal(true)) }),
  person: z.object({
    id: personId,
    name: z.string().nullable(),
    role: z.enum(CLIENT_ROLES),
    approvalLimit: z.int().nullable().openapi({ description: 'Minor units; null: no limit.' }),
  }),
  tier: z.enum(TIERS),
  sites: z.array(SITE),
  assets: z.array(ASSET),
  categories: z.array(CATEGORY),
  priorities: z.array(PRIORITY),
  limits: z.object({ subject: z.int(), text: z.int() }).openapi({ description: 'Longest texts, in UTF-16 units.' }),
}).openapi('Portal');

export const PROMISE = shapeOf<PromiseAnswer>({
  clocks: z.array(z.object({ kind: z.enum(['reaction', 'resolution', 'arrival']), target: TARGET, dueAt: instant })),
}).openapi('Promise');

export const VISITS = shapeOf<VisitsAnswer>({
  site: z.string(),
  on: z.string().openapi({ format: 'date', description: 'In the site’s zone.' }),
  company: words.openapi({ description: 'Whom they come from.' }),
  visits: z.array(
    z.object({
      ticket: ticketId,
      number: z.int(),
      subject: z.string().nullable(),
      state: z.enum(['proposed', 'agreed', 'en_route', 'on_site']),
      window: z.object({ from: instant, to: instant }).nullable(),
      engineer: z.object({ name: z.string(), specialty: mayLack(z.string()) }).nullable(),
      eta: ETA.nullable(),
      arrivedAt: instant.nullable(),
      pass: z.object({ document: mayLack(z.string()), vehicle: mayLack(z.string()) }).nullable(),
    }),
  ),
}).openapi('Visits');

export const REGISTERED = shapeOf<RegistrationAnswer>({
  ticket: TICKET_VIEW,
  events: z.array(EVENT),
  receipt: z.object({
    number: z.int(),
    position: z.int(),
    leafHash: z
      .string()
      .openapi({ description: 'Of the event in the client’s log (RFC 6962), hex: keep it as proof.' }),
  }),
}).openapi('Registration');

export const TICKETS = shapeOf<TicketsAnswer>({
  tickets: z.array(TICKET_VIEW),
  next: z.string().nullable().openapi({ description: 'What to send as `after`; null at the end.' }),
  incidents: mayLack(
    z
      .array(TICKET_VIEW)
      .openapi({ description: 'Mass incidents of this reader’s sites: on the first page, where a person asks.' }),
  ),
  waiting: mayLack(
    z
      .object({ tickets: z.int(), sum: z.int() })
      .openapi({ description: 'With `waiting=approval`: of all pages together, in minor units.' }),
  ),
}).openapi('Tickets');

export const TICKET_ANSWER = shapeOf<TicketAnswer>({
  ticket: TICKET_VIEW,
  events: z.array(EVENT).openapi({ description: 'The whole timeline.' }),
  asOf: z.object({ epoch: z.string(), position: z.int() }),
}).openapi('TicketAnswer');

export const COMMAND_ANSWER = shapeOf<CommandAnswer>({ events: z.array(EVENT) }).openapi('CommandAnswer');

export const EXPLANATION = shapeOf<ClockExplanation>({
  clock: CLOCK,
  stretches: z
    .array(
      z.object({
        from: instant,
        to: instant,
        kind: z.enum(['counted', 'paused']),
        reason: mayLack(pauseReason),
        person: mayLack(personId),
      }),
    )
    .openapi({ description: 'From the start to the stop, or to now, in order and without a gap.' }),
  target: TARGET,
  grace: z
    .object({ changedAt: instant, ms: z.int() })
    .nullable()
    .openapi({ description: 'What a change of priority or category granted beyond the norm.' }),
  policy: z.object({ id: z.string(), version: z.int() }),
  sumMs: z.int().openapi({ description: 'Of the counted stretches; equals `elapsedMs` of the clock.' }),
}).openapi('ClockExplanation');

export const KEPT_TENANT: z.ZodType<Tenant> = TENANT.extend({
  id: tenantId,
  log: z.string().openapi({ description: 'Names its log, for ever.' }),
  epoch: z.string().openapi({ description: 'Of this copy of the log.' }),
}).openapi('Tenant');

const BAD_PAIR = shapeOf<BadPair>({
  scheme: z.enum(['light', 'dark']),
  foreground: z.enum(COLOUR_TOKENS),
  background: z.enum(COLOUR_TOKENS),
  ratio: z.number().openapi({ description: 'Rounded down.' }),
  minimum: z.number(),
}).openapi('BadPair');

export const KEPT_THEME = shapeOf<{ theme: Theme; contrast: readonly BadPair[] }>({
  theme: SHOWN_THEME,
  contrast: z
    .array(BAD_PAIR)
    .openapi({ description: 'Pairs of colours below WCAG 2.2 AA: kept, and repaired where they are shown.' }),
}).openapi('KeptTheme');
