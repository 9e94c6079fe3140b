import { css, html, nothing, type PropertyValues } from 'lit';
import { state } from 'lit/decorators.js';
import type { Fault } from '../../server/contract/faults.ts';
import type { Site } from '../../server/contract/portal.ts';
import type { Visitor, VisitsAnswer } from '../../server/contract/visits.ts';
import { define } from '../define.ts';
import { Select } from '../store/select.ts';
import { Tick } from '../store/tick.ts';
import { PortalElement } from '../ui/portal-element.ts';

const TONES = { on_site: 'live', en_route: 'live', agreed: 'done', proposed: 'muted' } as const;

/**
 * Who comes to a site today, for whoever opens the door: when, who, from which company, and what the guard needs to let him in.
 * It follows what happens, and prints as it stands.
 *
 * @csspart visitors - The whole view.
 * @csspart visitor - Somebody who comes.
 */
export class VitrineVisitors extends PortalElement {
  @state() private site = '';
  @state() private answer: VisitsAnswer | undefined = undefined;
  @state() private fault: Fault | undefined = undefined;

  /** Changes with whatever may change the answer. */
  readonly #changed = new Select(this, ({ tickets, skipped }) => {
    let sum = 0;
    for (const ticket of tickets.values()) if (ticket.site === this.site) sum += ticket.seq;
    return `${this.site} ${sum} ${skipped}`;
  });
  readonly #tickets = new Select(this, (known) => known.tickets);
  /** A day ends while somebody looks. */
  readonly #tick = new Tick(this, 60_000);
  #asked = '';

  protected override get needs() {
    return 'visitors' as const;
  }

  /** Moves the focus to the title. */
  override focus(): void {
    this.renderRoot.querySelector('h2')?.focus();
  }

  protected override willUpdate(): void {
    const { sites } = this.boot;
    if (!sites.some(({ id }) => id === this.site)) this.site = sites[0]?.id ?? '';
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const site = this.boot.sites.find(({ id }) => id === this.site);
    if (!site) return;
    const asks = `${this.#changed.value} ${new Date(this.#tick.now).toLocaleDateString('sv', site)}`;
    if (asks === this.#asked) return;
    this.#asked = asks;
    void this.#load(site.id);
  }

  async #load(site: string): Promise<void> {
    const outcome = await this.actions?.read<VisitsAnswer>(`/v1/visits?${new URLSearchParams({ site })}`);
    if (!outcome || site !== this.site) return;
    this.fault = outcome.fault;
    // What was known stays.
    if (outcome.value) this.answer = outcome.value;
  }

  override render() {
    const { t, format } = this.viewing;
    const { sites } = this.boot;
    const { fault } = this;
    const site = sites.find(({ id }) => id === this.site);
    const answer = this.answer?.site === this.site ? this.answer : undefined;
    return html`<article part="visitors">
      <div class="row">
        <div>
          <button class="quiet back" @click=${() => this.actions?.goTo('list')}>${t('back')}</button>
          <h2 tabindex="-1">${t('visitors')}</h2>
          ${answer && site ? html`<p class="muted">${this.#dayOf(answer, site)}</p>` : nothing}
        </div>
        <button class="print" @click=${() => print()}>${t('visitors.print')}</button>
      </div>
      ${
        sites.length > 1
          ? html`<label class="site">
              <span class="small muted">${t('report.site')}</span>
              <select @change=${this.#choose}>
                ${sites.map(({ id, name }) => html`<option value=${id} ?selected=${id === this.site}>${format.words(name)}</option>`)}
              </select>
            </label>`
          : nothing
      }
      ${fault ? html`<p class="late small" role="alert">${this.faultText(fault)}</p>` : nothing}
      ${answer && site ? this.#visitors(answer, site) : fault ? nothing : html`<p class="muted">${t('loading')}</p>`}
    </article>`;
  }

  #dayOf({ on }: VisitsAnswer, { name, timeZone }: Site): string {
    const { format } = this.viewing;
    return `${format.words(name)} · ${format.day(`${on}T12:00:00.000Z`, 'UTC', this.#tick.now)} · ${format.zone(this.#tick.now, timeZone)}`;
  }

  #visitors({ visits, company }: VisitsAnswer, site: Site) {
    const { t, format } = this.viewing;
    if (visits.length === 0) return html`<p>${t('visitors.none')}</p>`;
    return html`<ul role="list" aria-live="polite">
      ${visits.map((visitor) => this.#visitor(visitor, format.words(company), site))}
    </ul>`;
  }

  #visitor(visitor: Visitor, company: string, { timeZone }: Site) {
    const { t, format } = this.viewing;
    const now = this.#tick.now;
    const { ticket, number, subject, state: stands, window, engineer, pass, arrivedAt } = visitor;
    // Between two answers the live position knows better.
    const held = this.#tickets.value?.get(ticket);
    const arrivesAt = stands === 'en_route' ? (held ?? visitor).eta?.arrivesAt : undefined;
    return html`<li class="card" part="visitor">
      <p class="row">
        <b class=${TONES[stands]}>${t(`visitors.${stands}`)}</b>
        <span>
          ${
            arrivedAt
              ? t('visitors.since', { time: format.moment(arrivedAt, timeZone, now) })
              : arrivesAt
                ? t('about', { time: format.moment(arrivesAt, timeZone, now) })
                : nothing
          }
          ${window ? format.window(window.from, window.to, timeZone, now) : nothing}
        </span>
      </p>
      <p>
        <b><bdi>${engineer?.name ?? t('visitors.unnamed')}</bdi></b>
        <bdi class="muted">${[engineer?.specialty, company].filter(Boolean).join(', ')}</bdi>
      </p>
      ${
        pass
          ? html`<dl class="pass">
              ${
                pass.document
                  ? html`<dt class="muted">${t('pass.document')}</dt>
                      <dd><bdi>${pass.document}</bdi></dd>`
                  : nothing
              }
              ${
                pass.vehicle
                  ? html`<dt class="muted">${t('pass.vehicle')}</dt>
                      <dd><bdi>${pass.vehicle}</bdi></dd>`
                  : nothing
              }
            </dl>`
          : nothing
      }
      <p class="small">
        <button class="quiet" @click=${() => void this.actions?.openTicket(ticket)}>
          ${t('ticket', { number: String(number) })}
        </button>
        <bdi class="muted">${subject ?? t('untitled')}</bdi>
      </p>
    </li>`;
  }

  readonly #choose = (event: Event): void => {
    this.site = (event.currentTarget as HTMLSelectElement).value;
  };

  static override readonly styles = [
    PortalElement.styles,
    css`
      article,
      ul {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 16px;
        align-content: start;
      }

      article {
        padding: 20px 24px 24px;
      }

      h2 {
        font-size: 1.4em;
        line-height: 1.2;
      }

      .site {
        max-width: 40ch;
      }

      .card {
        overflow-wrap: anywhere;
      }

      .card .quiet {
        padding-inline: 0 8px;
      }

      .pass {
        display: grid;
        grid-template-columns: max-content minmax(0, 1fr);
        gap: 2px 12px;
        font-size: 1.067em;
      }

      .back {
        display: none;
        padding-inline: 0 8px;
      }

      @container (max-width: 819px) {
        article {
          padding: 12px 16px 16px;
        }

        .back {
          display: block;
        }
      }

      @media print {
        button,
        .site {
          display: none;
        }
      }
    `,
  ];
}

define('vitrine-visitors', VitrineVisitors);
