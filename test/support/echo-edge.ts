import assert from 'node:assert/strict';
import { createRoute, z } from '@hono/zod-openapi';
import { Refusal } from '../../server/contract/faults.ts';
import { bodyOf, openRoutes, READ_PROBLEMS, WRITE_PROBLEMS } from '../../server/routes/open-route.ts';
import { jsonOf, openEdge, PAGE, type Answer } from './open-edge.ts';

const ECHO = createRoute({
  method: 'post',
  path: '/v1/echo/{id}',
  request: {
    params: z.object({ id: z.string().max(10) }),
    body: bodyOf(
      z.strictObject({
        text: z.string().optional(),
        count: z.number().optional(),
        'a/b': z.string().optional(),
        lines: z.array(z.strictObject({ code: z.string() })).optional(),
        fields: z.record(z.string(), z.number()).optional(),
      }),
    ),
  },
  responses: { 200: { description: 'The same.' }, ...WRITE_PROBLEMS },
});
const LIST = createRoute({
  method: 'get',
  path: '/v1/list',
  request: {
    query: z.strictObject({
      sort: z.enum(['newest']).optional(),
      limit: z
        .string()
        .regex(/^\d{1,3}$/)
        .optional(),
      cursor: z.string().regex(/^\w+$/).optional(),
    }),
  },
  responses: { 200: { description: 'Nothing.' }, ...READ_PROBLEMS },
});

/** What no answer may hold. */
export const SECRET = 'select * from session at /srv/vitrine/server/store/sessions.ts';

const testRoutes = () =>
  openRoutes()
    .openapi(ECHO, (c) => c.json(c.req.valid('json'), 200))
    .openapi(LIST, (c) => c.json(c.req.valid('query'), 200))
    .get('/v1/broken', () => {
      throw new Error(SECRET);
    })
    .get('/v1/broken-later', () => Promise.reject(new Error(SECRET)))
    .get('/v1/busy', () => {
      throw new Refusal('busy', 'too much to do', { retryAfterMs: 1500 });
    });

/** The edge with a route that reads, one that lists and some that break, and somebody who is signed in. */
export async function openEchoEdge() {
  const edge = await openEdge({ routes: () => [testRoutes()] });
  const { session } = jsonOf(await edge.show(await edge.assert()));
  const signedIn = { authorization: `Bearer ${String(session)}`, origin: PAGE };
  return {
    ...edge,
    signedIn,
    echo: (body: string | Uint8Array, headers: Readonly<Record<string, string>> = {}) =>
      edge.ask('POST', '/v1/echo/1', { ...signedIn, 'content-type': 'application/json', ...headers }, body),
  };
}

export type EchoEdge = Awaited<ReturnType<typeof openEchoEdge>>;

export function isProblem(answer: Answer, status: number, code: string, more: Record<string, unknown> = {}): void {
  assert.equal(answer.status, status, answer.text);
  assert.equal(answer.headers['content-type'], 'application/problem+json');
  const problem = jsonOf(answer);
  assert.equal(problem['type'], `urn:vitrine:problem:${code}`);
  for (const [name, value] of Object.entries(more)) assert.deepEqual(problem[name], value, answer.text);
}
