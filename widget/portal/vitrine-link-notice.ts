import { css, html, nothing, type PropertyValues } from 'lit';
import { isCustomer } from '../../server/contract/acts.ts';
import { bringLater } from '../bring.ts';
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
/** What is told at once has its reason; while that is looked for, a moment may pass. */
const REASON_MS = 1000;

/** How long after the portal has gone live there is nothing better to do. */
const SETTLED_MS = 2000;

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
  readonly #waiting = new Select(
    this,
    ({ pending }) => [...pending.values()].flat().filter(({ refused }) => !refused).length,
  );
  readonly #alone = new Select(this, (state) => state.alone);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #prepared: ReturnType<typeof setTimeout> | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
    clearTimeout(this.#prepared);
    this.#prepared = undefined;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    clearTimeout(this.#timer);
    const wait = this.#waitMs;
    this.toggleAttribute('shown', wait <= 0);
    if (this.#link.value?.state === 'live') this.#prepare();
    if (wait > 0 && wait < Infinity) this.#timer = setTimeout(() => this.requestUpdate(), wait);
  }

  /**
   * Whoever may report finds all that it needs on his computer already when the connection is what is broken; and what he has left unsent
   * is sent.
   */
  #prepare(): void {
    if (this.#prepared || !isCustomer(this.boot.person.role)) return;
    this.#prepared = setTimeout(() => {
      bringLater(async () => {
        await import('./answering.ts');
        if (!this.#alone.value) await import('./reporting.ts');
        if (!(await this.actions?.kept())) throw new Error('not there yet');
      });
    }, SETTLED_MS);
  }

  /** How long the notice still has to wait. */
  get #waitMs(): number {
    const link = this.#link.value;
    if (!link) return Infinity;
    const patience = PATIENCE_MS[link.state] || (this.#fault.value ? 0 : REASON_MS);
    return link.since + patience - Date.now();
  }

  override render() {
    const shown = this.#waitMs <= 0;
    return html`<div role="status">${shown ? this.#notice() : nothing}</div>`;
  }

  #notice() {
    const { t, format } = this.viewing;
    const state = this.#link.value?.state;
    const fault = this.#fault.value;
    const waiting = this.#waiting.value ?? 0;
    const text =
      state === 'connecting'
        ? t('link.connecting')
        : !fault || (state === 'offline' && fault.code !== 'websocket_blocked')
          ? t('link.lost', { time: format.second(this.#heardAt.value || Date.now()) })
          : this.faultText(fault);
    return html`<p class="row small" part="notice">
      <span class="dot warn">${text}${waiting ? html`. ${t('wait.count', { n: waiting })}` : nothing}</span>
      <button class="quiet" @click=${() => this.actions?.retry()}>${t('fault.retry')}</button>
    </p>`;
  }

  static override readonly styles = [
    PortalElement.styles,
    css`
      p {
        padding: 4px 16px;
        align-items: center;
        border-block-end: 1px solid var(--_border);
        background: color-mix(in srgb, var(--_warning) 9%, var(--_surface));
      }
    `,
  ];
}

define('vitrine-link-notice', VitrineLinkNotice);
