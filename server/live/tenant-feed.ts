import type { TenantId } from '../contract/ids.ts';
import type { Report } from '../report.ts';
import type { Emission, Pump } from './pump.ts';
import { readTurn, type FeedSource } from './turn.ts';

/** Under load a tenant's log is read once in so many milliseconds; a lone event at once. */
export const TURN_MS = 100;

export interface FeedDeps extends FeedSource {
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly report: Report;
}

/** A reader with the way to him. */
export interface Member {
  readonly pump: Pump;
  readonly send: (emission: Emission) => void;
}

/** All readers of one tenant: reads the log once for them together, as often as there is reason to and no oftener than useful. */
export class TenantFeed {
  readonly members = new Set<Member>();
  readonly #tenant: TenantId;
  readonly #deps: FeedDeps;
  #lookedAt = -Infinity;
  #broughtAt = -Infinity;
  #timer: NodeJS.Timeout | undefined;
  #running = false;
  #again: 'no' | 'look' | 'poke' = 'no';

  constructor(tenant: TenantId, deps: FeedDeps) {
    this.#tenant = tenant;
    this.#deps = deps;
  }

  /** There may be something to send: a reader came, or it is time to look. */
  request(): void {
    if (this.#running) this.#again = this.#again === 'poke' ? 'poke' : 'look';
    else this.#startAfter(this.#lookedAt);
  }

  /** There is something to send. A look that found nothing does not hold it up; only what was sent just before does. */
  poked(): void {
    if (this.#running) this.#again = 'poke';
    else this.#startAfter(this.#broughtAt);
  }

  #startAfter(since: number): void {
    const wait = Math.min(TURN_MS, since + TURN_MS - this.#deps.now());
    if (wait <= 0) void this.#run();
    else this.#timer ??= setTimeout(() => void this.#run(), wait);
  }

  close(): void {
    clearTimeout(this.#timer);
    this.members.clear();
  }

  async #run(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#running = true;
    this.#again = 'no';
    this.#lookedAt = this.#deps.now();
    try {
      await this.#turn();
    } catch (error) {
      // The next poll tries again; what was not sent is still in the log.
      this.#deps.report({ level: 'error', event: 'live_turn', error });
    }
    this.#running = false;
    this.#goOn();
  }

  /** What came while a turn ran. */
  #goOn(): void {
    if (this.members.size === 0) return;
    if (this.#again === 'poke') this.poked();
    else if (this.#again === 'look') this.request();
  }

  async #turn(): Promise<void> {
    // Who comes while the turn is read waits for the next: his cursor may be newer than its head.
    const members = [...this.members];
    if (members.length === 0) return;
    const from = members.flatMap(({ pump }) => pump.wants ?? []);
    const sessions = [...new Set(members.map(({ pump }) => pump.session))];
    const turn = await readTurn(this.#deps, this.#tenant, { from, sessions }, this.#deps.now());
    if (turn.events.length > 0) this.#broughtAt = this.#lookedAt;
    for (const member of members) {
      if (!this.members.has(member)) continue;
      for (const emission of member.pump.turn(turn, this.#deps.now())) member.send(emission);
      if ((member.pump.wants ?? turn.head) < turn.from) this.request();
    }
  }
}
