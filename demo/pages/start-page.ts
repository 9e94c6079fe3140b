import { html } from 'hono/html';
import { CLIENTS } from '../clients/all-clients.ts';
import type { Client, Guest } from '../clients/client.ts';
import { addressOf, type Look } from './choice.ts';
import type { Html } from './page-view.ts';
import { switches } from './switches.ts';
import { START, STORY } from './texts.ts';

interface Circumstances {
  readonly isQuiet: boolean;
  /** Whether the language was chosen here: then it goes along; otherwise each client's page speaks its own. */
  readonly isChosen: boolean;
}

/** Who one can be, and what to try. */
export function startPage(look: Look, { isQuiet, isChosen }: Circumstances): Html {
  const { lang, scheme } = look;
  const intranetOf = (client: Client, { id }: Guest): string =>
    addressOf(`/${client.id}`, { person: id, lang: isChosen ? lang : undefined, scheme });
  return html`<!doctype html>
    <html lang="${lang}" data-scheme="${scheme}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>${START.title[lang]}</title>
        <link rel="icon" href="/icon.svg" />
        <link rel="stylesheet" href="/start.css" />
      </head>
      <body>
        <main>
          <header>
            <h1>${START.title[lang]}</h1>
            ${switches('/', look)}
          </header>
          <p class="lead">${START.lead[lang]}</p>
          <h2>${START.who[lang]}</h2>
          ${CLIENTS.map(
            (client) =>
              html`<section class="client ${client.id}" aria-labelledby="${client.id}">
                <h3 id="${client.id}">${client.tenant.name[lang]}</h3>
                <p class="about">${client.page.lead[lang]}</p>
                <ul class="people">
                  ${client.people.map((person) => personCard(person, intranetOf(client, person), look))}
                </ul>
              </section>`,
          )}
          <section aria-labelledby="story">
            <h2 id="story">${START.story[lang]}</h2>
            <ol class="story">
              ${STORY.map((step) => html`<li>${step[lang]}</li>`)}
            </ol>
            <p class="note">${(isQuiet ? START.quiet : START.simulated)[lang]}</p>
          </section>
        </main>
      </body>
    </html>`;
}

function personCard({ name, post, why }: Guest, address: string, { lang }: Look): Html {
  const initials = name[lang]
    .split(' ')
    .map((part) => part[0])
    .slice(0, 2)
    .join('');
  return html`<li>
    <span class="face" aria-hidden="true">${initials}</span>
    <h4>${name[lang]}</h4>
    <p class="post">${post[lang]}</p>
    <p>${why[lang]}</p>
    <a class="open" href="${address}"
      >${START.open[lang]}<span class="unseen"> ${START.as[lang]} ${name[lang]}</span></a
    >
  </li>`;
}
