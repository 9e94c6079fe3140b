import { html } from 'hono/html';
import { LANGUAGES } from '../words.ts';
import { addressOf, SCHEMES, type Choice } from './choice.ts';
import { INTRANET, LANGUAGE_NAMES, SCHEMES as SCHEME_NAMES } from './texts.ts';

/** Language and colours as plain links, so that the page needs no script of its own. */
export function switches(path: string, choice: Choice) {
  const { lang, scheme } = choice;
  return html`<div class="switches">
    <nav aria-label="${INTRANET.language[lang]}">
      ${LANGUAGES.map(
        (language) =>
          html`<a
            href="${addressOf(path, choice, { lang: language })}"
            hreflang="${language}"
            lang="${language}"
            aria-current="${String(language === lang)}"
            >${LANGUAGE_NAMES[language]}</a
          > `,
      )}
    </nav>
    <nav aria-label="${INTRANET.scheme[lang]}">
      ${SCHEMES.map(
        (one) =>
          html`<a href="${addressOf(path, choice, { scheme: one })}" aria-current="${String(one === scheme)}"
            >${SCHEME_NAMES[one][lang]}</a
          > `,
      )}
    </nav>
  </div>`;
}
