import { css, html, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { TicketsAnswer } from '../../server/contract/answers.ts';
import type { Fault } from '../../server/contract/faults.ts';
import type { TicketId } from '../../server/contract/ids.ts';
import type { TicketView } from '../../server/contract/ticket.ts';
import { define } from '../define.ts';
import { Select } from '../store/select.ts';
import { headlineOf } from '../text/headline.ts';
import { zoneOf } from '../text/viewing.ts';
import { PortalElement } from '../ui/portal-element.ts';

const PAGE = 10;

/**
 * The former tickets of one piece of equipment: when, what it was, what was done and what it cost.
 *
 * @csspart history - The list.
 */
export class VitrineAssetHistory extends PortalElement {
  /** Of which equipment. */
  @property({ attribute: false }) asset = '';
  /** The ticket beside which it is shown. */
  @property({ attribute: false }) but = '' as TicketId;
  @state() private tickets: readonly TicketView[] | undefined = undefined;
  @state() private fault: Fault | undefined = undefined;
  #next: string | null = null;
  /** Then there is no way to another ticket. */
  readonly #alone = new Select(this, (known) => known.alone);

  protected override get needs() {
    return 'history' as const;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('asset')) return;
    this.tickets = undefined;
    void this.#load();
  }

  async #load(after?: string): Promise<void> {
    const { asset } = this;
    const query = new URLSearchParams({ asset, limit: `${PAGE}`, ...(after && { after }) });
    const outcome = await this.actions?.read<TicketsAnswer>(`/v1/tickets?${query}`);
    if (!outcome || asset !== this.asset) return;
    this.fault = outcome.fault;
    if (!outcome.value) return;
    this.tickets = [...(this.tickets ?? []), ...outcome.value.tickets];
    this.#next = outcome.value.next;
  }

  override render() {
    const { t } = this.viewing;
    const { tickets, fault } = this;
    const others = tickets?.filter(({ id }) => id !== this.but);
    return html`
      ${fault ? html`<p class="late small" role="alert">${this.faultText(fault)}</p>` : nothing}
      ${tickets || fault ? nothing : html`<p class="muted small" aria-busy="true">${t('loading')}</p>`}
      ${others && others.length === 0 && !this.#next ? html`<p class="muted small">${t('history.none')}</p>` : nothing}
      <ul part="history" role="list">
        ${others?.map((ticket) => this.#ticket(ticket))}
      </ul>
      ${
        fault || this.#next
          ? html`<button class="quiet" @click=${() => void this.#load(this.#next ?? undefined)}>
              ${t(fault ? 'fault.retry' : 'more')}
            </button>`
          : nothing
      }
    `;
  }

  #ticket(ticket: TicketView) {
    const { viewing } = this;
    const { t, format, now, boot } = viewing;
    const { costs, summary } = ticket;
    const name = t('ticket', { number: String(ticket.number) });
    const open = (): void => void this.actions?.openTicket(ticket.id);
    return html`<li>
      <p class="row">
        ${this.#alone.value ? html`<b>${name}</b>` : html`<button class="quiet" @click=${open}>${name}</button>`}
        <span class="small muted">${format.day(ticket.openedAt, zoneOf(ticket, boot), now)}</span>
      </p>
      <p><bdi>${ticket.subject ?? t('untitled')}</bdi></p>
      <p class="small muted">${summary ?? headlineOf(ticket, viewing).line}</p>
      ${costs.lines.length > 0 ? html`<p class="small">${format.money(costs.total, costs.currency)}</p>` : nothing}
    </li>`;
  }

  static override readonly styles = [
    PortalElement.styles,
    css`
      ul {
        display: grid;
        gap: 12px;
      }

      li {
        display: grid;
        gap: 2px;
        padding-inline-start: 12px;
        border-inline-start: 2px solid var(--_border);
        overflow-wrap: anywhere;
      }

      .quiet {
        padding-inline: 0;
      }
    `,
  ];
}

define('vitrine-asset-history', VitrineAssetHistory);
