import { css, html, nothing, type PropertyValues } from 'lit';
import { define } from '../define.ts';
import { Select } from '../store/select.ts';
import type { Link } from '../store/state.ts';
import { PortalElement } from '../ui/portal-element.ts';

/** A short gap is nobody's business: how long a line may be down before it is told. */
const PATIENCE_MS: { readonly [S in Link['state']]: number } = {
  live: Infinity,
  connecting: 3000,
  offline: 1000,
  auth_required: 0,
  final: 0,
};

/**
 * Says that what is shown is no longer live, as of when it is, and what to do.
 *
 * @attr shown - Set while it says something: what stands below is no longer live.
 * @csspart notice - The bar.
 */
export class VitrineLinkNotice extends PortalElement {
  readonly #link = new Select(this, (state) => state.link);
  readonly #fault = new Select(this, (state) => state.fault);
  readonly #heardAt = new Select(this, (state) => (state.link.state === 'live' ? 0 : state.heardAt));
  #timer: ReturnType<typeof setTimeout> | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    clearTimeout(this.#timer);
    const wait = this.#waitMs;
    this.toggleAttribute('shown', wait <= 0);
    if (wait > 0 && wait < Infinity) this.#timer = setTimeout(() => this.requestUpdate(), wait);
  }

  /** How long the notice still has to wait. */
  get #waitMs(): number {
    const link = this.#link.value;
    return link ? link.since + PATIENCE_MS[link.state] - Date.now() : Infinity;
  }

  override render() {
    const shown = this.#waitMs <= 0;
    return html`<div role="status">${shown ? this.#notice() : nothing}</div>`;
  }

  #notice() {
    const { t, format } = this.viewing;
    const state = this.#link.value?.state;
    const fault = this.#fault.value;
    const text =
      state === 'connecting'
        ? t('link.connecting')
        : !fault || (state === 'offline' && fault.code !== 'websocket_blocked')
          ? t('link.lost', { time: format.second(this.#heardAt.value || Date.now()) })
          : this.faultText(fault);
    return html`<p class="row small" part="notice">
      <span class="dot warn">${text}</span>
      <button class="quiet" @click=${() => this.actions?.retry()}>${t('fault.retry')}</button>
    </p>`;
  }

  static override readonly styles = [
    PortalElement.styles,
    css`
      p {
        padding: 0 16px;
        align-items: center;
        border-block-end: 1px solid var(--_border);
        background: color-mix(in srgb, var(--_warning) 9%, var(--_surface));
      }
    `,
  ];
}

define('vitrine-link-notice', VitrineLinkNotice);
