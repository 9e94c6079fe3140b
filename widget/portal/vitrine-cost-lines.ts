import { css, html, nothing, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import { isCharged, type CostLine } from '../../server/contract/money.ts';
import type { TicketView } from '../../server/contract/ticket.ts';
import { define } from '../define.ts';
import { mayDo, type Viewing } from '../text/viewing.ts';
import { bring } from '../bring.ts';
import { PortalElement } from '../ui/portal-element.ts';

/**
 * What was done and what it costs, with the running total, and what waits for approval.
 *
 * @csspart costs - The card.
 * @csspart lines - The table.
 */
export class VitrineCostLines extends PortalElement {
  /** Whose lines. */
  @property({ attribute: false }) ticket: TicketView | undefined = undefined;

  /** Takes the person to the lines, wherever they are. */
  override focus(): void {
    this.renderRoot.querySelector('h3')?.focus();
  }

  override render() {
    const { ticket, viewing } = this;
    if (!ticket?.costs.lines.length) return nothing;
    const { t, format } = viewing;
    const { lines, currency } = ticket.costs;
    const limit = this.boot.person.approvalLimit;
    return html`<section class="card" part="costs">
      <h3 class="row" tabindex="-1">
        ${t('cost')}
        ${limit === null ? nothing : html`<span>${t('cost.limit', { sum: format.money(limit, currency) })}</span>`}
      </h3>
      <table part="lines">
        <tbody>
          ${lines.map((line) => this.#line(line, currency, viewing))}
        </tbody>
        <tfoot>
          ${this.#totals(ticket, viewing)}
        </tfoot>
      </table>
      ${this.#asks(ticket) ? html`<vitrine-cost-ask .ticket=${ticket}></vitrine-cost-ask>` : nothing}
    </section>`;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (this.ticket && this.#asks(this.ticket)) bring(() => import('./vitrine-cost-ask.ts'));
  }

  #asks(ticket: TicketView): boolean {
    return ticket.costs.lines.some((line) => line.state === 'awaiting') && mayDo('dispute-cost', ticket, this.boot);
  }

  #line(line: CostLine, currency: string, { t, format }: Viewing) {
    const { code, title, quantity, unit, discount, billing, state } = line;
    const free = !isCharged(billing);
    const facts = [
      t('cost.amount', { code, quantity: format.number(Number(quantity)), unit }),
      ...(discount ? [t('cost.discount', { rate: format.percent(discount) })] : []),
      ...(billing === 'billable' ? [] : [t(`cost.${billing}`)]),
    ];
    return html`<tr>
      <td>
        <bdi>${title}</bdi>
        <span class="muted small">${facts.join(' · ')}</span>
        ${
          state === 'within_limit'
            ? nothing
            : html`<span class="small ${state === 'approved' ? 'done' : 'warn'}">${t(`cost.${state}`)}</span>`
        }
      </td>
      <td>
        ${free && line.listTotal ? html`<s class="muted small">${format.money(line.listTotal, currency)}</s> ` : nothing}
        ${format.money(line.total, currency)}
      </td>
    </tr>`;
  }

  #totals({ costs }: TicketView, { t, format }: Viewing) {
    const rates = new Set(costs.lines.filter((line) => isCharged(line.billing)).map((line) => line.vatRate));
    const [rate] = rates;
    const sum = (minor: number): string => format.money(minor, costs.currency);
    const vat =
      rates.size === 1 && typeof rate === 'number' ? t('cost.vat.rate', { rate: format.percent(rate) }) : t('cost.vat');
    return html`
      ${
        costs.vat
          ? html`<tr class="muted small">
                <td>${t('cost.net')}</td>
                <td>${sum(costs.net)}</td>
              </tr>
              <tr class="muted small">
                <td>${vat}</td>
                <td>${sum(costs.vat)}</td>
              </tr>`
          : nothing
      }
      <tr class="total">
        <td>${t(costs.vat ? 'cost.total' : 'cost.total.bare')}</td>
        <td>${sum(costs.total)}</td>
      </tr>
    `;
  }

  static override readonly styles = [
    PortalElement.styles,
    css`
      :host {
        display: contents;
      }

      table {
        width: 100%;
        border-collapse: collapse;
      }

      td {
        padding: 8px 0;
        vertical-align: top;
        border-block-start: 1px solid var(--_border);
        overflow-wrap: anywhere;
      }

      td:first-child > * {
        display: block;
      }

      td + td {
        text-align: end;
        padding-inline-start: 16px;
        white-space: nowrap;
      }

      tbody tr:first-child td {
        border: 0;
        padding-block-start: 0;
      }

      tfoot .small td {
        padding-block: 4px;
        border: 0;
      }

      tfoot tr:first-child td {
        border-block-start: 1px solid var(--_border);
        padding-block-start: 8px;
      }

      .total td {
        border: 0;
        font-weight: 600;
        padding-block-end: 0;
      }
    `,
  ];
}

define('vitrine-cost-lines', VitrineCostLines);
