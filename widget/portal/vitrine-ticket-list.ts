import { css, html, nothing } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { repeat } from 'lit/directives/repeat.js';
import { isActOf } from '../../server/contract/acts.ts';
import type { TicketView } from '../../server/contract/ticket.ts';
import { define } from '../define.ts';
import { Select } from '../store/select.ts';
import type { Scope } from '../store/state.ts';
import { Tick } from '../store/tick.ts';
import { headlineOf } from '../text/headline.ts';
import type { Viewing } from '../text/viewing.ts';
import { PortalElement } from '../ui/portal-element.ts';

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
  readonly #live = new Select(this, (state) => state.link.state === 'live');
  readonly #tick = new Tick(this);
  #search: ReturnType<typeof setTimeout> | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#search);
  }

  override render() {
    const { t, format } = this.viewing;
    const { sites, tenant, person } = this.boot;
    const [only] = sites;
    const title = sites.length === 1 && only ? format.words(only.name) : format.words(tenant.name);
    const { ids, search } = this.#list.value!;
    return html`
      <header part="head">
        <div class="row head">
          <h2><bdi>${title}</bdi></h2>
          ${
            isActOf('confirm', person.role)
              ? html`<button class="primary" @click=${() => this.actions?.goTo('form')}>${t('report')}</button>`
              : nothing
          }
        </div>
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
      </header>
      ${this.#items()}
      <footer class="row small" part="foot">
        ${this.#live.value ? html`<span class="dot live">${t('live')}</span>` : html`<span></span>`} ${this.#scopes()}
      </footer>
    `;
  }

  #items() {
    const { t } = this.viewing;
    const { ids, complete, loading, search } = this.#list.value!;
    const viewing = { ...this.viewing, now: this.#tick.now };
    if (ids.length === 0) {
      if (loading) return html`<div class="items" aria-label=${t('loading')}><i></i><i></i><i></i></div>`;
      return search
        ? html`<p class="items empty muted">${t('empty.found')}</p>`
        : html`<div class="items empty">
            <slot name="empty"><b>${t('empty')}</b><span class="muted">${t('empty.hint')}</span></slot>
          </div>`;
    }
    return html`<div class="items">
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
    const subject = ticket.subject ?? viewing.t('untitled');
    return html`<button
      class="item"
      part="item"
      aria-current=${ifDefined(ticket.id === this.#open.value ? 'true' : undefined)}
      @click=${() => void this.actions?.openTicket(ticket.id)}
    >
      <b title=${subject}><bdi>${subject}</bdi></b>
      <span class="muted small">${ticket.number}</span>
      <span class="line small dot ${tone === 'neutral' ? 'muted' : tone}">${line}</span>
    </button>`;
  }

  #scopes() {
    const { t } = this.viewing;
    const { scope } = this.#list.value!;
    const own: readonly Scope[] = isActOf('confirm', this.boot.person.role) ? ['mine', 'site'] : ['site', 'tenant'];
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

  static override readonly styles = [
    PortalElement.styles,
    css`
      :host {
        display: flex;
        flex-direction: column;
      }

      header {
        padding: 16px;
        display: grid;
        gap: 12px;
      }

      .head {
        flex-wrap: nowrap;
        align-items: center;
      }

      .head button {
        white-space: nowrap;
      }

      h2 {
        line-height: 1.3;
      }

      .items {
        flex: 1;
        border-block-start: 1px solid var(--_border);
      }

      .items > button {
        margin: 8px;
      }

      .items > i {
        display: block;
        height: 64px;
        border-block-end: 1px solid var(--_border);
        opacity: 0.6;
        background: linear-gradient(var(--_border) 0 0) 16px 16px / 60% 14px no-repeat;
      }

      .item {
        position: relative;
        display: grid;
        grid-template-columns: 1fr auto;
        gap: 4px 8px;
        width: 100%;
        padding: 12px 16px;
        text-align: start;
        border: 0;
        border-block-end: 1px solid var(--_border);
        border-radius: 0;
        background: none;
      }

      .item:focus-visible {
        outline-offset: -2px;
      }

      .item:hover {
        background: color-mix(in srgb, var(--_surface) 60%, transparent);
      }

      .item[aria-current] {
        background: var(--_surface);
      }

      .item[aria-current]::before {
        content: '';
        position: absolute;
        inset-block: 0;
        inset-inline-start: 0;
        border-inline-start: 3px solid var(--_accent);
      }

      .item b {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }

      .line {
        grid-column: 1 / -1;
      }

      .empty {
        display: grid;
        gap: 8px;
        align-content: start;
        padding: 24px 16px;
      }

      footer {
        padding: 8px 8px 8px 16px;
        align-items: center;
        border-block-start: 1px solid var(--_border);
      }

      .scope {
        min-height: 32px;
        padding-block: 4px;
        color: var(--_text-muted);
      }

      .scope[aria-pressed='true'] {
        color: var(--_text);
        font-weight: 600;
      }
    `,
  ];
}

define('vitrine-ticket-list', VitrineTicketList);
