import { PROBLEM_TYPE, type Fault, type FaultCode } from '../../server/contract/faults.ts';
import type { Outcome } from '../store/actions.ts';
import { toJson } from './json.ts';
import type { Time } from './time.ts';

const TIMEOUT_MS = 15_000;

/** The way to the server. `server` ends without a slash. */
export interface Line {
  readonly server: string;
  readonly fetch: typeof fetch;
  readonly time: Time;
}

export interface RequestOptions {
  readonly body?: object | undefined;
  /** The session. It travels in this one header, and nowhere else. */
  readonly bearer?: string | undefined;
  /** The Idempotency-Key of a command: the same over all its tries. */
  readonly key?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** One exchange with the server: what it answered, or a fault. Never throws; silence is `unavailable` with status 0. */
export async function request<T>(
  { server, fetch, time }: Line,
  method: 'GET' | 'POST',
  path: string,
  { body, bearer, key, signal }: RequestOptions = {},
): Promise<Outcome<T>> {
  const abort = new AbortController();
  const stop = (): void => abort.abort();
  const cancel = time.after(TIMEOUT_MS, stop);
  if (signal?.aborted) stop();
  signal?.addEventListener('abort', stop);
  const headers: [string, string][] = [['Accept', 'application/json, application/problem+json']];
  if (body) headers.push(['Content-Type', 'application/json']);
  if (bearer) headers.push(['Authorization', `Bearer ${bearer}`]);
  if (key) headers.push(['Idempotency-Key', key]);
  const sent = {
    method,
    headers,
    body: body && toJson(body),
    signal: abort.signal,
    credentials: 'omit',
    cache: 'no-store',
  };
  try {
    // Without a prototype: fetch would read what the page has put on Object's.
    const response = await fetch(`${server}${path}`, { __proto__: null, ...sent } as RequestInit);
    const answer: unknown = await response.json().catch(() => null);
    if (!response.ok || answer === null) return { fault: faultOf(response, answer) };
    return { value: answer as T };
  } catch {
    return { fault: faultLike('unavailable', 0, 'The server did not answer.') };
  } finally {
    cancel();
    signal?.removeEventListener('abort', stop);
  }
}

/** A fault that the widget finds by itself. */
export const faultLike = (code: FaultCode, status: number, detail: string): Fault => ({
  type: PROBLEM_TYPE + code,
  title: code,
  status,
  code,
  detail,
});

function faultOf(response: Response, answer: unknown): Fault {
  const problem = (typeof answer === 'object' && answer) || {};
  if ('type' in problem && String(problem.type).startsWith(PROBLEM_TYPE)) return problem as Fault;
  // Something between here and the server has answered in its place.
  const { status } = response;
  const between = status === 429 ? 'too_many' : [200, 408, 502, 503, 504].includes(status) ? 'unavailable' : 'internal';
  return faultLike(between, status, `HTTP status ${status}, not from a Vitrine server.`);
}
