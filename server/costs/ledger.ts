import type { TicketFact } from '../contract/events.ts';
import type { CostLine, TicketLine } from '../contract/money.ts';
import { afterRevision, stateOfNew, type Allowance } from './approval.ts';

/** A ticket's lines while one command changes them, with the facts that it brings about: each is decided on what the ones before it left. */
export class Ledger {
  readonly facts: TicketFact[] = [];
  #lines: readonly TicketLine[];
  /** Something waited for an approval before the command came. */
  readonly #waits: boolean;
  readonly #allowance: Allowance;

  constructor(lines: readonly TicketLine[], allowance: Allowance) {
    this.#lines = lines;
    this.#waits = lines.some(({ state }) => state === 'awaiting');
    this.#allowance = allowance;
  }

  get lines(): readonly TicketLine[] {
    return this.#lines;
  }

  /** The lines of one visit. */
  linesOf(arrival: number): readonly TicketLine[] {
    return this.#lines.filter((line) => line.arrival === arrival);
  }

  /** Puts a line under the limits that hold; one that goes over them while another already waits was begun without approval. */
  add(made: CostLine, reason?: string | null): void {
    const state = stateOfNew(made, this.#lines, this.#allowance);
    const line: CostLine = { ...made, state, ...(state === 'awaiting' && this.#waits && { unapproved: true }) };
    this.#lines = [...this.#lines, line];
    this.facts.push({ type: 'cost_added', line, ...(reason !== undefined && { reason }) });
  }

  revise(before: TicketLine, made: CostLine, reason?: string | null): void {
    const others = this.#lines.filter(({ id }) => id !== before.id);
    const line: CostLine = {
      ...afterRevision(made, before, others, this.#allowance),
      ...(before.unapproved && { unapproved: true }),
    };
    this.#lines = this.#lines.map((each) => (each.id === line.id ? line : each));
    this.facts.push({ type: 'cost_revised', line, ...(reason !== undefined && { reason }) });
  }

  remove({ id, title }: TicketLine): void {
    this.#lines = this.#lines.filter((line) => line.id !== id);
    this.facts.push({ type: 'cost_removed', line: id, title });
  }
}
