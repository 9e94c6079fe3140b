import { html, nothing } from 'lit';
import type { TicketEvent } from '../../server/contract/events.ts';
import type { TicketView } from '../../server/contract/ticket.ts';
import { timelineSentence } from '../text/timeline-sentence.ts';
import { zoneOf, type Viewing } from '../text/viewing.ts';

/** Where an entry stands: in which ticket and timeline, and after which event of it everything is fresh. */
export interface Course {
  readonly ticket: TicketView;
  readonly events: readonly TicketEvent[];
  readonly known: number;
}

/** One event of a timeline, below a line with its day where the one above it was on another. */
export function timelineEntry(index: number, { ticket, events, known }: Course, viewing: Viewing) {
  const { t, format, now, boot } = viewing;
  const event = events[index]!;
  const newer = events[index + 1];
  const zone = zoneOf(ticket, boot);
  const at = event.effectiveAt ?? event.at;
  const day = format.day(at, zone, now);
  const before = format.day(newer ? (newer.effectiveAt ?? newer.at) : new Date(now).toISOString(), zone, now);
  const { sentence, tone, quote, note, erased, files } = timelineSentence(event, ticket, viewing, events);
  return html`${day === before ? nothing : html`<li class="day small muted">${day}</li>`}
    <li class="${tone} ${event.seq > known ? 'fresh' : ''}" part="entry">
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
