import { createRoute, z } from '@hono/zod-openapi';
import type { TenantId } from '../contract/ids.ts';
import type { Directory, DirectoryChange, FindDirectory } from '../directory/directory.ts';
import type { Keep } from '../directory/keep-lists.ts';
import { knownTenant, TENANT_PARAM } from './admin-tenant.ts';
import { answerOf, bodyOf, openRoutes, READ_PROBLEMS, WRITE_PROBLEMS } from './open-route.ts';

export interface AdminDirectoryDeps {
  readonly findDirectory: FindDirectory;
  /** One transaction; false where there is no such tenant. */
  readonly change: (tenant: TenantId, decide: (directory: Directory) => DirectoryChange) => Promise<boolean>;
}

interface List<Name extends string, T> {
  /** The last step of the path, and the name of the list in bodies and answers. */
  readonly name: Name;
  readonly item: z.ZodType<T>;
  readonly keep: Keep<T>;
  readonly read: (directory: Directory) => Iterable<T>;
  /** What is particular to this list. */
  readonly note: string;
  /** One of the list, as it is sent. */
  readonly example: object;
}

/** The list under its name. */
type Kept<T> = Readonly<Record<string, readonly T[]>>;

const WHOLE =
  'What is sent takes the place of what was kept under the same id, or comes after it; what the list lacks stays as it is, so that long lists ' +
  'can be sent in parts. With `replace=true` the list is the whole one: what it lacks is retired, offered no more and kept for the tickets that ' +
  'name it. What something else refers to is not retired (422). Either all of the list is kept or nothing.';

const QUERY = z.strictObject({ replace: z.enum(['true', 'false']).default('false') });

/** `GET` and `PUT /v1/admin/tenants/{tenant}/<name>`: one of the lists that a client's administrators keep. */
export function adminListRoutes<Name extends string, T>(
  { name, item, keep, read, note, example }: List<Name, T>,
  { findDirectory, change }: AdminDirectoryDeps,
) {
  const path = `/v1/admin/tenants/{tenant}/${name}` as const;
  const KEPT = z.object({ [name]: z.array(item) }) as unknown as z.ZodType<Kept<T>>;
  const answer = answerOf(KEPT, 'All that is kept, in order.');
  const GET = createRoute({
    method: 'get',
    path,
    summary: `What is kept as ${name}`,
    description: note,
    request: { params: TENANT_PARAM },
    responses: { 200: answer, ...READ_PROBLEMS },
  });
  const PUT = createRoute({
    method: 'put',
    path,
    summary: `Keep ${name}`,
    description: `${note} ${WHOLE}`,
    request: {
      params: TENANT_PARAM,
      query: QUERY,
      body: bodyOf(z.strictObject({ [name]: z.array(item) }), { [name]: [example] }),
    },
    responses: { 200: answer, ...WRITE_PROBLEMS },
  });
  const kept = async (tenant: TenantId): Promise<Kept<T>> => ({ [name]: [...read((await findDirectory(tenant))!)] });

  return openRoutes()
    .openapi(GET, async (c) => {
      const tenant = await knownTenant(findDirectory, c.req.valid('param').tenant);
      return c.json(await kept(tenant), 200);
    })
    .openapi(PUT, async (c) => {
      const tenant = await knownTenant(findDirectory, c.req.valid('param').tenant);
      const items = c.req.valid('json')[name]!;
      const isWhole = c.req.valid('query').replace === 'true';
      await change(tenant, (directory) => keep(directory, { items, pointer: `/${name}`, isWhole }));
      return c.json(await kept(tenant), 200);
    });
}
