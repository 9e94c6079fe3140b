/** What the operator should know. Never holds a token, a secret or a person's data. */
export interface Incident {
  readonly level: 'warn' | 'error';
  /** In snake_case, for alarms: `assertion_refused`, `internal`. */
  readonly event: string;
  /** The id that the answer carried. */
  readonly instance?: string;
  readonly reason?: string;
  readonly error?: unknown;
}

export type Report = (incident: Incident) => void;
