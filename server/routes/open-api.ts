import type { OpenAPIHono } from '@hono/zod-openapi';
import type { SignedIn } from '../identity/signed-in.ts';
import { openRoutes } from './open-route.ts';

const INFO = {
  openapi: '3.1.0',
  info: {
    title: 'Vitrine',
    version: '1',
    description:
      'Tickets of outsourced technical service. A page’s people come with a session (`POST /v1/session`), machines with an API key. ' +
      'Commands need an `Idempotency-Key`; problems are RFC 9457.',
  },
  security: [{ bearer: [] }],
};

/** `GET /v1/openapi.json`: made of the schemas that the routes check by. */
export function openApiRoutes(app: OpenAPIHono<SignedIn>) {
  app.openAPIRegistry.registerComponent('securitySchemes', 'bearer', { type: 'http', scheme: 'bearer' });
  let document: string | undefined;
  return openRoutes().get('/v1/openapi.json', (c) => {
    document ??= JSON.stringify(app.getOpenAPI31Document(INFO));
    return c.body(document, 200, { 'Content-Type': 'application/json', 'Access-Control-Allow-Origin': '*' });
  });
}
