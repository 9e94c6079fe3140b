import { html } from 'hono/html';
import { addressOf, SWITCHES, type Choice } from './choice.ts';
import { words, type State } from './state.ts';
import { CHAPTERS, STATES } from './states.ts';

const TEXTS = {
  title: words('Every state', 'Все состояния'),
  states: words('States', 'Состояния'),
  overview: words('All at a glance', 'Всё сразу'),
  previous: words('Previous', 'Назад'),
  next: words('Next', 'Вперёд'),
  alone: words('Alone in its page', 'Отдельно на странице'),
  anew: words('Anew', 'Заново'),
  keys: words('← and → go on', 'Клавиши ← и →'),
} as const;

/** Where the state's page is. One that the server must not know has another name. */
export const pageAddress = (state: State, choice: Choice, strange: string): string =>
  (state.embedding === 'wrong-origin' ? strange : '') + addressOf(`/${state.id}/page`, choice);

/** One state, in a frame as wide as one likes, and the way to all others. */
export function walkPage(state: State, choice: Choice, strange: string) {
  const { lang } = choice;
  const at = STATES.indexOf(state);
  const [previous, next] = [STATES.at(at - 1)!, STATES[(at + 1) % STATES.length]!];
  const page = pageAddress(state, choice, strange);
  return frameOf(
    choice,
    `/${state.id}`,
    state.name[lang],
    html`<div class="walk">
      <nav class="states" aria-label="${TEXTS.states[lang]}">
        ${CHAPTERS.map(
          ({ name, states }) =>
            html`<h2>${name[lang]}</h2>
              <ol>
                ${states.map(
                  (one) =>
                    html`<li>
                      <a href="${addressOf(`/${one.id}`, choice)}" aria-current="${one === state ? 'page' : 'false'}"
                        >${one.name[lang]}</a
                      >
                    </li>`,
                )}
              </ol>`,
        )}
      </nav>
      <main>
        <div class="bar">
          <h1>${state.name[lang]}</h1>
          <p>
            <a rel="prev" href="${addressOf(`/${previous.id}`, choice)}">← ${TEXTS.previous[lang]}</a>
            <a rel="next" href="${addressOf(`/${next.id}`, choice)}">${TEXTS.next[lang]} →</a>
            <a href="${page}">${TEXTS.alone[lang]}</a>
            <a href="${addressOf(`/${state.id}`, choice, { anew: '' })}">${TEXTS.anew[lang]}</a>
          </p>
          <p class="look">${state.look[lang]}</p>
        </div>
        <iframe class="w-${choice.width}" title="${state.name[lang]}" src="${page}"></iframe>
      </main>
    </div>`,
  );
}

/** All states as small live frames: each comes when it is near the screen. */
export function overviewPage(choice: Choice, strange: string) {
  const { lang } = choice;
  return frameOf(
    choice,
    '/',
    TEXTS.overview[lang],
    html`<main class="all">
      <h1>${TEXTS.title[lang]}</h1>
      ${CHAPTERS.map(
        ({ id, name, states }) =>
          html`<section aria-labelledby="${id}">
            <h2 id="${id}">${name[lang]}</h2>
            <ul class="sheet w-${choice.width}">
              ${states.map(
                (state) =>
                  html`<li>
                    <a href="${addressOf(`/${state.id}`, choice)}">${state.name[lang]}</a>
                    <div class="small">
                      <iframe
                        loading="lazy"
                        tabindex="-1"
                        title="${state.name[lang]}"
                        src="${pageAddress(state, choice, strange)}"
                      ></iframe>
                    </div>
                  </li>`,
              )}
            </ul>
          </section>`,
      )}
    </main>`,
  );
}

function frameOf(choice: Choice, path: string, title: string, content: unknown) {
  const { lang, scheme } = choice;
  return html`<!doctype html>
    <html lang="${lang}" data-scheme="${scheme}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>${title} · Vitrine</title>
        <link rel="stylesheet" href="/gallery.css" />
        <script type="module" src="/walk.js"></script>
      </head>
      <body>
        <header>
          <a class="brand" href="${addressOf('/', choice)}" aria-current="${path === '/' ? 'page' : 'false'}"
            >Vitrine · ${TEXTS.overview[lang]}</a
          >
          <p class="keys">${TEXTS.keys[lang]}</p>
          ${SWITCHES.map(
            ({ key, name, values }) =>
              html`<nav aria-label="${name[lang]}">
                <span aria-hidden="true">${name[lang]}</span>
                ${values.map(
                  ([value, said]) =>
                    html`<a
                      href="${addressOf(path, choice, { [key]: value })}"
                      aria-current="${String(choice[key] === value)}"
                      >${said[lang]}</a
                    > `,
                )}
              </nav>`,
          )}
        </header>
        ${content}
      </body>
    </html>`;
}
