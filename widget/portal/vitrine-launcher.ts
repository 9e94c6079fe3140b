import { LitElement, html, nothing, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import { define } from '../define.ts';
import { Select } from '../store/select.ts';
import { loadTexts, type Texts } from '../text/texts.ts';
import { PLAIN, ThemeSheet } from '../theme/theme-sheet.ts';
import { PARTS } from '../ui/parts.ts';
import { launcherStyles } from './launcher.css.ts';

/**
 * A floating button with the number of tickets that have news, and the panel that it opens: at the corner of a wide window, as large as a small
 * one. The rest of the page stays usable beside it.
 *
 * @slot launcher - The face of the button.
 * @slot - What is in the panel.
 * @csspart launcher - The button.
 * @csspart badge - How many tickets have news.
 * @csspart panel - The panel.
 * @csspart close - The button that closes it.
 */
export class VitrineLauncher extends LitElement {
  /** `light`, `dark`, or `auto`: as page and system have it. */
  @property({ attribute: 'color-scheme' }) colorScheme = 'auto';
  /** The corner of the window. */
  @property({ reflect: true }) placement = 'bottom-end';
  /** Whether the panel is open. */
  @property({ type: Boolean }) open = false;
  /** Asked for by the person. */
  @property({ attribute: false }) toggle: (open: boolean) => void = () => {};

  readonly #theme = new ThemeSheet(this);
  readonly #client = new Select(this, (state) => (state.boot ?? state.client)?.theme);
  readonly #locale = new Select(this, (state) => state.locale);
  readonly #unread = new Select(this, (state) => state.unread.size);
  #texts: Texts | undefined;
  #spoken: unknown;
  /** The page has its own face for the button. */
  #pageSays = false;

  override connectedCallback(): void {
    super.connectedCallback();
    this.setAttribute('exportparts', PARTS);
  }

  protected override willUpdate(): void {
    const [locale, theme] = [this.#locale.value, this.#client.value];
    void this.#theme.apply(theme ?? PLAIN);
    const spoken = JSON.stringify([locale, theme]);
    if (!locale || spoken === this.#spoken) return;
    this.#spoken = spoken;
    void loadTexts(locale, theme, (texts) => {
      if (spoken !== this.#spoken) return;
      this.#texts = texts;
      this.requestUpdate();
    });
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has('open')) return;
    // Where the person goes on, not where the page is loaded.
    if (this.open) this.#find('.panel')?.focus();
    else if (changed.get('open') && this.matches(':focus-within')) this.#find('.launcher')?.focus();
  }

  override render() {
    const texts = this.#texts;
    if (!texts?.t('launcher')) return nothing;
    const { t, format } = texts;
    const n = this.#unread.value ?? 0;
    const news = n > 0 ? `, ${t('launcher.news', { n })}` : '';
    return html`
      <button
        class="launcher"
        part="launcher"
        lang=${format.locale}
        aria-haspopup="dialog"
        aria-expanded=${this.open ? 'true' : 'false'}
        aria-label=${t('launcher') + news}
        @click=${() => this.toggle(!this.open)}
        @keydown=${this.#escape}
      >
        <slot name="launcher" @slotchange=${this.#readSlot}></slot>
        ${this.#pageSays ? nothing : html`<span>${t('launcher')}</span>`}
        ${n > 0 ? html`<span class="badge" part="badge" aria-hidden="true">${format.number(n)}</span>` : nothing}
      </button>
      <div class="hidden" role="status">${n > 0 ? t('launcher.news', { n }) : nothing}</div>
      <div
        class="panel"
        part="panel"
        role="dialog"
        tabindex="-1"
        aria-label=${t('launcher')}
        lang=${format.locale}
        ?hidden=${!this.open}
        @keydown=${this.#escape}
      >
        <b>${t('launcher')}</b>
        <button class="close" part="close" aria-label=${t('launcher.close')} @click=${() => this.toggle(false)}>
          <svg viewBox="0 0 24 24" aria-hidden="true"><path d="M6 6l12 12M18 6L6 18"></path></svg>
        </button>
        <slot></slot>
      </div>
    `;
  }

  readonly #escape = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented || !this.open) return;
    event.preventDefault();
    this.toggle(false);
  };

  /** The slot's own fallback would never show: to it, the portal's slot that is put in here is content, empty or not. */
  readonly #readSlot = (event: Event): void => {
    this.#pageSays = (event.currentTarget as HTMLSlotElement).assignedElements({ flatten: true }).length > 0;
    this.requestUpdate();
  };

  #find(selector: string): HTMLElement | null {
    return this.renderRoot.querySelector(selector);
  }

  static override readonly styles = launcherStyles;
}

define('vitrine-launcher', VitrineLauncher);
