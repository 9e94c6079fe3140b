import { OpenAPIHono, z } from '@hono/zod-openapi';
import type { Hono, Schema } from 'hono';
import { FAULTS, Refusal, type FaultCode } from '../contract/faults.ts';
import { BODY_LIMIT } from '../http/json-body.ts';
import { PROBLEM_JSON, toProblem } from '../http/problem.ts';
import type { SignedIn } from '../identity/signed-in.ts';
import { unauthorized } from '../identity/unauthorized.ts';

/**
 * Where routes are added: `openRoutes().openapi(createRoute({…}), (c) => …)`. What does not fit the schemas is refused before the handler;
 * a handler throws a Refusal and never builds a problem itself.
 */
export const openRoutes = () =>
  new OpenAPIHono<SignedIn>({
    defaultHook: (result) => {
      if (!result.success) throw toRefusal(result.error, result.target);
    },
  });

/** As the application takes them, whatever they answer. */
export type Routes = Hono<SignedIn, Schema>;

/** A body that has to be there. */
export const bodyOf = <S extends z.ZodType>(schema: S, example?: z.input<S>) => ({
  required: true as const,
  content: { 'application/json': { schema, ...(example !== undefined && { example }) } },
});

/** An answer: held to its interface by the compiler, documented by its shape, not checked again as it goes out. */
export const answerOf = <T>(schema: z.ZodType<T>, description: string) => ({
  description,
  content: { 'application/json': { schema: schema as z.ZodType<T, T> } },
});

/** The headers of a command, as the document shows them; they are read in idempotency-key.ts. */
export const IDEMPOTENCY_KEY = {
  name: 'Idempotency-Key',
  in: 'header',
  required: true,
  description:
    'Made by you, another one for each thing that is to happen once: a UUID will do. Send the same again when no answer came.',
  schema: { type: 'string', minLength: 1, maxLength: 255, pattern: '^[\\x21-\\x7e]+$' },
} as const;

export const IF_MATCH = {
  name: 'If-Match',
  in: 'header',
  required: false,
  description: 'The `seq` of the ticket that you saw, in double quotes: refused (412) when it has moved on since.',
  schema: { type: 'string', pattern: '^"[1-9]\\d{0,9}"$' },
} as const;

const FAULT = z
  .object({
    type: z.string().openapi({ description: 'Ends in `code`.' }),
    title: z.string(),
    status: z.int(),
    code: z.enum(Object.keys(FAULTS) as FaultCode[]),
    detail: z.string().openapi({ description: 'One sentence for a developer: what is wrong and what to do.' }),
    pointer: z.string().optional().openapi({ description: 'Where in the body (RFC 6901).' }),
    stage: z.string().optional().openapi({ description: 'With `stage`: where the ticket stands.' }),
    allowed: z
      .array(z.string())
      .optional()
      .openapi({ description: 'With `stage`: the commands that it takes from you now.' }),
    retryAfterMs: z.int().optional(),
    instance: z.string().optional().openapi({ description: 'What the operator’s log knows it by.' }),
  })
  .openapi('Problem', { description: 'RFC 9457.' });

/** One example for each way of being refused so; made as the answers themselves are. */
const problem = (description: string, ...refusals: readonly Refusal[]) => {
  const examples = refusals.map((refusal) => {
    const isLogged = refusal.code === 'unauthorized' || refusal.code === 'internal';
    const { body } = toProblem(refusal, isLogged ? { instance: INSTANCE } : {});
    return [refusal.code, { value: JSON.parse(body) as unknown }] as const;
  });
  return { description, content: { [PROBLEM_JSON]: { schema: FAULT, examples: Object.fromEntries(examples) } } };
};

const INSTANCE = 'urn:uuid:7c1f6a52-2c1e-4b8e-9f4e-0b7c2f1d3a55';

/** How reading can be refused. */
export const READ_PROBLEMS = {
  400: problem(
    'Malformed: what is wrong is named.',
    new Refusal('invalid', 'query limit: Too big: expected number to be <=200'),
    new Refusal('unknown_field', 'query sort: nobody knows this field'),
  ),
  401: problem(
    'No session or key that counts. Always the same answer; the reason is in the operator’s log under `instance`.',
    unauthorized(''),
  ),
  403: problem('Not allowed to this caller.', new Refusal('forbidden', 'this key does not read tickets')),
  404: problem(
    'Not there, or not to be seen by this caller: the same answer.',
    new Refusal('not_found', 'there is no such ticket'),
  ),
  500: problem(
    'An error of the server. A command may be sent again under the same key.',
    new Refusal('internal', 'an error of the server: the operator finds it under this instance'),
  ),
  503: problem(
    'Not just now; `Retry-After` says when. A command may be sent again under the same key.',
    new Refusal('busy', 'the ticket changed three times meanwhile: try again', { retryAfterMs: 1000 }),
  ),
};

/** How a command can be refused. */
export const WRITE_PROBLEMS = {
  ...READ_PROBLEMS,
  409: problem(
    '`stage`: not in this stage, final. `in_flight`: the same key is being carried out, ask again.',
    new Refusal('stage', 'a ticket that is closed does not take "resolve"', { stage: 'closed', allowed: ['correct'] }),
    new Refusal('in_flight', 'this key is being carried out right now: ask again in a second', { retryAfterMs: 1000 }),
  ),
  412: problem(
    'The ticket moved past `If-Match`. Read it again and decide anew.',
    new Refusal('changed', 'the ticket is at 9, not at 7: read it again and decide anew'),
  ),
  413: problem('Over 256 KiB.', new Refusal('too_large', `a body has at most ${BODY_LIMIT} bytes`)),
  415: problem(
    'Not plain application/json.',
    new Refusal('unsupported_media', 'send the body as Content-Type: application/json'),
  ),
  422: problem(
    'Understood, and refused by the rules: the field is named where there is one. `key_reused`: the key came with another body before.',
    new Refusal('refused', 'there is no such site for you', { pointer: '/site' }),
    new Refusal('key_reused', 'this key was used for another request: send the new one under a key of its own'),
  ),
  507: problem(
    'No space left: nothing was written.',
    new Refusal('storage_full', 'the disk is full: nothing was written; try again later'),
  ),
};

/** Names the first field that is wrong; one that nobody knows before all others. */
function toRefusal({ issues }: z.ZodError, target: string): Refusal {
  const unknown = issues.find((issue) => issue.code === 'unrecognized_keys');
  const issue = issues[0]!;
  const path = unknown ? [...unknown.path, unknown.keys[0]!] : issue.path;
  if (target === 'param') return new Refusal('not_found', 'there is nothing at this address');
  const pointer = path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
  const where = target === 'json' ? `the body${pointer && ` at ${pointer}`}` : `${target} ${path.join('.')}`;
  const details = target === 'json' ? { pointer } : {};
  return unknown
    ? new Refusal('unknown_field', `${where}: nobody knows this field`, details)
    : new Refusal('invalid', `${where}: ${issue.message}`, details);
}
