import { createRoute, z } from '@hono/zod-openapi';
import { LIMITS } from '../contract/limits.ts';
import type { FindVisitors } from '../visits/visitors.ts';
import { VISITS as SHAPE } from './answer-shapes.ts';
import { answerOf, openRoutes, READ_PROBLEMS } from './open-route.ts';

const QUERY = z.strictObject({
  site: z.string().min(1).max(LIMITS.id),
  on: z.iso.date().optional().openapi({ description: 'A day of the site’s calendar; without it today.' }),
});

const VISITS = createRoute({
  method: 'get',
  path: '/v1/visits',
  summary: 'Who comes to a site on a day, and who is there',
  description:
    'Of the tickets that the caller may see. Pass data go to people of that site alone, and only with an agreed visit.',
  request: { query: QUERY },
  responses: {
    200: answerOf(SHAPE, 'Who is there first, who is only proposed last.'),
    ...READ_PROBLEMS,
  },
});

/** `GET /v1/visits`. */
export const visitRoutes = ({ findVisitors }: { readonly findVisitors: FindVisitors }) =>
  openRoutes().openapi(VISITS, async (c) => c.json(await findVisitors(c.var.caller, c.req.valid('query')), 200));
