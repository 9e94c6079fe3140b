import { css, html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import type { ActName } from '../../server/contract/acts.ts';
import type { CommandInput } from '../../server/contract/commands.ts';
import { LIMITS } from '../../server/contract/limits.ts';
import type { Question, TicketView, Visit } from '../../server/contract/ticket.ts';
import { define } from '../define.ts';
import { zoneOf } from '../text/viewing.ts';
import { asking } from '../ui/asking.css.ts';
import { HoldPlace } from '../ui/hold-place.ts';
import { PortalElement } from '../ui/portal-element.ts';
import { reasonForm } from '../ui/reason-form.ts';
import { Acting } from '../ui/acting.ts';
import { asksOf } from './asks.ts';

const STARS = [1, 2, 3, 4, 5] as const;

/**
 * What the ticket asks of this person now: to answer, to agree a visit, to let somebody in, to look at a cost, to confirm, to rate. Nothing where it asks nothing.
 *
 * @csspart ask - One thing that is asked.
 */
export class VitrineNextStep extends PortalElement {
  /** Whose. */
  @property({ attribute: false }) ticket: TicketView | undefined = undefined;

  readonly #sending = new Acting(this, () => this.ticket?.id);

  constructor() {
    super();
    new HoldPlace(this);
  }

  protected override get needs() {
    return 'question' as const;
  }

  override render() {
    const { ticket } = this;
    if (!ticket) return nothing;
    const asks = asksOf(ticket, this.boot);
    const { fault } = this.#sending;
    return html`
      ${asks.questions.map((question) => this.#question(question))}
      ${asks.visit ? this.#visit(ticket, asks.visit) : nothing} ${asks.access ? this.#access() : nothing}
      ${asks.cost ? this.#cost(ticket, asks.cost) : nothing} ${asks.confirm ? this.#confirm() : nothing}
      ${asks.rate ? this.#rate() : nothing}
      ${fault ? html`<p class="late small" role="alert">${this.faultText(fault)}</p>` : nothing}
    `;
  }

  #question({ id, text }: Question) {
    const { t } = this.viewing;
    const send = (event: SubmitEvent): void => {
      event.preventDefault();
      const form = event.currentTarget as HTMLFormElement;
      this.#send('answer', { question: id, text: String(new FormData(form).get('text')).trim() });
    };
    return html`<form class="card ask" part="ask" @submit=${send}>
      <h3>${t('question')}</h3>
      <p class="said">${text ?? t('erased')}</p>
      <label>
        <span class="hidden">${t('answer.label')}</span>
        <textarea name="text" required maxlength=${LIMITS.text} placeholder=${t('answer.label')}></textarea>
      </label>
      <vitrine-draft of=${`${this.ticket?.id}/answer/${id}`}></vitrine-draft>
      <div class="acts"><button class="primary" ?disabled=${this.#sending.busy}>${t('answer')}</button></div>
    </form>`;
  }

  #visit(ticket: TicketView, { id: visit, from, to }: Visit) {
    const { t, format, now } = this.viewing;
    const window = format.window(from, to, zoneOf(ticket, this.boot), now);
    return html`<section class="card ask" part="ask">
      <h3>${t('visit')}</h3>
      <p>${t('visit.ask', { window })}</p>
      <div class="acts">
        ${this.#button('visit.agree', 'agree-visit', { visit })}
        ${this.#why('visit.decline', 'visit.wish', 'decline-visit', (wish) => this.#send('decline-visit', { visit, wish }))}
      </div>
    </section>`;
  }

  #access() {
    const { t } = this.viewing;
    return html`<section class="card ask" part="ask">
      <h3>${t('access')}</h3>
      <p>${t('access.ask')}</p>
      <div class="acts">${this.#button('access.allow', 'allow-access', {})}</div>
    </section>`;
  }

  /** The lines keep their place: what somebody is reading does not move. */
  #cost({ costs }: TicketView, sum: number) {
    const { t, format } = this.viewing;
    return html`<section class="card ask" part="ask">
      <h3>${t('cost')}</h3>
      <p>${t('cost.ask', { sum: format.money(sum, costs.currency) })}</p>
      <div class="acts">
        <button class="primary" @click=${() => this.dispatchEvent(new Event('look-at-costs'))}>
          ${t('cost.look')}
        </button>
      </div>
    </section>`;
  }

  #confirm() {
    const { t } = this.viewing;
    return html`<section class="card ask fixed" part="ask">
      <h3>${t('confirm')}</h3>
      <div class="acts">
        ${this.#button('confirm.yes', 'confirm', {})}
        ${this.#why('confirm.no', 'reopen.why', 'reopen', (reason) => this.#send('reopen', { reason }))}
      </div>
    </section>`;
  }

  #rate() {
    const { t } = this.viewing;
    const send = (event: SubmitEvent): void => {
      event.preventDefault();
      const data = new FormData(event.currentTarget as HTMLFormElement);
      const stars = STARS.find((each) => String(each) === data.get('stars'));
      const text = String(data.get('text')).trim();
      if (stars) this.#send('rate', { stars, ...(text ? { text } : {}) });
    };
    return html`<form class="card" part="ask" @submit=${send}>
      <h3 id="rate">${t('rate')}</h3>
      <div class="stars" role="radiogroup" aria-labelledby="rate">
        ${STARS.map(
          (n) =>
            html`<label title=${t('rate.stars', { n })}>
              <input type="radio" name="stars" value=${n} required aria-label=${t('rate.stars', { n })} />
              <span aria-hidden="true">★</span>
            </label>`,
        )}
      </div>
      <input name="text" maxlength=${LIMITS.text} aria-label=${t('rate.text')} placeholder=${t('rate.text')} />
      <div class="acts"><button ?disabled=${this.#sending.busy}>${t('rate.send')}</button></div>
    </form>`;
  }

  #button<A extends ActName>(label: 'visit.agree' | 'access.allow' | 'confirm.yes', act: A, body: CommandInput<A>) {
    return html`<button class="primary" ?disabled=${this.#sending.busy} @click=${() => this.#send(act, body)}>
      ${this.viewing.t(label)}
    </button>`;
  }

  #why(
    open: 'visit.decline' | 'confirm.no',
    label: 'visit.wish' | 'reopen.why',
    act: ActName,
    take: (reason: string) => void,
  ) {
    const { t } = this.viewing;
    const draft = `${this.ticket?.id}/${act}`;
    return reasonForm({ open: t(open), label: t(label), send: t('send'), busy: this.#sending.busy, draft, take });
  }

  #send<A extends ActName>(act: A, body: CommandInput<A>): void {
    const { ticket } = this;
    if (ticket) void this.#sending.run(() => this.actions?.send(ticket.id, act, body));
  }

  static override readonly styles = [
    PortalElement.styles,
    asking,
    css`
      :host {
        display: contents;
      }

      .said {
        white-space: pre-wrap;
        overflow-wrap: anywhere;
        font-size: 1.067em;
      }

      .fixed {
        background: color-mix(in srgb, var(--_success) 8%, var(--_surface));
        border-color: color-mix(in srgb, var(--_success) 32%, var(--_surface));
      }

      .stars {
        display: flex;
        flex-direction: row;
      }

      .stars label {
        cursor: pointer;
        padding: 4px;
        border-radius: 8px;
        font-size: 1.6em;
        line-height: 1.2;
        min-width: min(44px, 20%);
        min-height: 44px;
        place-items: center;
        color: var(--_accent);
      }

      .stars input {
        position: absolute;
        opacity: 0;
        width: 32px;
        height: 32px;
        min-height: 0;
      }

      .stars label:has(:focus-visible) {
        outline: 2px solid var(--_focus);
      }

      .stars label:has(:checked) ~ label,
      .stars:not(:has(:checked)) label {
        -webkit-text-fill-color: transparent;
        -webkit-text-stroke: 1px var(--_text-muted);
      }
    `,
  ];
}

define('vitrine-next-step', VitrineNextStep);
