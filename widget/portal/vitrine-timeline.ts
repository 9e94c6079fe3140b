import { html, nothing, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import type { TicketEvent } from '../../server/contract/events.ts';
import type { TicketView } from '../../server/contract/ticket.ts';
import { define } from '../define.ts';
import { Select } from '../store/select.ts';
import { timelineSentence } from '../text/timeline-sentence.ts';
import { mayDo, zoneOf, type Viewing } from '../text/viewing.ts';
import { GrowingList } from '../ui/growing-list.ts';
import { PortalElement } from '../ui/portal-element.ts';
import { timelineStyles } from './timeline.css.ts';

/** So many entries at a time: ten thousand at once would take a second to draw. */
const PAGE = 100;

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
  #shown = PAGE;
  #of: string | undefined;
  /** Entries after this one came while it was looked at. */
  #known = 0;

  protected override willUpdate(): void {
    if (this.ticket?.id !== this.#of) {
      this.#of = this.ticket?.id;
      this.#shown = PAGE;
      this.#known = 0;
      this.#entries.clear();
    }
    if (this.#known === 0) this.#known = this.#events.value?.at(-1)?.seq ?? 0;
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
      <ol part="entries" role="list" aria-busy=${events ? 'false' : 'true'}>
        ${events ? nothing : html`<li class="muted">${t('timeline.loading')}</li>`}
      </ol>
      ${
        events && events.length > this.#shown
          ? html`<button class="quiet" @click=${this.#showMore}>${t('more')}</button>`
          : nothing
      }
    </section>`;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const { ticket, viewing } = this;
    const list = this.renderRoot.querySelector('ol');
    const events = this.#events.value?.slice(-this.#shown);
    if (!ticket || !list || !events) return;
    this.#entries.draw(
      list,
      events.map((event, index) => [event.seq, this.#entry(event, events[index + 1], ticket, viewing)]),
    );
  }

  #entry(event: TicketEvent, newer: TicketEvent | undefined, ticket: TicketView, viewing: Viewing) {
    const { t, format, now, boot } = viewing;
    const zone = zoneOf(ticket, boot);
    const at = event.effectiveAt ?? event.at;
    const day = format.day(at, zone, now);
    const before = newer
      ? format.day(newer.effectiveAt ?? newer.at, zone, now)
      : format.day(new Date(now).toISOString(), zone, now);
    const { sentence, tone, quote, note, erased, files } = timelineSentence(event, ticket, viewing, this.#events.value);
    return html`${day === before ? nothing : html`<li class="day small muted">${day}</li>`}
      <li class="${tone} ${event.seq > this.#known ? 'fresh' : ''}" part="entry">
        <time class="small muted" datetime=${at} title=${format.both(at, zone, now)}>${format.time(at, zone)}</time>
        <span class="mark"></span>
        <div>
          <p>${sentence}</p>
          ${quote ? html`<p class="quote" part="quote">${quote}</p>` : nothing}
          ${note ? html`<p class="small ${tone === 'warn' ? 'warn' : 'muted'}">${note}</p>` : nothing}
          ${erased ? html`<p class="muted small">${t('erased')}</p>` : nothing}
          ${files ? html`<p class="muted small">${t('files', { n: files })}</p>` : nothing}
        </div>
      </li>`;
  }

  readonly #showMore = (): void => {
    this.#shown += PAGE;
    this.requestUpdate();
  };

  static override readonly styles = [PortalElement.styles, timelineStyles];
}

define('vitrine-timeline', VitrineTimeline);
