import { ContextProvider } from '@lit/context';
import { css, html, LitElement, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import type { TicketId } from '../../server/contract/ids.ts';
import { VitrineErrorEvent } from '../events/portal-events.ts';
import { actionsContext, type Actions } from '../store/actions.ts';
import type { Embedding, GetToken, Machinery, OpenPortal } from '../store/machinery.ts';
import { recallClient } from '../store/client-memory.ts';
import { PortalStore } from '../store/portal-store.ts';
import { portalContext } from '../store/select.ts';
import type { PortalFault, PortalFaultCode, Showing } from '../store/state.ts';
import './vitrine-shell.ts';

/**
 * What every element for a page has: whose it is, where its tokens come from, in which language and colours. Elements of one page that
 * name the same server, client and source of tokens share one session, one connection and what is known.
 */
export abstract class VitrineElement extends LitElement {
  /** The server that `vitrine.js` came from: whose element this is, unless the page says otherwise. */
  static servedFrom = '';
  /** Brings what works behind the element, after the first paint. Set by whoever defines the element. */
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

  protected store = this.#openStore();
  readonly #state = new ContextProvider(this, { context: portalContext, initialValue: this.store });
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
    this.#fallback.name = 'fallback';
    this.#follow();
  }

  /** What it shows before the page has said anything. */
  protected abstract get first(): Partial<Showing>;

  /** Opens a ticket. */
  protected openTicket(ticketId: string): void {
    const ticket = ticketId as TicketId;
    if (this.#machinery) void this.#machinery.actions.openTicket(ticket);
    else this.store.update((state) => ({ ...state, view: 'ticket', openTicket: ticket }));
  }

  /** It stands in the page. @param whose names server and client */
  protected arrived(_whose: string): void {}

  /** Sends an event into the page. */
  protected tell(event: Event): void {
    this.dispatchEvent(event);
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

  protected override willUpdate(_: PropertyValues): void {
    const locale = this.locale || this.closest<HTMLElement>('[lang]')?.lang || navigator.language;
    if (locale !== this.store.current.locale) this.store.update((state) => ({ ...state, locale }));
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!this.#started) return;
    const asked = changed.has('tokenUrl') || changed.has('getToken');
    if (changed.has('tenant') || changed.has('server') || (asked && !this.#machinery?.follow())) this.#restart();
  }

  override render() {
    return this.shell();
  }

  /** @param flush in a box that has its own border */
  protected shell(flush = false) {
    return html`<vitrine-shell color-scheme=${this.colorScheme} ?flush=${flush}>
      <slot name="header" slot="header"></slot>
      <slot name="empty" slot="empty"></slot>
      <slot name="footer" slot="footer"></slot>
    </vitrine-shell>`;
  }

  async #start(): Promise<void> {
    this.#running = true;
    const turn = ++this.#turn;
    const { server, tenant } = this.#embedding();
    const client = recallClient(server, tenant);
    this.store.update((state) => ({ ...state, client }));
    this.arrived(`${server} ${tenant}`);
    await this.updateComplete;
    if (turn !== this.#turn) return;
    this.#started = true;
    const element = this.constructor as typeof VitrineElement;
    const { store } = this;
    try {
      const openPortal = await element.machinery();
      if (turn !== this.#turn) return;
      const machinery = await openPortal({
        element: this,
        store,
        embedding: () => this.#embedding(),
        tell: (event) => this.tell(event),
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
    // What others know of the same person is theirs.
    const { locale, view, openTicket, prefill, alone } = this.store.current;
    this.store = this.#openStore({
      locale,
      prefill,
      ...(alone ? { openTicket } : { view: view === 'ticket' ? 'list' : view }),
    });
    this.#state.setValue(this.store);
    this.#follow();
  }

  #restart(): void {
    this.#stop();
    void this.#start();
  }

  #openStore(showing: Partial<Showing> = {}): PortalStore {
    const store = new PortalStore({ ...this.first, ...showing });
    store.subscribe(() => store === this.store && this.#follow());
    return store;
  }

  #embedding(): Embedding {
    const { tenant, tokenUrl, getToken } = this;
    const { servedFrom } = this.constructor as typeof VitrineElement;
    return { tenant, tokenUrl, getToken, server: (this.server || servedFrom).replace(/\/+$/, '') };
  }

  #follow(): void {
    const { fault } = this.store.current;
    this.#fallback.hidden = !fault;
    if (!fault) this.#reported.clear();
  }

  readonly #report = (fault: PortalFault): void => {
    this.store.update((state) => ({ ...state, fault, phase: state.phase === 'ready' ? 'ready' : 'failed' }));
    this.#say(fault);
  };

  readonly #say = (fault: PortalFault): void => {
    if (this.#reported.has(fault.code)) return;
    this.#reported.add(fault.code);
    console.error(`<${this.localName}> ${fault.code}: ${fault.detail} ${fault.help}`);
    this.dispatchEvent(new VitrineErrorEvent(fault));
  };

  static override readonly styles = css`
    :host {
      display: block;
      text-align: start;
    }

    :host([hidden]) {
      display: none;
    }
  `;
}
