import { css, html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import type { CustomerAct } from '../../server/contract/acts.ts';
import type { TicketId } from '../../server/contract/ids.ts';
import { define } from '../define.ts';
import { Select } from '../store/select.ts';
import type { Pending } from '../store/state.ts';
import { waitingText } from '../text/waiting.ts';
import { asking } from '../ui/asking.css.ts';
import { PortalElement } from '../ui/portal-element.ts';
import { sureForm } from '../ui/sure-form.ts';

/**
 * What a person has sent about a ticket and the server has not carried out yet. Never as an event (S5): as what it is, with what it waits
 * for; refused, with its text and what may be done about it.
 *
 * @csspart entry - One of them.
 * @csspart quote - What was written.
 */
export class VitrineWaiting extends PortalElement {
  /** About which ticket. */
  @property({ attribute: false }) ticketId = '' as TicketId;

  readonly #pending = new Select(this, (state) => state.pending.get(this.ticketId));
  readonly #link = new Select(this, (state) => state.link);

  protected override get needs() {
    return 'wait.saved' as const;
  }

  override render() {
    const pending = this.#pending.value ?? [];
    return html`<div aria-live="polite">
      ${
        pending.length === 0
          ? nothing
          : html`<ul>
              ${pending.map((each) => this.#one(each))}
            </ul>`
      }
    </div>`;
  }

  #one(pending: Pending) {
    const { viewing } = this;
    const { t } = viewing;
    const { sentence, tone } = waitingText(pending, this.#link.value!, viewing);
    const { command, body, key, refused, sent } = pending;
    const text = body['text'] ?? body['reason'] ?? body['wish'];
    return html`<li part="entry">
      <p class="small"><b>${t(`sent.${command as CustomerAct}`)}</b> <span class="dot ${tone}">${sentence}</span></p>
      ${typeof text === 'string' ? html`<p class="quote" part="quote">${text}</p>` : nothing}
      <div class="acts">
        ${
          refused
            ? html`<button @click=${() => void this.actions?.kept().then((kept) => kept?.again(key))}>
                ${t('wait.again')}
              </button>`
            : nothing
        }
        ${
          refused || !sent
            ? sureForm({
                open: t(refused ? 'draft.delete' : 'wait.discard'),
                ask: t('wait.discard.sure'),
                yes: t('draft.delete'),
                take: () => void this.actions?.kept().then((kept) => kept?.discard(key)),
                quiet: true,
              })
            : nothing
        }
      </div>
    </li>`;
  }

  static override readonly styles = [
    PortalElement.styles,
    asking,
    css`
      ul,
      li {
        display: grid;
        gap: 8px;
      }

      ul {
        padding-block: 8px;
        gap: 16px;
      }

      b {
        margin-inline-end: 8px;
      }

      .acts:not(:has(*)) {
        display: none;
      }
    `,
  ];
}

define('vitrine-waiting', VitrineWaiting);
