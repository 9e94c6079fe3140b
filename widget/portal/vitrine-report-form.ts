import { html, nothing, type PropertyValues } from 'lit';
import { define } from '../define.ts';
import { Select } from '../store/select.ts';
import type { Pending, Prefill } from '../store/state.ts';
import type { Viewing } from '../text/viewing.ts';
import { asking } from '../ui/asking.css.ts';
import { HoldPlace } from '../ui/hold-place.ts';
import { PortalElement } from '../ui/portal-element.ts';
import { Sending } from '../ui/sending.ts';
import { sureForm } from '../ui/sure-form.ts';
import { AlreadyHere } from './already-here.ts';
import { PromiseAsk } from './promise-ask.ts';
import {
  assetsOf,
  categoryOf,
  draftFrom,
  draftOf,
  firstMissing,
  isWritten,
  missingIn,
  registrationOf,
  withValue,
  type ReportDraft,
} from './report-draft.ts';
import { ReportDrafts } from './report-drafts.ts';
import { categoryField, chips, contactFields, dropDown, lengthLeft } from './report-fields.ts';
import { formStyles } from './report-form.css.ts';
import './vitrine-waiting-report.ts';

/**
 * Reports a fault: what and where, one text, and what its category asks. Says what is still missing and, before sending, what is promised.
 * A refused report keeps every character.
 *
 * @csspart form - The whole form.
 * @csspart promise - What is missing, or what is promised.
 */
export class VitrineReportForm extends PortalElement {
  readonly #prefill = new Select(this, (state) => state.prefill);
  /** The report that is shown instead of a new one. */
  readonly #waiting = new Select(this, ({ pending, waiting }) =>
    pending.get('new')?.find((each) => each.key === waiting),
  );
  readonly #link = new Select(this, (state) => state.link.state);
  readonly #sending = new Sending(this);
  readonly #promise = new PromiseAsk(this);
  readonly #alreadyHere = new AlreadyHere(this);
  readonly #drafts = new ReportDrafts(this);
  #prefilled: unknown;
  /** In which form something was refused. */
  #refusedIn = '';

  /** Moves the focus to the title, for whoever came here by keyboard or screen reader. */
  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('vitrine-waiting-report, h2')?.focus();
  }

  /** The name of what is written now: a new report, or one that was refused. */
  get #form(): string {
    const waiting = this.#waiting.value;
    return waiting ? `report/${waiting.key}` : 'report';
  }

  get #draft(): ReportDraft | undefined {
    return this.#drafts.at(this.#form);
  }

  constructor() {
    super();
    new HoldPlace(this);
  }

  protected override get needs() {
    return 'report.text' as const;
  }

  protected override willUpdate(): void {
    const waiting = this.#waiting.value;
    if (waiting?.refused && !this.#draft) this.#drafts.begin(this.#form, draftFrom(waiting.body));
    const prefill = this.#prefill.value ?? {};
    const before = this.#drafts.at('report');
    if (prefill === this.#prefilled && before) return;
    // After one report was sent, the next begins empty.
    const known = draftOf(this.boot, prefill === this.#prefilled ? {} : prefill);
    this.#prefilled = prefill;
    this.#drafts.begin('report', before?.text ? { ...known, text: before.text } : known);
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const draft = this.#draft;
    if (!draft) return;
    void this.#drafts.seek(this.#form, this.actions, this.boot);
    void this.#promise.ask(draft, this.actions);
    void this.#alreadyHere.ask(draft, this.actions);
  }

  override render() {
    const waiting = this.#waiting.value;
    if (waiting && !waiting.refused) return html`<vitrine-waiting-report .pending=${waiting}></vitrine-waiting-report>`;
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
      <vitrine-incidents .site=${draft.site}></vitrine-incidents>
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
      ${this.#alreadyHere.render(draft, viewing, this.actions)}
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
    const { busy } = this.#sending;
    const refused = this.#waiting.value?.fault ?? (this.#refusedIn === this.#form ? this.#sending.fault : undefined);
    const isOffline = this.#link.value === 'offline' || this.#link.value === 'auth_required';
    const says =
      missing.length > 0
        ? t('report.missing', { list: new Intl.ListFormat(format.locale).format(missing) })
        : (!isOffline && this.#promise.say(draft, viewing)) || t('report.ready');
    // A disabled button would lose the focus that has to follow to the new ticket; a second press while it is busy sends nothing.
    return html`<div class="end">
      <p part="promise" class=${missing.length > 0 ? 'muted' : 'promise'} role="status">${says}</p>
      ${refused ? html`<p class="late" role="alert">${this.faultText(refused)}</p>` : nothing}
      <p class="warn" role="status">${isOffline ? t('report.offline') : nothing}</p>
      <div class="acts">
        <button class="primary" ?disabled=${left < 0} aria-disabled=${busy || missing.length > 0 ? 'true' : 'false'}>
          ${busy ? t('sending') : t('send')}
        </button>
        ${this.#cancel(draft, viewing)}
      </div>
    </div>`;
  }

  /** What is written is neither lost nor left lying about unasked. */
  #cancel(draft: ReportDraft, { t }: Viewing) {
    const leave = (): void => this.actions?.goTo('list');
    if (!isWritten(draft)) return html`<button type="button" class="quiet" @click=${leave}>${t('discard')}</button>`;
    return sureForm({
      open: t('discard'),
      ask: t('draft.sure'),
      yes: t('draft.delete'),
      take: () => void this.#throwAway(),
      instead: { label: t('draft.keep'), take: leave },
      quiet: true,
    });
  }

  async #throwAway(): Promise<void> {
    const [form, waiting] = [this.#form, this.#waiting.value];
    this.#drafts.throwAway(form);
    this.actions?.goTo('list');
    if (waiting) await (await this.actions?.kept())?.discard(waiting.key);
  }

  readonly #typed = (event: Event): void => {
    const { name, value } = event.target as HTMLInputElement;
    const draft = this.#draft;
    if (!draft || !name) return;
    const next = withValue(draft, name, value, this.boot);
    this.#drafts.type(this.#form, next, event.type === 'change');
  };

  readonly #send = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const draft = this.#draft;
    if (!draft) return;
    if (missingIn(draft, this.viewing).length > 0) return this.#goToMissing(draft);
    const [form, waiting] = [this.#form, this.#waiting.value];
    this.#refusedIn = form;
    const report = registrationOf(draft, this.boot, waiting ? subjectOf(waiting) : (this.#prefill.value ?? {}));
    const sent = await this.#sending.run(() =>
      waiting ? this.actions?.report(report, waiting.key) : this.actions?.report(report),
    );
    if (sent) this.#drafts.drop(form);
  };

  #goToMissing(draft: ReportDraft): void {
    const name = firstMissing(draft, this.boot);
    const form = this.renderRoot.querySelector('form')!;
    const found = [...form.elements].find((control) => (control as HTMLInputElement).name === name);
    (found as HTMLElement | undefined)?.focus();
  }

  static override readonly styles = [PortalElement.styles, asking, formStyles];
}

/** Nobody types a subject: it stays as the page had said it. */
const subjectOf = ({ body: { subject } }: Pending): Prefill => (typeof subject === 'string' ? { subject } : {});

define('vitrine-report-form', VitrineReportForm);
