import { z } from '@hono/zod-openapi';
import type { Clock } from '../contract/clock.ts';
import { TIERS, type Eta } from '../contract/eta.ts';
import type { FactType, TicketEvent } from '../contract/events.ts';
import type { Mass } from '../contract/mass.ts';
import { STAGES, type Act, type Counting, type Pause, type TicketView, type Visit } from '../contract/ticket.ts';
import { COSTS } from './cost-shapes.ts';
import { mayLack } from './may-lack.ts';
import { shapeOf } from './shape-of.ts';
import { ACTOR, instant, pauseReason, personal, personId, tenantId, text, ticketId } from './simple-shapes.ts';

/** What answers look like, for the document: the compiler holds each to its interface of the contract, nothing is checked by them at run time. */

const ms = z.int().openapi({ description: 'Milliseconds.' });
const degrees = z.int().openapi({ description: 'Degrees × 10⁷.', example: 557_898_000 });
const version = z.object({ id: z.string(), version: z.int() });
const claim = z.enum(['claimed', 'accepted', 'contested', 'upheld', 'rejected']);

export const CLOCK = shapeOf<Clock>({
  kind: z.enum(['reaction', 'resolution', 'arrival', 'repair']),
  state: z.enum(['running', 'outside', 'paused', 'met', 'breached']).openapi({ description: 'As of `asOf`.' }),
  startedAt: instant,
  dueAt: instant.nullable().openapi({ description: 'Null while paused: then there is only time left.' }),
  stoppedAt: instant.nullable(),
  targetMs: ms,
  elapsedMs: ms,
  asOf: instant,
  policy: version.openapi({ description: 'The version of the contract’s norms by which it is counted.' }),
  ahead: z.array(z.tuple([instant, instant])).openapi({
    description: 'The open stretches from `asOf` to `dueAt`: what to count down by. Empty when stopped or paused.',
  }),
  held: mayLack(z.literal(true)),
}).openapi('Clock', { description: 'One promise of the contract, as the server counts it.' });

const VISIT = shapeOf<Visit>({
  id: z.string(),
  from: instant,
  to: instant,
  state: z.enum(['proposed', 'agreed', 'declined', 'replaced', 'ended']),
});

const PAUSE = shapeOf<Pause>({
  id: z.string(),
  reason: pauseReason,
  from: instant,
  to: instant.nullable().openapi({ description: 'Null while it lasts.' }),
  claimedBy: personId,
  claim,
});

const COUNTING: z.ZodType<Counting> = z.union([
  z.object({ state: z.literal('counted') }),
  z.object({
    state: z.literal('excluded'),
    id: z.string(),
    reason: z.enum(['withdrawn', 'duplicate', 'out_of_scope', 'client_fault']),
    claimedBy: personId,
    claim,
  }),
]);

const ACT = shapeOf<Act>({
  seq: z.int(),
  type: text<FactType>('What happened.'),
  at: instant,
  side: z.enum(['client', 'provider', 'system']),
  norm: mayLack(z.object({ category: z.string(), priority: z.string() })),
});

export const ETA = shapeOf<Eta>({
  tier: z.enum(TIERS),
  asOf: instant,
  distance: z.number().openapi({ description: 'Metres: the upper end of a band, exact with the tier `exact` only.' }),
  arrivesAt: instant.nullable(),
  source: z.enum(['great_circle', 'route']),
  place: z.object({ latitude: degrees, longitude: degrees }).nullable(),
}).openapi('Eta', { description: 'Where the travelling engineer is, as far as the client’s contract shows it.' });

const MASS = shapeOf<Mass>({
  text: personal(z.string()),
  sites: z.array(z.string()).nullable(),
  since: instant,
  until: instant.nullable(),
}).openapi({ description: 'Where it was declared a fault of many sites; `sites` null: of all.' });

export const TICKET_VIEW = shapeOf<TicketView>({
  id: ticketId,
  number: z.int().openapi({ description: 'What people call it by; 1, 2, 3 … of the client.', example: 417 }),
  tenant: tenantId,
  kind: z.enum(['incident', 'request', 'planned']),
  stage: z.enum(STAGES),
  site: z.string(),
  asset: z.string().nullable(),
  category: z.string(),
  priority: z.string(),
  subject: personal(z.string()),
  text: personal(z.string()),
  fields: personal(z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]))),
  requester: z.object({ id: personId, name: personal(z.string()) }),
  contact: personal(z.object({ name: z.string(), phone: mayLack(z.string()), shift: mayLack(z.string()) })),
  channel: z.enum(['widget', 'telephone', 'mail', 'api']),
  assignee: z
    .object({
      id: personId,
      profile: personal(z.object({ name: z.string(), phone: mayLack(z.string()), specialty: mayLack(z.string()) })),
    })
    .nullable(),
  visits: z.array(VISIT),
  pauses: z.array(PAUSE),
  counting: COUNTING,
  costs: COSTS,
  rating: z.object({ stars: z.int(), text: personal(z.string()) }).nullable(),
  attachments: z.array(z.string()),
  questions: z.array(
    z.object({ id: z.string(), text: personal(z.string()), askedAt: instant, answeredAt: instant.nullable() }),
  ),
  openedAt: instant,
  changedAt: instant,
  seq: z.int().openapi({ description: 'Of its last event: what `If-Match` takes.' }),
  policy: version,
  course: z.array(ACT).openapi({ description: 'The events that move a stage or a clock.' }),
  parent: z
    .object({ id: ticketId, number: z.int() })
    .nullable()
    .openapi({ description: 'The mass incident that it is a part of.' }),
  mass: MASS.nullable(),
  summary: personal(z.string()),
  clocks: z.array(CLOCK),
  eta: ETA.nullable(),
}).openapi('Ticket', {
  description: 'A ticket as its events have made it, with its clocks and the engineer on his way.',
});

const json = z.unknown() as unknown as z.ZodType<never>;

export const EVENT = shapeOf<TicketEvent>({
  v: z.literal(1),
  log: z.string().openapi({ description: 'The client’s log; never reused.' }),
  position: z.int().openapi({ description: '1, 2, 3 … within the log, without gaps.' }),
  seq: z.int().openapi({ description: '1, 2, 3 … within the ticket, without gaps.' }),
  tenant: tenantId,
  ticket: ticketId,
  type: z.string().openapi({
    description:
      'What happened, in the past tense. A name never changes meaning; one that you do not know changes nothing.',
    example: 'accepted',
  }),
  at: instant.openapi({ description: 'When the server recorded it.' }),
  effectiveAt: mayLack(instant).openapi({ description: 'When it really was, if earlier. Clocks use this one.' }),
  actor: ACTOR,
  data: z.record(z.string(), json).openapi({
    description:
      'What it says. Of what is personal or free text there is a commitment only: the value stands in `private`.',
  }),
  prev: z.string().nullable().openapi({ description: 'Leaf hash (hex) of the ticket’s previous event.' }),
  private: z
    .record(z.string(), z.object({ value: json, salt: z.string() }).nullable())
    .openapi({ description: 'By path (`/text`); null once erased, absent where the reader may not see it.' }),
}).openapi('Event', { description: 'One entry of the timeline. It is never changed or deleted.' });
