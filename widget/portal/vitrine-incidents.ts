import { css, html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { isCustomer } from '../../server/contract/acts.ts';
import { concerns } from '../../server/contract/mass.ts';
import { isMass, type Ticket } from '../../server/contract/ticket.ts';
import { define } from '../define.ts';
import { Select } from '../store/select.ts';
import { Tick } from '../store/tick.ts';
import { zoneOf } from '../text/viewing.ts';
import { PortalElement } from '../ui/portal-element.ts';

/**
 * Says what is known already: the mass incidents that concern this person, each a way to its ticket.
 *
 * @csspart incident - One of them.
 */
export class VitrineIncidents extends PortalElement {
  /** Only those that concern this site, as while somebody reports there; without it all of the person's. */
  @property({ attribute: false }) site = '';

  readonly #tickets = new Select(this, (state) => state.tickets);
  readonly #open = new Select(this, (state) => (state.view === 'ticket' ? state.openTicket : null));
  /** A day passes, and a time needs its date. */
  readonly #tick = new Tick(this, 60_000);

  protected override get needs() {
    return 'mass.known' as const;
  }

  override render() {
    const now = this.#tick.now;
    const { t, format } = this.viewing;
    const known = [...this.#tickets.value!.values()].filter((ticket) => this.#isConcerned(ticket));
    return html`<div role="status">
      ${known.map(
        (ticket) =>
          html`<section class="incident" part="incident">
            <p>
              <b>${t('mass.known')}</b> <bdi>${ticket.mass!.text ?? t('erased')}</bdi>
              <span class="muted small"
                >${t('mass.since', { time: format.moment(ticket.mass!.since, zoneOf(ticket, this.boot), now) })}</span
              >
            </p>
            ${
              this.#open.value === ticket.id
                ? nothing
                : html`<button @click=${() => void this.actions?.openTicket(ticket.id)}>${t('mass.open')}</button>`
            }
          </section>`,
      )}
    </div>`;
  }

  #isConcerned(ticket: Ticket): boolean {
    const { mass } = ticket;
    if (!mass || !isMass(ticket)) return false;
    if (this.site) return concerns(mass, this.site);
    const { person, sites } = this.boot;
    return !isCustomer(person.role) || sites.some(({ id }) => concerns(mass, id));
  }

  static override readonly styles = [
    PortalElement.styles,
    css`
      .incident {
        display: flex;
        flex-wrap: wrap;
        gap: 8px 16px;
        align-items: center;
        justify-content: space-between;
        padding: 10px 16px;
        background: var(--_surface-raised);
        background: color-mix(in srgb, var(--_warning) 12%, var(--_surface));
        border-block-end: 1px solid var(--_border);
        border-inline-start: 4px solid var(--_warning);
      }

      p {
        flex: 1 1 24em;
        overflow-wrap: anywhere;
        min-width: 0;
      }
    `,
  ];
}

define('vitrine-incidents', VitrineIncidents);
