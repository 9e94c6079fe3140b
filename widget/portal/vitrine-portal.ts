import { html, nothing, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import { bring, bringLater } from '../bring.ts';
import { VitrineToggleEvent } from '../events/portal-events.ts';
import type { Prefill, Showing, View } from '../store/state.ts';
import { VitrineElement } from './vitrine-element.ts';

/**
 * The customer's portal: report a fault, see one's tickets, watch one being fixed. An address of the page that ends in
 * `#vitrine-ticket=<id>` opens a ticket, one in `#vitrine-report&site=…&asset=…&category=…&subject=…&text=…` the form with that filled in; the portal
 * itself never changes the address. After a reload it is where it was.
 *
 * @event {VitrineReadyEvent} vitrine-ready - The portal shows what it knows of this person.
 * @event {VitrineRegisteredEvent} vitrine-registered - The person has registered a ticket.
 * @event {VitrineChangeEvent} vitrine-change - Something has happened to a ticket.
 * @event {VitrineUnreadEvent} vitrine-unread - How many tickets have news has changed.
 * @event {VitrineToggleEvent} vitrine-toggle - With `mode="launcher"`: the panel was opened or closed.
 * @event {VitrineAuthRequiredEvent} vitrine-auth-required - The page has to sign the person in again.
 * @event {VitrineErrorEvent} vitrine-error - Something is wrong with the embedding or the line.
 * @slot fallback - How to reach the service company without the portal; seen before it has loaded and whenever something is wrong.
 * @slot header - Above the portal.
 * @slot footer - Below the portal.
 * @slot empty - Instead of the sentence in an empty list.
 * @slot launcher - With `mode="launcher"`: the face of the button.
 */
export class VitrinePortal extends VitrineElement {
  /** In its place in the page, or as a floating button that opens it as a panel. */
  @property({ reflect: true }) mode: 'inline' | 'launcher' = 'inline';
  /** With `mode="launcher"`: the corner of the window. */
  @property() placement: 'bottom-end' | 'bottom-start' | 'top-end' | 'top-start' = 'bottom-end';
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

  #isOpen = false;
  #wasOpen = false;
  #hash = '';

  /** Opens the panel. */
  open(): void {
    this.#toggle(true);
  }

  /** Closes the panel; what is in it stays as it is. */
  close(): void {
    this.#toggle(false);
  }

  /** Opens the form, with this filled in. */
  compose(prefill: Prefill = {}): void {
    this.store.update((state) => ({ ...state, view: 'form', waiting: undefined, prefill }));
    this.open();
  }

  /** Opens a ticket. */
  show(ticketId: string): void {
    this.openTicket(ticketId);
    this.open();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('hashchange', this.#followLink);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('hashchange', this.#followLink);
  }

  protected override get first(): Partial<Showing> {
    return {};
  }

  protected override arrived(whose: string): void {
    const { store } = this;
    const remember = async (): Promise<void> => {
      const { rememberPlace } = await import('./place.ts');
      // What the page has said comes first.
      await this.updateComplete;
      if (store === this.store) rememberPlace(store, `${whose} ${this.id}`, this.#followLink);
    };
    // Only who has been here before has a place to come back to.
    if (hasPlaces()) return bring(remember);
    bringLater(remember);
    void this.updateComplete.then(this.#followLink);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has('site') || changed.has('asset') || changed.has('category') || changed.has('subject')) {
      const { site, asset, category, subject } = this;
      this.store.update((state) => ({ ...state, prefill: { site, asset, category, subject } }));
    }
    if (changed.has('view')) this.store.update((state) => ({ ...state, view: this.view }));
    if (changed.has('ticket') && this.ticket) this.openTicket(this.ticket);
    const folded = this.mode === 'launcher' && !this.#isOpen;
    if (folded !== this.store.current.folded) this.store.update((state) => ({ ...state, folded }));
    if (this.mode === 'launcher') bring(() => import('./vitrine-launcher.ts'));
  }

  override render() {
    if (this.mode !== 'launcher') return this.shell();
    return html`<vitrine-launcher
      color-scheme=${this.colorScheme}
      placement=${this.placement}
      ?open=${this.#isOpen}
      .toggle=${this.#toggle}
    >
      <slot name="launcher" slot="launcher"></slot>
      ${this.#wasOpen ? this.shell(true) : nothing}
    </vitrine-launcher>`;
  }

  readonly #toggle = (isOpen: boolean): void => {
    if (this.mode !== 'launcher' || isOpen === this.#isOpen) return;
    this.#isOpen = isOpen;
    this.#wasOpen ||= isOpen;
    this.requestUpdate();
    const { view, openTicket } = this.store.current;
    // What is read now is news no more.
    if (isOpen && view === 'ticket' && openTicket) this.openTicket(openTicket);
    this.dispatchEvent(new VitrineToggleEvent(isOpen));
  };

  readonly #followLink = (): void => {
    const { hash } = location;
    if (hash === this.#hash) return;
    this.#hash = hash;
    if (!hash.startsWith('#vitrine-')) return;
    bring(async () => {
      const { readLink } = await import('./place.ts');
      const link = readLink(hash);
      if (link?.ticket) this.show(link.ticket);
      if (link?.prefill) this.compose({ ...this.store.current.prefill, ...link.prefill });
    });
  };
}

/** Storage may be closed to the page. */
function hasPlaces(): boolean {
  try {
    return sessionStorage.length > 0;
  } catch {
    return false;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vitrine-portal': VitrinePortal;
  }
}
