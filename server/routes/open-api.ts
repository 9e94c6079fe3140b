import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi';
import { packed, type Asset } from '../assets.ts';
import { PROBLEM_JSON } from '../http/problem.ts';
import type { SignedIn } from '../identity/signed-in.ts';
import { INTRODUCTION, SECURITY_SCHEMES, TAGS } from './introduction.ts';
import { openRoutes } from './open-route.ts';
import { sendAsset } from './send-asset.ts';

const INFO = {
  openapi: '3.1.0',
  info: {
    title: 'Vitrine',
    version: '1',
    description: INTRODUCTION,
    license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
  },
  servers: [{ url: '/', description: 'This server.' }],
  tags: TAGS.map(({ name, description }) => ({ name, description })),
  security: [{ session: [] }, { apiKey: [] }, { apiKey: [], actor: [] }],
};

type Document = ReturnType<OpenAPIHono<SignedIn>['getOpenAPI31Document']>;
type ResponseObject = Extract<
  NonNullable<NonNullable<Document['components']>['responses']>[string],
  { content?: unknown }
>;

const DESCRIBE = createRoute({
  method: 'get',
  path: '/v1/openapi.json',
  summary: 'This description',
  description: 'OpenAPI 3.1, made of the schemas that the routes check by. For anybody; `/docs` shows it.',
  security: [],
  responses: {
    200: { description: 'The document.', content: { 'application/json': { schema: z.looseObject({}) } } },
  },
});

/** `GET /v1/openapi.json`: made when it is first asked for, once. */
export function openApiRoutes(app: OpenAPIHono<SignedIn>) {
  for (const [name, scheme] of Object.entries(SECURITY_SCHEMES))
    app.openAPIRegistry.registerComponent('securitySchemes', name, scheme);
  let made: Promise<Asset> | undefined;
  const make = (): Promise<Asset> =>
    packed(JSON.stringify(finished(app.getOpenAPI31Document(INFO)), withoutFlags), 'application/json');
  const routes = openRoutes();
  routes.openAPIRegistry.registerPath(DESCRIBE);
  return routes.get('/v1/openapi.json', async (c) =>
    sendAsset(c, await (made ??= make()), { 'Access-Control-Allow-Origin': '*' }),
  );
}

const METHODS = ['get', 'put', 'post', 'delete'] as const;

/** Each operation stands under its heading and says who may ask. How one can be refused is written once and referred to. */
function finished(document: Document): Document {
  const responses: Record<string, ResponseObject> = {};
  for (const [path, item] of Object.entries(document.paths ?? {})) {
    for (const method of METHODS) {
      const operation = item[method];
      if (!operation) continue;
      operation.operationId = nameOf(method, path);
      operation.tags ??= TAGS.filter(({ paths }) => paths?.test(path)).map(({ name }) => name);
      if (path.startsWith('/v1/admin/')) operation.security = [{ apiKey: [] }];
      for (const [status, response] of Object.entries(operation.responses ?? {})) {
        if (!Object.hasOwn(response.content ?? {}, PROBLEM_JSON)) continue;
        responses[`Refused${status}`] = response;
        operation.responses![status] = { $ref: `#/components/responses/Refused${status}` };
      }
    }
  }
  return { ...document, components: { ...document.components, responses } };
}

/** What generated clients call it: `approveCost` for a command, `getTicketsById` for the rest. */
function nameOf(method: string, path: string): string {
  const [, command] = /^\/v1\/tickets\/\{id\}\/([a-z-]+)$/.exec(path) ?? [];
  const address = path.replace(/^\/v1/, '').replaceAll('{', 'by-');
  const [first = '', ...more] = (command ?? `${method}${address}`).split(/[^A-Za-z0-9]+/).filter(Boolean);
  return first + more.map((word) => word[0]!.toUpperCase() + word.slice(1)).join('');
}

/** The generator leaves the flag of an expression at its end, where it would be text to be found; a reader takes `u` for granted. */
const withoutFlags = (key: string, value: unknown): unknown =>
  key === 'pattern' && typeof value === 'string' ? value.replace(/\/u$/, '') : value;
