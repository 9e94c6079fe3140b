import { html, nothing, type ReactiveElement } from 'lit';
import type { TicketView } from '../../server/contract/ticket.ts';
import type { Actions } from '../store/actions.ts';
import { headlineOf } from '../text/headline.ts';
import type { Viewing } from '../text/viewing.ts';
import type { ReportDraft } from './report-draft.ts';

/** So many are read; more would be in the way of somebody who has something else to report. */
const SHOWN = 3;

/** Knows what is already reported at the site of a draft, so that nobody reports it twice. */
export class AlreadyHere {
  readonly #host: ReactiveElement;
  #asked = '';
  #open: readonly TicketView[] = [];

  constructor(host: ReactiveElement) {
    this.#host = host;
  }

  /** Asks when the draft says where and what; once for each site. */
  async ask({ site, category }: ReportDraft, actions: Actions | undefined): Promise<void> {
    if (!site || !category || !actions || site === this.#asked) return;
    this.#asked = site;
    this.#open = [];
    const answer = await (await actions.kept())?.openAt(site);
    if (site !== this.#asked) return;
    // Without a connection: asked again at the next change.
    if (!answer?.value) this.#asked = '';
    this.#open = answer?.value?.tickets ?? [];
    if (this.#open.length > 0) this.#host.requestUpdate();
  }

  render(draft: ReportDraft, viewing: Viewing, actions: Actions | undefined) {
    const { t } = viewing;
    const here = draft.site === this.#asked && draft.category ? byLikeness(this.#open, draft) : [];
    if (here.length === 0) return nothing;
    return html`<section class="card known" part="known" aria-labelledby="known">
      <h3 id="known">${t('known.here', { n: here.length })}</h3>
      <ul>
        ${here.slice(0, SHOWN).map((ticket) => {
          const { line, tone } = headlineOf(ticket, viewing);
          return html`<li>
            <button type="button" class="quiet" @click=${() => void actions?.openTicket(ticket.id)}>
              <b><bdi>${ticket.subject ?? t('untitled')}</bdi></b>
              <span class="small ${tone === 'neutral' ? 'muted' : tone} dot">${line}</span>
            </button>
          </li>`;
        })}
      </ul>
      <p class="small muted">
        ${here.length > SHOWN ? html`${t('known.more', { n: here.length - SHOWN })}. ` : nothing}${t('known.hint')}
      </p>
    </section>`;
  }
}

/** The same equipment first, then the same category; among those the newest change, as they came. */
export function byLikeness(tickets: readonly TicketView[], { asset, category }: ReportDraft): readonly TicketView[] {
  const likeness = (ticket: TicketView): number =>
    (asset && ticket.asset === asset ? 2 : 0) + (ticket.category === category ? 1 : 0);
  return [...tickets].sort((one, other) => likeness(other) - likeness(one));
}
