import { html } from 'hono/html';
import { LANGUAGES } from '../words.ts';
import { addressOf, SCHEMES, type Look } from './choice.ts';
import { LANGUAGE_NAMES, SCHEMES as SCHEME_NAMES, SWITCHES } from './texts.ts';

/** Language and colours as plain links, so that the page needs no script of its own. */
export function switches(path: string, look: Look, person?: string) {
  const { lang, scheme } = look;
  const at = (change: Partial<Look>): string => addressOf(path, { ...(person && { person }), lang, scheme, ...change });
  return html`<div class="switches">
    <nav aria-label="${SWITCHES.language[lang]}">
      ${LANGUAGES.map(
        (language) =>
          html`<a
            href="${at({ lang: language })}"
            hreflang="${language}"
            lang="${language}"
            aria-current="${String(language === lang)}"
            >${LANGUAGE_NAMES[language]}</a
          > `,
      )}
    </nav>
    <nav aria-label="${SWITCHES.scheme[lang]}">
      ${SCHEMES.map(
        (one) =>
          html`<a href="${at({ scheme: one })}" aria-current="${String(one === scheme)}"
            >${SCHEME_NAMES[one][lang]}</a
          > `,
      )}
    </nav>
  </div>`;
}
