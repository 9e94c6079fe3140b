import { createRoute, z } from '@hono/zod-openapi';
import type { RegistrationAnswer, TicketAnswer, TicketsAnswer } from '../contract/answers.ts';
import { REGISTRATION } from '../contract/commands.ts';
import type { TicketId } from '../contract/ids.ts';
import { LIMITS } from '../contract/limits.ts';
import { STAGES } from '../contract/ticket.ts';
import type { ClockExplanation } from '../sla/explain.ts';
import type { Handle } from '../tickets/handle.ts';
import type { Reading } from '../tickets/reading.ts';
import { LIST_SCOPES } from '../tickets/scope.ts';
import { fingerprintOf, readIdempotencyKey } from './idempotency-key.ts';
import { answerOf, bodyOf, openRoutes, READ_PROBLEMS, WRITE_PROBLEMS } from './open-route.ts';

export interface TicketRouteDeps {
  readonly handle: Handle;
  readonly reading: Reading;
}

const PAGE = 50;
const LARGEST_PAGE = 200;

const id = z
  .string()
  .min(1)
  .max(LIMITS.id)
  .openapi({ param: { name: 'id', in: 'path' } });
const stages = z
  .string()
  .transform((text) => text.split(','))
  .pipe(z.array(z.enum(STAGES)).max(STAGES.length))
  .openapi({ type: 'string', description: 'One or several, apart by commas.' });

const QUERY = z.strictObject({
  scope: z.enum(LIST_SCOPES).default('tenant'),
  stage: stages.optional(),
  site: z.string().max(LIMITS.id).optional(),
  asset: z.string().max(LIMITS.id).optional().openapi({ description: 'The history of one piece of equipment.' }),
  parent: z.string().max(LIMITS.id).optional().openapi({ description: 'What is linked under this mass incident.' }),
  q: z
    .string()
    .max(LIMITS.subject)
    .optional()
    .openapi({ description: 'Words of number, subject and text; all have to occur.' }),
  waiting: z.enum(['approval']).optional().openapi({
    description: 'What this person may approve or dispute, by role, sites and limit; with totals of all pages.',
  }),
  after: z.string().max(100).optional().openapi({ description: '`next` of the page before.' }),
  limit: z
    .string()
    .regex(/^\d{1,3}$/)
    .transform(Number)
    .pipe(z.int().min(1).max(LARGEST_PAGE))
    .optional()
    .openapi({ type: 'integer' }),
});

const REGISTER = createRoute({
  method: 'post',
  path: '/v1/tickets',
  summary: 'Registers a fault',
  request: { body: bodyOf(REGISTRATION) },
  responses: {
    201: answerOf<RegistrationAnswer>('Registration', 'The ticket, its first event and the receipt.'),
    ...WRITE_PROBLEMS,
  },
});

const LIST = createRoute({
  method: 'get',
  path: '/v1/tickets',
  summary: 'Tickets that the caller may see, newest change first',
  request: { query: QUERY },
  responses: { 200: answerOf<TicketsAnswer>('Tickets', 'One page.'), ...READ_PROBLEMS },
});

const READ = createRoute({
  method: 'get',
  path: '/v1/tickets/{id}',
  summary: 'A ticket with its whole timeline',
  request: { params: z.object({ id }) },
  responses: {
    200: answerOf<TicketAnswer>('Ticket', 'As of a position of the log; frames from there complete it.'),
    ...READ_PROBLEMS,
  },
});

const EXPLAIN = createRoute({
  method: 'get',
  path: '/v1/tickets/{id}/clocks/{kind}',
  summary: 'The arithmetic of a clock',
  request: { params: z.object({ id, kind: z.enum(['reaction', 'resolution', 'arrival']) }) },
  responses: {
    200: answerOf<ClockExplanation>('ClockExplanation', 'Stretches, pauses, versions, sum.'),
    ...READ_PROBLEMS,
  },
});

/** Tickets as they are registered and read. */
export const ticketRoutes = ({ handle, reading }: TicketRouteDeps) =>
  openRoutes()
    .openapi(REGISTER, async (c) => {
      const { caller } = c.var;
      const body = c.req.valid('json');
      const handled = await handle({
        caller,
        command: { command: 'register', ...body },
        ticket: null,
        route: 'POST /v1/tickets',
        key: readIdempotencyKey(c.req.header('idempotency-key')),
        fingerprint: fingerprintOf(body),
      });
      if (handled.replayed) c.header('Idempotency-Replayed', 'true');
      return c.json(await reading.receipt(caller, handled), 201);
    })
    .openapi(LIST, async (c) => {
      const { stage: stages, q: words, limit = PAGE, ...query } = c.req.valid('query');
      return c.json(await reading.list(c.var.caller, { ...query, stages, words, limit }), 200);
    })
    .openapi(READ, async (c) => {
      const answer = await reading.open(c.var.caller, c.req.valid('param').id as TicketId);
      c.header('ETag', `"${answer.ticket.seq}"`);
      return c.json(answer, 200);
    })
    .openapi(EXPLAIN, async (c) => {
      const { id: ticket, kind } = c.req.valid('param');
      return c.json(await reading.explain(c.var.caller, ticket as TicketId, kind), 200);
    });
