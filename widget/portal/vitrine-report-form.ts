import { css, html, nothing, type PropertyValues } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { LIMITS } from '../../server/contract/limits.ts';
import type { CategoryField, PortalBoot, PromiseAnswer } from '../../server/contract/portal.ts';
import { define } from '../define.ts';
import { Select } from '../store/select.ts';
import type { Viewing } from '../text/viewing.ts';
import { PortalElement } from '../ui/portal-element.ts';
import { Sending } from '../ui/sending.ts';
import { assetsOf, categoryOf, draftOf, missingIn, registrationOf, type ReportDraft } from './report-draft.ts';

/** A choice of so many is shown whole; a longer one opens. */
const CHIPS = 8;
/** Only near the end it matters how much may still be written. */
const NEARLY = 400;

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
  #draft: ReportDraft | undefined;
  #prefilled: unknown;
  #promise: { readonly of: string; readonly clocks: PromiseAnswer['clocks'] } | undefined;
  #asked = '';

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
    void this.#askPromise();
  }

  override render() {
    const { viewing, boot } = this;
    const draft = this.#draft;
    if (!draft) return nothing;
    const { t } = viewing;
    const assets = draft.site ? assetsOf(boot, draft) : [];
    const category = categoryOf(boot, draft);
    const over = draft.text.length - boot.limits.text;
    return html`<form part="form" novalidate @submit=${this.#send} @input=${this.#typed} @change=${this.#typed}>
      <header>
        <h2 tabindex="-1">${t('report')}</h2>
      </header>
      ${boot.sites.length > 1 || !draft.site ? this.#choice('site', t('report.site'), boot.sites, viewing) : nothing}
      ${this.#choice('category', t('report.category'), boot.categories, viewing)}
      ${assets.length > 0 ? this.#select('asset', t('report.asset'), assets, viewing, t('report.asset.none')) : nothing}
      <label>
        <span>${t('report.text')}</span>
        <textarea
          name="text"
          rows="5"
          placeholder=${t('report.text.hint')}
          aria-invalid=${ifDefined(over > 0 ? 'true' : undefined)}
          .value=${draft.text}
        ></textarea>
        ${
          over > -NEARLY
            ? html`<span class="small ${over > 0 ? 'late' : 'muted'}">
                ${over > 0 ? t('report.over', { n: over }) : t('report.left', { n: -over })}
              </span>`
            : nothing
        }
      </label>
      ${category?.fields.map((field) => this.#field(field, draft, viewing))}
      ${category && boot.priorities.length > 1 ? this.#priority(category.priority, viewing) : nothing}
      <details ?open=${Boolean(draft.contactName)}>
        <summary>${t('report.contact')}</summary>
        <div class="two">
          <label>
            ${t('report.contact.name')}
            <input name="contactName" maxlength=${LIMITS.name} autocomplete="off" .value=${draft.contactName} />
          </label>
          <label>
            ${t('report.contact.phone')}
            <input name="contactPhone" type="tel" maxlength=${LIMITS.phone} .value=${draft.contactPhone} />
          </label>
        </div>
      </details>
      ${this.#end(draft, over, viewing)}
    </form>`;
  }

  /** What is missing or promised, what was refused, and the button. */
  #end(draft: ReportDraft, over: number, viewing: Viewing) {
    const { t, format } = viewing;
    const missing = missingIn(draft, viewing);
    const { busy, fault } = this.#sending;
    const waits = this.#pending.value?.some((pending) => pending.fault);
    const says =
      missing.length > 0
        ? t('report.missing', { list: format.list(missing) })
        : this.#promised(viewing) || t('report.ready');
    return html`<footer>
      <p part="promise" class=${missing.length > 0 ? 'muted' : 'promise'} role="status">${says}</p>
      ${fault ? html`<p class="late" role="alert">${this.faultText(fault)}</p>` : nothing}
      ${waits ? html`<p class="warn" role="status">${t('fault.offline')}</p>` : nothing}
      <div class="acts">
        <button
          class="primary"
          ?disabled=${busy || over > 0}
          aria-disabled=${ifDefined(missing.length > 0 ? 'true' : undefined)}
        >
          ${busy ? t('sending') : t('send')}
        </button>
        <button type="button" class="quiet" @click=${() => this.actions?.goTo('list')}>${t('discard')}</button>
      </div>
    </footer>`;
  }

  #promised({ t, format, now, boot }: Viewing): string {
    if (!this.#promise || this.#promise.of !== this.#asked) return '';
    const zone = boot.sites.find(({ id }) => id === this.#draft?.site)?.timeZone ?? boot.tenant.timeZone;
    const by = (kind: string): string => {
      const due = this.#promise!.clocks.find((clock) => clock.kind === kind)?.dueAt;
      return due ? format.both(due, zone, now) : '';
    };
    const [reaction, resolution] = [by('reaction'), by('resolution')];
    if (reaction && resolution) return t('report.promise', { reaction, resolution });
    if (reaction) return t('report.promise.reaction', { reaction });
    return resolution ? t('report.promise.resolution', { resolution }) : '';
  }

  #choice(
    name: 'site' | 'category',
    label: string,
    list: PortalBoot['sites'] | PortalBoot['categories'],
    viewing: Viewing,
  ) {
    if (list.length > CHIPS) return this.#select(name, label, list, viewing, viewing.t('report.choose'));
    return html`<fieldset>
      <legend>${label}</legend>
      <div class="chips">
        ${list.map(
          ({ id, name: words }) =>
            html`<label class="button">
              <input type="radio" name=${name} value=${id} .checked=${this.#draft?.[name] === id} />
              <bdi>${viewing.format.words(words)}</bdi>
            </label>`,
        )}
      </div>
    </fieldset>`;
  }

  #select(
    name: 'site' | 'category' | 'asset',
    label: string,
    list: readonly { readonly id: string; readonly name: PortalBoot['sites'][number]['name'] }[],
    { format }: Viewing,
    none: string,
  ) {
    return html`<label>
      ${label}
      <select name=${name}>
        <option value="">${none}</option>
        ${list.map(
          (item) =>
            html`<option value=${item.id} ?selected=${this.#draft?.[name] === item.id}>
              ${format.words(item.name)}
            </option>`,
        )}
      </select>
    </label>`;
  }

  #priority(usual: string, { t, format, boot }: Viewing) {
    const chosen = this.#draft?.priority || usual;
    return html`<fieldset>
      <legend>${t('report.priority')}</legend>
      <div class="chips">
        ${boot.priorities.map(
          ({ id, name }) =>
            html`<label class="button">
              <input type="radio" name="priority" value=${id} .checked=${chosen === id} />
              <bdi>${format.words(name)}</bdi>
            </label>`,
        )}
      </div>
    </fieldset>`;
  }

  #field({ id, label, kind, required, choices = [] }: CategoryField, { fields }: ReportDraft, { t, format }: Viewing) {
    const name = `field:${id}`;
    const value = fields[id] ?? '';
    const options =
      kind === 'yes_no'
        ? [
            { id: 'yes', label: t('report.yes') },
            { id: 'no', label: t('report.no') },
          ]
        : choices;
    return html`<label>
      <span
        >${format.words(label)}
        ${required ? nothing : html`<span class="muted small">${t('report.optional')}</span>`}</span
      >
      ${
        kind === 'choice' || kind === 'yes_no'
          ? html`<select name=${name} ?required=${required}>
              <option value="">${t('report.choose')}</option>
              ${options.map(
                (option) =>
                  html`<option value=${option.id} ?selected=${option.id === value}>
                    ${format.words(option.label)}
                  </option>`,
              )}
            </select>`
          : html`<input
              name=${name}
              type=${kind === 'number' ? 'number' : 'text'}
              .step=${'any'}
              maxlength=${LIMITS.reason}
              ?required=${required}
              .value=${value}
            />`
      }
    </label>`;
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

  /** Asked anew when what it hangs on has changed; an older answer that comes late is not shown. */
  async #askPromise(): Promise<void> {
    const { site, category, priority } = this.#draft ?? {};
    if (!site || !category || !this.actions) return;
    const of = [site, category, priority].join('\n');
    if (of === this.#asked) return;
    this.#asked = of;
    const { value } = await this.actions.promise({ site, category, ...(priority ? { priority } : {}) });
    if (!value || of !== this.#asked) return;
    this.#promise = { of, clocks: value.clocks };
    this.requestUpdate();
  }

  readonly #send = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const draft = this.#draft;
    if (!draft) return;
    if (missingIn(draft, this.viewing).length > 0) return this.#goToMissing(draft);
    const sent = await this.#sending.run(() =>
      this.actions?.report(registrationOf(draft, this.boot, this.#prefill.value ?? {})),
    );
    if (sent) this.#draft = draftOf(this.boot, {});
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

  static override readonly styles = [
    PortalElement.styles,
    css`
      form {
        padding: 20px 24px 24px;
        gap: 20px;
        max-width: 72ch;
      }

      h2 {
        font-size: 1.5em;
        letter-spacing: -0.01em;
      }

      label,
      legend,
      summary {
        font-weight: 600;
      }

      label > *,
      .chips label,
      input {
        font-weight: 400;
      }

      label > span:first-child {
        font-weight: 600;
      }

      label .muted {
        font-weight: 400;
      }

      fieldset {
        border: 0;
        min-width: 0;
      }

      legend {
        margin-block-end: 8px;
      }

      .chips {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
      }

      .chips input {
        position: absolute;
        opacity: 0;
        min-height: 0;
        width: 24px;
      }

      .chips label {
        position: relative;
        display: grid;
        place-content: center;
      }

      .chips label:has(:checked) {
        border-color: var(--_accent);
        background: color-mix(in srgb, var(--_accent) 12%, var(--_surface));
        box-shadow: inset 0 0 0 1px var(--_accent);
      }

      .chips label:has(:focus-visible) {
        outline: 2px solid var(--_focus);
        outline-offset: 2px;
      }

      summary {
        cursor: pointer;
        color: var(--_accent);
      }

      .two {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(200px, 1fr));
        gap: 16px;
        padding-block-start: 12px;
      }

      footer {
        display: grid;
        gap: 12px;
      }

      .promise {
        font-size: 1.15em;
        font-weight: 600;
      }

      @container (max-width: 819px) {
        form {
          padding: 16px;
        }
      }

      @media (forced-colors: active) {
        .chips label:has(:checked) {
          outline: 3px solid Highlight;
        }
      }
    `,
  ];
}

define('vitrine-report-form', VitrineReportForm);
