import { css, html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import type { TicketView } from '../../server/contract/ticket.ts';
import { define } from '../define.ts';
import { mayDo } from '../text/viewing.ts';
import { asking } from '../ui/asking.css.ts';
import { PortalElement } from '../ui/portal-element.ts';
import { reasonForm } from '../ui/reason-form.ts';
import { Acting } from '../ui/acting.ts';

/** Takes a ticket back that is no longer needed. Out of the way: it is seldom wanted. */
export class VitrineWithdraw extends PortalElement {
  /** Which. */
  @property({ attribute: false }) ticket: TicketView | undefined = undefined;

  readonly #sending = new Acting(this, () => this.ticket?.id);

  protected override get needs() {
    return 'cancel' as const;
  }

  override render() {
    const { ticket } = this;
    if (!ticket || !mayDo('cancel', ticket, this.boot)) return nothing;
    const { t } = this.viewing;
    const { busy, fault } = this.#sending;
    return html`
      ${reasonForm({
        open: t('cancel'),
        label: t('cancel.why'),
        send: t('cancel'),
        busy,
        draft: `${ticket.id}/cancel`,
        take: (reason) => void this.#sending.run(() => this.actions?.send(ticket.id, 'cancel', { reason })),
      })}
      ${fault ? html`<p class="late small" role="alert">${this.faultText(fault)}</p>` : nothing}
    `;
  }

  static override readonly styles = [
    PortalElement.styles,
    asking,
    css`
      summary.button {
        border: 0;
        padding: 8px 0;
        background: none;
        font-size: 0.867em;
        color: var(--_text-muted);
        text-decoration: underline;
      }
    `,
  ];
}

define('vitrine-withdraw', VitrineWithdraw);
