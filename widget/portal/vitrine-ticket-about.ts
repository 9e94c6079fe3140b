import { css, html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { TicketView } from '../../server/contract/ticket.ts';
import { bring } from '../bring.ts';
import { define } from '../define.ts';
import { Select } from '../store/select.ts';
import { timelineSentence } from '../text/timeline-sentence.ts';
import { nameOf } from '../text/viewing.ts';
import { PortalElement } from '../ui/portal-element.ts';
import { telOf } from './engineer-card.ts';
import './vitrine-visits.ts';

/**
 * All visits of a ticket, then who reported it, whom to ask for at the site, which equipment it is about and what it is a part of.
 *
 * @csspart about - Who reported it, and what it is about.
 * @csspart visits - The visits.
 */
export class VitrineTicketAbout extends PortalElement {
  /** Which. */
  @property({ attribute: false }) ticket: TicketView | undefined = undefined;
  /** For which ticket the history of its equipment was opened. */
  @state() private historyOf = '';

  readonly #first = new Select(this, (state) => this.ticket && state.timelines.get(this.ticket.id)?.[0]);
  /** Then there is no way to another ticket. */
  readonly #alone = new Select(this, (state) => state.alone);
  readonly #timeline = new Select(this, (state) => this.ticket && state.timelines.get(this.ticket.id));

  protected override get needs() {
    return 'about.title' as const;
  }

  override render() {
    const { ticket, viewing } = this;
    if (!ticket) return nothing;
    const { t, boot } = viewing;
    return html`
      <vitrine-visits .ticket=${ticket} .timeline=${this.#timeline.value}></vitrine-visits>
      <section class="card" part="about">
        <h3>${t('about.title')}</h3>
        <dl>
          ${this.#reporter(ticket)} ${this.#contact(ticket)}
          <div>
            <dt class="muted">${t('about.category')}</dt>
            <dd>${nameOf(boot.categories, ticket.category, viewing)}</dd>
          </div>
          ${ticket.asset ? this.#asset(ticket, ticket.asset) : nothing} ${this.#parent(ticket)}
        </dl>
      </section>
    `;
  }

  #reporter(ticket: TicketView) {
    const { t } = this.viewing;
    const first = this.#first.value;
    const { sentence, note } =
      ticket.channel !== 'widget' && first ? timelineSentence(first, ticket, this.viewing) : { sentence: '', note: '' };
    return html`<div>
      <dt class="muted">${t('about.reporter')}</dt>
      <dd>
        <bdi>${ticket.requester.name ?? t('erased')}</bdi>
        ${sentence ? html`<span class="small muted">${sentence}</span>` : nothing}
        ${note ? html`<span class="small warn">${note}</span>` : nothing}
      </dd>
    </div>`;
  }

  /** On a login that many share it is the only name there is. */
  #contact({ contact }: TicketView) {
    if (!contact) return nothing;
    const { t } = this.viewing;
    const { name, phone, shift } = contact;
    const tel = phone && telOf(phone);
    return html`<div>
      <dt class="muted">${t('about.contact')}</dt>
      <dd>
        <bdi>${name}</bdi>
        ${shift ? html`<bdi class="small muted">${shift}</bdi>` : nothing}
        ${tel ? html`<a href=${tel}>${phone}</a>` : phone}
      </dd>
    </div>`;
  }

  #asset({ id }: TicketView, asset: string) {
    const { viewing } = this;
    const isOpen = this.historyOf === id;
    if (isOpen) bring(() => import('./vitrine-asset-history.ts'));
    return html`<div>
      <dt class="muted">${viewing.t('report.asset')}</dt>
      <dd>
        <bdi>${nameOf(viewing.boot.assets, asset, viewing)}</bdi>
        <button
          class="quiet"
          aria-expanded=${isOpen ? 'true' : 'false'}
          @click=${() => (this.historyOf = isOpen ? '' : id)}
        >
          ${viewing.t('history')}
        </button>
        ${isOpen ? html`<vitrine-asset-history .asset=${asset} .but=${id}></vitrine-asset-history>` : nothing}
      </dd>
    </div>`;
  }

  #parent({ parent }: TicketView) {
    if (!parent) return nothing;
    const { t } = this.viewing;
    const name = t('ticket', { number: String(parent.number) });
    const open = (): void => void this.actions?.openTicket(parent.id);
    return html`<div>
      <dt class="muted">${t('about.parent')}</dt>
      <dd>${this.#alone.value ? name : html`<button class="quiet" @click=${open}>${name}</button>`}</dd>
    </div>`;
  }

  static override readonly styles = [
    PortalElement.styles,
    css`
      :host {
        display: contents;
      }

      dl {
        display: grid;
        gap: 8px;
      }

      dl > div {
        display: grid;
        grid-template-columns: minmax(0, 1fr) minmax(0, 2fr);
        gap: 2px 12px;
        align-items: baseline;
      }

      dd {
        display: flex;
        flex-wrap: wrap;
        gap: 2px 12px;
        align-items: baseline;
        overflow-wrap: anywhere;
        min-width: 0;
      }

      .quiet {
        padding-inline: 0;
        text-align: inherit;
      }

      a {
        color: var(--_accent);
      }

      vitrine-asset-history {
        flex-basis: 100%;
      }

      @container (max-width: 619px) {
        dl > div {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ];
}

define('vitrine-ticket-about', VitrineTicketAbout);
