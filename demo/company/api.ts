const TIMEOUT_MS = 10_000;

/** What the API refused, as its problem says it. `status` 0: nobody answered. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly status: number;
  readonly code: string;
  readonly retryAfterMs: number | null;

  constructor(status: number, code: string, detail: string, retryAfterMs: number | null, options?: ErrorOptions) {
    super(detail, options);
    this.status = status;
    this.code = code;
    this.retryAfterMs = retryAfterMs;
  }

  /** Whether the same request can succeed later: nobody there, too many, or not able just now. */
  get isPassing(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 500 || this.code === 'in_flight';
  }
}

export interface Ask {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly body?: unknown;
  /** The `Idempotency-Key` of a command. */
  readonly key?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Asks the HTTP API; an answer other than success is thrown as {@link ApiProblem}. */
export async function ask<T>(
  server: string,
  path: string,
  { method = 'GET', body, key, headers }: Ask = {},
): Promise<T> {
  const response = await fetch(new URL(path, server), {
    method,
    headers: {
      ...headers,
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...(key === undefined ? {} : { 'Idempotency-Key': key }),
    },
    body: body === undefined ? null : JSON.stringify(body),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  }).catch((error: unknown) => {
    throw new ApiProblem(0, 'unreachable', `no answer from ${server}`, null, { cause: error });
  });
  const text = await response.text();
  if (response.ok) return (text === '' ? undefined : JSON.parse(text)) as T;
  throw problemOf(response, text, `${method} ${path}`);
}

function problemOf(response: Response, text: string, what: string): ApiProblem {
  const problem = parsed(text);
  const seconds = Number(response.headers.get('Retry-After') ?? NaN);
  const detail = [problem['detail'], problem['pointer']].filter((part) => typeof part === 'string').join(' at ');
  return new ApiProblem(
    response.status,
    typeof problem['code'] === 'string' ? problem['code'] : `status_${response.status}`,
    `${what}: ${detail || `status ${response.status}`}`,
    Number.isFinite(seconds) ? seconds * 1000 : null,
  );
}

function parsed(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return {};
  }
}
