import { OpenAPIHono, z } from '@hono/zod-openapi';
import type { Hono, Schema } from 'hono';
import { PROBLEM_TYPE, Refusal } from '../contract/faults.ts';
import { PROBLEM_JSON } from '../http/problem.ts';
import type { SignedIn } from '../identity/signed-in.ts';

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
export const bodyOf = <S extends z.ZodType>(schema: S) => ({
  required: true as const,
  content: { 'application/json': { schema } },
});

/** An answer whose shape is an interface of the contract: documented by its name, checked by the compiler. */
export const answerOf = <T>(name: string, description: string) => ({
  description,
  content: { 'application/json': { schema: z.custom<T>().openapi(name, { type: 'object', description }) } },
});

const FAULT = z
  .object({
    type: z.string().openapi({ example: `${PROBLEM_TYPE}unknown_field` }),
    title: z.string(),
    status: z.int(),
    code: z.string(),
    detail: z.string(),
    pointer: z.string().optional(),
    stage: z.string().optional(),
    allowed: z.array(z.string()).optional(),
    retryAfterMs: z.int().optional(),
    instance: z.string().optional(),
  })
  .openapi('Problem');

const problem = (description: string) => ({ description, content: { [PROBLEM_JSON]: { schema: FAULT } } });

/** How reading can be refused. */
export const READ_PROBLEMS = {
  400: problem('Malformed: the field is named (`invalid`, `unknown_field`).'),
  401: problem('No session or key that counts; the reason is in the operator’s log under `instance`.'),
  403: problem('Not allowed to this caller.'),
  404: problem('Not there, or not to be seen by this caller: the same answer.'),
  500: problem('An error of the server; the operator’s log has more under `instance`.'),
  503: problem('Not just now; `Retry-After` says when.'),
};

/** How a command can be refused. */
export const WRITE_PROBLEMS = {
  ...READ_PROBLEMS,
  409: problem('`stage`: not in this stage, final. `in_flight`: the same key is being carried out, try again.'),
  412: problem('`changed`: the ticket moved past `If-Match`.'),
  413: problem('Over 256 KiB.'),
  415: problem('Not plain application/json.'),
  422: problem('`key_reused`, or refused by the rules of the house; the field is named where there is one.'),
  507: problem('No space left: nothing was written.'),
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
