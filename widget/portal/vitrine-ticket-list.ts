import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { isCustomer } from '../../server/contract/acts.ts';
import type { TicketView } from '../../server/contract/ticket.ts';
import { define } from '../define.ts';
import { Select } from '../store/select.ts';
import type { Scope } from '../store/state.ts';
import { Tick } from '../store/tick.ts';
import { KeepApprovals } from '../store/approvals.ts';
import { headlineOf } from '../text/headline.ts';
import { nameOf, type Viewing } from '../text/viewing.ts';
import { asking } from '../ui/asking.css.ts';
import { PortalElement } from '../ui/portal-element.ts';
import { rowStyles } from './row.css.ts';
import { listStyles } from './ticket-list.css.ts';
import './vitrine-unregistered.ts';

const SEARCH_WAIT_MS = 250;

/**
 * The person's tickets, one live line each, with search and the choice of whose.
 *
 * @slot empty - What a person reads who has no tickets yet.
 * @csspart head - Title, report button and search.
 * @csspart items - The list.
 * @csspart item - One ticket; `aria-current` is the open one.
 * @csspart foot - Whether it is live, and whose tickets are shown.
 */
export class VitrineTicketList extends PortalElement {
  readonly #list = new Select(this, (state) => state.list);
  readonly #tickets = new Select(this, (state) => state.tickets);
  readonly #open = new Select(this, (state) => (state.view === 'ticket' ? state.openTicket : null));
  readonly #unread = new Select(this, (state) => state.unread);
  readonly #waits = new Select(this, (state) => state.approvals);
  readonly #approvals = new Select(this, (state) => state.view === 'approvals');
  readonly #live = new Select(this, (state) => state.link.state === 'live');
  readonly #stale = new Select(this, ({ link }) => link.state !== 'live' && link.state !== 'connecting');
  /** Its lines tell minutes. */
  readonly #tick = new Tick(this, 60_000);
  #search: ReturnType<typeof setTimeout> | undefined;
  /** The page has its own words for an empty list. */
  #pageSays = false;

  constructor() {
    super();
    new KeepApprovals(this, () => void this.actions?.loadApprovals());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#search);
  }

  protected override get needs() {
    return 'tickets' as const;
  }

  /** Moves the focus to the open ticket's line, or to the first control. */
  override focus(): void {
    (
      this.renderRoot.querySelector<HTMLElement>('[aria-current=true]') ?? this.renderRoot.querySelector('button')
    )?.focus();
  }

  override render() {
    const { t, format } = this.viewing;
    const { sites, tenant, person } = this.boot;
    const [only] = sites;
    const title = sites.length === 1 && only ? format.words(only.name) : format.words(tenant.name);
    const { ids, search } = this.#list.value!;
    return html`
      <div class="top" part="head">
        <div class="row head">
          <h2><bdi>${title}</bdi></h2>
          ${
            isCustomer(person.role)
              ? html`<button class="primary" @click=${() => this.actions?.goTo('form')}>${t('report')}</button>`
              : nothing
          }
        </div>
        ${this.#waiting()}
        ${
          sites.length > 0
            ? html`<button class="quiet today small" @click=${() => this.actions?.goTo('visitors')}>
                ${t('visitors')}
              </button>`
            : nothing
        }
        ${
          ids.length > 0 || search
            ? html`<input
                type="search"
                aria-label=${t('search')}
                placeholder=${t('search.hint')}
                .value=${search}
                @input=${this.#searchSoon}
              />`
            : nothing
        }
      </div>
      <vitrine-unregistered></vitrine-unregistered>
      ${this.#items()}
      <div class="row small foot" part="foot">
        ${this.#live.value ? html`<span class="dot live">${t('live')}</span>` : html`<span></span>`} ${this.#scopes()}
      </div>
    `;
  }

  /** How much waits for this person's word, over all sites. */
  #waiting() {
    const { tickets: n = 0, sum = 0 } = this.#waits.value ?? {};
    if (n === 0) return nothing;
    const { t, format } = this.viewing;
    return html`<button
      class="row warn waiting"
      aria-current=${this.#approvals.value ? 'true' : 'false'}
      @click=${() => this.actions?.goTo('approvals')}
    >
      <span>${t('approvals.open', { n })}</span> <b>${format.money(sum, this.boot.tenant.currency)}</b>
    </button>`;
  }

  #items() {
    const { t } = this.viewing;
    const { ids, complete, loading, search } = this.#list.value!;
    const viewing = { ...this.viewing, now: this.#tick.now };
    if (ids.length === 0) {
      if (loading)
        return html`<div class="items">
          <p class="hidden">${t('loading')}</p>
          <i></i><i></i><i></i>
        </div>`;
      return search
        ? html`<p class="items empty muted">${t('empty.found')}</p>`
        : html`<div class="items empty">
            <slot name="empty" @slotchange=${this.#readSlot}></slot>
            ${this.#pageSays ? nothing : html`<b>${t('empty')}</b><span class="muted">${t('empty.hint')}</span>`}
          </div>`;
    }
    return html`<div class="items ${this.#stale.value ? 'stale' : ''}">
      <ul part="items" aria-label=${t('tickets')}>
        ${repeat(
          ids,
          (id) => id,
          (id) => {
            const ticket = this.#tickets.value?.get(id);
            return ticket ? html`<li>${this.#item(ticket, viewing)}</li>` : nothing;
          },
        )}
      </ul>
      ${
        complete
          ? nothing
          : html`<button class="quiet" ?disabled=${loading} @click=${() => void this.actions?.loadMore()}>
              ${t('more')}
            </button>`
      }
    </div>`;
  }

  #item(ticket: TicketView, viewing: Viewing) {
    const { line, tone } = headlineOf(ticket, viewing);
    const { sites } = this.boot;
    const subject = ticket.subject ?? viewing.t('untitled');
    return html`<button
      class="item"
      part="item"
      aria-current=${ticket.id === this.#open.value ? 'true' : 'false'}
      @click=${() => void this.actions?.openTicket(ticket.id)}
    >
      <b title=${subject}><bdi>${subject}</bdi></b>
      <span class="muted small">
        ${this.#unread.value?.has(ticket.id) ? html`<span class="live news">${viewing.t('news')}</span>` : nothing}
        ${ticket.number}
      </span>
      <span class="row line small">
        <span class="dot ${tone === 'neutral' ? 'muted' : tone}">${line}</span>
        ${sites.length > 1 ? html`<bdi class="muted">${nameOf(sites, ticket.site, viewing)}</bdi>` : nothing}
      </span>
    </button>`;
  }

  #scopes() {
    const { t } = this.viewing;
    const { scope } = this.#list.value!;
    const { person, tenant } = this.boot;
    // Where a client shares nothing there is nothing to choose.
    if (person.role === 'employee' && !tenant.siteSharing) return nothing;
    const own: readonly Scope[] = isCustomer(person.role) ? ['site', 'mine'] : ['site', 'tenant'];
    return html`<span role="group" aria-label=${t('scope')}>
      ${own.map(
        (each) =>
          html`<button
            class="quiet scope"
            aria-pressed=${each === scope ? 'true' : 'false'}
            @click=${() => void this.actions?.setScope(each)}
          >
            ${t(`scope.${each}`)}
          </button>`,
      )}
    </span>`;
  }

  readonly #searchSoon = (event: InputEvent): void => {
    const { value } = event.target as HTMLInputElement;
    clearTimeout(this.#search);
    this.#search = setTimeout(() => void this.actions?.search(value), SEARCH_WAIT_MS);
  };

  /** The slot's own fallback would never show: to it, the portal's slot that is put in here is content, empty or not. */
  readonly #readSlot = (event: Event): void => {
    this.#pageSays = (event.currentTarget as HTMLSlotElement).assignedElements({ flatten: true }).length > 0;
    this.requestUpdate();
  };

  static override readonly styles = [PortalElement.styles, asking, rowStyles, listStyles];
}

define('vitrine-ticket-list', VitrineTicketList);
