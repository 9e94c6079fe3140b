import { html } from 'hono/html';
import type { Words } from '../words.ts';
import { addressOf } from './choice.ts';
import { switches } from './switches.ts';
import { PAGE } from './texts.ts';
import type { Html, PageView } from './page-view.ts';

/** A client's whole document: its title, its own style sheet, and the portal's one script tag. */
export function documentOf({ client, choice, server }: PageView, title: string, body: Html): Html {
  const { lang, scheme } = choice;
  return html`<!doctype html>
    <html lang="${lang}" data-scheme="${scheme}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>${title} · ${client.tenant.name[lang]}</title>
        <link rel="icon" href="/icon.svg" />
        <link rel="stylesheet" href="/${client.id}/page.css" />
        <script type="module" src="${server}/vitrine.js"></script>
      </head>
      <body>
        ${body}
      </body>
    </html>`;
}

/** The portal's one element, with where to turn while it is not there. */
export function portalOf({ client, choice }: PageView, fallback: Words): Html {
  const { person, lang, scheme } = choice;
  const tokenUrl = `/${client.id}/vitrine-token?${new URLSearchParams({ person: person.id, lang }).toString()}`;
  const { phone } = client.tenant.provider;
  return html`<vitrine-portal tenant="${client.id}" token-url="${tokenUrl}" color-scheme="${scheme}">
    <p slot="fallback">${fallback[lang]} <a href="tel:${phone.replaceAll(/[^+\d]/g, '')}">${phone}</a></p>
  </vitrine-portal>`;
}

/** Back to the start page, as anybody else. */
export const startAddress = ({ choice: { scheme } }: PageView): string => addressOf('/', { scheme });

/** Whose page it is, and the way to be somebody else. */
export function signedIn(view: PageView): Html {
  const { person, lang } = view.choice;
  return html`<p class="person">
    ${PAGE.person[lang]} <b>${person.name[lang]}</b> <a href="${startAddress(view)}">${PAGE.change[lang]}</a>
  </p>`;
}

export const pageSwitches = ({ client, choice }: PageView): Html => switches(`/${client.id}`, choice, choice.person.id);
