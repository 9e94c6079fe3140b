import type { Caller } from '../tickets/caller.ts';

/** What a session stands for now. */
export interface Rights {
  readonly caller: Caller;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
  /** Another one as soon as the caller's role or sites are others. */
  readonly version: number;
}

export interface Admission extends Rights {
  /** Names the session from now on; opens nothing. */
  readonly session: string;
}

/** Where sessions are known. */
export interface SessionGate {
  /** @throws Refusal `unauthorized`, whatever the reason */
  admit(shown: { readonly session: string; readonly origin: string | undefined }): Promise<Admission>;
  /** What each of these sessions, named by their admission, may now; one that ended is left out. */
  current(sessions: readonly string[]): Promise<ReadonlyMap<string, Rights>>;
}
