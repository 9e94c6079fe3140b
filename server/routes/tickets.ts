import { createRoute, z } from '@hono/zod-openapi';
import { REGISTRATION, type RegistrationInput } from '../contract/commands.ts';
import type { TicketId } from '../contract/ids.ts';
import { LIMITS } from '../contract/limits.ts';
import { STAGES } from '../contract/ticket.ts';
import type { Handle } from '../tickets/handle.ts';
import type { Reading } from '../tickets/reading.ts';
import { LIST_SCOPES } from '../tickets/scope.ts';
import { EXPLANATION, REGISTERED, TICKET_ANSWER, TICKETS } from './answer-shapes.ts';
import { fingerprintOf, readIdempotencyKey } from './idempotency-key.ts';
import { answerOf, bodyOf, IDEMPOTENCY_KEY, openRoutes, READ_PROBLEMS, WRITE_PROBLEMS } from './open-route.ts';

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
  .openapi({ param: { name: 'id', in: 'path' }, description: 'The id of a ticket, not its number.' });
const stages = z
  .string()
  .transform((text) => text.split(','))
  .pipe(z.array(z.enum(STAGES)).max(STAGES.length))
  .openapi({ type: 'string', description: 'One or several, apart by commas.', example: 'registered,accepted' });

const QUERY = z.strictObject({
  scope: z.enum(LIST_SCOPES).default('tenant').openapi({
    description:
      '`mine`: reported by or assigned to the caller. `site`: of his sites too. `tenant`: all that he may see.',
  }),
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

    .openapi({ type: 'integer', minimum: 1, maximum: LARGEST_PAGE, default: PAGE }),
});

const REPORT: RegistrationInput = {
  site: 'pharmacy-12',
  category: 'till',
  text: 'Till 3 does not print.\nThe red light blinks.',
  contact: { name: 'Elena Safina', phone: '+7 900 000-00-00' },
};

const REGISTER = createRoute({
  method: 'post',
  path: '/v1/tickets',
  summary: 'Report a fault',
  description:
    'By employees and approvers at their sites, by dispatchers, and by a machine with the scope `tickets`; ' +
    'these two may say `channel`, `at` (when it was called in: the clocks start then) and `requester` (who called). `subject` defaults to the ' +
    'first line of the text, `priority` to that of the category. `fields` are those of the category: `GET /v1/portal` has them. The ' +
    'norms of the contract as they are now hold for this ticket for ever. Refused (422) for a site, asset, category or priority that is ' +
    'not there for this caller, for a field that the category does not ask for or needs, and for files, until uploads are available.',
  parameters: [IDEMPOTENCY_KEY],
  request: { body: bodyOf(REGISTRATION, REPORT) },
  responses: {
    201: answerOf(REGISTERED, 'The ticket, its first event and the receipt. With the same key again: the same ones.'),
    ...WRITE_PROBLEMS,
  },
});

const LIST = createRoute({
  method: 'get',
  path: '/v1/tickets',
  summary: 'Tickets that the caller may see',
  description:
    'Newest change first. Employees: their own, and those of their sites where the contract says so; approvers: those of their sites too; ' +
    'auditors and contract managers: all; an engineer: those assigned to him; a key with the scope `read` or `tickets`: all.',
  request: { query: QUERY },
  responses: { 200: answerOf(TICKETS, 'One page.'), ...READ_PROBLEMS },
});

const READ = createRoute({
  method: 'get',
  path: '/v1/tickets/{id}',
  summary: 'A ticket with its whole timeline',
  description: 'By its id, which a registration and a list give. Folding the events in order gives the ticket.',
  request: { params: z.object({ id }) },
  responses: {
    200: answerOf(
      TICKET_ANSWER,
      '`ETag` is its `seq`, for `If-Match`. As of a position of the log: frames from there complete it.',
    ),
    ...READ_PROBLEMS,
  },
});

const EXPLAIN = createRoute({
  method: 'get',
  path: '/v1/tickets/{id}/clocks/{kind}',
  summary: 'Why a clock shows what it shows',
  description:
    'Every stretch that was counted and every one that was not, and by which version of the norms. 404 where the contract promises no such clock.',
  request: { params: z.object({ id, kind: z.enum(['reaction', 'resolution', 'arrival']) }) },
  responses: {
    200: answerOf(EXPLANATION, 'The arithmetic.'),
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
