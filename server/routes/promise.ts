import { createRoute, z } from '@hono/zod-openapi';
import { Refusal } from '../contract/faults.ts';
import { LIMITS } from '../contract/limits.ts';
import type { FindDirectory } from '../directory/directory.ts';
import { may } from '../identity/may.ts';
import { promiseFor } from '../sla/promise.ts';
import { PROMISE as PROMISED } from './answer-shapes.ts';
import { answerOf, bodyOf, openRoutes, WRITE_PROBLEMS } from './open-route.ts';

export interface PromiseRouteDeps {
  readonly findDirectory: FindDirectory;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

const id = z.string().min(1).max(LIMITS.id);

const PROMISE = createRoute({
  method: 'post',
  path: '/v1/sla/promise',
  summary: 'What would be promised for a ticket, before anything is sent',
  description: 'Of a ticket registered `at` (by default now). Without `priority` the category’s own. Writes nothing.',
  request: {
    body: bodyOf(
      z
        .strictObject({
          site: id,
          category: id,
          priority: id.optional(),
          at: z.iso.datetime({ offset: true }).optional(),
        })
        .openapi('PromiseRequest'),
      { site: 'pharmacy-12', category: 'till' },
    ),
  },
  responses: {
    200: answerOf(PROMISED, 'The clocks of the contract, each with its due time.'),
    ...WRITE_PROBLEMS,
  },
});

const refused = (pointer: string, detail: string) => new Refusal('refused', detail, { pointer });

/** `POST /v1/sla/promise`. */
export const promiseRoutes = ({ findDirectory, now }: PromiseRouteDeps) =>
  openRoutes().openapi(PROMISE, async (c) => {
    const { caller } = c.var;
    const asked = c.req.valid('json');
    const directory = await findDirectory(caller.tenant);
    if (!directory) throw new Refusal('not_found', 'there is no such client');
    if (!may(caller, 'see_site')) throw new Refusal('forbidden', 'this key does not read promises');

    const { sites, categories, priorities, policy } = directory;
    if (!sites.has(asked.site) || !may(caller, 'see_site', { site: asked.site }))
      throw refused('/site', 'there is no such site for you');
    const category = categories.get(asked.category);
    if (!category) throw refused('/category', 'there is no such category');
    const priority = asked.priority ?? category.priority;
    if (!priorities.has(priority)) throw refused('/priority', 'there is no such priority');
    if (!policy) throw refused('', 'this client has no SLA policy yet: its administrator saves one');

    const at = asked.at === undefined ? now() : Date.parse(asked.at);
    return c.json({ clocks: promiseFor(policy, { category: category.id, priority }, at) }, 200);
  });
