import type { Clock } from '../contract/clock.ts';
import type { Eta } from '../contract/eta.ts';
import type { Ticket, TicketView } from '../contract/ticket.ts';
import { policyKey } from '../contract/sla.ts';
import type { Directory } from '../directory/directory.ts';
import { clocksOf } from '../sla/clocks.ts';

/** Where the engineer of a ticket is, as far as the client's tier shows it. */
export type EtaOf = (ticket: Ticket, directory: Directory, now: number) => Eta | null;

/** By the norms that were stamped on the ticket, whatever the contract says today. */
export function clocksNow(ticket: Ticket, { policies }: Directory, now: number): readonly Clock[] {
  const policy = policies.get(policyKey(ticket.policy));
  if (!policy) throw new Error(`policy ${policyKey(ticket.policy)} is stamped on a ticket and is not kept`);
  return clocksOf(ticket, policy, now);
}

export const viewOf = (ticket: Ticket, directory: Directory, now: number, etaOf: EtaOf): TicketView => ({
  ...ticket,
  clocks: clocksNow(ticket, directory, now),
  eta: etaOf(ticket, directory, now),
});
