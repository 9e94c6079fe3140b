import { ContextProvider } from '@lit/context';
import { css, html, LitElement, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import type { TicketId } from '../../server/contract/ids.ts';
import { VitrineErrorEvent } from '../events/portal-events.ts';
import { actionsContext, type Actions } from '../store/actions.ts';
import type { Embedding, GetToken, Machinery, OpenPortal } from '../store/machinery.ts';
import { PortalStore } from '../store/portal-store.ts';
import { portalContext } from '../store/select.ts';
import { BLANK, type PortalFault, type PortalFaultCode, type Prefill, type View } from '../store/state.ts';
import './vitrine-shell.ts';

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
export class VitrinePortal extends LitElement {
  /** The server that `vitrine.js` came from: whose portal this is, unless the page says otherwise. */
  static servedFrom = '';
  /** Brings what works behind the portal, after the first paint. Set by whoever defines the element. */
  static machinery: () => Promise<OpenPortal>;

  /** Which client company's portal this is. */
  @property() tenant = '';
  /** The server's address; without it, where the script came from. */
  @property() server = '';
  /** An address of the page's own backend that answers with an assertion of the signed-in person. */
  @property({ attribute: 'token-url' }) tokenUrl = '';
  /** Gives an assertion of the signed-in person; wins over `token-url`. */
  @property({ attribute: false }) getToken: GetToken | undefined = undefined;
  /** A BCP 47 language tag; without it the page's `lang`. */
  @property() locale = '';
  /** Light, dark, or as the person's system has it. */
  @property({ attribute: 'color-scheme', reflect: true }) colorScheme: 'auto' | 'light' | 'dark' = 'auto';
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

  readonly #store = new PortalStore();
  readonly #actions = new ContextProvider(this, {
    context: actionsContext,
    initialValue: undefined as Actions | undefined,
  });
  readonly #fallback = document.createElement('slot');
  readonly #reported = new Set<PortalFaultCode>();
  #machinery: Machinery | undefined;
  /** Grows with each start and stop: what was loaded for an older one is not used. */
  #turn = 0;
  #running = false;
  #started = false;

  constructor() {
    super();
    new ContextProvider(this, { context: portalContext, initialValue: this.#store });
    this.#fallback.name = 'fallback';
    this.#follow();
    this.#store.subscribe(() => this.#follow());
  }

  /** Opens the form, with this filled in. */
  compose(prefill: Prefill = {}): void {
    this.#store.update((state) => ({ ...state, view: 'form', prefill }));
  }

  /** Opens a ticket. */
  show(ticketId: string): void {
    const ticket = ticketId as TicketId;
    if (this.#machinery) void this.#machinery.actions.openTicket(ticket);
    else this.#store.update((state) => ({ ...state, view: 'ticket', openTicket: ticket }));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (!this.#running) void this.#start();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // Being moved is leaving and coming back: the session lives on.
    queueMicrotask(() => !this.isConnected && this.#stop());
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    // Not by a template: it has to be there where templates cannot be made.
    root.prepend(this.#fallback);
    return root;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const locale = this.locale || this.closest<HTMLElement>('[lang]')?.lang || navigator.language;
    if (locale !== this.#store.current.locale) this.#store.update((state) => ({ ...state, locale }));
    if (changed.has('site') || changed.has('asset') || changed.has('category') || changed.has('subject')) {
      const { site, asset, category, subject } = this;
      this.#store.update((state) => ({ ...state, prefill: { site, asset, category, subject } }));
    }
    if (changed.has('view')) this.#store.update((state) => ({ ...state, view: this.view }));
    if (changed.has('ticket') && this.ticket) this.show(this.ticket);
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!this.#started) return;
    if (changed.has('tenant') || changed.has('server') || !this.#machinery) this.#restart();
    else if (changed.has('tokenUrl') || changed.has('getToken')) this.#machinery.retry();
  }

  override render() {
    return html`<vitrine-shell color-scheme=${this.colorScheme}>
      <slot name="header" slot="header"></slot>
      <slot name="empty" slot="empty"></slot>
      <slot name="footer" slot="footer"></slot>
    </vitrine-shell>`;
  }

  async #start(): Promise<void> {
    this.#running = true;
    const turn = ++this.#turn;
    await this.updateComplete;
    if (turn !== this.#turn) return;
    this.#started = true;
    try {
      const openPortal = await VitrinePortal.machinery();
      if (turn !== this.#turn) return;
      const machinery = await openPortal({
        element: this,
        store: this.#store,
        embedding: () => this.#embedding(),
        tell: (event) => void this.dispatchEvent(event),
        report: this.#report,
        warn: this.#say,
      });
      if (turn !== this.#turn) return machinery?.stop();
      this.#machinery = machinery;
      this.#actions.setValue(machinery?.actions);
      machinery?.start();
    } catch (error) {
      if (turn !== this.#turn) return;
      this.#report({
        code: 'load_failed',
        detail: `A part of the portal could not be loaded: ${String(error)}.`,
        help: 'Let script-src of the page allow the whole server, and keep all files of one build together.',
      });
    }
  }

  #stop(): void {
    if (!this.#running) return;
    this.#turn += 1;
    this.#running = this.#started = false;
    this.#machinery?.stop();
    this.#machinery = undefined;
    this.#actions.setValue(undefined);
    const { locale, view, prefill } = this.#store.current;
    this.#store.update(() => ({ ...BLANK, locale, view: view === 'ticket' ? 'list' : view, prefill }));
  }

  #restart(): void {
    this.#stop();
    void this.#start();
  }

  #embedding(): Embedding {
    const { tenant, tokenUrl, getToken } = this;
    return { tenant, tokenUrl, getToken, server: (this.server || VitrinePortal.servedFrom).replace(/\/+$/, '') };
  }

  #follow(): void {
    const { fault } = this.#store.current;
    this.#fallback.hidden = !fault;
    if (!fault) this.#reported.clear();
  }

  readonly #report = (fault: PortalFault): void => {
    this.#store.update((state) => ({ ...state, fault, phase: state.phase === 'ready' ? 'ready' : 'failed' }));
    this.#say(fault);
  };

  readonly #say = (fault: PortalFault): void => {
    if (this.#reported.has(fault.code)) return;
    this.#reported.add(fault.code);
    console.error(`<vitrine-portal> ${fault.code}: ${fault.detail} ${fault.help}`);
    this.dispatchEvent(new VitrineErrorEvent(fault));
  };

  static override readonly styles = css`
    :host {
      display: block;
    }

    :host([hidden]) {
      display: none;
    }
  `;
}

declare global {
  interface HTMLElementTagNameMap {
    'vitrine-portal': VitrinePortal;
  }
}
