import type { ReactiveController, ReactiveElement } from 'lit';
import type { TicketsAnswer } from '../../server/contract/answers.ts';
import type { TicketView } from '../../server/contract/ticket.ts';
import { awaitingSum, mayApprove } from '../text/viewing.ts';
import { Select } from './select.ts';
import { withTickets } from './snapshot.ts';
import type { PortalState } from './state.ts';

/** Whether this person could approve anything at all. */
export const approves = ({ boot }: PortalState): boolean =>
  boot !== null && boot.person.approvalLimit !== 0 && ['employee', 'approver'].includes(boot.person.role);

const waits = (ticket: TicketView | undefined, { boot }: PortalState): ticket is TicketView =>
  ticket !== undefined && boot !== null && awaitingSum(ticket) > 0 && mayApprove(ticket, boot);

/** What waits for this person's approval and is held, in its order: a frame that decides a ticket takes it out at once. */
export const waitingIn = (state: PortalState): readonly TicketView[] =>
  (state.approvals?.ids ?? []).map((id) => state.tickets.get(id)).filter((ticket) => waits(ticket, state));

/**
 * A page of what waits. What is shown keeps its place.
 *
 * @param isMore the page after the last one, not the first one anew
 */
export function takeApprovals(state: PortalState, answer: TicketsAnswer, isMore: boolean): PortalState {
  const before = waitingIn(state).map(({ id }) => id);
  const page = answer.tickets.map(({ id }) => id);
  const ids = [...new Set([...before, ...page])];
  // Once there are more pages, the first one anew says nothing of the last.
  const next = isMore || before.length <= page.length ? answer.next : (state.approvals?.next ?? null);
  const { tickets, sum } = answer.waiting ?? { tickets: ids.length, sum: 0 };
  return { ...state, tickets: withTickets(state, answer.tickets), approvals: { ids, next, tickets, sum } };
}

/** Changes when what is shown may have become wrong: `skipped why`, where `why` is empty as long as nothing says so. */
function staleness(state: PortalState): string {
  if (!approves(state)) return '';
  const { approvals, tickets, skipped, link } = state;
  const known = new Set(approvals?.ids);
  const changed = [...tickets.values()].filter((ticket) => waits(ticket, state) !== known.has(ticket.id));
  const why = [...(approvals ? [] : ['unknown']), ...changed.map(({ id }) => id)].join();
  // What could not be asked while the line was down is asked when it is up again.
  return `${skipped} ${why && `${link.state},${why}`}`;
}

/** Keeps what waits current while its host is on the page: asks for it anew when a change has made it wrong. */
export class KeepApprovals implements ReactiveController {
  readonly #stale: Select<string>;
  readonly #load: () => void;
  #asked = '';

  constructor(host: ReactiveElement, load: () => void) {
    this.#load = load;
    this.#stale = new Select(host, staleness);
    host.addController(this);
  }

  hostUpdated(): void {
    const stale = this.#stale.value ?? '';
    if (stale === this.#asked) return;
    const [skipped, why] = stale.split(' ');
    const isSkipped = this.#asked !== '' && skipped !== this.#asked.split(' ')[0];
    this.#asked = stale;
    if (why || isSkipped) this.#load();
  }
}
