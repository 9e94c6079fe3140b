import { html, nothing, type TemplateResult } from 'lit';
import type { Words } from '../../server/contract/ids.ts';
import { LIMITS } from '../../server/contract/limits.ts';
import type { CategoryField } from '../../server/contract/portal.ts';
import type { Texts } from '../text/texts.ts';

/** A choice of so many is shown whole; a longer one opens. */
const CHIPS = 12;

/** One thing out of a list, by id. */
export interface Choice {
  readonly name: string;
  readonly label: string | TemplateResult;
  readonly list: readonly { readonly id: string; readonly name: Words }[];
  readonly chosen: string;
  /** What no choice is called. */
  readonly none: string;
}

/** All of a short list at once, each a button. */
export function chips(choice: Choice, texts: Texts) {
  const { name, label, list, chosen } = choice;
  if (list.length > CHIPS) return dropDown(choice, texts);
  return html`<fieldset>
    <legend>${label}</legend>
    <div class="chips">
      ${list.map(
        (item) =>
          html`<label class="button">
            <input type="radio" name=${name} value=${item.id} .checked=${item.id === chosen} />
            <bdi>${texts.format.words(item.name)}</bdi>
          </label>`,
      )}
    </div>
  </fieldset>`;
}

/** One of a long list, or none of it. */
export const dropDown = ({ name, label, list, chosen, none }: Choice, { format }: Texts) =>
  html`<label>
    ${label}
    <select name=${name}>
      <option value="">${none}</option>
      ${list.map(
        (item) => html`<option value=${item.id} ?selected=${item.id === chosen}>${format.words(item.name)}</option>`,
      )}
    </select>
  </label>`;

/** A field that only this category asks for. */
export function categoryField({ id, label, kind, required, choices = [] }: CategoryField, value: string, texts: Texts) {
  const { t, format } = texts;
  const name = `field:${id}`;
  const words = format.words(label);
  if (kind === 'choice' || kind === 'yes_no') {
    const yesNo = [
      { id: 'yes', name: t('report.yes') },
      { id: 'no', name: t('report.no') },
    ];
    const list = kind === 'yes_no' ? yesNo : choices.map((choice) => ({ id: choice.id, name: choice.label }));
    return dropDown(
      { name, label: named(words, required, texts), list, chosen: value, none: t('report.choose') },
      texts,
    );
  }
  return html`<label>
    ${named(words, required, texts)}
    <input
      name=${name}
      type=${kind === 'number' ? 'number' : 'text'}
      .step=${'any'}
      maxlength=${LIMITS.reason}
      ?required=${required}
      .value=${value}
    />
  </label>`;
}

const named = (words: string, required: boolean, { t }: Texts) =>
  required ? words : html`<span>${words} <span class="muted small">${t('report.optional')}</span></span>`;

/** Somebody else to ask for at the site: on demand. */
export const contactFields = (name: string, phone: string, { t }: Texts) =>
  html`<details ?open=${Boolean(name || phone)}>
    <summary>${t('report.contact')}</summary>
    <div class="two">
      <label>
        ${t('report.contact.name')}
        <input name="contactName" maxlength=${LIMITS.name} autocomplete="off" .value=${name} />
      </label>
      <label>
        ${t('report.contact.phone')}
        <input name="contactPhone" type="tel" maxlength=${LIMITS.phone} autocomplete="off" .value=${phone} />
      </label>
    </div>
  </details>`;

/** How much may still be written, told only near the end. */
export const lengthLeft = (left: number, { t }: Texts) =>
  left > 400
    ? nothing
    : html`<span class="small ${left < 0 ? 'late' : 'muted'}">
        ${left < 0 ? t('report.over', { n: -left }) : t('report.left', { n: left })}
      </span>`;
