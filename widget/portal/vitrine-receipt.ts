import { css, html, nothing } from 'lit';
import { define } from '../define.ts';
import { Select } from '../store/select.ts';
import { zoneOf } from '../text/viewing.ts';
import { asking } from '../ui/asking.css.ts';
import { PortalElement } from '../ui/portal-element.ts';
import { sayPromise } from './promise-ask.ts';

/** Up to so long after the press nobody asks when it was. */
const LATE_MS = 60_000;

/**
 * What whoever has just reported a fault may rely on: the number, the promised times, what is next. Until he has read it.
 *
 * @csspart receipt - The card.
 */
export class VitrineReceipt extends PortalElement {
  readonly #ticket = new Select(this, ({ view, openTicket, tickets, receipts }) =>
    view === 'ticket' && openTicket && receipts?.has(openTicket) ? tickets.get(openTicket) : undefined,
  );
  readonly #pressedAt = new Select(this, ({ openTicket, receipts }) => openTicket && receipts?.get(openTicket));

  protected override get needs() {
    return 'receipt.number' as const;
  }

  override render() {
    const ticket = this.#ticket.value;
    const { viewing, boot } = this;
    const { t, format, now } = viewing;
    if (!ticket) return html`<div role="status"></div>`;
    const pressedAt = this.#pressedAt.value || 0;
    const moment = (at: string): string => format.moment(at, zoneOf(ticket, boot), now);
    const isLate = Date.parse(ticket.openedAt) - pressedAt > LATE_MS;
    const promise = sayPromise(ticket.clocks, ticket, viewing);
    return html`<div role="status">
      <section class="card" part="receipt">
        <p class="row">
          <b class="done dot">${t('receipt.number', { number: String(ticket.number) })}</b>
          <button class="quiet" @click=${() => void this.actions?.kept().then((kept) => kept?.dismiss(ticket.id))}>
            ${t('receipt.read')}
          </button>
        </p>
        ${promise ? html`<p>${promise}</p>` : nothing}
        <p class="muted">${t('receipt.next')}</p>
        ${
          isLate
            ? html`<p class="small muted">
                ${t('receipt.pressed', { pressed: moment(new Date(pressedAt).toISOString()), received: moment(ticket.openedAt) })}
              </p>`
            : nothing
        }
      </section>
    </div>`;
  }

  static override readonly styles = [
    PortalElement.styles,
    asking,
    css`
      section {
        margin: 20px 24px 0;
        gap: 4px;
        border-color: color-mix(in srgb, var(--_success) 40%, var(--_surface));
        background: color-mix(in srgb, var(--_success) 8%, var(--_surface));
      }

      .row button {
        margin-block: -6px;
      }

      @container (max-width: 819px) {
        section {
          margin: 16px 16px 0;
        }
      }
    `,
  ];
}

define('vitrine-receipt', VitrineReceipt);
