import { css, html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import type { TicketId } from '../../server/contract/ids.ts';
import { define } from '../define.ts';
import { PortalElement } from '../ui/portal-element.ts';
import { linkTo } from './place.ts';

/** Gives away the address at which this page opens the ticket. Where the page has no clipboard, as on plain http, the address itself is shown. */
export class VitrineCopyLink extends PortalElement {
  /** To which ticket. */
  @property({ attribute: false }) ticketId = '' as TicketId;

  #copied: TicketId | undefined;
  #shown: TicketId | undefined;

  protected override get needs() {
    return 'link.copy' as const;
  }

  override render() {
    const { t } = this.viewing;
    return html`
      <button class="quiet small" @click=${this.#copy}>${t('link.copy')}</button>
      <span class="small muted" role="status">${this.#copied === this.ticketId ? t('link.copied') : nothing}</span>
      ${
        this.#shown === this.ticketId
          ? html`<input class="small" readonly aria-label=${t('link.address')} .value=${linkTo(this.ticketId)} />`
          : nothing
      }
    `;
  }

  readonly #copy = async (): Promise<void> => {
    const ticket = this.ticketId;
    try {
      await navigator.clipboard.writeText(linkTo(ticket));
      this.#copied = ticket;
      this.requestUpdate();
    } catch {
      this.#shown = ticket;
      this.requestUpdate();
      await this.updateComplete;
      this.renderRoot.querySelector('input')?.select();
    }
  };

  static override readonly styles = [
    PortalElement.styles,
    css`
      .quiet {
        padding-inline: 0;
        text-decoration: underline;
        color: var(--_text-muted);
      }
    `,
  ];
}

define('vitrine-copy-link', VitrineCopyLink);
