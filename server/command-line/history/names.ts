import type { FactType, Json, TicketEvent } from '../../contract/events.ts';
import type { TicketId } from '../../contract/ids.ts';
import type { Ticket } from '../../contract/ticket.ts';
import { BadLine } from './line.ts';

/** Which fact makes something with an id, and where that id stands in it. */
const MAKES: { readonly [T in FactType]?: string } = {
  asked: 'question',
  visit_proposed: 'visit',
  paused: 'pause',
  exclusion_claimed: 'exclusion',
  duplicate_marked: 'exclusion',
  declined: 'exclusion',
  cancelled: 'exclusion',
  cost_added: 'line',
};

/** Fields of bodies that take ids of the ticket's own things, one or a list of them. */
const WITHIN = ['question', 'visit', 'pause', 'exclusion', 'line', 'lines'] as const;
/** Instead of a list of cost lines: those that wait for an approval then, also the ones that the price list added by itself. */
const AWAITING = 'awaiting';
/** Fields of bodies that take another ticket. */
const TICKETS = ['of', 'parent'] as const;

/** What a file calls its tickets and what is in them, and what the server calls them. */
export class Names {
  readonly tickets = new Map<string, TicketId>();
  readonly #within = new Map<string, Map<string, string>>();

  /**
   * A body with the server's names instead of the file's; a name that the file did not give stays as it is.
   *
   * @param stand the ticket as it stands, where it is registered
   */
  resolve(
    ticket: string,
    body: Readonly<Record<string, unknown>>,
    stand: Ticket | undefined,
  ): Readonly<Record<string, unknown>> {
    const own = this.#within.get(ticket);
    const within = (name: unknown): unknown => (typeof name === 'string' ? (own?.get(name) ?? name) : name);
    const resolved: Record<string, unknown> = { ...body };
    if (stand && body['lines'] === AWAITING) resolved['lines'] = awaitingIn(stand);
    for (const field of WITHIN) {
      const value = resolved[field];
      if (value !== undefined) resolved[field] = Array.isArray(value) ? value.map(within) : within(value);
    }
    for (const field of TICKETS) {
      const value = resolved[field];
      if (typeof value === 'string') resolved[field] = this.tickets.get(value) ?? value;
    }
    return resolved;
  }

  /** @throws {BadLine} where the command makes nothing with a name, or the ticket has the name already */
  give(ticket: string, name: string, events: readonly TicketEvent[]): void {
    const id = events.flatMap((event) => madeBy(event) ?? []).at(0);
    if (id === undefined) throw new BadLine('as: this command makes nothing that could be named');
    const own = this.#within.get(ticket) ?? new Map<string, string>();
    if (own.has(name)) throw new BadLine(`as: this ticket has a “${name}” already`);
    this.#within.set(ticket, own.set(name, id));
  }
}

const awaitingIn = ({ costs }: Ticket): readonly string[] =>
  costs.lines.filter(({ state }) => state === AWAITING).map(({ id }) => id);

function madeBy({ type, data }: TicketEvent): string | undefined {
  const made: Json | undefined = data[MAKES[type as FactType] ?? ''];
  if (typeof made === 'string') return made;
  return made !== undefined ? String((made as { readonly id: string }).id) : undefined;
}
