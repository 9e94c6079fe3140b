import type { Caller } from '../tickets/caller.ts';

/** What a session stands for now. */
export interface Rights {
  readonly caller: Caller;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
  /** Another one as soon as the caller's role or sites are others. */
  readonly version: number;
}
