import { html } from 'hono/html';
import { documentOf, pageSwitches, portalOf, signedIn, startAddress } from '../../pages/page-parts.ts';
import type { Html, PageView } from '../../pages/page-view.ts';
import type { IntranetPage } from '../client.ts';
import { HUB, NOTICES, RATES } from './page-texts.ts';
import { SITES } from './sites.ts';

/** The portal stands in a page about other things. */
export const BANK_PAGE: IntranetPage = {
  lead: HUB.lead,
  css: new URL('page.css', import.meta.url),
  render,
};

function render(view: PageView): Html {
  const { person, lang } = view.choice;
  const isAuditor = person.role === 'auditor';
  const branches = isAuditor ? SITES : SITES.filter(({ id }) => person.sites.includes(id));
  return documentOf(
    view,
    HUB.premises[lang],
    html`<header>
        <div class="utility">${signedIn(view)} ${pageSwitches(view)}</div>
        <div class="mast">
          <a class="brand" href="${startAddress(view)}">${HUB.brand[lang]}</a>
          <span>${HUB.hub[lang]}</span>
        </div>
      </header>
      <main>
        <h1>${(isAuditor ? HUB.group : HUB.title)[lang]}</h1>
        <div class="board">
          <section class="notices" aria-labelledby="notices">
            <h2 id="notices">${HUB.notices[lang]}</h2>
            <ol>
              ${NOTICES.map(
                ({ day, title, text }) =>
                  html`<li>
                    <span class="day">${day[lang]}</span>
                    <h3>${title[lang]}</h3>
                    <p>${text[lang]}</p>
                  </li>`,
              )}
            </ol>
          </section>
          <section aria-labelledby="rates">
            <h2 id="rates">${HUB.rates[lang]}</h2>
            <table>
              <caption>
                ${HUB.per[lang]}
              </caption>
              <thead>
                <tr>
                  <th scope="col">${HUB.currency[lang]}</th>
                  <th scope="col">${HUB.buy[lang]}</th>
                  <th scope="col">${HUB.sell[lang]}</th>
                </tr>
              </thead>
              <tbody>
                ${RATES.map(
                  ([currency, buy, sell]) =>
                    html`<tr>
                      <th scope="row">${currency}</th>
                      <td>${buy}</td>
                      <td>${sell}</td>
                    </tr>`,
                )}
              </tbody>
            </table>
          </section>
          <section aria-labelledby="branches">
            <h2 id="branches">${(isAuditor ? HUB.all : branches.length > 1 ? HUB.branches : HUB.branch)[lang]}</h2>
            <ul class="branches">
              ${branches.map(({ name, address }) => html`<li><b>${name[lang]}</b> <span>${address[lang]}</span></li>`)}
            </ul>
          </section>
        </div>
        <section class="premises" aria-labelledby="premises">
          <h2 id="premises">${HUB.premises[lang]}</h2>
          <p>${(isAuditor ? HUB.audit : HUB.premisesText)[lang]}</p>
          ${portalOf(view, HUB.fallback)}
        </section>
      </main>`,
  );
}
