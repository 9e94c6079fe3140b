import { css, html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { isCharged, type CostLine } from '../../server/contract/money.ts';
import type { TicketView } from '../../server/contract/ticket.ts';
import { define } from '../define.ts';
import { awaitingSum, mayApprove, mayDo, type Viewing } from '../text/viewing.ts';
import { PortalElement } from '../ui/portal-element.ts';
import { reasonForm } from '../ui/reason-form.ts';
import { Sending } from '../ui/sending.ts';

/**
 * What was done and what it costs, with the running total; what waits for approval can be approved or disputed.
 *
 * @csspart costs - The card.
 * @csspart lines - The table.
 * @csspart ask - What waits for the person's approval.
 */
export class VitrineCostLines extends PortalElement {
  /** Whose lines. */
  @property({ attribute: false }) ticket: TicketView | undefined = undefined;

  readonly #sending = new Sending(this);

  protected override get needs() {
    return 'cost' as const;
  }

  override render() {
    const { ticket, viewing } = this;
    if (!ticket?.costs.lines.length) return nothing;
    const { t, format } = viewing;
    const { lines, currency } = ticket.costs;
    const limit = this.boot.person.approvalLimit;
    return html`<section class="card" part="costs">
      <h3 class="row">
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
      ${this.#ask(ticket, viewing)}
    </section>`;
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

  #ask(ticket: TicketView, { t, format }: Viewing) {
    const lines = ticket.costs.lines.filter((line) => line.state === 'awaiting').map((line) => line.id);
    const own = mayApprove(ticket, this.boot);
    if (lines.length === 0 || !mayDo('dispute-cost', ticket, this.boot)) return nothing;
    const { busy, fault } = this.#sending;
    const send = (reason?: string): void =>
      void this.#sending.run(() =>
        reason === undefined
          ? this.actions?.send(ticket.id, 'approve-cost', { lines })
          : this.actions?.send(ticket.id, 'dispute-cost', { lines, reason }),
      );
    return html`<div class="card ask" part="ask">
      <p>${t(own ? 'cost.ask' : 'say.awaiting', { sum: format.money(awaitingSum(ticket), ticket.costs.currency) })}</p>
      <div class="acts">
        ${own ? html`<button class="primary" ?disabled=${busy} @click=${() => send()}>${t('approve')}</button>` : nothing}
        ${reasonForm({ open: t('dispute'), label: t('dispute.why'), send: t('send'), busy, take: send })}
      </div>
      ${fault ? html`<p class="late small" role="alert">${this.faultText(fault)}</p>` : nothing}
    </div>`;
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
