import { FAULTS, type Fault } from '../../server/contract/faults.ts';
import type { Outcome } from '../store/actions.ts';
import { backoffMs, Pauses, type Time } from '../live/time.ts';
import type { Outbox, Waiting } from './outbox.ts';

/** What a later try may overcome although the request was at fault: everything else of 4xx is the server's last word. */
const PASSING: ReadonlySet<string> = new Set(['unauthorized', 'in_flight', 'too_many']);
/** These say nothing of one command: all others would fare alike. */
const GENERAL: ReadonlySet<string> = new Set(['unavailable', 'unauthorized', 'too_many', 'busy']);
/** How much later than another tab's lease ends this one asks again. */
const AFTER_LEASE_MS = 50;

/** In how many milliseconds to try again, 0 for the usual backoff, and whether nothing else would fare better. */
interface Wait {
  readonly ms: number;
  readonly everybody: boolean;
}

export interface SenderOptions {
  readonly outbox: Outbox;
  readonly time: Time;
  /** One try. */
  readonly send: (command: Waiting) => Promise<Outcome<unknown>>;
  /** Somebody is signed in, so that it makes sense to try. */
  readonly may: () => boolean;
  /** A request can leave this computer. */
  readonly leaves: () => boolean;
  /** The server has carried it out. */
  readonly done: (command: Waiting, answer: unknown) => Promise<void>;
  /** The server will not carry it out. */
  readonly refused: (command: Waiting, fault: Fault) => Promise<void>;
}

/** Sends what waits, in order, until the server has answered each. What concerns one ticket never overtakes; a report waits for no other. */
export class Sender {
  readonly #options: SenderOptions;
  readonly #pauses: Pauses;
  #rise: (() => void) | undefined;
  #woken = false;
  #nudged = false;
  #closed = false;

  constructor(options: SenderOptions) {
    this.#options = options;
    this.#pauses = new Pauses(options.time);
    void this.#run();
  }

  /** Something was added, the line is back, somebody has signed in: does not wait any longer. */
  wake(): void {
    this.#woken = true;
    this.#pauses.wake();
    this.#rise?.();
  }

  /** Another tab has changed what waits: looks, if there was nothing to do. Two tabs that fail must not drive each other on. */
  nudge(): void {
    this.#nudged = true;
    this.#rise?.();
  }

  close(): void {
    this.#closed = true;
    this.wake();
  }

  async #run(): Promise<void> {
    const { time } = this.#options;
    for (let attempt = 0; !this.#closed;) {
      this.#woken = this.#nudged = false;
      const waitMs = await this.#round();
      if (this.#closed || this.#woken) attempt = 0;
      else if (waitMs === undefined) await this.#sleep();
      else await this.#pauses.pause(waitMs > 0 ? waitMs : backoffMs(time, attempt++));
    }
  }

  async #sleep(): Promise<void> {
    if (!this.#nudged) await new Promise<void>((rise) => (this.#rise = rise));
    this.#rise = undefined;
  }

  /** Tries each once. Says how long to wait before the next round: 0 is for the usual backoff, undefined until something happens. */
  async #round(): Promise<number | undefined> {
    const { outbox, time, may } = this.#options;
    const waits: number[] = [];
    const stuck = new Set<string>();
    for (const { key, ticket, refused, notBefore } of outbox.waiting) {
      const lane = ticket === 'new' ? key : ticket;
      if (refused || stuck.has(lane)) continue;
      if (!may()) break;
      const early = Math.max(0, notBefore - time.now());
      const wait = early > 0 ? { ms: early, everybody: false } : await this.#try(key);
      if (this.#closed) return undefined;
      if (!wait) continue;
      stuck.add(lane);
      waits.push(wait.ms);
      if (wait.everybody) break;
    }
    await outbox.release();
    return waits.length > 0 ? Math.min(...waits) : undefined;
  }

  /** Undefined: it is settled. */
  async #try(key: string): Promise<Wait | undefined> {
    const { outbox, time, send, leaves, done, refused } = this.#options;
    const claimed = await outbox.claim(key, leaves());
    const command = outbox.find(key);
    if (claimed === false || !command || this.#closed) return undefined;
    if (claimed !== true) return { ms: Math.max(0, claimed - time.now()) + AFTER_LEASE_MS, everybody: true };
    const { value, fault } = await send(command);
    // Another person may have taken over meanwhile: what came of it is found when this one is back.
    if (this.#closed) return undefined;
    if (fault && !isFinal(fault)) {
      const ms = fault.retryAfterMs ?? 0;
      await outbox.wait(key, fault, ms && time.now() + ms);
      return { ms, everybody: GENERAL.has(fault.code) };
    }
    await (fault ? refused(command, fault) : done(command, value));
    return undefined;
  }
}

/** Whether trying again would change nothing. What something between here and the server has answered never is. */
export const isFinal = ({ code, status }: Fault): boolean => {
  const means = Object.hasOwn(FAULTS, code) ? FAULTS[code] : status;
  return means >= 400 && means < 500 && !PASSING.has(code);
};
