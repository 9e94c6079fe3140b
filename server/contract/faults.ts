/** Every way a request can be refused, and the HTTP status that says so. The code ends the problem's `type`. */
export const FAULTS = {
  invalid: 400,
  unknown_field: 400,
  unauthorized: 401,
  forbidden: 403,
  not_found: 404,
  method_not_allowed: 405,
  stage: 409,
  in_flight: 409,
  changed: 412,
  too_large: 413,
  unsupported_media: 415,
  key_reused: 422,
  refused: 422,
  too_many: 429,
  internal: 500,
  busy: 503,
  unavailable: 503,
  storage_full: 507,
} as const;

export type FaultCode = keyof typeof FAULTS;

export const PROBLEM_TYPE = 'urn:vitrine:problem:';

/** An RFC 9457 problem, as it travels. */
export interface Fault {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: FaultCode;
  /** One clear sentence: what is wrong and what to do. In English, for a developer; a person reads what the widget has for `code`. */
  readonly detail: string;
  /** Where in the body, as a JSON pointer (RFC 6901). */
  readonly pointer?: string;
  /** With `stage`: where the ticket stands and what it allows this caller. */
  readonly stage?: string;
  readonly allowed?: readonly string[];
  readonly retryAfterMs?: number;
  /** The id under which the operator's log holds more. */
  readonly instance?: string;
}

export type FaultDetails = Pick<Fault, 'pointer' | 'stage' | 'allowed' | 'retryAfterMs'>;

/** Thrown where a request stops; turned into a {@link Fault} at the edge, once. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: FaultCode;
  readonly details: FaultDetails;

  constructor(code: FaultCode, detail: string, details: FaultDetails = {}, options?: ErrorOptions) {
    super(detail, options);
    this.code = code;
    this.details = details;
  }
}
