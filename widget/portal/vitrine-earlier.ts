import { css, html, nothing, render, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import type { TicketView } from '../../server/contract/ticket.ts';
import { define } from '../define.ts';
import { Select } from '../store/select.ts';
import { zoneOf } from '../text/viewing.ts';
import { PortalElement } from '../ui/portal-element.ts';
import { timelineEntry } from './timeline-entry.ts';
import { timelineStyles } from './timeline.css.ts';

/** Entries of one list: what is off the screen is laid out by lists, and a list is drawn within a frame. */
const LIST = 100;
/** Lists for one press. */
const PRESS = 10;

/**
 * The earlier part of a long timeline, ten thousand entries if need be: drawn list by list, so that the page goes on living, and once, as
 * nothing of it changes any more.
 */
export class VitrineEarlier extends PortalElement {
  /** Whose. */
  @property({ attribute: false }) ticket: TicketView | undefined = undefined;
  /** How many of the ticket's events are its. */
  @property({ attribute: false }) count = 0;

  readonly #events = new Select(this, (state) => this.ticket && state.timelines.get(this.ticket.id));
  #wanted = 0;
  #lists: HTMLOListElement[] = [];
  #of: readonly unknown[] = [];
  #frame: number | undefined;
  /** Whoever pressed for more reads on where it begins: the button may be gone. */
  #pressed = false;

  override render() {
    const left = this.count - this.#wanted * LIST;
    return html`<div class="lists" aria-busy=${this.#left > 0 ? 'true' : 'false'}></div>
      ${left > 0 ? html`<button class="quiet" @click=${this.#showMore}>${this.viewing.t('more')}</button>` : nothing}`;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const { ticket, viewing } = this;
    if (!ticket) return;
    const { t, rare, boot, format, now } = viewing;
    // All that an old entry depends on.
    const of = [ticket.id, t, rare, boot, format.day(new Date(now).toISOString(), zoneOf(ticket, boot), now)];
    if (of.some((part, index) => part !== this.#of[index])) {
      if (this.#of[0] !== ticket.id) this.#wanted = 0;
      this.#of = of;
      for (const list of this.#lists) list.remove();
      this.#lists = [];
    }
    if (this.#left > 0) this.#frame ??= requestAnimationFrame(this.#draw);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    cancelAnimationFrame(this.#frame ?? 0);
    this.#frame = undefined;
  }

  /** Entries that are wanted and not drawn yet. */
  get #left(): number {
    const drawn = this.#lists.length;
    return drawn < this.#wanted ? Math.max(0, this.count - drawn * LIST) : 0;
  }

  readonly #draw = (): void => {
    this.#frame = undefined;
    const { ticket, viewing } = this;
    const events = this.#events.value;
    const end = this.#left;
    if (!ticket || !events || end === 0) return;
    const list = document.createElement('ol');
    list.setAttribute('role', 'list');
    const course = { ticket, events, known: Infinity };
    const indexes = Array.from({ length: Math.min(LIST, end) }, (_, step) => end - 1 - step);
    render(
      indexes.map((index) => timelineEntry(index, course, viewing)),
      list,
    );
    if (end > LIST) list.className = 'on';
    this.renderRoot.querySelector('.lists')!.append(list);
    this.#lists.push(list);
    if (this.#pressed) {
      this.#pressed = false;
      list.tabIndex = -1;
      list.focus({ preventScroll: true });
    }
    this.requestUpdate();
  };

  readonly #showMore = (): void => {
    this.#wanted += PRESS;
    this.#pressed = true;
    this.requestUpdate();
  };

  static override readonly styles = [
    PortalElement.styles,
    timelineStyles,
    css`
      ol {
        content-visibility: auto;
        contain-intrinsic-size: auto 4000px;
      }

      ol:focus-visible {
        outline: none;
      }
    `,
  ];
}

define('vitrine-earlier', VitrineEarlier);
