import type { Actor, TicketFact } from '../contract/events.ts';
import type { Instant, TenantId, TicketId } from '../contract/ids.ts';
import { evolve, type Ticket } from '../contract/ticket.ts';
import { seal, type Sealed } from './seal.ts';

/** What a command came to, before it has its place in the log. */
export interface Outcome {
  readonly ticket: TicketId | null;
  /** What the decision saw; undefined before the first event. */
  readonly before: Ticket | undefined;
  readonly facts: readonly { readonly fact: TicketFact; readonly effectiveAt?: Instant }[];
  readonly actor: Actor;
  /** Milliseconds since the epoch, by the server's clock. */
  readonly at: number;
}

/** Where the next event of a tenant's log goes. */
export interface Head {
  readonly log: string;
  position: number;
  number: number;
}

/**
 * Gives facts their places in the log, and says what they make of the ticket. Moves the head.
 *
 * @param leaf of the ticket's newest event
 * @param by how one is sealed
 */
export function sealFacts(
  tenant: TenantId,
  { ticket: id, before, facts, actor, at }: Outcome,
  leaf: string | null,
  head: Head,
  by: typeof seal = seal,
): { readonly ticket: Ticket | undefined; readonly sealed: readonly Sealed[] } {
  let ticket = before;
  let prev = leaf;
  const sealed = facts.map(({ fact, effectiveAt }) => {
    // The log numbers tickets as it numbers events: in the order of commits, without gaps.
    const numbered = fact.type === 'registered' ? { ...fact, number: ++head.number } : fact;
    const one = by(numbered, {
      log: head.log,
      position: ++head.position,
      seq: (ticket?.seq ?? 0) + 1,
      tenant,
      ticket: id!,
      at: new Date(at).toISOString(),
      ...(effectiveAt && { effectiveAt }),
      actor,
      prev,
    });
    ticket = evolve(ticket, one.event);
    prev = one.leaf;
    return one;
  });
  return { ticket, sealed };
}
