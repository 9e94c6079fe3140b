import type { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { Refusal } from './contract/faults.ts';
import { crossOrigin } from './http/cross-origin.ts';
import { readJsonBody } from './http/json-body.ts';
import { methodsAt } from './http/methods-at.ts';
import { toProblem } from './http/problem.ts';
import type { Authenticate } from './identity/authenticate.ts';
import { signIn, type SignedIn } from './identity/signed-in.ts';
import type { Report } from './report.ts';
import { openApiRoutes } from './routes/open-api.ts';
import { openRoutes, type Routes } from './routes/open-route.ts';

export interface AppDeps {
  readonly authenticate: Authenticate;
  /** Where the server itself is reached. */
  readonly ownOrigin: string;
  /** Whether any client's pages come from there. */
  readonly isRegistered: (origin: string) => Promise<boolean>;
  readonly report: Report;
  readonly newInstance: () => string;
  readonly routes: readonly Routes[];
}

/** The HTTP edge: who asks is settled before anything is looked up, and every refusal becomes an answer here. */
export function createApp({
  authenticate,
  ownOrigin,
  isRegistered,
  report,
  newInstance,
  routes,
}: AppDeps): Hono<SignedIn> {
  const app = openRoutes();
  app.onError((error, c) => {
    const refusal = asRefusal(error);
    const { body, status, headers } = toProblem(refusal, instanceOf(refusal, error));
    return c.body(body, status, headers);
  });
  app.notFound((c) => {
    const allow = methodsAt(app.routes, c.req.path).join(', ');
    const refusal = allow
      ? new Refusal('method_not_allowed', `this address knows ${allow}`)
      : new Refusal('not_found', 'there is nothing at this address');
    const { body, status, headers } = toProblem(refusal, { allow });
    return c.body(body, status, headers);
  });
  app.use(crossOrigin({ isRegistered }));
  app.use('/v1/*', signIn({ authenticate, ownOrigin }), readJsonBody);
  for (const each of routes) app.route('/', each);
  app.route('/', openApiRoutes(app));
  return app;

  /** What the answer must not tell goes to the operator under an id that the answer carries. */
  function instanceOf({ code, cause }: Refusal, error: Error): { instance?: string } {
    if (code !== 'unauthorized' && code !== 'internal') return {};
    const instance = `urn:uuid:${newInstance()}`;
    if (code === 'internal') report({ level: 'error', event: 'internal', instance, error });
    else
      report({
        level: 'warn',
        event: 'unauthorized',
        instance,
        reason: cause instanceof Error ? cause.message : 'unknown',
      });
    return { instance };
  }
}

function asRefusal(error: Error): Refusal {
  if (error instanceof Refusal) return error;
  // Thrown by the router for what it cannot read.
  if (error instanceof HTTPException && error.status < 500) return new Refusal('invalid', error.message);
  return new Refusal('internal', 'an error of the server: the operator finds it under this instance');
}
