import { createRoute, z } from '@hono/zod-openapi';
import { openRoutes } from './open-route.ts';

export interface OperatorRouteDeps {
  /** Where a hole may be reported, as a URI; null: nowhere. */
  readonly securityContact: string | null;
  readonly now: () => number;
}

const HALF_A_YEAR_MS = 182 * 24 * 3_600_000;

const HEALTH = createRoute({
  method: 'get',
  path: '/healthz',
  summary: 'Whether the server runs',
  description: 'Answers any origin, so that a page can tell a refused origin from a dead server.',
  security: [],
  responses: {
    200: { description: 'It runs.', content: { 'application/json': { schema: z.object({ ok: z.literal(true) }) } } },
  },
});

const SECURITY = createRoute({
  method: 'get',
  path: '/.well-known/security.txt',
  summary: 'Where a hole may be reported',
  description: 'RFC 9116. Not there (404) unless the operator has named somebody.',
  security: [],
  responses: {
    200: { description: 'Contact and expiry.', content: { 'text/plain': { schema: z.string() } } },
    404: { description: 'Nobody is named.' },
  },
});

/** What operators and strangers ask. */
export function operatorRoutes({ securityContact, now }: OperatorRouteDeps) {
  const routes = openRoutes();
  routes.openapi(HEALTH, (c) => c.json({ ok: true as const }, 200, { 'Access-Control-Allow-Origin': '*' }));
  routes.openAPIRegistry.registerPath(SECURITY);
  return routes.get('/.well-known/security.txt', (c) => {
    if (securityContact === null) return c.notFound();
    // RFC 9116
    const expires = new Date(now() + HALF_A_YEAR_MS).toISOString();
    return c.text(`Contact: ${securityContact}\nExpires: ${expires}\n`, 200, { 'Access-Control-Allow-Origin': '*' });
  });
}
