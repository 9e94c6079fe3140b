import { ContextProvider } from '@lit/context';
import { LitElement, css, html, nothing, type PropertyValues } from 'lit';
import { isMass } from '../../server/contract/ticket.ts';
import { define } from '../define.ts';
import { Select } from '../store/select.ts';
import { loadTexts, textsContext, type Texts } from '../text/texts.ts';
import { base } from '../ui/base.css.ts';
import { PARTS } from '../ui/parts.ts';
import { bring, bringLater } from '../bring.ts';
import { shellStyles } from './shell.ts';
import { bones, skeleton } from './skeleton.ts';
import './vitrine-ticket-view.ts';

/** Pixels from which the list stands beside a ticket. */
const WIDE = 820;

/**
 * Lays out the portal: the list beside one ticket or the form where it is wide, one of them at a time where it is narrow. Gives everything
 * inside its language.
 *
 * @slot header - Above everything.
 * @slot footer - Below everything.
 * @slot empty - What a person reads who has no tickets yet.
 * @csspart frame - List and pane.
 * @csspart list - The column of the list.
 * @csspart pane - Where the ticket or the form stands.
 */
export class VitrinePortalFrame extends LitElement {
  readonly #phase = new Select(this, (state) => state.phase);
  readonly #alone = new Select(this, (state) => state.alone);
  readonly #view = new Select(this, (state) => state.view);
  readonly #open = new Select(this, (state) => state.openTicket);
  /** Whether there may be anything to know for everybody. The form says itself what is known of its site. */
  readonly #isMass = new Select(this, ({ tickets, alone }) => !alone && [...tickets.values()].some(isMass));
  readonly #locale = new Select(this, (state) => state.locale);
  readonly #theme = new Select(this, (state) => (state.boot ?? state.client)?.theme);
  /** It is known whose portal it is, before the server is heard. */
  readonly #stands = new Select(this, (state) => state.phase === 'starting' && state.client !== null && !state.alone);
  readonly #texts = new ContextProvider(this, { context: textsContext });
  #asked: unknown;
  /** Nothing more has to be loaded for a ticket. */
  #complete = false;
  /** Once begun a report is kept, whatever is looked at meanwhile. */
  #composed = false;
  #place: string | undefined;
  /** Where the person was before this draw, which may hide it. */
  #inside = false;
  readonly #resized = new ResizeObserver(() => this.#bringList());

  override connectedCallback(): void {
    super.connectedCallback();
    this.setAttribute('exportparts', PARTS);
    this.#resized.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resized.disconnect();
  }

  protected override willUpdate(): void {
    this.#inside = this.matches(':focus-within');
    this.#composed ||= this.#view.value === 'form';
    const [locale, theme] = [this.#locale.value, this.#theme.value];
    const asked = `${locale}${JSON.stringify(theme)}`;
    if (!locale || asked === this.#asked) return;
    this.#asked = asked;
    void loadTexts(locale, theme, (texts) => {
      // The language may have been changed again meanwhile.
      if (asked !== this.#asked) return;
      this.#texts.setValue(texts);
      this.requestUpdate();
    });
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (this.#stands.value) bring(() => import('./vitrine-standing.ts'));
    if (this.#view.value === 'form') bring(() => import('./vitrine-report-form.ts'));
    if (this.#view.value === 'visitors') bring(() => import('./vitrine-visitors.ts'));
    if (this.#isMass.value) bring(() => import('./vitrine-incidents.ts'));
    if (this.#view.value === 'approvals') bring(() => import('./vitrine-approvals.ts'));
    this.#bringList();
    this.#bringMore();
    void this.#follow();
  }

  /** What may soon be wanted comes when the page has drawn what it is for; what is wrong is said at once. */
  #bringMore(): void {
    const phase = this.#phase.value;
    if (this.#complete || phase === 'starting') return;
    const more = async (): Promise<void> => {
      // Asked for one of the other sentences, they all come.
      this.#texts.value?.t('message');
      await import('./beside-a-ticket.ts');
      this.#complete = true;
    };
    if (phase === 'failed') bring(more);
    else bringLater(more);
  }

  /** Whoever looks at one ticket in little room does without. */
  #bringList(): void {
    if (this.#alone.value) return;
    if (this.#view.value === 'list' || this.offsetWidth >= WIDE) bring(() => import('./vitrine-ticket-list.ts'));
  }

  /** Whoever chose something is taken there, if he was in the portal; a page that loads loses nothing to it. */
  async #follow(): Promise<void> {
    const place = `${this.#view.value} ${this.#open.value}`;
    const before = this.#place;
    // Whoever chooses something before it can be shown is taken there when it is.
    this.#place = this.#stands.value ? (before ?? place) : place;
    if (this.#stands.value) return;
    if (before === undefined || before === place || !this.#inside) return;
    await Promise.resolve();
    const shown = this.renderRoot.querySelector<LitElement>(
      this.#view.value === 'list' ? 'vitrine-ticket-list' : '.pane > :not([hidden], vitrine-receipt)',
    );
    if (!shown) return;
    await customElements.whenDefined(shown.localName);
    await shown.updateComplete;
    if (this.#place === place) shown.focus();
  }

  override render() {
    const texts = this.#texts.value;
    if (texts && this.#stands.value) return html`<vitrine-standing>${skeleton()}</vitrine-standing>`;
    if (!texts || this.#phase.value === 'starting') return skeleton(this.#alone.value);
    // Its words stand there until the rest of it has arrived.
    if (this.#phase.value === 'failed')
      return html`<vitrine-fault exportparts=${PARTS}><p role="alert">${texts.t('fault')}</p></vitrine-fault>`;
    const view = this.#view.value;
    return html`
      <div lang=${texts.format.locale}>
        <slot name="header"></slot>
        ${this.#isMass.value && view !== 'form' ? html`<vitrine-incidents></vitrine-incidents>` : nothing}
        <vitrine-link-notice></vitrine-link-notice>
        <div class="frame ${this.#alone.value ? 'alone' : view}" part="frame">
          ${
            this.#alone.value
              ? nothing
              : html`<vitrine-ticket-list part="list"><slot name="empty" slot="empty"></slot></vitrine-ticket-list>`
          }
          <div class="pane" part="pane">
            ${this.#composed ? html`<vitrine-report-form ?hidden=${view !== 'form'}></vitrine-report-form>` : nothing}
            <vitrine-receipt></vitrine-receipt>
            ${view === 'form' ? nothing : view === 'visitors' ? html`<vitrine-visitors></vitrine-visitors>` : this.#ticket(texts)}
          </div>
        </div>
        <slot name="footer"></slot>
      </div>
    `;
  }

  #ticket({ t }: Texts) {
    if (this.#view.value === 'approvals') return html`<vitrine-approvals></vitrine-approvals>`;
    return this.#open.value
      ? html`<vitrine-ticket-view .ticketId=${this.#open.value}></vitrine-ticket-view>`
      : html`<p class="choose muted">${t('empty.choose')}</p>`;
  }

  static override readonly styles = [
    base,
    shellStyles,
    bones,
    css`
      .frame {
        display: grid;
        grid-template-columns: minmax(290px, 31%) 1fr;
        min-height: 560px;
      }

      .alone {
        grid-template-columns: 1fr;
        min-height: 0;
      }

      /* What was known stays, greyed; what a person may still do does not look as if he could not. */
      vitrine-link-notice[shown] + .frame > .pane > :not(vitrine-report-form, vitrine-receipt) {
        filter: grayscale(1);
      }

      /* A browser that holds the list in place does not hold what is read beside it. */
      vitrine-ticket-list {
        overflow-anchor: none;
        min-width: 0;
        background: var(--_surface-raised);
        border-inline-end: 1px solid var(--_border);
      }

      vitrine-ticket-list:not(:defined) > * {
        display: none;
      }

      .pane {
        min-width: 0;
      }

      .choose {
        display: grid;
        place-content: center;
        height: 100%;
        padding: 24px;
        text-align: center;
      }

      @container (max-width: 819px) {
        .frame {
          grid-template-columns: 1fr;
          min-height: 0;
        }

        vitrine-ticket-list {
          border: 0;
        }

        .list .pane,
        .frame:not(.list) vitrine-ticket-list {
          display: none;
        }
      }

      @container (min-width: 1400px) {
        .frame:not(.alone) {
          grid-template-columns: 400px 1fr;
        }
      }
    `,
  ];
}

define('vitrine-portal-frame', VitrinePortalFrame);
