import { css, html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import type { TicketEvent } from '../../server/contract/events.ts';
import type { TicketView } from '../../server/contract/ticket.ts';
import { define } from '../define.ts';
import { isRemote } from '../text/rare-sentence.ts';
import { mayDo, zoneOf } from '../text/viewing.ts';
import { isKept, visitsTold, type ToldVisit } from '../text/visits-told.ts';
import { asking } from '../ui/asking.css.ts';
import { PortalElement } from '../ui/portal-element.ts';
import { reasonForm } from '../ui/reason-form.ts';
import { Sending } from '../ui/sending.ts';

const TONES: { readonly [R in ToldVisit['result']]?: 'done' | 'warn' | 'live' } = {
  fixed: 'done',
  not_needed: 'done',
  no_access: 'warn',
  temporary: 'warn',
  continue: 'warn',
  en_route: 'live',
  on_site: 'live',
};

/**
 * Every visit of a ticket, numbered: when, who, and what came of it; and where a person asks for another time.
 *
 * @csspart visits - The card.
 */
export class VitrineVisits extends PortalElement {
  /** Whose. */
  @property({ attribute: false }) ticket: TicketView | undefined = undefined;
  /** Its events. */
  @property({ attribute: false }) timeline: readonly TicketEvent[] | undefined = undefined;

  readonly #sending = new Sending(this);

  protected override get needs() {
    return 'visits' as const;
  }

  override render() {
    const { ticket, timeline } = this;
    if (!ticket || !timeline) return nothing;
    const { t } = this.viewing;
    const visits = visitsTold(timeline);
    const isFromAfar = (ticket.stage === 'resolved' || ticket.stage === 'closed') && isRemote(ticket);
    if (visits.length === 0 && !isFromAfar) return nothing;
    return html`<section class="card" part="visits">
      <h3>${t('visits')}</h3>
      ${isFromAfar ? html`<p class="done">${t('visit.remote')}</p>` : nothing}
      <ol role="list">
        ${visits.map((visit, index) => this.#visit(visit, index + 1, ticket))}
      </ol>
      ${this.#another(ticket)}
    </section>`;
  }

  #visit(visit: ToldVisit, n: number, ticket: TicketView) {
    const { t, format, now, boot } = this.viewing;
    const zone = zoneOf(ticket, boot);
    const { window, engineer, arrivedAt, result } = visit;
    const kept = isKept(visit);
    const late = window && arrivedAt ? Date.parse(arrivedAt) - Date.parse(window.to) : 0;
    return html`<li>
      <span class="muted">${n}</span>
      <div>
        <p class="row">
          <span>${window ? format.window(window.from, window.to, zone, now) : t('visit.unplanned')}</span>
          <b class=${TONES[result] ?? 'muted'}>${t(`visit.result.${result}`)}</b>
        </p>
        <p class="small muted">
          ${engineer ? html`<bdi>${engineer}</bdi>` : nothing}
          ${arrivedAt ? html`<span>${t('visit.arrived', { time: format.moment(arrivedAt, zone, now) })}</span>` : nothing}
          ${
            kept === undefined
              ? nothing
              : kept
                ? html`<span class="done">${t('visit.kept')}</span>`
                : html`<span class="late">${t('visit.missed', { late: format.duration(late, 'up') })}</span>`
          }
        </p>
      </div>
    </li>`;
  }

  #another(ticket: TicketView) {
    const isAgreed = ticket.visits.some((visit) => visit.state === 'agreed');
    if (!isAgreed || !mayDo('postpone', ticket, this.boot)) return nothing;
    const { t } = this.viewing;
    const { busy, fault } = this.#sending;
    return html`<div class="acts">
        ${reasonForm({
          open: t('visit.another'),
          label: t('visit.wish'),
          send: t('send'),
          busy,
          draft: `${ticket.id}/postpone`,
          take: (wish) => void this.#sending.run(() => this.actions?.send(ticket.id, 'postpone', { wish })),
        })}
      </div>
      ${fault ? html`<p class="late small" role="alert">${this.faultText(fault)}</p>` : nothing}`;
  }

  static override readonly styles = [
    PortalElement.styles,
    asking,
    css`
      :host {
        display: contents;
      }

      ol {
        display: grid;
        gap: 10px;
      }

      li {
        display: grid;
        grid-template-columns: 1.5em minmax(0, 1fr);
        overflow-wrap: anywhere;
      }

      .small {
        display: flex;
        flex-wrap: wrap;
        gap: 2px 12px;
      }
    `,
  ];
}

define('vitrine-visits', VitrineVisits);
