import { html } from 'hono/html';
import { TENANT, TENANT_ID } from '../pharmacy/tenant.ts';
import { switches } from './switches.ts';
import { addressOf, type Choice } from './choice.ts';
import { INTRANET, NEWS } from './texts.ts';

/** The client's own page. One script tag and one element are all of it that is not the client's. */
export function intranetPage(choice: Choice, server: string) {
  const { person, lang, scheme } = choice;
  const tokenUrl = `/intranet/vitrine-token?${new URLSearchParams({ person: person.id, lang }).toString()}`;
  const { phone } = TENANT.provider;
  return html`<!doctype html>
    <html lang="${lang}" data-scheme="${scheme}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>${INTRANET.title[lang]} · ${INTRANET.brand[lang]}</title>
        <link rel="icon" href="/icon.svg" />
        <link rel="stylesheet" href="/intranet.css" />
        <script type="module" src="${server}/vitrine.js"></script>
      </head>
      <body>
        <header class="bar">
          <a class="brand" href="${addressOf('/', choice)}">${INTRANET.brand[lang]}</a>
          <p class="person">
            ${INTRANET.person[lang]} <b>${person.name[lang]}</b>
            <a href="${addressOf('/', choice)}">${INTRANET.change[lang]}</a>
          </p>
        </header>
        <main>
          <div class="heading">
            <h1>${INTRANET.title[lang]}</h1>
            ${switches('/intranet', choice)}
          </div>
          <p class="intro">${(person.role === 'auditor' ? INTRANET.audit : INTRANET.intro)[lang]}</p>
          <div class="columns">
            <vitrine-portal tenant="${TENANT_ID}" token-url="${tokenUrl}" color-scheme="${scheme}">
              <p slot="fallback">
                ${INTRANET.fallback[lang]} <a href="tel:${phone.replaceAll(/[^+\d]/g, '')}">${phone}</a>
              </p>
            </vitrine-portal>
            <aside aria-labelledby="news">
              <h2 id="news">${INTRANET.news[lang]}</h2>
              ${NEWS.map(
                ({ title, text }) =>
                  html`<h3>${title[lang]}</h3>
                    <p>${text[lang]}</p>`,
              )}
            </aside>
          </div>
        </main>
      </body>
    </html>`;
}
