import { createRoute, z } from '@hono/zod-openapi';
import type { Positions } from '../visits/positions.ts';
import { bodyOf, openRoutes, WRITE_PROBLEMS } from './open-route.ts';

const POSITION = z.strictObject({
  at: z.iso.datetime({ offset: true }),
  latitude: z.int().openapi({ description: 'Degrees × 10⁷.' }),
  longitude: z.int().openapi({ description: 'Degrees × 10⁷.' }),
  accuracy: z.number().min(0).openapi({ description: 'Metres.' }),
});

const LOCATE = createRoute({
  method: 'post',
  path: '/v1/positions',
  summary: 'Say where an engineer is',
  description:
    'By a key that names him in `Vitrine-Actor`. Kept in memory for a quarter of an hour, never in the log; shown as far as the client’s ' +
    '`tier` allows, and only of an engineer on his way. Needs no `Idempotency-Key`.',
  request: {
    body: bodyOf(POSITION, {
      at: '2026-02-20T10:05:00Z',
      latitude: 557_898_000,
      longitude: 491_168_000,
      accuracy: 12,
    }),
  },
  responses: { 204: { description: 'Taken, or older than the last one and ignored.' }, ...WRITE_PROBLEMS },
});

/** No Idempotency-Key: a position is no command, and the same one sent twice says nothing new. */
export const positionRoutes = ({ positions }: { readonly positions: Pick<Positions, 'accept'> }) =>
  openRoutes().openapi(LOCATE, async (c) => {
    await positions.accept(c.var.caller, c.req.valid('json'));
    return c.body(null, 204);
  });
