import { beforeTheTrip } from './before-the-trip.ts';
import { isTakenLate } from './fate.ts';
import { dispatcher, step, type Moment, type Move, type Played } from './move.ts';
import { onSite, revise } from './on-site.ts';
import { between } from './seeded.ts';
import { disputedIn, type Ticket } from './ticket.ts';

/** Later than the shortest reaction of any contract. */
const LATE_MS = [16 * 60_000, 21 * 60_000] as const;

/** What the company does next in a ticket, from its state alone, so that a play goes on after any restart. Undefined: nothing; the next act is the client's, or the road's. */
export function nextMove(ticket: Ticket, client: Played, moment: Moment): Move | undefined {
  const { pace } = moment;
  switch (ticket.stage) {
    case 'registered': {
      const wait = pace.isTrueToLife && isTakenLate(ticket) ? LATE_MS : pace.accept;
      return dispatcher(Date.parse(ticket.openedAt) + between(ticket.id, wait), step('accept'));
    }
    case 'accepted':
    case 'scheduled':
      return beforeTheTrip(ticket, client, moment);
    case 'on_site':
      return onSite(ticket, client, pace);
    case 'resolved':
      return disputedIn(ticket).length > 0 ? revise(ticket, pace) : undefined;
    default:
      return undefined;
  }
}
