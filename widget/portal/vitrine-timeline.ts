import { html, nothing, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import type { TicketView } from '../../server/contract/ticket.ts';
import { define } from '../define.ts';
import { Select } from '../store/select.ts';
import { bring } from '../bring.ts';
import { mayDo } from '../text/viewing.ts';
import { GrowingList } from '../ui/growing-list.ts';
import { PortalElement } from '../ui/portal-element.ts';
import { timelineEntry } from './timeline-entry.ts';
import { timelineStyles } from './timeline.css.ts';

/** So many entries at first: ten thousand at once would take a second to draw. */
const FIRST = 100;

/**
 * What happened to a ticket, newest first. Where a person writes to the service desk arrives once the ticket is live.
 *
 * @csspart timeline - The card.
 * @csspart entries - The list.
 * @csspart entry - One event.
 * @csspart quote - What somebody wrote.
 */
export class VitrineTimeline extends PortalElement {
  /** Whose. */
  @property({ attribute: false }) ticket: TicketView | undefined = undefined;

  readonly #events = new Select(this, (state) => this.ticket && state.timelines.get(this.ticket.id));
  readonly #entries = new GrowingList();
  /** How many are too old to be drawn at first. */
  #earlier = 0;
  #of: string | undefined;
  /** Entries after this one came while it was looked at. */
  #known = 0;

  protected override willUpdate(): void {
    if (this.ticket?.id !== this.#of) {
      this.#of = this.ticket?.id;
      this.#known = this.#earlier = 0;
      this.#entries.clear();
    }
    const events = this.#events.value;
    if (this.#known > 0 || !events) return;
    this.#known = events.at(-1)?.seq ?? 0;
    this.#earlier = Math.max(0, events.length - FIRST);
  }

  override render() {
    const { ticket, viewing } = this;
    if (!ticket) return nothing;
    const { t } = viewing;
    const events = this.#events.value;
    return html`<section class="card" part="timeline">
      <h3>${t('timeline')}</h3>
      ${ticket.stage !== 'cancelled' && mayDo('comment', ticket, this.boot) ? html`<vitrine-composer .ticket=${ticket}></vitrine-composer>` : nothing}
      <vitrine-waiting .ticketId=${ticket.id}></vitrine-waiting>
      <ol part="entries" role="list" class=${this.#earlier ? 'on' : ''} aria-busy=${events ? 'false' : 'true'}>
        ${events ? nothing : html`<li class="muted">${t('timeline.loading')}</li>`}
      </ol>
      ${this.#earlier ? html`<vitrine-earlier .ticket=${ticket} .count=${this.#earlier}></vitrine-earlier>` : nothing}
    </section>`;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (this.#earlier) bring(() => import('./vitrine-earlier.ts'));
    const { ticket, viewing } = this;
    const list = this.renderRoot.querySelector('ol');
    const events = this.#events.value;
    if (!ticket || !list || !events) return;
    const course = { ticket, events, known: this.#known };
    this.#entries.draw(
      list,
      events.slice(this.#earlier).map(({ seq }, index) => [seq, timelineEntry(this.#earlier + index, course, viewing)]),
    );
  }

  static override readonly styles = [PortalElement.styles, timelineStyles];
}

define('vitrine-timeline', VitrineTimeline);
