import { css, html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { define } from '../define.ts';
import { Select } from '../store/select.ts';
import type { Pending } from '../store/state.ts';
import { nameOf, zoneOf } from '../text/viewing.ts';
import { waitingText } from '../text/waiting.ts';
import { asking } from '../ui/asking.css.ts';
import { PortalElement } from '../ui/portal-element.ts';
import { sureForm } from '../ui/sure-form.ts';
import { draftFrom } from './report-draft.ts';

/**
 * A report that was sent and is not registered yet: that it is safe, what it waits for, and what was written.
 *
 * @csspart form - The whole.
 * @csspart quote - What was written.
 */
export class VitrineWaitingReport extends PortalElement {
  /** Which. */
  @property({ attribute: false }) pending: Pending | undefined = undefined;

  readonly #link = new Select(this, (state) => state.link);
  readonly #offset = new Select(this, (state) => state.serverOffsetMs);

  protected override get needs() {
    return 'wait.report' as const;
  }

  /** Moves the focus to the title, for whoever came here by keyboard or screen reader. */
  override focus(): void {
    this.renderRoot.querySelector('h2')?.focus();
  }

  override render() {
    const { pending } = this;
    if (!pending) return nothing;
    const { viewing, boot } = this;
    const { t, format, now } = viewing;
    const { sentence, tone } = waitingText(pending, this.#link.value!, viewing);
    const draft = draftFrom(pending.body);
    const pressed = new Date(pending.since + (this.#offset.value ?? 0)).toISOString();
    return html`<section part="form" aria-labelledby="title">
      <h2 id="title" tabindex="-1">${t('wait.report')}</h2>
      <p class="dot ${tone}" role="status">${sentence}</p>
      <div class="card">
        <p class="row small muted">
          <bdi>${nameOf(boot.sites, draft.site, viewing)}</bdi>
          <bdi>${nameOf(boot.categories, draft.category, viewing)}</bdi>
          <span>${t('wait.pressed', { time: format.moment(pressed, zoneOf(draft, boot), now) })}</span>
        </p>
        <p class="quote" part="quote">${draft.text}</p>
      </div>
      ${pending.saved ? html`<p class="muted">${t(pending.sent ? 'wait.gone_out' : 'wait.close')}</p>` : nothing}
      <div class="acts">
        <button class="primary" @click=${() => this.actions?.goTo('form')}>${t('report.another')}</button>
        <button @click=${() => this.actions?.goTo('list')}>${t('back')}</button>
        ${
          pending.sent
            ? nothing
            : sureForm({
                open: t('wait.discard'),
                ask: t('wait.discard.sure'),
                yes: t('draft.delete'),
                take: () => void this.#discard(pending),
              })
        }
      </div>
    </section>`;
  }

  async #discard({ key }: Pending): Promise<void> {
    const kept = await this.actions?.kept();
    if (await kept?.discard(key)) this.actions?.goTo('list');
  }

  static override readonly styles = [
    PortalElement.styles,
    asking,
    css`
      section {
        display: grid;
        gap: 16px;
        padding: 20px 24px 24px;
        max-width: 72ch;
      }

      h2 {
        font-size: 1.5em;
        letter-spacing: -0.01em;
      }

      .row {
        justify-content: start;
      }

      @container (max-width: 819px) {
        section {
          padding: 16px;
        }
      }
    `,
  ];
}

define('vitrine-waiting-report', VitrineWaitingReport);
