import { css, html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import type { TicketView } from '../../server/contract/ticket.ts';
import { define } from '../define.ts';
import { HoldPlace } from '../ui/hold-place.ts';
import { PortalElement } from '../ui/portal-element.ts';
import { Sending } from '../ui/sending.ts';

/**
 * Where a person writes to the service desk.
 *
 * @csspart composer - The form.
 */
export class VitrineComposer extends PortalElement {
  /** About which ticket. */
  @property({ attribute: false }) ticket: TicketView | undefined = undefined;

  readonly #sending = new Sending(this);

  constructor() {
    super();
    new HoldPlace(this);
  }

  protected override get needs() {
    return 'message' as const;
  }

  override render() {
    if (!this.ticket) return nothing;
    const { t } = this.viewing;
    const { busy, fault } = this.#sending;
    return html`<form part="composer" @submit=${this.#write}>
      <div class="write">
        <input
          name="text"
          required
          maxlength=${this.boot.limits.text}
          autocomplete="off"
          aria-label=${t('message')}
          placeholder=${t('message.hint')}
        />
        <vitrine-draft of=${`${this.ticket.id}/comment`}></vitrine-draft>
        <button ?disabled=${busy}>${t('send')}</button>
      </div>
      ${fault ? html`<p class="late small" role="alert">${this.faultText(fault)}</p>` : nothing}
    </form>`;
  }

  readonly #write = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const { ticket } = this;
    const text = String(new FormData(form).get('text')).trim();
    if (!ticket || !text) return;
    const sent = await this.#sending.run(() => this.actions?.send(ticket.id, 'comment', { text }));
    // Refused, it keeps every character.
    if (sent) form.reset();
  };

  static override readonly styles = [
    PortalElement.styles,
    css`
      .write {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
      }

      /* Nothing to see, also before it has come. */
      vitrine-draft {
        display: none;
      }

      .write input {
        flex: 1 1 192px;
        width: 0;
      }
    `,
  ];
}

define('vitrine-composer', VitrineComposer);
