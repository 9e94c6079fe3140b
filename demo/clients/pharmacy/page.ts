import { html } from 'hono/html';
import { documentOf, pageSwitches, portalOf, signedIn, startAddress } from '../../pages/page-parts.ts';
import type { Html, PageView } from '../../pages/page-view.ts';
import type { IntranetPage } from '../client.ts';
import { INTRANET, NEWS } from './page-texts.ts';

/** The portal beside the chain's news. */
export const PHARMACY_PAGE: IntranetPage = {
  lead: INTRANET.lead,
  css: new URL('page.css', import.meta.url),
  render,
};

function render(view: PageView): Html {
  const { person, lang } = view.choice;
  return documentOf(
    view,
    INTRANET.title[lang],
    html`<header class="bar">
        <a class="brand" href="${startAddress(view)}">${INTRANET.brand[lang]}</a>
        ${signedIn(view)}
      </header>
      <main>
        <div class="heading">
          <h1>${INTRANET.title[lang]}</h1>
          ${pageSwitches(view)}
        </div>
        <p class="intro">${(person.role === 'auditor' ? INTRANET.audit : INTRANET.intro)[lang]}</p>
        <div class="columns">
          ${portalOf(view, INTRANET.fallback)}
          <aside aria-labelledby="news">
            <h2 id="news">${INTRANET.news[lang]}</h2>
            ${NEWS.map(
              ({ title, text }) =>
                html`<h3>${title[lang]}</h3>
                  <p>${text[lang]}</p>`,
            )}
          </aside>
        </div>
      </main>`,
  );
}
