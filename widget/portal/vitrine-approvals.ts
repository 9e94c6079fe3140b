import { css, html, nothing, type PropertyValues } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { TicketLine } from '../../server/contract/money.ts';
import type { TicketView } from '../../server/contract/ticket.ts';
import { define } from '../define.ts';
import { Select } from '../store/select.ts';
import { Tick } from '../store/tick.ts';
import { KeepApprovals, waitingIn } from '../store/approvals.ts';
import { isolate } from '../text/format.ts';
import { nameOf, zoneOf } from '../text/viewing.ts';
import { PortalElement } from '../ui/portal-element.ts';
import type { Decision } from './vitrine-cost-ask.ts';
import './vitrine-cost-ask.ts';

/**
 * All that waits for this person's approval, over all sites, one card for each ticket: it is approved or disputed here, one after another.
 *
 * @csspart approvals - The whole view.
 * @csspart approval - One ticket's card.
 */
export class VitrineApprovals extends PortalElement {
  readonly #state = new Select(this, (state) => state.approvals);
  readonly #tickets = new Select(this, (state) => state.tickets);
  #shown: readonly TicketView[] = [];
  readonly #pick = new Select(this, (state) => {
    const next = waitingIn(state);
    const isSame = next.length === this.#shown.length && next.every((ticket, i) => ticket === this.#shown[i]);
    return isSame ? this.#shown : (this.#shown = next);
  });
  /** Its cards tell minutes. */
  readonly #tick = new Tick(this, 60_000);
  #said = '';
  /** The card that has the focus, before the draw that may take it away; and once it has been decided. */
  #at: number | undefined;
  #left: number | undefined;

  constructor() {
    super();
    new KeepApprovals(this, () => void this.actions?.loadApprovals());
  }

  /** Moves the focus to the heading. */
  override focus(): void {
    this.renderRoot.querySelector('h2')?.focus();
  }

  protected override get needs() {
    return 'approvals.none' as const;
  }

  override render() {
    const { t, format } = this.viewing;
    const known = this.#state.value;
    const { tickets: n = 0, sum = 0, next = null } = known ?? {};
    const shown = this.#pick.value ?? [];
    return html`
      <section part="approvals">
        <header>
          <button class="quiet back" @click=${() => this.actions?.goTo('list')}>${t('back')}</button>
          <div class="row">
            <h2 tabindex="-1">
              ${t(!known ? 'loading' : shown.length > 0 ? 'approvals.open' : 'approvals.none', { n })}
            </h2>
            ${shown.length > 0 ? html`<b>${format.money(sum, this.boot.tenant.currency)}</b>` : nothing}
          </div>
        </header>
        <ul>
          ${repeat(
            shown,
            ({ id }) => id,
            (ticket) => html`<li>${this.#card(ticket)}</li>`,
          )}
        </ul>
        ${
          next === null
            ? nothing
            : html`<button class="quiet" @click=${() => void this.actions?.loadApprovals(true)}>${t('more')}</button>`
        }
      </section>
      <div class="hidden" role="status">${this.#said}</div>
    `;
  }

  #card(ticket: TicketView) {
    const viewing = { ...this.viewing, now: this.#tick.now };
    const { t, boot } = viewing;
    const { id, number, site } = ticket;
    const subject = ticket.subject ?? t('untitled');
    return html`<article class="card" part="approval" aria-labelledby=${`a-${id}`}>
      <div class="row">
        <h3 id=${`a-${id}`}>
          <button class="quiet" @click=${() => void this.actions?.openTicket(id)}><bdi>${subject}</bdi></button>
        </h3>
        <span class="muted small">${t('ticket', { number: String(number) })}</span>
      </div>
      <p class="small">
        <bdi>${nameOf(boot.sites, site, viewing)}</bdi>
        ${this.#asked(ticket)}
      </p>
      <vitrine-cost-ask
        alone
        .ticket=${ticket}
        .decided=${(...what: Decision) => this.#tell(ticket, ...what)}
      ></vitrine-cost-ask>
    </article>`;
  }

  /** Who asked, and since when it waits: of several lines the first. */
  #asked(ticket: TicketView) {
    const { t, format, boot, now } = this.viewing;
    const asked = ticket.costs.lines
      .filter((line: TicketLine) => line.state === 'awaiting')
      .flatMap((line) => line.asked ?? [])
      .reduce<TicketLine['asked']>((first, one) => (first && first.at <= one.at ? first : one), undefined);
    if (!asked) return nothing;
    const { name, role } = asked.actor;
    const who = name ? isolate(name) : t(`who.${role}`);
    const time = format.both(asked.at, zoneOf(ticket, boot), now);
    return html`<span class="muted">${t('approvals.asked', { who, time })}</span>`;
  }

  #tell({ id, number }: TicketView, lines: readonly string[], sum: string, isApproved: boolean): void {
    const now = this.#tickets.value?.get(id)?.costs.lines ?? [];
    // Where there is no connection it only lies on this device until there is.
    if (now.some((line) => line.state === 'awaiting' && lines.includes(line.id))) return;
    const { t } = this.viewing;
    const what = t(isApproved ? 'cost.approved' : 'cost.disputed');
    this.#said = t('approvals.done', { what, sum, number: String(number) });
    this.#left = this.#at;
    this.requestUpdate();
  }

  protected override willUpdate(): void {
    const cards = [...this.renderRoot.querySelectorAll('li')];
    const at = cards.findIndex((card) => card.matches(':focus-within'));
    if (at >= 0) this.#at = at;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const left = this.#left;
    this.#left = undefined;
    if (left === undefined || this.shadowRoot?.activeElement) return;
    // Whoever decided goes on with the card that stands there now.
    const cards = this.renderRoot.querySelectorAll<HTMLElement>('li h3 button');
    (cards[Math.min(left, cards.length - 1)] ?? this).focus();
  }

  static override readonly styles = [
    PortalElement.styles,
    css`
      section,
      ul {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 16px;
        align-content: start;
      }

      section {
        padding: 20px 24px 24px;
        max-width: 800px;
      }

      header {
        display: grid;
        gap: 4px;
      }

      h2 {
        font-size: 1.4em;
        line-height: 1.2;
      }

      h3 {
        font-size: 1em;
        min-width: 0;
      }

      h3 .quiet {
        padding-inline: 0;
        text-align: inherit;
        overflow-wrap: anywhere;
        font-weight: 600;
      }

      article p {
        display: flex;
        flex-wrap: wrap;
        gap: 4px 12px;
      }

      .back {
        display: none;
        padding-inline: 0 8px;
        text-align: inherit;
      }

      @container (max-width: 819px) {
        section {
          padding: 12px 16px 16px;
        }

        .back {
          display: block;
        }
      }
    `,
  ];
}

define('vitrine-approvals', VitrineApprovals);
