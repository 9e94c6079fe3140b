import type { HttpBindings } from '@hono/node-server';
import type { MiddlewareHandler } from 'hono';
import { Refusal } from '../contract/faults.ts';
import type { TenantId } from '../contract/ids.ts';
import type { Caller } from '../tickets/caller.ts';
import type { Authenticate, Presented } from './authenticate.ts';
import { may, type Administrator } from './may.ts';

/** What a route knows of who asks. Behind `/v1/admin/` there is an administrator, everywhere else a caller. */
export interface SignedIn {
  Bindings: Partial<HttpBindings>;
  Variables: { caller: Caller; administrator: Administrator };
}

/** What anybody may ask, by method and path. All else under `/v1` needs a session or a key, also what does not exist. */
const OPEN: ReadonlySet<string> = new Set(['POST /v1/session', 'GET /v1/openapi.json']);

export interface SignInDeps {
  readonly authenticate: Authenticate;
  /** Where the server itself is reached. */
  readonly ownOrigin: string;
}

export const signIn =
  ({ authenticate, ownOrigin }: SignInDeps): MiddlewareHandler<SignedIn> =>
  async (c, next) => {
    const { method, path } = c.req;
    if (OPEN.has(`${method} ${path}`)) return next();
    // A page of the server's own origin names none when it only reads.
    const isOwnPage = method === 'GET' && c.req.header('sec-fetch-site') === 'same-origin';
    const presented: Presented = {
      authorization: c.req.header('authorization'),
      origin: c.req.header('origin') ?? (isOwnPage ? ownOrigin : undefined),
      actor: c.req.header('vitrine-actor'),
      address: c.env?.incoming?.socket.remoteAddress,
    };
    if (path.startsWith('/v1/admin/'))
      c.set('administrator', keeperOf(path, await authenticate.administrator(presented)));
    else c.set('caller', await authenticate.caller(presented));
    await next();
  };

/** Whose data it is stands in the path, so that no route of administration has to remember to ask. */
function keeperOf(path: string, administrator: Administrator): Administrator {
  const [, tenant] = /^\/v1\/admin\/tenants\/([^/]+)/.exec(path) ?? [];
  const isKeeper =
    tenant === undefined
      ? administrator.tenant === null
      : may(administrator, 'administer', { tenant: tenant as TenantId });
  if (!isKeeper) throw new Refusal('not_found', 'there is nothing at this address');
  return administrator;
}
