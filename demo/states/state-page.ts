import { html } from 'hono/html';
import type { Choice } from './choice.ts';
import { SETTINGS, tenantOf } from './directory.ts';
import type { Scene } from './stage.ts';
import type { State } from './state.ts';

/** One visit to a state's page. */
export interface Visit {
  readonly id: string;
  readonly state: State;
  readonly scene: Scene;
  /** The origin of the portal's server. */
  readonly server: string;
  /** The origin of what lets lines have trouble. */
  readonly line: string;
}

const TOKEN = 'eyJhbGciOiJIUzI1NiJ9.e30.c2ln';

/** A client's page with an element in one state: nothing else is on it. */
export function statePage(visit: Visit, choice: Choice) {
  const { state, server } = visit;
  const { lang, scheme, motion } = choice;
  const { element = 'vitrine-portal' } = state;
  const { phone } = SETTINGS.provider;
  return html`<!doctype html>
    <html lang="${lang}" dir="${state.direction ?? choice.dir}" data-scheme="${scheme}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>${state.name[lang]}</title>
        <link rel="stylesheet" href="/page.css" />
        ${motion === 'none' ? html`<script src="/still.js"></script>` : ''}
        <script type="module" src="${server}/vitrine.js"></script>
        <script type="module" src="/hands.js"></script>
      </head>
      <body
        class="${state.room ?? ''}"
        data-shows="${JSON.stringify(state.shows)}"
        data-hands="${JSON.stringify(handsIn(state, choice))}"
      >
        <main>
          <h1>${state.name[lang]}</h1>
          <${element} ${attributesOf(visit, choice)}>
            <p slot="fallback">
              ${lang === 'ru' ? 'Диспетчерская:' : 'Service desk:'}
              <a href="tel:${phone.replaceAll(/[^+\d]/g, '')}">${phone}</a>
            </p>
          </${element}>
        </main>
      </body>
    </html>`;
}

/** Stands there until the state has come about. */
export const comingPage = ({ name, history }: State, { lang, scheme }: Choice) =>
  html`<!doctype html>
    <html lang="${lang}" data-scheme="${scheme}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>${name[lang]}</title>
        <link rel="stylesheet" href="/page.css" />
      </head>
      <body>
        <main>
          <h1>${name[lang]}</h1>
          <p>
            ${
              lang === 'ru'
                ? `Готовим состояние${history ? `, событий: ${history}. Только в первый раз` : ''} …`
                : `Bringing it about${history ? `, ${history} events, the first time only` : ''} …`
            }
          </p>
        </main>
      </body>
    </html>`;

function attributesOf({ id, state, scene, line }: Visit, { lang, scheme }: Choice) {
  const { embedding, trouble } = state;
  const view = state.view ?? (scene.ticket ? 'ticket' : 'list');
  const attributes: Readonly<Record<string, string | false | undefined>> = {
    tenant: embedding !== 'no-tenant' && tenantOf(state, lang),
    'token-url': embedding !== 'no-token' && `/${state.id}/token?visit=${id}`,
    token: embedding === 'token-in-page' && TOKEN,
    server: trouble && `${line}/${trouble}/${id}`,
    mode: state.isLauncher && 'launcher',
    'color-scheme': scheme,
    view: !state.element && view,
    ticket: view === 'ticket' && scene.ticket,
  };
  return Object.entries(attributes).map(([name, value]) => (value ? html`${name}="${value}" ` : ''));
}

const handsIn = ({ hands = [] }: State, { lang }: Choice): readonly object[] =>
  hands.map((hand) => ('text' in hand ? { ...hand, text: hand.text[lang] } : hand));
