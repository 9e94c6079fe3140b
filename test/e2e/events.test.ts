import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { openEmbedding, portal, RIGHT, type Embedding } from '../support/open-embedding.ts';
import type { HostPage } from '../support/open-host-pages.ts';
import { openPage } from '../support/open-page.ts';
import { report, said } from '../support/portal-page.ts';

/** What a listener on the document hears: the event's name and what it carries, in a few words. */
type Heard = readonly [type: string, ...carried: unknown[]];

const NAMES = ['ready', 'registered', 'change', 'unread', 'toggle', 'auth-required', 'error'];

let embedding: Embedding;

before(async () => {
  embedding = await openEmbedding();
});
after(() => embedding?.close());

/** A page that listens to everything, as its makers would. */
async function listen(page: Partial<HostPage> = {}): Promise<Page> {
  const opened = await openPage(embedding.browser, 'about:blank');
  await opened.page.addInitScript((names) => {
    const heard: Heard[] = [];
    Object.assign(document, { heard });
    const told = (event: HTMLElementEventMap[keyof HTMLElementEventMap]): readonly unknown[] => {
      switch (event.type) {
        case 'vitrine-registered': {
          const { ticket } = event as HTMLElementEventMap['vitrine-registered'];
          return [ticket.stage, ticket.subject];
        }
        case 'vitrine-change': {
          const { ticket, event: fact } = event as HTMLElementEventMap['vitrine-change'];
          return [ticket.stage, fact.type];
        }
        case 'vitrine-unread':
          return [(event as HTMLElementEventMap['vitrine-unread']).count];
        case 'vitrine-toggle':
          return [(event as HTMLElementEventMap['vitrine-toggle']).open];
        case 'vitrine-error': {
          const { code, detail, help } = event as HTMLElementEventMap['vitrine-error'];
          return [code, detail.length > 0, help.length > 0];
        }
        default:
          return [];
      }
    };
    for (const name of names)
      document.addEventListener(`vitrine-${name}`, (event) => {
        const own = event.constructor.name !== 'CustomEvent' && event.bubbles && event.composed;
        heard.push([
          event.type,
          ...told(event as HTMLElementEventMap['vitrine-ready']),
          ...(own ? [] : ['not as it should be']),
        ]);
      });
  }, NAMES);
  await opened.page.goto(embedding.put(page));
  return opened.page;
}

/** Waits until that was heard. */
const heard = (page: Page, ...wanted: Heard): Promise<unknown> =>
  page.waitForFunction(
    (looked) => (document as unknown as { heard: Heard[] }).heard.some((each) => JSON.stringify(each) === looked),
    JSON.stringify(wanted),
  );

test('a page hears when the portal is ready, of its tickets and of news', async () => {
  const page = await listen({ body: portal(`${RIGHT} mode="launcher"`) });
  await heard(page, 'vitrine-ready');
  await page.getByRole('button', { name: 'Service desk' }).click();
  await heard(page, 'vitrine-toggle', true);
  const ticket = await report(page, 'Doors and locks', 'The door sticks');
  await said(page, /^Registered/);
  await heard(page, 'vitrine-registered', 'registered', 'The door sticks');
  await embedding.service.act('olga', ticket, 'accept');
  await heard(page, 'vitrine-change', 'accepted', 'accepted');
  await page.keyboard.press('Escape');
  await heard(page, 'vitrine-toggle', false);
  await embedding.service.act('olga', ticket, 'comment', { text: 'Soon' });
  await heard(page, 'vitrine-unread', 1);
  await page.getByRole('button', { name: 'Service desk' }).click();
  await heard(page, 'vitrine-unread', 0);
});

test('a page hears that it has to sign the person in again, and what is wrong', async () => {
  const page = await listen({ token: () => new Response('eyJhbGciOiJIUzI1NiJ9.e30.c2ln') });
  await heard(page, 'vitrine-auth-required');
  await heard(page, 'vitrine-error', 'assertion_refused', true, true);
});
