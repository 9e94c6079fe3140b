import type { PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import type { TicketId } from '../../server/contract/ids.ts';
import { VitrineChangeEvent, VitrineRegisteredEvent, VitrineUnreadEvent } from '../events/portal-events.ts';
import type { Showing } from '../store/state.ts';
import { VitrineElement } from './vitrine-element.ts';

/**
 * One live ticket alone: for a page that has a list of its own, or a task of another system that the ticket belongs to.
 *
 * @event {VitrineReadyEvent} vitrine-ready - The element shows what it knows.
 * @event {VitrineChangeEvent} vitrine-change - Something has happened to this ticket.
 * @event {VitrineAuthRequiredEvent} vitrine-auth-required - The page has to sign the person in again.
 * @event {VitrineErrorEvent} vitrine-error - Something is wrong with the embedding or the line.
 * @slot fallback - How to reach the service company without the element; seen before it has loaded and whenever something is wrong.
 * @slot header - Above the ticket.
 * @slot footer - Below the ticket.
 */
export class VitrineTicket extends VitrineElement {
  /** The id of the ticket. */
  @property() ticket = '';

  protected override get first(): Partial<Showing> {
    return { alone: true, view: 'ticket' };
  }

  /** What happens to other tickets is not this element's to tell. */
  protected override tell(event: Event): void {
    if (event instanceof VitrineUnreadEvent || event instanceof VitrineRegisteredEvent) return;
    if (event instanceof VitrineChangeEvent && event.ticket.id !== (this.ticket as TicketId)) return;
    super.tell(event);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has('ticket')) this.openTicket(this.ticket);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vitrine-ticket': VitrineTicket;
  }
}
