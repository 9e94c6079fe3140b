import { css, html, nothing, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import { isCharged, pendingIn, vatByRate, type Costs, type TicketLine } from '../../server/contract/money.ts';
import type { TicketView } from '../../server/contract/ticket.ts';
import { define } from '../define.ts';
import { awaitingSum, mayDo, type Viewing } from '../text/viewing.ts';
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

  /** What came while the ticket was on screen. */
  readonly #came = new Set<string>();

  /** Takes the person to the lines, wherever they are. */
  override focus(): void {
    this.renderRoot.querySelector('h3')?.focus();
  }

  protected override willUpdate(changed: PropertyValues): void {
    const before = changed.get('ticket') as TicketView | undefined;
    if (!before || !this.ticket) return;
    if (before.id !== this.ticket.id) return this.#came.clear();
    const known = before.costs.lines.map(({ id }) => id);
    for (const { id } of this.ticket.costs.lines) if (!known.includes(id)) this.#came.add(id);
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
          ${lines.map((line) => this.#line(line, ticket.costs, viewing))}
        </tbody>
        <tfoot>
          ${totals(ticket.costs, viewing)}
        </tfoot>
      </table>
      ${this.#asks(ticket) ? html`<vitrine-cost-ask .ticket=${ticket}></vitrine-cost-ask>` : nothing}
    </section>`;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const { ticket } = this;
    if (ticket && this.#asks(ticket)) bring(() => import('./vitrine-cost-ask.ts'));
  }

  #asks(ticket: TicketView): boolean {
    return awaitingSum(ticket) > 0 && mayDo('dispute-cost', ticket, this.boot);
  }

  #line(line: TicketLine, costs: Costs, viewing: Viewing) {
    const { t, format } = viewing;
    const { id, title, billing, state, net, vat, total, listTotal } = line;
    const sum = (minor: number): string => format.money(minor, costs.currency);
    const tone = state === 'approved' ? 'done' : 'warn';
    return html`<tr class=${this.#came.has(id) ? 'new' : ''}>
      <td>
        <bdi>${title}</bdi>
        <span class="muted small">${factsOf(line, costs, viewing).join(' · ')}</span>
        ${vat ? html`<span class="muted small">${t('cost.line', { net: sum(net), vat: sum(vat) })}</span>` : nothing}
        ${line.reason ? html`<q class="small">${line.reason}</q>` : nothing}
        ${
          state === 'within_limit'
            ? nothing
            : html`<span class="small ${tone}"
                >${t(state === 'awaiting' && line.unapproved ? 'fact.cost_unapproved' : `cost.${state}`)}</span
              >`
        }
      </td>
      <td>
        ${isCharged(billing) || !listTotal ? nothing : html`<s class="muted small">${sum(listTotal)}</s> `}
        ${sum(total)}
      </td>
    </tr>`;
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

      @media (prefers-reduced-motion: no-preference) {
        .new {
          animation: arrive 180ms ease-out;
        }

        @keyframes arrive {
          from {
            opacity: 0;
            transform: translateY(-6px);
          }
        }
      }

      td + td {
        text-align: end;
        unicode-bidi: normal;
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

      @container (max-width: 299px) {
        td {
          display: block;
        }

        td + td {
          border: 0;
          padding-block-start: 0;
        }
      }
    `,
  ];
}

/** What a line is made of, apart from its sums. */
function factsOf(line: TicketLine, { currency, lines }: Costs, { t, format, now }: Viewing): readonly string[] {
  const { code, quantity, unit, unitPrice, discount, billing, performedOn, of, least } = line;
  const sum = (minor: number): string => format.money(minor, currency);
  const isOneDay = lines.every((other) => other.performedOn === performedOn);
  return [
    !of
      ? t('cost.amount', { code, quantity: format.number(Number(quantity)), unit, price: sum(unitPrice) })
      : least === undefined
        ? t('cost.share', { code, share: format.percent(Number(quantity) * 10_000), sum: sum(unitPrice) })
        : t('cost.least', { code, sum: sum(least) }),
    ...(discount ? [t('cost.discount', { rate: format.percent(discount) })] : []),
    ...(billing === 'billable' ? [] : [t(`cost.${billing}`)]),
    ...(isOneDay || !performedOn ? [] : [t('cost.day', { day: format.day(performedOn, 'UTC', now) })]),
  ];
}

/** As an invoice has them: net, the VAT of each rate, the total; and how much of it nobody has to pay yet. */
function totals({ lines, vatRounding, currency, net, vat, total }: Costs, { t, format }: Viewing) {
  const sum = (minor: number): string => format.money(minor, currency);
  const row = (tone: string, title: string, minor: number) =>
    html`<tr class=${tone}>
      <td>${title}</td>
      <td>${sum(minor)}</td>
    </tr>`;
  const rates = vatByRate(lines, vatRounding);
  const pending = pendingIn(lines, 'awaiting', 'disputed');
  return html`
    ${
      vat
        ? html`${row('muted small', t('cost.net'), net)}
          ${rates.map(({ rate, ...of }) =>
            row(
              'muted small',
              rate === null
                ? t('cost.vat.none', { net: sum(of.net) })
                : t(rates[1] ? 'cost.vat.of' : 'cost.vat.rate', { rate: format.percent(rate), net: sum(of.net) }),
              of.vat,
            ),
          )}`
        : nothing
    }
    ${row('total', t(vat ? 'cost.total' : 'cost.total.bare'), total)}
    ${pending ? row('small warn', t('cost.unpayable'), pending) : nothing}
  `;
}

define('vitrine-cost-lines', VitrineCostLines);
