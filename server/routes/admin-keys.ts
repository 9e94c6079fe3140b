import { createRoute, z } from '@hono/zod-openapi';
import { ALGORITHMS } from '../contract/algorithms.ts';
import { Refusal } from '../contract/faults.ts';
import type { FindDirectory } from '../directory/directory.ts';
import { KID } from '../identity/assertion.ts';
import type { Identity } from '../identity/open-identity.ts';
import { registerKey } from '../identity/register-key.ts';
import { instantOf, knownTenant, TENANT_PARAM } from './admin-tenant.ts';
import { answerOf, bodyOf, openRoutes, READ_PROBLEMS, WRITE_PROBLEMS } from './open-route.ts';

export interface AdminKeysDeps extends Pick<Identity, 'keys'> {
  readonly findDirectory: FindDirectory;
  readonly now: () => number;
}

const KEYS_PATH = '/v1/admin/tenants/{tenant}/keys';
const KEY_PARAMS = TENANT_PARAM.extend({ kid: z.string().regex(KID) });
const KEY = z.strictObject({
  kid: z.string(),
  algorithm: z.enum(ALGORITHMS),
  validUntil: z.string().nullable(),
  createdAt: z.string(),
});
const KEY_REQUEST = z
  .strictObject({
    algorithm: z.enum(ALGORITHMS),
    jwk: z.looseObject({ kty: z.string() }).optional(),
    validUntil: z.iso.datetime({ offset: true }).nullable().default(null),
  })
  .openapi('KeyRequest');

/** The keys that a client signs its people's assertions with. */
export const adminKeysRoutes = ({ keys, findDirectory, now }: AdminKeysDeps) =>
  openRoutes()
    .openapi(
      createRoute({
        method: 'get',
        path: KEYS_PATH,
        summary: 'Keys that the client signs with',
        description: 'Each with its algorithm and the end of its life.',
        request: { params: TENANT_PARAM },
        responses: {
          200: {
            description: 'Without their secrets.',
            content: { 'application/json': { schema: z.strictObject({ keys: z.array(KEY) }) } },
          },
          ...READ_PROBLEMS,
        },
      }),
      async (c) => {
        const all = await keys.all(await knownTenant(findDirectory, c.req.valid('param').tenant));
        const shown = all.map(({ kid, algorithm, validUntil, createdAt }) => ({
          kid,
          algorithm,
          validUntil: instantOf(validUntil),
          createdAt: new Date(createdAt).toISOString(),
        }));
        return c.json({ keys: shown }, 200);
      },
    )
    .openapi(
      createRoute({
        method: 'put',
        path: `${KEYS_PATH}/{kid}`,
        summary: 'Register a key, or set the end of its life',
        description:
          '`HS256`: a secret of 32 bytes is made and told in this answer, once; at most two are valid at a time. Other algorithms: `jwk` is ' +
          'the public key. A kid keeps its key for ever.',
        request: { params: KEY_PARAMS, body: bodyOf(KEY_REQUEST, { algorithm: 'HS256' }) },
        responses: {
          200: answerOf(z.object({ kid: z.string() }).openapi('KeptKey'), 'It was there; the end of its life is set.'),
          201: answerOf(
            z.object({ kid: z.string(), secret: z.string().nullable() }).openapi('NewKey'),
            'Registered. `secret` is base64url and shown this once.',
          ),
          ...WRITE_PROBLEMS,
        },
      }),
      async (c) => {
        const { tenant: id, kid } = c.req.valid('param');
        const tenant = await knownTenant(findDirectory, id);
        const { algorithm, jwk, validUntil } = c.req.valid('json');
        const until = validUntil === null ? null : Date.parse(validUntil);
        const { isNew, secret } = await registerKey(keys, tenant, { kid, algorithm, jwk, validUntil: until }, now());
        return isNew ? c.json({ kid, secret }, 201) : c.json({ kid }, 200);
      },
    )
    .openapi(
      createRoute({
        method: 'delete',
        path: `${KEYS_PATH}/{kid}`,
        summary: 'Take a key away at once',
        description: 'For one that is known to others. For a change without a gap, register the new one first.',
        request: { params: KEY_PARAMS },
        responses: {
          204: { description: 'What it signed counts no more; sessions that are open go on to their end.' },
          ...READ_PROBLEMS,
        },
      }),
      async (c) => {
        const { tenant: id, kid } = c.req.valid('param');
        const removed = await keys.remove(await knownTenant(findDirectory, id), kid);
        if (!removed) throw new Refusal('not_found', 'there is no such key');
        return c.body(null, 204);
      },
    );
