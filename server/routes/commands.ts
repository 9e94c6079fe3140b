import { createRoute, z } from '@hono/zod-openapi';
import type { ActName } from '../contract/acts.ts';
import { COMMAND_BODIES, type TicketCommand } from '../contract/commands.ts';
import type { TicketId } from '../contract/ids.ts';
import { Refusal } from '../contract/faults.ts';
import { LIMITS } from '../contract/limits.ts';
import type { Handle } from '../tickets/handle.ts';
import { COMMAND_ANSWER } from './answer-shapes.ts';
import { describeCommand } from './command-texts.ts';
import { fingerprintOf, readIdempotencyKey } from './idempotency-key.ts';
import { answerOf, bodyOf, IDEMPOTENCY_KEY, IF_MATCH, openRoutes, WRITE_PROBLEMS } from './open-route.ts';

const PARAMS = z.object({
  id: z.string().min(1).max(LIMITS.id).openapi({ description: 'The id of a ticket, not its number.' }),
});

const commandRoute = (act: ActName) => {
  const { example, ...texts } = describeCommand(act);
  type Body = Record<string, unknown>;
  return createRoute({
    method: 'post',
    path: `/v1/tickets/{id}/${act}` as const,
    ...texts,
    parameters: [IDEMPOTENCY_KEY, IF_MATCH],
    request: { params: PARAMS, body: bodyOf(COMMAND_BODIES[act] as z.ZodType<Body, Body>, example) },
    responses: {
      200: answerOf(
        COMMAND_ANSWER,
        'The events that the command brought about. With the same key again: the same ones.',
      ),
      ...WRITE_PROBLEMS,
    },
  });
};

/** `POST /v1/tickets/{id}/{command}`: one route per command of the table, all through the one `handle`. */
export function commandRoutes({ handle }: { readonly handle: Handle }) {
  const routes = openRoutes();
  for (const act of Object.keys(COMMAND_BODIES) as ActName[]) {
    routes.openapi(commandRoute(act), async (c) => {
      const { id } = c.req.valid('param');
      const body = c.req.valid('json');
      const ifMatch = ifMatchOf(c.req.header('if-match'));
      const { events, replayed } = await handle({
        caller: c.var.caller,
        command: { command: act, ...body } as unknown as TicketCommand,
        ticket: id as TicketId,
        route: `POST /v1/tickets/${id}/${act}`,
        key: readIdempotencyKey(c.req.header('idempotency-key')),
        fingerprint: fingerprintOf(body),
        ...(ifMatch !== undefined && { ifMatch }),
      });
      if (replayed) c.header('Idempotency-Replayed', 'true');
      return c.json({ events }, 200);
    });
  }
  return routes;
}

/** The `seq` of `If-Match: "<seq>"`; undefined without the header. */
function ifMatchOf(header: string | undefined): number | undefined {
  if (header === undefined) return undefined;
  const [, seq] = /^"([1-9]\d{0,9})"$/.exec(header) ?? [];
  if (!seq) throw new Refusal('invalid', 'If-Match takes the seq of the ticket that you saw, in double quotes');
  return Number(seq);
}
