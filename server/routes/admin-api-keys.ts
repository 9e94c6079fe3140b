import { createRoute, z } from '@hono/zod-openapi';
import { Refusal } from '../contract/faults.ts';
import { LIMITS } from '../contract/limits.ts';
import { SCOPES } from '../contract/scopes.ts';
import type { FindDirectory } from '../directory/directory.ts';
import { isCidr } from '../identity/api-keys.ts';
import type { Identity } from '../identity/open-identity.ts';
import { instantOf, knownTenant, TENANT_PARAM } from './admin-tenant.ts';
import { answerOf, bodyOf, openRoutes, READ_PROBLEMS, WRITE_PROBLEMS } from './open-route.ts';

export interface AdminApiKeysDeps extends Pick<Identity, 'apiKeys'> {
  readonly findDirectory: FindDirectory;
}

const PATH = '/v1/admin/tenants/{tenant}/api-keys';
const API_KEY = z.strictObject({
  id: z.string(),
  name: z.string(),
  scopes: z.array(z.enum(SCOPES)),
  cidrs: z.array(z.string()),
  expiresAt: z.string().nullable(),
  revoked: z.boolean(),
  createdAt: z.string(),
});
const API_KEY_REQUEST = z
  .strictObject({
    name: z.string().trim().min(1).max(LIMITS.name),
    scopes: z.array(z.enum(SCOPES)).min(1),
    cidrs: z.array(z.string().refine(isCidr, 'must be an address or address/prefix')).max(50).default([]),
    expiresAt: z.iso.datetime({ offset: true }).nullable().default(null),
  })
  .openapi('ApiKeyRequest');

/** The keys by which machines work for a client. */
export const adminApiKeysRoutes = ({ apiKeys, findDirectory }: AdminApiKeysDeps) =>
  openRoutes()
    .openapi(
      createRoute({
        method: 'get',
        path: PATH,
        summary: 'API keys of the client',
        description: 'The revoked ones too.',
        request: { params: TENANT_PARAM },
        responses: {
          200: {
            description: 'Without their secrets.',
            content: { 'application/json': { schema: z.strictObject({ apiKeys: z.array(API_KEY) }) } },
          },
          ...READ_PROBLEMS,
        },
      }),
      async (c) => {
        const all = await apiKeys.listOf(await knownTenant(findDirectory, c.req.valid('param').tenant));
        const shown = all.map(({ id, name, scopes, cidrs, expiresAt, revoked, createdAt }) => ({
          id,
          name,
          scopes: [...scopes],
          cidrs: [...cidrs],
          expiresAt: instantOf(expiresAt),
          revoked,
          createdAt: new Date(createdAt).toISOString(),
        }));
        return c.json({ apiKeys: shown }, 200);
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: PATH,
        summary: 'Make an API key',
        description: 'Give it no more than its machine needs: scopes, the addresses that it comes from, an end.',
        request: {
          params: TENANT_PARAM,
          body: bodyOf(API_KEY_REQUEST, { name: 'Telephone exchange', scopes: ['tickets'], cidrs: ['203.0.113.0/24'] }),
        },
        responses: {
          201: answerOf(
            z
              .object({ id: z.string(), key: z.string().openapi({ example: 'vk_1f2e3d4c5b6a7988_…' }) })
              .openapi('NewApiKey'),
            'Send `key` as `Authorization: Bearer`; it is shown this once.',
          ),
          ...WRITE_PROBLEMS,
        },
      }),
      async (c) => {
        const tenant = await knownTenant(findDirectory, c.req.valid('param').tenant);
        const { expiresAt, ...wanted } = c.req.valid('json');
        const until = expiresAt === null ? null : Date.parse(expiresAt);
        return c.json(await apiKeys.create({ ...wanted, tenant, expiresAt: until }), 201);
      },
    )
    .openapi(
      createRoute({
        method: 'delete',
        path: `${PATH}/{id}`,
        summary: 'Revoke an API key at once',
        description: 'It cannot be taken back.',
        request: { params: TENANT_PARAM.extend({ id: z.string().max(LIMITS.id) }) },
        responses: { 204: { description: 'It counts no more.' }, ...READ_PROBLEMS },
      }),
      async (c) => {
        const { tenant, id } = c.req.valid('param');
        const revoked = await apiKeys.revoke(await knownTenant(findDirectory, tenant), id);
        if (!revoked) throw new Refusal('not_found', 'there is no such key');
        return c.body(null, 204);
      },
    );
