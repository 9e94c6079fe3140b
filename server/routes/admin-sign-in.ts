import { createRoute, z } from '@hono/zod-openapi';
import { Refusal } from '../contract/faults.ts';
import { CLIENT_ROLES } from '../contract/people.ts';
import type { FindDirectory } from '../directory/directory.ts';
import type { Identity } from '../identity/open-identity.ts';
import { wrongWithOrigin } from '../identity/origin-list.ts';
import { knownTenant, TENANT_PARAM } from './admin-tenant.ts';
import { bodyOf, openRoutes, READ_PROBLEMS, WRITE_PROBLEMS } from './open-route.ts';

export interface AdminSignInDeps extends Pick<Identity, 'settings' | 'origins'> {
  readonly findDirectory: FindDirectory;
}

const ORIGINS = z.strictObject({ origins: z.array(z.string().max(300)).max(100) }).openapi('Origins');
const SIGN_IN = z
  .strictObject({
    issuers: z.array(z.string().min(1).max(300)).max(10),
    roles: z.array(z.enum(CLIENT_ROLES)).default([...CLIENT_ROLES]),
    jwksUrl: z.url().max(500).nullable().default(null),
  })
  .openapi('SignIn');

const ok = <S extends z.ZodType>(schema: S, description: string) => ({
  200: { description, content: { 'application/json': { schema } } },
});

const ORIGINS_PATH = '/v1/admin/tenants/{tenant}/origins';
const SIGN_IN_PATH = '/v1/admin/tenants/{tenant}/sign-in';

/** From where a client's people come, and by whose word. */
export const adminSignInRoutes = ({ settings, origins, findDirectory }: AdminSignInDeps) =>
  openRoutes()
    .openapi(
      createRoute({
        method: 'get',
        path: ORIGINS_PATH,
        summary: 'Origins of the client’s pages',
        description: 'Sessions count from these only.',
        request: { params: TENANT_PARAM },
        responses: { ...ok(ORIGINS, 'The whole list.'), ...READ_PROBLEMS },
      }),
      async (c) => {
        const tenant = await knownTenant(findDirectory, c.req.valid('param').tenant);
        return c.json({ origins: [...(await origins.listOf(tenant))] }, 200);
      },
    )
    .openapi(
      createRoute({
        method: 'put',
        path: ORIGINS_PATH,
        summary: 'Set the origins of the client’s pages',
        description:
          'The whole list. Sessions count from these origins only; each is written as browsers send it, without wildcards.',
        request: { params: TENANT_PARAM, body: bodyOf(ORIGINS, { origins: ['https://intranet.apteka.example'] }) },
        responses: { ...ok(ORIGINS, 'As it is now.'), ...WRITE_PROBLEMS },
      }),
      async (c) => {
        const tenant = await knownTenant(findDirectory, c.req.valid('param').tenant);
        const list = c.req.valid('json').origins;
        for (const [index, origin] of list.entries()) {
          const wrong = wrongWithOrigin(origin);
          if (wrong) throw new Refusal('refused', wrong, { pointer: `/origins/${index}` });
        }
        await origins.replace(tenant, [...new Set(list)]);
        return c.json({ origins: [...(await origins.listOf(tenant))] }, 200);
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: SIGN_IN_PATH,
        summary: 'By whose word the client’s people sign in',
        description: 'Issuers, roles, and where the client publishes its keys.',
        request: { params: TENANT_PARAM },
        responses: { ...ok(SIGN_IN, 'As it is now.'), ...READ_PROBLEMS },
      }),
      async (c) => {
        const found = await settings.find(await knownTenant(findDirectory, c.req.valid('param').tenant));
        const { issuers, roles, jwksUrl } = found ?? { issuers: [], roles: CLIENT_ROLES, jwksUrl: null };
        return c.json({ issuers: [...issuers], roles: [...roles], jwksUrl }, 200);
      },
    )
    .openapi(
      createRoute({
        method: 'put',
        path: SIGN_IN_PATH,
        summary: 'Set by whose word the client’s people sign in',
        description:
          '`issuers`: every `iss` that counts. `roles`: those that an assertion may give. `jwksUrl`: where the client publishes its keys, ' +
          'https, or http on this machine.',
        request: {
          params: TENANT_PARAM,
          body: bodyOf(SIGN_IN, {
            issuers: ['apteka-one-intranet'],
            roles: ['employee', 'approver', 'auditor'],
            jwksUrl: null,
          }),
        },
        responses: { ...ok(SIGN_IN, 'As it is now.'), ...WRITE_PROBLEMS },
      }),
      async (c) => {
        const tenant = await knownTenant(findDirectory, c.req.valid('param').tenant);
        const wanted = c.req.valid('json');
        if (wanted.jwksUrl !== null && !isFetchable(new URL(wanted.jwksUrl)))
          throw new Refusal('refused', 'must be https, or http on this machine, without user or password', {
            pointer: '/jwksUrl',
          });
        await settings.save(tenant, wanted);
        return c.json(wanted, 200);
      },
    );

const LOOPBACK: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

const isFetchable = ({ protocol, hostname, username, password }: URL): boolean =>
  (protocol === 'https:' || (protocol === 'http:' && LOOPBACK.has(hostname))) && username === '' && password === '';
