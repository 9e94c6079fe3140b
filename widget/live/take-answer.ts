import type { CommandAnswer, RegistrationAnswer } from '../../server/contract/answers.ts';
import type { TicketId } from '../../server/contract/ids.ts';
import { VitrineRegisteredEvent } from '../events/portal-events.ts';
import type { Waiting } from '../outbox/outbox.ts';
import { takeRegistered } from '../store/acted.ts';
import { applyEvents } from '../store/fold.ts';
import { opened } from '../store/snapshot.ts';
import type { PortalState } from '../store/state.ts';
import type { Place } from './onlookers.ts';

/**
 * Puts into the store what has become of a command, and tells the page. A ticket is opened only where the person looks at the report that
 * has become it: nothing that he reads jumps.
 *
 * @returns the ticket that was registered
 */
export function takeAnswer(
  { store, changed, tell }: Place,
  update: (change: (state: PortalState) => PortalState) => void,
  { ticket, since }: Waiting,
  answer: unknown,
  isSeen: boolean,
): TicketId | undefined {
  if (ticket !== 'new') {
    const before = store.current;
    const { events } = answer as CommandAnswer;
    update((state) => applyEvents(state, events));
    changed(before, events);
    return undefined;
  }
  const registration = answer as RegistrationAnswer;
  const { id } = registration.ticket;
  update((state) => {
    const next = takeRegistered(state, registration, since);
    return isSeen ? { ...opened(next, id), waiting: undefined } : next;
  });
  tell(new VitrineRegisteredEvent(store.current.tickets.get(id) ?? registration.ticket));
  return id;
}
