import { createRoute, z } from '@hono/zod-openapi';
import { Refusal } from '../contract/faults.ts';
import { LIMITS } from '../contract/limits.ts';
import { CLIENT_ROLES } from '../contract/people.ts';
import type { FindDirectory } from '../directory/directory.ts';
import type { Identity } from '../identity/open-identity.ts';
import { knownTenant, TENANT_PARAM } from './admin-tenant.ts';
import { bodyOf, openRoutes, READ_PROBLEMS, WRITE_PROBLEMS } from './open-route.ts';

export interface AdminClientPeopleDeps extends Pick<Identity, 'persons'> {
  readonly findDirectory: FindDirectory;
}

const PATH = '/v1/admin/tenants/{tenant}/client-people';
const PERSON = z.strictObject({
  id: z.string(),
  name: z.string().nullable(),
  role: z.enum(CLIENT_ROLES),
  sites: z.array(z.string()),
  active: z.boolean(),
  seenAt: z.string(),
});
const PEOPLE = z.strictObject({ people: z.array(PERSON), next: z.string().nullable() }).openapi('ClientPeople');

const CHANGE = z
  .strictObject({ id: z.string().min(1).max(LIMITS.id), active: z.boolean() })
  .openapi('ClientPersonChange');

/** A client's people, as their own company told of them when they last signed in. */
export const adminClientPeopleRoutes = ({ persons, findDirectory }: AdminClientPeopleDeps) =>
  openRoutes()
    .openapi(
      createRoute({
        method: 'get',
        path: PATH,
        summary: 'People of the client who have signed in',
        description: 'As their own company told of them when they last did.',
        request: {
          params: TENANT_PARAM,
          query: z.strictObject({
            after: z.string().max(LIMITS.id).default(''),
            limit: z.coerce.number().int().min(1).max(200).default(50),
          }),
        },
        responses: {
          200: {
            description: 'By id; `next` is the `after` of the next page.',
            content: { 'application/json': { schema: PEOPLE } },
          },
          ...READ_PROBLEMS,
        },
      }),
      async (c) => {
        const tenant = await knownTenant(findDirectory, c.req.valid('param').tenant);
        const { after, limit } = c.req.valid('query');
        const page = await persons.page(tenant, after, limit + 1);
        const people = page.slice(0, limit).map(({ id, name, role, sites, active, seenAt }) => ({
          id,
          name,
          role,
          sites: [...sites],
          active,
          seenAt: new Date(seenAt).toISOString(),
        }));
        return c.json({ people, next: page.length > limit ? people.at(-1)!.id : null }, 200);
      },
    )
    .openapi(
      createRoute({
        method: 'put',
        path: PATH,
        summary: 'Shut a person out, or let him in again',
        description: 'The person stands in the body: an id may hold what no address can.',
        request: { params: TENANT_PARAM, body: bodyOf(CHANGE, { id: 'anna', active: false }) },
        responses: { 204: { description: 'Done; his sessions are over when `active` is false.' }, ...WRITE_PROBLEMS },
      }),
      async (c) => {
        const tenant = await knownTenant(findDirectory, c.req.valid('param').tenant);
        const { id, active } = c.req.valid('json');
        if (!(await persons.setActive(tenant, id, active)))
          throw new Refusal('not_found', 'nobody of that id has signed in');
        return c.body(null, 204);
      },
    );
