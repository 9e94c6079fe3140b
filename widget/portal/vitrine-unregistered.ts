import { css, html, nothing } from 'lit';
import type { CustomerAct } from '../../server/contract/acts.ts';
import type { TicketId } from '../../server/contract/ids.ts';
import { define } from '../define.ts';
import { Select } from '../store/select.ts';
import type { Pending } from '../store/state.ts';
import { waitingText } from '../text/waiting.ts';
import { nameOf } from '../text/viewing.ts';
import { PortalElement } from '../ui/portal-element.ts';
import { rowStyles } from './row.css.ts';

/**
 * Above the list: the reports that wait to be registered, and whatever else was refused. Never as tickets (S5).
 *
 * @csspart item - One of them.
 */
export class VitrineUnregistered extends PortalElement {
  readonly #pending = new Select(this, (state) => state.pending);
  readonly #tickets = new Select(this, (state) => state.tickets);
  readonly #link = new Select(this, (state) => state.link);
  readonly #open = new Select(this, ({ view, waiting }) => (view === 'form' ? waiting : undefined));

  protected override get needs() {
    return 'wait.list' as const;
  }

  override render() {
    const { t } = this.viewing;
    const rows = [...this.#pending.value!].flatMap(([ticket, pending]) =>
      pending.filter(({ refused }) => ticket === 'new' || refused).map((each) => this.#row(ticket, each)),
    );
    if (rows.length === 0) return html`<div aria-live="polite"></div>`;
    return html`<div aria-live="polite">
      <h3 id="title">${t('wait.list')}</h3>
      <ul aria-labelledby="title">
        ${rows.map((row) => html`<li>${row}</li>`)}
      </ul>
    </div>`;
  }

  #row(ticket: TicketId | 'new', pending: Pending) {
    const { viewing, boot } = this;
    const { t } = viewing;
    const { key, body, command } = pending;
    const { line, tone } = waitingText(pending, this.#link.value!, viewing);
    const said = String(body['subject'] ?? body['text'] ?? body['reason'] ?? body['wish'] ?? '').split('\n')[0];
    const number = ticket === 'new' ? undefined : this.#tickets.value?.get(ticket)?.number;
    const show = (): void => {
      if (ticket === 'new') void this.actions?.kept().then((kept) => kept?.show(key));
      else void this.actions?.openTicket(ticket);
    };
    return html`<button
      class="item"
      part="item"
      aria-current=${key === this.#open.value ? 'true' : 'false'}
      @click=${show}
    >
      <b><bdi>${said || t(`sent.${command as CustomerAct}`)}</bdi></b>
      <span class="muted small">${number}</span>
      <span class="row line small">
        <span class="dot ${tone}">${line}</span>
        ${
          ticket === 'new' && boot.sites.length > 1
            ? html`<bdi class="muted">${nameOf(boot.sites, String(body['site']), viewing)}</bdi>`
            : nothing
        }
      </span>
    </button>`;
  }

  static override readonly styles = [
    PortalElement.styles,
    rowStyles,
    css`
      h3 {
        padding: 0 16px 8px;
      }

      ul {
        margin-block-end: 16px;
        border-block-start: 1px solid var(--_border);
      }
    `,
  ];
}

define('vitrine-unregistered', VitrineUnregistered);
