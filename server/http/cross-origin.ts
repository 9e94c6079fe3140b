import type { MiddlewareHandler } from 'hono';

export interface CrossOriginDeps {
  /** Whether any client's pages come from there. */
  readonly isRegistered: (origin: string) => Promise<boolean>;
}

const PREFLIGHT = {
  'Access-Control-Allow-Methods': 'GET, POST, PUT, DELETE',
  'Access-Control-Allow-Headers': 'Authorization, Content-Type, Idempotency-Key, If-Match',
  'Access-Control-Max-Age': '600',
} as const;

/**
 * Lets the pages of registered origins read the answers, problems included; a preflight carries no session, so it answers for the origins
 * of all clients. Whether a session may be used from there is decided with the session.
 */
export const crossOrigin =
  ({ isRegistered }: CrossOriginDeps): MiddlewareHandler =>
  async (c, next) => {
    const origin = c.req.header('origin');
    if (origin === undefined) return next();
    const registered = await isRegistered(origin);
    if (c.req.method === 'OPTIONS' && c.req.header('access-control-request-method') !== undefined)
      return c.body(null, 204, registered ? { ...PREFLIGHT, 'Access-Control-Allow-Origin': origin } : {});
    if (registered) {
      c.header('Access-Control-Allow-Origin', origin);
      c.header('Access-Control-Expose-Headers', 'Idempotency-Replayed, Retry-After, ETag');
    }
    await next();
  };
