import { html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import type { TicketId } from '../../server/contract/ids.ts';
import { define } from '../define.ts';
import { Select } from '../store/select.ts';
import { timelineSentence } from '../text/timeline-sentence.ts';
import { PortalElement } from '../ui/portal-element.ts';

const MOST_NEWS = 5;

/** Says to a screen reader what happens to the open ticket, politely and once. */
export class VitrineAnnouncer extends PortalElement {
  /** Which ticket is open. */
  @property({ attribute: false }) ticketId = '' as TicketId;

  readonly #ticket = new Select(this, (state) => state.tickets.get(this.ticketId));
  readonly #timeline = new Select(this, (state) => state.timelines.get(this.ticketId));
  /** The newest event that was on screen when it was last looked at: what comes after it is news. */
  #heard: { readonly ticket: TicketId; readonly seq: number } | undefined;
  #news: readonly string[] | undefined;

  protected override willUpdate(): void {
    const timeline = this.#timeline.value;
    const last = timeline?.at(-1);
    const ticket = this.#ticket.value;
    if (!last || !ticket) return;
    const known = this.#heard?.ticket === this.ticketId;
    if (!known) this.#news = undefined;
    else if (last.seq > this.#heard!.seq) {
      const { seq: heard } = this.#heard!;
      // One act may have brought several; of a long absence the last few are told.
      const news = timeline!
        .filter(({ seq }) => seq > heard)
        .slice(-MOST_NEWS)
        .map((event) => timelineSentence(event, ticket, this.viewing));
      // Their words are still on their way.
      if (news.some(({ sentence }) => !sentence)) return;
      this.#news = news.flatMap(({ sentence, quote }) => [sentence, quote ?? '']);
    }
    this.#heard = { ticket: this.ticketId, seq: last.seq };
  }

  override render() {
    return html`<div class="hidden" role="status">${this.#news?.map((part) => html`<p>${part}</p>`) ?? nothing}</div>`;
  }
}

define('vitrine-announcer', VitrineAnnouncer);
