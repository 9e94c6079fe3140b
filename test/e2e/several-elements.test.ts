import { strict as assert } from 'node:assert';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { openEmbedding, RIGHT, type Embedding } from '../support/open-embedding.ts';
import { openPage } from '../support/open-page.ts';
import { choose, report } from '../support/portal-page.ts';

let embedding: Embedding;
/** A ticket of Elena's. */
let ticket: string;

before(async () => {
  embedding = await openEmbedding();
  const { page } = await embedding.open();
  ticket = await report(page, 'Till equipment', 'Till 3 prints nothing');
  await page.close();
});
after(() => embedding?.close());

/** What the page has opened towards the server. */
interface Traffic {
  sessions: number;
  /** Lines that are open now. */
  lines: number;
  everOpened: number;
  readonly asked: string[];
}

function watchTraffic(page: Page): Traffic {
  const traffic: Traffic = { sessions: 0, lines: 0, everOpened: 0, asked: [] };
  page.on('request', (request) => {
    const { pathname, search } = new URL(request.url());
    if (request.method() === 'POST' && pathname === '/v1/session') traffic.sessions += 1;
    traffic.asked.push(pathname + search);
  });
  page.on('websocket', (line) => {
    traffic.lines += 1;
    traffic.everOpened += 1;
    line.on('close', () => (traffic.lines -= 1));
  });
  return traffic;
}

/** A page with these elements in it, and what it asks for. */
async function open(body: string): Promise<{ page: Page; traffic: Traffic; complaints: readonly string[] }> {
  const { page, complaints } = await openPage(embedding.browser, 'about:blank', {
    viewport: { width: 1280, height: 1400 },
  });
  const traffic = watchTraffic(page);
  const token = async ({ url }: Request): Promise<Response> =>
    new Response(embedding.service.assertionOf(new URL(url).searchParams.get('person') ?? 'elena'));
  await page.goto(embedding.put({ body, token }));
  return { page, traffic, complaints };
}

/** Puts an element into the page that is open. */
const put = (page: Page, tag: string, attributes: string): Promise<void> =>
  page.evaluate(
    ([name, given]) => {
      const element = document.createElement(name!);
      for (const [, key, value] of given!.matchAll(/([\w-]+)="([^"]*)"/g)) element.setAttribute(key!, value!);
      document.body.append(element);
    },
    [tag, attributes],
  );

const live = (page: Page, count: number): Promise<unknown> =>
  page.waitForFunction((n) => {
    const notes = [...document.querySelectorAll('vitrine-portal')].filter((portal) => {
      const frame = portal.shadowRoot
        ?.querySelector('vitrine-shell')
        ?.shadowRoot?.querySelector('vitrine-portal-frame');
      const list = frame?.shadowRoot?.querySelector('vitrine-ticket-list')?.shadowRoot;
      return list?.textContent?.includes('Live');
    });
    return notes.length === n;
  }, count);

test('three elements of one person share one session and one line, and each hears of what happens', async () => {
  const { page, traffic, complaints } = await open(`
    <vitrine-portal id="one" ${RIGHT}></vitrine-portal>
    <vitrine-portal id="two" ${RIGHT}></vitrine-portal>
    <vitrine-ticket id="three" ${RIGHT} ticket="${ticket}"></vitrine-ticket>`);
  await live(page, 2);
  const [one, two, three] = ['#one', '#two', '#three'].map((id) => page.locator(id));
  await three!.getByRole('heading', { name: /^Registered/ }).waitFor();
  assert.deepEqual([traffic.sessions, traffic.everOpened], [1, 1]);
  const asked = traffic.asked.filter((path) => path.startsWith('/v1/') && !path.includes('waiting=approval'));
  assert.deepEqual(asked, [...new Set(asked)], 'the same is asked for once');

  await embedding.service.act('olga', ticket, 'accept');
  await three!.getByRole('heading', { name: /^Accepted/ }).waitFor();
  for (const portal of [one, two]) await portal!.getByText(/^Accepted, due/).waitFor();

  // What each shows is its own.
  await one!.getByRole('button', { name: 'Report a fault' }).click();
  await one!.getByRole('textbox', { name: 'What is wrong?' }).waitFor();
  assert.equal(await two!.getByRole('textbox', { name: 'What is wrong?' }).count(), 0);

  // What one registers the others list.
  await choose(page, 'Doors and locks');
  await one!.getByRole('textbox', { name: 'What is wrong?' }).fill('The shutter hangs');
  await one!.getByRole('button', { name: 'Send', exact: true }).click();
  await two!.getByRole('button', { name: 'The shutter hangs' }).waitFor();

  // Removing one leaves the others live.
  await page.evaluate(() => document.querySelector('#one')!.remove());
  await embedding.service.act('olga', ticket, 'comment', { text: 'Somebody comes soon' });
  await three!.getByText('Somebody comes soon').first().waitFor();
  assert.deepEqual([traffic.sessions, traffic.everOpened, traffic.lines], [1, 1, 1]);
  assert.deepEqual(complaints, []);
});

test('an element that comes later paints what is known at once, and asks for nothing twice', async () => {
  const { page, traffic } = await open(`<vitrine-portal id="one" ${RIGHT}></vitrine-portal>`);
  await live(page, 1);
  // What the first one asks for in passing has been asked.
  await page.waitForLoadState('networkidle');
  await page.route('**/v1/**', () => {});
  const asked = traffic.asked.length;
  await put(page, 'vitrine-portal', `id="two" ${RIGHT}`);
  await page.locator('#two').getByRole('button', { name: 'Till 3 prints nothing' }).waitFor();
  assert.deepEqual(
    traffic.asked.slice(asked).filter((path) => !path.startsWith('/chunks/')),
    [],
  );
});

test('two persons on one page have a line each, and neither sees what is the other’s', async () => {
  const { page, traffic } = await open(`
    <vitrine-portal id="elena" ${RIGHT}></vitrine-portal>
    <vitrine-portal id="ilya" ${RIGHT.replace('"token"', '"token?person=ilya"')}></vitrine-portal>`);
  await live(page, 2);
  assert.deepEqual([traffic.sessions, traffic.everOpened], [2, 2]);
  await page.locator('#elena').getByText('Till 3 prints nothing').waitFor();
  assert.equal(await page.locator('#ilya').getByText('Till 3 prints nothing').count(), 0);
});

test('[P18] a hundred mounts and unmounts leave nothing open', async () => {
  const { page, traffic, complaints } = await open(`<vitrine-portal id="one" ${RIGHT}></vitrine-portal>`);
  await live(page, 1);
  await page.evaluate(async () => {
    const portal = document.querySelector('#one')!;
    for (let n = 0; n < 100; n++) {
      portal.remove();
      await new Promise((next) => setTimeout(next, n % 2 ? 0 : 10));
      document.body.append(portal);
      await new Promise((next) => setTimeout(next, n % 3 ? 0 : 10));
    }
    portal.remove();
  });
  await page.waitForLoadState('networkidle');
  assert.equal(traffic.lines, 0);
  await put(page, 'vitrine-portal', RIGHT);
  await live(page, 1);
  assert.equal(traffic.lines, 1);
  assert.deepEqual(complaints, []);
});

test('a page with a ticket alone loads neither list nor form, and one without it never loads it', async () => {
  const alone = await open(`<vitrine-ticket ${RIGHT} ticket="${ticket}"></vitrine-ticket>`);
  await alone.page.getByRole('heading', { name: /^Accepted/ }).waitFor();
  await alone.page.getByRole('textbox', { name: 'Message' }).waitFor();
  const scripts = (traffic: Traffic): string => traffic.asked.filter((path) => path.endsWith('.js')).join();
  assert.doesNotMatch(scripts(alone.traffic), /vitrine-portal-|ticket-list|report-form/);
  assert.ok(!alone.traffic.asked.some((path) => path.startsWith('/v1/tickets?')), 'no list is asked for');
  const { page, traffic } = await open(`<vitrine-portal ${RIGHT}></vitrine-portal>`);
  await live(page, 1);
  assert.doesNotMatch(scripts(traffic), /\/vitrine-ticket-[\w-]{6}\.js/);

  // Until it comes.
  await put(page, 'vitrine-ticket', `${RIGHT} ticket="${ticket}"`);
  await page
    .locator('vitrine-ticket')
    .getByRole('heading', { name: /^Accepted/ })
    .waitFor();
});

test('a ticket that is not this person’s is said to be none', async () => {
  const { page } = await open(
    `<vitrine-ticket ${RIGHT.replace('"token"', '"token?person=ilya"')} ticket="${ticket}"></vitrine-ticket>`,
  );
  await page.getByText('There is no such ticket, or it is not yours to see.').waitFor();
});
