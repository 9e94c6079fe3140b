import { FAULTS, PROBLEM_TYPE, Refusal, type Fault, type FaultCode } from '../contract/faults.ts';

const TITLES: Readonly<Record<FaultCode, string>> = {
  invalid: 'The request is malformed',
  unknown_field: 'The request has a field that nobody knows',
  unauthorized: 'Not signed in',
  forbidden: 'Not allowed',
  not_found: 'Not found',
  method_not_allowed: 'This address knows other methods',
  stage: 'Not in this stage',
  in_flight: 'The same command is being carried out',
  changed: 'The ticket has changed meanwhile',
  too_large: 'The request is too large',
  unsupported_media: 'Only application/json is read here, unencoded',
  key_reused: 'The key belongs to another request',
  refused: 'Refused',
  too_many: 'Too many requests',
  internal: 'Something went wrong in the server',
  busy: 'The server is busy',
  unavailable: 'The server cannot answer just now',
  storage_full: 'The server has no space left',
};

export const PROBLEM_JSON = 'application/problem+json';

export interface Problem {
  readonly body: string;
  readonly status: (typeof FAULTS)[FaultCode];
  readonly headers: Record<string, string>;
}

/** A refusal as an answer (RFC 9457). */
export function toProblem(
  { code, message, details }: Refusal,
  more: { instance?: string; allow?: string } = {},
): Problem {
  const fault: Fault = {
    type: PROBLEM_TYPE + code,
    title: TITLES[code],
    status: FAULTS[code],
    code,
    detail: message,
    ...details,
    ...(more.instance && { instance: more.instance }),
  };
  const headers: Record<string, string> = { 'Content-Type': PROBLEM_JSON };
  if (code === 'unauthorized') headers['WWW-Authenticate'] = 'Bearer';
  if (more.allow) headers['Allow'] = more.allow;
  // Whole seconds: the header knows nothing finer.
  if (details.retryAfterMs !== undefined) headers['Retry-After'] = String(Math.ceil(details.retryAfterMs / 1000));
  return { body: JSON.stringify(fault), status: FAULTS[code], headers };
}
