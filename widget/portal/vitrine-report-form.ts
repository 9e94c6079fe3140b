import { html, nothing, type PropertyValues } from 'lit';
import { define } from '../define.ts';
import { Select } from '../store/select.ts';
import type { Viewing } from '../text/viewing.ts';
import { asking } from '../ui/asking.css.ts';
import { PortalElement } from '../ui/portal-element.ts';
import { Sending } from '../ui/sending.ts';
import { PromiseAsk } from './promise-ask.ts';
import { assetsOf, categoryOf, draftOf, missingIn, registrationOf, type ReportDraft } from './report-draft.ts';
import { categoryField, chips, contactFields, dropDown, lengthLeft } from './report-fields.ts';
import { formStyles } from './report-form.css.ts';

/**
 * Reports a fault: what and where, one text, and what its category asks. Says what is still missing and, before sending, what is promised.
 * A refused report keeps every character.
 *
 * @csspart form - The whole form.
 * @csspart promise - What is missing, or what is promised.
 */
export class VitrineReportForm extends PortalElement {
  readonly #prefill = new Select(this, (state) => state.prefill);
  readonly #pending = new Select(this, (state) => state.pending.get('new'));
  readonly #sending = new Sending(this);
  readonly #promise = new PromiseAsk(this);
  #draft: ReportDraft | undefined;
  #prefilled: unknown;

  /** Moves the focus to the title, for whoever came here by keyboard or screen reader. */
  override focus(): void {
    this.renderRoot.querySelector('h2')?.focus();
  }

  protected override get needs() {
    return 'report.text' as const;
  }

  protected override willUpdate(): void {
    const prefill = this.#prefill.value ?? {};
    if (prefill === this.#prefilled) return;
    this.#prefilled = prefill;
    this.#draft = { ...draftOf(this.boot, prefill), ...(this.#draft?.text ? { text: this.#draft.text } : {}) };
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (this.#draft) void this.#promise.ask(this.#draft, this.actions);
  }

  override render() {
    const { viewing, boot } = this;
    const draft = this.#draft;
    if (!draft) return nothing;
    const { t } = viewing;
    const assets = draft.site ? assetsOf(boot, draft) : [];
    const category = categoryOf(boot, draft);
    const left = boot.limits.text - draft.text.length;
    const none = t('report.choose');
    return html`<form part="form" novalidate @submit=${this.#send} @input=${this.#typed} @change=${this.#typed}>
      <h2 tabindex="-1">${t('report')}</h2>
      ${
        boot.sites.length > 1 || !draft.site
          ? chips({ name: 'site', label: t('report.site'), list: boot.sites, chosen: draft.site, none }, viewing)
          : nothing
      }
      ${chips(
        { name: 'category', label: t('report.category'), list: boot.categories, chosen: draft.category, none },
        viewing,
      )}
      ${
        assets.length > 0
          ? dropDown(
              {
                name: 'asset',
                label: t('report.asset'),
                list: assets,
                chosen: draft.asset,
                none: t('report.asset.none'),
              },
              viewing,
            )
          : nothing
      }
      <label>
        ${t('report.text')}
        <textarea
          name="text"
          rows="5"
          placeholder=${t('report.text.hint')}
          aria-invalid=${left < 0 ? 'true' : 'false'}
          .value=${draft.text}
        ></textarea>
        ${lengthLeft(left, viewing)}
      </label>
      ${category?.fields.map((field) => categoryField(field, draft.fields[field.id] ?? '', viewing))}
      ${
        category && boot.priorities.length > 1
          ? chips(
              {
                name: 'priority',
                label: t('report.priority'),
                list: boot.priorities,
                chosen: draft.priority || category.priority,
                none,
              },
              viewing,
            )
          : nothing
      }
      ${contactFields(draft.contactName, draft.contactPhone, viewing)} ${this.#end(draft, left, viewing)}
    </form>`;
  }

  /** What is missing or promised, what was refused, and the button. */
  #end(draft: ReportDraft, left: number, viewing: Viewing) {
    const { t, format } = viewing;
    const missing = missingIn(draft, viewing);
    const { busy, fault } = this.#sending;
    const waits = this.#pending.value?.some((pending) => pending.fault);
    const says =
      missing.length > 0
        ? t('report.missing', { list: new Intl.ListFormat(format.locale).format(missing) })
        : this.#promise.say(draft, viewing) || t('report.ready');
    // A disabled button would lose the focus that has to follow to the new ticket; a second press while it is busy sends nothing.
    return html`<div class="end">
      <p part="promise" class=${missing.length > 0 ? 'muted' : 'promise'} role="status">${says}</p>
      ${fault ? html`<p class="late" role="alert">${this.faultText(fault)}</p>` : nothing}
      ${waits ? html`<p class="warn" role="status">${t('fault.unavailable')}</p>` : nothing}
      <div class="acts">
        <button class="primary" ?disabled=${left < 0} aria-disabled=${busy || missing.length > 0 ? 'true' : 'false'}>
          ${busy ? t('sending') : t('send')}
        </button>
        <button type="button" class="quiet" @click=${() => this.actions?.goTo('list')}>${t('discard')}</button>
      </div>
    </div>`;
  }

  readonly #typed = (event: Event): void => {
    const { name, value } = event.target as HTMLInputElement;
    const draft = this.#draft;
    if (!draft || !name) return;
    this.#draft = name.startsWith('field:')
      ? { ...draft, fields: { ...draft.fields, [name.slice('field:'.length)]: value } }
      : { ...draft, [name]: value, ...this.#following(name, value) };
    this.requestUpdate();
  };

  /** What another choice makes of the ones that hang on it. */
  #following(name: string, value: string): Partial<ReportDraft> {
    if (name === 'site') return { asset: '' };
    if (name === 'category') return { priority: '', asset: '' };
    const asset = name === 'asset' ? this.boot.assets.find(({ id }) => id === value) : undefined;
    return asset?.category ? { category: asset.category } : {};
  }

  readonly #send = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const draft = this.#draft;
    if (!draft) return;
    if (missingIn(draft, this.viewing).length > 0) return this.#goToMissing(draft);
    const sent = await this.#sending.run(() =>
      this.actions?.report(registrationOf(draft, this.boot, this.#prefill.value ?? {})),
    );
    if (!sent) return;
    this.#draft = draftOf(this.boot, {});
    this.requestUpdate();
  };

  #goToMissing(draft: ReportDraft): void {
    const required = categoryOf(this.boot, draft)?.fields.find(({ id, required: must }) => must && !draft.fields[id]);
    const name = !draft.site
      ? 'site'
      : !draft.category
        ? 'category'
        : draft.text.trim()
          ? `field:${required?.id}`
          : 'text';
    const form = this.renderRoot.querySelector('form')!;
    const found = [...form.elements].find((control) => (control as HTMLInputElement).name === name);
    (found as HTMLElement | undefined)?.focus();
  }

  static override readonly styles = [PortalElement.styles, asking, formStyles];
}

define('vitrine-report-form', VitrineReportForm);
