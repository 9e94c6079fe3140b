import type { SessionAnswer } from '../../server/contract/feed.ts';
import { FAULTS, type FaultCode } from '../../server/contract/faults.ts';
import type { PersonId, TenantId } from '../../server/contract/ids.ts';

export const SERVER = 'https://service.example';

/** A request as it went out. */
export interface Asked {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  readonly headers: Headers;
  readonly body: string | undefined;
  readonly signal: AbortSignal | undefined;
}

type Answer = Response | Promise<Response>;

export const json = (value: unknown, status = 200): Response => Response.json(value, { status });

export const problem = (code: FaultCode, more: object = {}): Response =>
  json(
    { type: `urn:vitrine:problem:${code}`, title: code, status: FAULTS[code], code, detail: code, ...more },
    FAULTS[code],
  );

/** What the browser does when nobody answers. */
export const silence = (): Promise<Response> => Promise.reject(new TypeError('Failed to fetch'));

/** Another company's machine at the other end of `fetch`: answers by route, remembers what it was asked. */
export class FakeServer {
  readonly asked: Asked[] = [];
  readonly #routes = new Map<string, (asked: Asked) => Answer>();

  /** `route` is `METHOD /path` without a query. The last answer set holds. */
  on(route: string, answer: (asked: Asked) => Answer): this {
    this.#routes.set(route, answer);
    return this;
  }

  to(route: string): readonly Asked[] {
    return this.asked.filter((asked) => routeOf(asked) === route);
  }

  readonly fetch: typeof fetch = async (target, init = {}) => {
    const { pathname, search } = new URL(target instanceof Request ? target.url : target);
    const signal = init.signal ?? undefined;
    const body = typeof init.body === 'string' ? init.body : undefined;
    const asked = {
      method: init.method ?? 'GET',
      path: pathname + search,
      headers: new Headers(init.headers),
      body,
      signal,
    };
    this.asked.push(asked);
    await Promise.resolve();
    if (signal?.aborted) throw new DOMException('aborted', 'AbortError');
    return (this.#routes.get(routeOf(asked)) ?? silence)(asked);
  };
}

const routeOf = ({ method, path }: Asked): string => `${method} ${path.split('?')[0]}`;

export function sessionAnswer(
  now: number,
  more: { session?: string; sub?: string; head?: string } = {},
): SessionAnswer {
  const { session = 'vs_1', sub = 'ana', head = 'e1.0' } = more;
  return {
    session,
    expiresAt: new Date(now + 600_000).toISOString(),
    serverTime: new Date(now).toISOString(),
    person: { id: sub as PersonId, name: sub, role: 'employee' },
    tenant: 'apteka-one' as TenantId,
    epoch: 'e1',
    head,
  };
}
