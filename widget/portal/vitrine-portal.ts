import type { PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import type { Prefill, Showing, View } from '../store/state.ts';
import { VitrineElement } from './vitrine-element.ts';

/**
 * The customer's portal: report a fault, see one's tickets, watch one being fixed.
 *
 * @event {VitrineReadyEvent} vitrine-ready - The portal shows what it knows of this person.
 * @event {VitrineRegisteredEvent} vitrine-registered - The person has registered a ticket.
 * @event {VitrineChangeEvent} vitrine-change - Something has happened to a ticket.
 * @event {VitrineUnreadEvent} vitrine-unread - How many tickets have news has changed.
 * @event {VitrineAuthRequiredEvent} vitrine-auth-required - The page has to sign the person in again.
 * @event {VitrineErrorEvent} vitrine-error - Something is wrong with the embedding or the line.
 * @slot fallback - How to reach the service company without the portal; seen before it has loaded and whenever something is wrong.
 * @slot header - Above the portal.
 * @slot footer - Below the portal.
 * @slot empty - Instead of the sentence in an empty list.
 */
export class VitrinePortal extends VitrineElement {
  /** What is shown first. */
  @property() view: View = 'list';
  /** The ticket that is shown first. */
  @property() ticket = '';
  /** Filled into the form beforehand. */
  @property() site = '';
  /** Filled into the form beforehand. */
  @property() asset = '';
  /** Filled into the form beforehand. */
  @property() category = '';
  /** Filled into the form beforehand. */
  @property() subject = '';

  /** Opens the form, with this filled in. */
  compose(prefill: Prefill = {}): void {
    this.store.update((state) => ({ ...state, view: 'form', waiting: undefined, prefill }));
  }

  /** Opens a ticket. */
  show(ticketId: string): void {
    this.openTicket(ticketId);
  }

  protected override get first(): Partial<Showing> {
    return {};
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has('site') || changed.has('asset') || changed.has('category') || changed.has('subject')) {
      const { site, asset, category, subject } = this;
      this.store.update((state) => ({ ...state, prefill: { site, asset, category, subject } }));
    }
    if (changed.has('view')) this.store.update((state) => ({ ...state, view: this.view }));
    if (changed.has('ticket') && this.ticket) this.show(this.ticket);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vitrine-portal': VitrinePortal;
  }
}
