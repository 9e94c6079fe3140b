import { Refusal } from '../contract/faults.ts';
import { PROTOCOL, type ConnectFault, type LiveAuth } from '../contract/feed.ts';
import type { Admission, Rights, SessionGate } from '../identity/sessions.ts';
import type { Report } from '../report.ts';
import { Pump } from './pump.ts';
import { TokenBucket } from './token-bucket.ts';

/** One person's open portals; more than this many are more than tabs. */
export const SOCKETS_PER_PERSON = 8;
const HANDSHAKES = { perSecond: 150, burst: 250 } as const;
const SESSION_LENGTH = 256;
const TOO_MANY_MS = 10_000;

export interface EntranceDeps {
  readonly gate: Pick<SessionGate, 'admit'>;
  readonly now: () => number;
  /** From 0 up to 1. */
  readonly random: () => number;
  readonly report: Report;
}

/** Why a connection is not made; `data` is what the browser reads as `connect_error.data`. */
export class Unadmitted extends Error {
  override readonly name = 'Unadmitted';
  readonly data: ConnectFault;

  constructor(code: ConnectFault['code'], retryAfterMs?: number) {
    super(code);
    this.data = { code, ...(retryAfterMs !== undefined && { retryAfterMs: Math.round(retryAfterMs) }) };
  }
}

/** An admitted reader; `leave` gives his place back. */
export interface Admitted {
  readonly pump: Pump;
  readonly leave: () => void;
}

/** Decides who may follow: within the rate of handshakes, of this protocol, by a session, at most eight of a person (S2, S4, S6). */
export class Entrance {
  readonly #deps: EntranceDeps;
  readonly #handshakes: TokenBucket;
  readonly #open = new Map<string, number>();

  constructor(deps: EntranceDeps) {
    this.#deps = deps;
    this.#handshakes = new TokenBucket(HANDSHAKES, deps.now());
  }

  /** @throws Unadmitted */
  async admit(auth: unknown, origin: string | undefined): Promise<Admitted> {
    const { now, random } = this.#deps;
    if (!this.#handshakes.take(now())) throw new Unadmitted('busy', 1000 + random() * 4000);
    const { session, cursor, protocol } = asAuth(auth);
    if (protocol !== PROTOCOL) throw new Unadmitted('protocol');
    const shown = await this.#show(session, origin);
    return { leave: this.#enter(shown), pump: new Pump(shown, cursor, now()) };
  }

  /**
   * Gives a reader the session that follows his own.
   *
   * @throws Unadmitted where it is no session, or another person's
   */
  async refresh(pump: Pump, message: unknown, origin: string | undefined): Promise<void> {
    const { session } = asAuth(message);
    const shown = await this.#show(session, origin);
    const { tenant, id } = pump.caller;
    if (shown.caller.tenant !== tenant || shown.caller.id !== id) throw new Unadmitted('unauthorized');
    pump.refresh(shown);
  }

  async #show(session: string, origin: string | undefined): Promise<Admission> {
    if (session === '') throw new Unadmitted('unauthorized');
    try {
      return await this.#deps.gate.admit({ session, origin });
    } catch (error) {
      if (error instanceof Refusal && error.code === 'unauthorized') throw new Unadmitted('unauthorized');
      this.#deps.report({ level: 'error', event: 'live_admission', error });
      throw new Unadmitted('unavailable', 1000 + this.#deps.random() * 4000);
    }
  }

  /** Who came first stays; the one too many is told so. */
  #enter({ caller }: Rights): () => void {
    const who = JSON.stringify([caller.tenant, caller.id]);
    const open = this.#open.get(who) ?? 0;
    if (open >= SOCKETS_PER_PERSON) throw new Unadmitted('too_many', TOO_MANY_MS);
    this.#open.set(who, open + 1);
    return () => {
      const left = this.#open.get(who)! - 1;
      if (left > 0) this.#open.set(who, left);
      else this.#open.delete(who);
    };
  }
}

/** What a stranger sent, as far as it has the right shape; the rest is as if it had not been sent. */
function asAuth(auth: unknown): LiveAuth {
  const { session, cursor, protocol } = Object(auth) as Readonly<Record<string, unknown>>;
  return {
    session: typeof session === 'string' && session.length <= SESSION_LENGTH ? session : '',
    cursor: typeof cursor === 'string' ? cursor : '',
    protocol: typeof protocol === 'number' ? protocol : 0,
  };
}
