import { html } from 'hono/html';
import { PEOPLE } from '../pharmacy/people.ts';
import { switches } from './switches.ts';
import { addressOf, type Choice } from './choice.ts';
import { START, STORY, WHY } from './texts.ts';

/** Who one can be, and what to try. */
export function startPage(choice: Choice, isQuiet: boolean) {
  const { lang, scheme } = choice;
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
            ${switches('/', choice)}
          </header>
          <p class="lead">${START.lead[lang]}</p>
          <section aria-labelledby="who">
            <h2 id="who">${START.who[lang]}</h2>
            <ul class="people">
              ${PEOPLE.map(
                ({ id, name, post }) =>
                  html`<li>
                    <span class="face" aria-hidden="true"
                      >${name[lang]
                        .split(' ')
                        .map((part) => part[0])
                        .join('')}</span
                    >
                    <h3>${name[lang]}</h3>
                    <p class="post">${post[lang]}</p>
                    <p>${WHY[id]?.[lang]}</p>
                    <a class="open" href="${addressOf('/intranet', choice, { person: id })}"
                      >${START.open[lang]}<span class="unseen"> ${START.as[lang]} ${name[lang]}</span></a
                    >
                  </li>`,
              )}
            </ul>
          </section>
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
