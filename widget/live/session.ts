import type { SessionAnswer } from '../../server/contract/feed.ts';
import type { Fault } from '../../server/contract/faults.ts';
import type { Outcome } from '../store/actions.ts';
import type { AskReason, GetToken } from '../store/machinery.ts';
import { backoffMs, type Pauses, type Time } from './time.ts';

const TOKEN_TIMEOUT_MS = 15_000;
/** The server reads no longer assertion. */
const LONGEST_ASSERTION = 8 * 1024;

/** Why there is no session. `assertion_refused` is final; the others are tried again. */
export type SessionTrouble =
  | { readonly code: 'token_failed'; readonly reason: string }
  | { readonly code: 'assertion_refused'; readonly assertion: string; readonly fault: Fault }
  | { readonly code: 'no_answer'; readonly fault: Fault };

export interface SessionOptions {
  readonly getToken: GetToken;
  readonly exchange: (assertion: string) => Promise<Outcome<SessionAnswer>>;
  /** Called before anybody gets the new session. `offsetMs`: the server's clock minus the local one. */
  readonly opened: (answer: SessionAnswer, offsetMs: number) => void;
  readonly trouble: (trouble: SessionTrouble) => void;
  readonly time: Time;
  readonly pauses: Pauses;
}

/**
 * Holds the session of one person and renews it in time. Asks for one token at a time, whoever needs it. Whether a session still holds
 * is the server's to say: the local clock decides nothing.
 */
export class Session {
  readonly #options: SessionOptions;
  #session: string | undefined;
  #opening: Promise<string | undefined> | undefined;
  #cancelRefresh: (() => void) | undefined;
  #refused = false;
  #closed = false;
  readonly #closing = new AbortController();

  constructor(options: SessionOptions) {
    this.#options = options;
  }

  /** The session, opened when there is none. Undefined once it was refused for good or closed. */
  bearer(refused?: string): Promise<string | undefined> {
    if (refused !== undefined && refused === this.#session) this.#session = undefined;
    if (this.#session !== undefined) return Promise.resolve(this.#session);
    return this.renew(refused === undefined ? 'start' : 'refused');
  }

  renew(reason: AskReason): Promise<string | undefined> {
    if (this.#refused || this.#closed) return Promise.resolve(undefined);
    this.#opening ??= this.#open(reason).finally(() => (this.#opening = undefined));
    return this.#opening;
  }

  /** After a refusal: the page or the person believes that it will go better now. */
  retry(): Promise<string | undefined> {
    this.#refused = false;
    return this.renew('start');
  }

  close(): void {
    this.#closed = true;
    this.#session = undefined;
    this.#cancelRefresh?.();
    this.#closing.abort();
  }

  async #open(first: AskReason): Promise<string | undefined> {
    let refusals = 0;
    let reason = first;
    for (let attempt = 0; ; attempt++) {
      const trouble = await this.#try(reason);
      if (this.#closed) return undefined;
      if (!trouble) return this.#session;
      if (trouble.code === 'assertion_refused') {
        reason = 'refused';
        refusals += 1;
        // Once with a fresh token: the first may have been too old, or used.
        if (refusals < 2) continue;
        this.#refused = true;
        this.#session = undefined;
      }
      // While the old session holds, nobody has to know.
      if (this.#session === undefined) this.#options.trouble(trouble);
      if (this.#refused) return undefined;
      const wait = trouble.code === 'no_answer' ? trouble.fault.retryAfterMs : undefined;
      await this.#options.pauses.pause(wait ?? backoffMs(this.#options.time, attempt));
      if (this.#closed) return undefined;
    }
  }

  async #try(reason: AskReason): Promise<SessionTrouble | undefined> {
    const { exchange, opened, time } = this.#options;
    let assertion: string;
    try {
      assertion = await this.#ask(reason);
    } catch (error) {
      return { code: 'token_failed', reason: error instanceof Error ? error.message : String(error) };
    }
    const askedAt = time.now();
    const { value, fault } = await exchange(assertion);
    if (this.#closed) return undefined;
    if (fault)
      return fault.status === 401 ? { code: 'assertion_refused', assertion, fault } : { code: 'no_answer', fault };

    const serverTime = Date.parse(value.serverTime);
    this.#session = value.session;
    this.#cancelRefresh?.();
    const life = Date.parse(value.expiresAt) - serverTime;
    this.#cancelRefresh = time.after(life * (0.7 + 0.2 * time.random()), () => void this.renew('refresh'));
    // The server read its clock somewhere between the two moments.
    opened(value, serverTime - (askedAt + time.now()) / 2);
    return undefined;
  }

  async #ask(reason: AskReason): Promise<string> {
    const { getToken, time } = this.#options;
    const abort = new AbortController();
    const over = new Promise<never>((_, reject) => {
      abort.signal.addEventListener('abort', () => reject(new Error('gave no token within 15 s')));
    });
    const stop = (): void => abort.abort();
    const cancel = time.after(TOKEN_TIMEOUT_MS, stop);
    this.#closing.signal.addEventListener('abort', stop);
    try {
      const token: unknown = await Promise.race([getToken({ reason, signal: abort.signal }), over]);
      if (typeof token !== 'string' || token.trim() === '') throw new Error('gave no token');
      if (token.length > LONGEST_ASSERTION) throw new Error('gave more than 8 KiB, which is no assertion');
      return token.trim();
    } finally {
      cancel();
      this.#closing.signal.removeEventListener('abort', stop);
    }
  }
}
