import { html } from 'hono/html';
import { documentOf, pageSwitches, portalOf, signedIn, startAddress } from '../../pages/page-parts.ts';
import type { Html, PageView } from '../../pages/page-view.ts';
import type { IntranetPage } from '../client.ts';
import { CITIES, NOTICES, STAFF_ROOM } from './page-texts.ts';
import { SITES } from './sites.ts';

/** The portal is the page; what the staff room has to say comes after it. */
export const GROCERY_PAGE: IntranetPage = {
  lead: STAFF_ROOM.lead,
  css: new URL('page.css', import.meta.url),
  render,
};

function render(view: PageView): Html {
  const { person, lang } = view.choice;
  const here = new Set(person.sites.map((id) => SITES.find((site) => site.id === id)?.region));
  return documentOf(
    view,
    STAFF_ROOM.title[lang],
    html`<header>
        <div class="top">
          <a class="brand" href="${startAddress(view)}"
            ><b>${STAFF_ROOM.brand[lang]}</b> <span>${STAFF_ROOM.room[lang]}</span></a
          >
          ${signedIn(view)}
        </div>
        <ul class="cities" aria-label="${STAFF_ROOM.cities[lang]}">
          ${CITIES.map(
            ([region, name, ahead]) =>
              html`<li class="${here.has(region) ? 'here' : ''}">
                <span>${name[lang]}</span> <small>${ahead}</small>
              </li>`,
          )}
        </ul>
      </header>
      <main>
        <div class="hello">
          <p class="greeting">${STAFF_ROOM.hello[lang]}, <b>${person.name[lang]}</b></p>
          <h1>${STAFF_ROOM.title[lang]}</h1>
          <p class="intro">${(person.role === 'auditor' ? STAFF_ROOM.audit : STAFF_ROOM.intro)[lang]}</p>
          ${pageSwitches(view)}
        </div>
        ${portalOf(view, STAFF_ROOM.fallback)}
        <section class="wall" aria-labelledby="wall">
          <h2 id="wall">${STAFF_ROOM.notices[lang]}</h2>
          <ul>
            ${NOTICES.map(
              ({ title, text }) =>
                html`<li>
                  <h3>${title[lang]}</h3>
                  <p>${text[lang]}</p>
                </li>`,
            )}
          </ul>
        </section>
      </main>`,
  );
}
