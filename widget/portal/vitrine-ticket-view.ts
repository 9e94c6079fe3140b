import { html, nothing, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import type { TicketId } from '../../server/contract/ids.ts';
import type { TicketView } from '../../server/contract/ticket.ts';
import { define } from '../define.ts';
import { Select } from '../store/select.ts';
import { Tick } from '../store/tick.ts';
import { headlineOf } from '../text/headline.ts';
import { mayDo, nameOf, zoneOf, type Viewing } from '../text/viewing.ts';
import { PortalElement } from '../ui/portal-element.ts';
import { asksAnything, asksOf } from './asks.ts';
import { bring } from '../bring.ts';
import { clockStyles, contractTimes } from './contract-times.ts';
import { engineerCard, engineerStyles, isStale, join, wayOf } from './engineer-card.ts';
import { progressRail, railStyles } from './progress-rail.ts';
import { bones, skeleton } from './skeleton.ts';
import { viewStyles } from './ticket-view.css.ts';
import './vitrine-cost-lines.ts';
import './vitrine-timeline.ts';

/**
 * One live ticket: the answer first, then how far it has come, who comes, the contract's times, what it costs and what happened.
 *
 * @csspart ticket - The whole ticket.
 * @csspart headline - The sentence that answers what the person came for, with what stands around it.
 * @csspart rail - The six steps from report to repair.
 * @csspart engineer - Who comes.
 * @csspart clocks - The contract's times.
 * @csspart clock - One of them.
 */
export class VitrineTicketView extends PortalElement {
  /** Which ticket to show. */
  @property({ attribute: false }) ticketId = '' as TicketId;

  readonly #ticket = new Select(this, (state) => state.tickets.get(this.ticketId));
  readonly #gone = new Select(this, (state) => state.gone);
  readonly #alone = new Select(this, (state) => state.alone);
  readonly #tick = new Tick(this);

  /** Moves the focus to the headline, for whoever came here by keyboard or screen reader. */
  override focus(): void {
    this.renderRoot.querySelector('h2')?.focus();
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const ticket = this.#ticket.value;
    // After what is told of it: nobody came for this.
    if (this.viewing.rare) bring(() => import('./vitrine-ticket-about.ts'));
    // Most tickets ask for nothing.
    if (ticket && asksAnything(asksOf(ticket, this.boot))) bring(() => import('./vitrine-next-step.ts'));
    if (ticket && mayDo('cancel', ticket, this.boot)) bring(() => import('./vitrine-withdraw.ts'));
    if (changed.has('ticketId') && changed.get('ticketId')) this.scrollIntoView({ block: 'nearest' });
  }

  override render() {
    const ticket = this.#ticket.value;
    const viewing = { ...this.viewing, now: this.#tick.now };
    if (!ticket)
      return this.#gone.value ? html`<p class="muted gone">${viewing.t('fault.not_found')}</p>` : skeleton(true);
    return html`
      <article part="ticket">
        <div class="main">
          ${this.#headline(ticket, viewing)} ${progressRail(ticket, viewing)}
          <vitrine-next-step .ticket=${ticket} @look-at-costs=${this.#lookAtCosts}></vitrine-next-step>
          <div class="pair">${engineerCard(ticket, viewing)} ${contractTimes(ticket, viewing)}</div>
          <vitrine-cost-lines .ticket=${ticket}></vitrine-cost-lines>
          <vitrine-ticket-about .ticket=${ticket}></vitrine-ticket-about>
        </div>
        <div class="past">
          <vitrine-timeline .ticket=${ticket}></vitrine-timeline>
          <vitrine-withdraw .ticket=${ticket}></vitrine-withdraw>
          ${this.#alone.value ? nothing : html`<vitrine-copy-link .ticketId=${this.ticketId}></vitrine-copy-link>`}
        </div>
      </article>
      <vitrine-announcer .ticketId=${this.ticketId}></vitrine-announcer>
    `;
  }

  readonly #lookAtCosts = (): void => this.renderRoot.querySelector<HTMLElement>('vitrine-cost-lines')?.focus();

  #headline(ticket: TicketView, viewing: Viewing) {
    const { t, boot } = viewing;
    const { sentence, tone } = headlineOf(ticket, viewing);
    const subject = ticket.subject ?? t('untitled');
    return html`<header class="promise" part="headline">
      <div class="crumb small muted">
        ${
          this.#alone.value
            ? nothing
            : html`<button class="quiet back" @click=${() => this.actions?.goTo('list')}>${t('back')}</button>`
        }
        <span>${t('ticket', { number: String(ticket.number) })}</span>
        <bdi title=${subject}>${subject}</bdi>
        <span>${nameOf(boot.priorities, ticket.priority, viewing)}</span>
        ${boot.sites.length > 1 ? html`<bdi>${nameOf(boot.sites, ticket.site, viewing)}</bdi>` : nothing}
      </div>
      <h2 tabindex="-1" class=${tone === 'late' ? 'late' : ''}>${sentence}</h2>
      <p class=${ticket.eta && !isStale(ticket.eta, viewing) ? '' : 'muted'}>
        ${join(this.#beside(ticket, viewing, sentence))}
      </p>
    </header>`;
  }

  /** The facts under the headline: where somebody on the way is, the visit agreed, and whose clock the times are by. */
  #beside(ticket: TicketView, viewing: Viewing, headline: string): readonly string[] {
    const { t, format, now, boot } = viewing;
    const zone = zoneOf(ticket, boot);
    // While it is only agreed, the headline says when.
    const visit = ticket.stage !== 'scheduled' && ticket.visits.findLast((each) => each.state === 'agreed');
    const due = ticket.clocks.find((clock) => clock.kind === 'resolution' && !clock.stoppedAt)?.dueAt;
    const time = due && !ticket.eta && now <= Date.parse(due) && format.moment(due, zone, now);
    const [site, viewer] = [format.zone(now, zone), format.zone(now, format.viewerZone)];
    return [
      ...(ticket.eta ? wayOf(ticket.eta, viewing) : []),
      ...(visit ? [t('visit.agreed', { window: format.window(visit.from, visit.to, zone, now) })] : []),
      ...(time && !headline.includes(time) ? [t('due', { time })] : []),
      ...(format.time(now, zone) === format.time(now, format.viewerZone) ? [] : [t('zone', { site, viewer })]),
    ];
  }

  static override readonly styles = [PortalElement.styles, railStyles, engineerStyles, clockStyles, bones, viewStyles];
}

define('vitrine-ticket-view', VitrineTicketView);
