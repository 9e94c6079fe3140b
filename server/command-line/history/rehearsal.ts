import { isDeepStrictEqual } from 'node:util';
import { entryOf, leafOf } from '../../contract/digest.ts';
import { factOf, type TicketEvent } from '../../contract/events.ts';
import type { TenantId, TicketId } from '../../contract/ids.ts';
import { chargedByMonth } from '../../contract/money.ts';
import { evolve, type Ticket } from '../../contract/ticket.ts';
import type { Append, Appended } from '../../store/append.ts';
import type { EventLog } from '../../store/event-log.ts';
import type { Grown } from '../../store/write-sealed.ts';
import { sealFacts, type Head } from '../../store/seal-facts.ts';
import { draft, seal, type Sealed } from '../../store/seal.ts';

/** The client's log is not what this file makes: somebody works with it already. */
export class LiveEvents extends Error {
  override readonly name = 'LiveEvents';
}

export interface RehearsalDeps {
  readonly tenant: TenantId;
  /** Names the tenant's log. */
  readonly name: string;
  /** The log as it is, and the position of its newest event. */
  readonly log: Pick<EventLog, 'after'>;
  readonly head: number;
  /** Takes what the log does not hold yet, in its order; null: nothing is to be written. */
  readonly record: ((command: Grown) => Promise<void>) | null;
}

const PAGE = 500;

/**
 * The log as a history makes it from its beginning, in memory: `handle` writes to it as to the real one. What the real log holds already
 * has to be the same, event by event, so that an import that was interrupted goes on where it ended, and nothing is ever written beside
 * or among what people did meanwhile.
 */
export class Rehearsal {
  readonly #deps: RehearsalDeps;
  readonly #head: Head;
  readonly #tickets = new Map<TicketId, { readonly ticket: Ticket; readonly leaf: string }>();
  #page: readonly TicketEvent[] = [];

  constructor(deps: RehearsalDeps) {
    this.#deps = deps;
    this.#head = { log: deps.name, position: 0, number: 0 };
  }

  /** How much the history has made so far. */
  get events(): number {
    return this.#head.position;
  }

  get size(): number {
    return this.#tickets.size;
  }

  async find(tenant: TenantId, id: TicketId): Promise<Ticket | undefined> {
    return tenant === this.#deps.tenant ? this.#tickets.get(id)?.ticket : undefined;
  }

  /** As in the store: what other tickets of its site are charged, by month. */
  async spentBeside({ id, site }: Ticket): Promise<ReadonlyMap<string, number>> {
    const others = [...this.#tickets.values()].filter(({ ticket }) => ticket.site === site && ticket.id !== id);
    return chargedByMonth(others.flatMap(({ ticket }) => ticket.costs.lines));
  }

  async append(append: Append): Promise<Appended> {
    const { before, facts, key } = append;
    if (facts.length === 0) return { state: 'written', sealed: [], ticket: before };
    const leaf = this.#tickets.get(append.ticket!)?.leaf ?? null;
    const { tenant, head, record } = this.#deps;
    const isThere = this.#head.position < head;
    const made = sealFacts(tenant, append, leaf, this.#head, record ? seal : draft).sealed;
    const sealed = isThere ? await this.#asInTheLog(made) : made;
    const ticket = sealed.reduce<Ticket | undefined>((state, { event }) => evolve(state, event), before)!;
    this.#tickets.set(ticket.id, { ticket, leaf: sealed.at(-1)!.leaf });
    if (!isThere) await record?.({ ticket, key: key.key, sealed });
    return { state: 'written', sealed, ticket };
  }

  async #asInTheLog(made: readonly Sealed[]): Promise<readonly Sealed[]> {
    const there: Sealed[] = [];
    for (const { event } of made) {
      const known = await this.#at(event.position);
      if (!known || !isSame(known, event)) throw new LiveEvents(`event ${event.position} is not of this file`);
      const entry = entryOf(known);
      there.push({ event: known, entry, leaf: leafOf(entry) });
    }
    return there;
  }

  async #at(position: number): Promise<TicketEvent | undefined> {
    const isOnPage = position <= (this.#page.at(-1)?.position ?? 0);
    if (!isOnPage) this.#page = await this.#deps.log.after(this.#deps.tenant, position - 1, PAGE);
    return this.#page.find((event) => event.position === position);
  }
}

/** Salts, and so what is hashed, are made anew each time; what was done, when and by whom is not. */
function isSame(one: TicketEvent, other: TicketEvent): boolean {
  const told = (event: TicketEvent): unknown => {
    const { seq, ticket, at, effectiveAt = null, actor } = event;
    return JSON.parse(JSON.stringify({ seq, ticket, at, effectiveAt, actor, fact: factOf(event) }));
  };
  return isDeepStrictEqual(told(one), told(other));
}
