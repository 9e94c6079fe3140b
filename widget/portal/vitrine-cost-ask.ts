import { css, html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import type { TicketView } from '../../server/contract/ticket.ts';
import { define } from '../define.ts';
import { awaitingSum, mayApprove } from '../text/viewing.ts';
import { asking } from '../ui/asking.css.ts';
import { PortalElement } from '../ui/portal-element.ts';
import { reasonForm } from '../ui/reason-form.ts';
import { Acting } from '../ui/acting.ts';

/**
 * Where a person approves what waits for it, or disputes it.
 *
 * @csspart ask - What waits for the person's approval.
 */
export class VitrineCostAsk extends PortalElement {
  /** Whose lines. */
  @property({ attribute: false }) ticket: TicketView | undefined = undefined;

  readonly #sending = new Acting(this, () => this.ticket?.id);

  protected override get needs() {
    return 'approve' as const;
  }

  override render() {
    const { ticket } = this;
    if (!ticket) return nothing;
    const { t, format } = this.viewing;
    const lines = ticket.costs.lines.filter((line) => line.state === 'awaiting').map((line) => line.id);
    const own = mayApprove(ticket, this.boot);
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
        ${reasonForm({ open: t('dispute'), label: t('dispute.why'), send: t('send'), busy, draft: `${ticket.id}/dispute-cost`, take: send })}
      </div>
      ${fault ? html`<p class="late small" role="alert">${this.faultText(fault)}</p>` : nothing}
    </div>`;
  }

  static override readonly styles = [
    PortalElement.styles,
    asking,
    css`
      :host {
        display: contents;
      }
    `,
  ];
}

define('vitrine-cost-ask', VitrineCostAsk);
