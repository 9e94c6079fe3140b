import { strict as assert } from 'node:assert';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { openEmbedding, RIGHT, type Embedding } from '../support/open-embedding.ts';
import { inaccessible, openPage } from '../support/open-page.ts';
import { inFocus, report, tabTo } from '../support/portal-page.ts';

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

const BODY = `<main><h1>Intranet</h1></main>
  <vitrine-portal ${RIGHT} mode="launcher"></vitrine-portal>`;

type Toggle = Event & { readonly open: boolean };

async function open(body = BODY, { width = 1280, height = 900 } = {}) {
  const { page, complaints } = await openPage(embedding.browser, 'about:blank', { viewport: { width, height } });
  const scripts: string[] = [];
  page.on('request', (request) => scripts.push(new URL(request.url()).pathname));
  await page.addInitScript(() => {
    const told: boolean[] = [];
    document.addEventListener('vitrine-toggle', (event) => told.push((event as Toggle).open));
    Object.assign(document, { told });
  });
  await page.goto(embedding.put({ body }));
  return { page, complaints, scripts };
}

const told = (page: Page): Promise<boolean[]> =>
  page.evaluate(() => (document as unknown as { readonly told: boolean[] }).told);

test('a button with the number of unread tickets opens the portal as a panel; Escape closes it and gives the focus back', async () => {
  const { page, complaints, scripts } = await open();
  const ready = page.evaluate(
    () => new Promise((on) => document.addEventListener('vitrine-ready', on, { once: true })),
  );
  const button = page.getByRole('button', { name: 'Service desk' });
  await button.waitFor();
  assert.equal(await button.getAttribute('aria-expanded'), 'false');
  await ready;
  await page.waitForLoadState('networkidle');
  // What only the panel needs is not loaded before it is opened.
  assert.doesNotMatch(scripts.join(), /ticket-list|report-form|beside-a-ticket/);

  await embedding.service.act('olga', ticket, 'accept');
  await page.getByRole('button', { name: 'Service desk, 1 ticket with news' }).waitFor();
  assert.deepEqual(await inaccessible(page), []);

  await tabTo(page, 'Service desk, 1 ticket with news');
  await page.keyboard.press('Enter');
  const panel = page.getByRole('dialog', { name: 'Service desk' });
  await panel.waitFor();
  assert.equal(await button.getAttribute('aria-expanded'), 'true');
  await page.getByRole('button', { name: 'Report a fault' }).waitFor();
  // The order of focus is that of the eye: the button, then what it has opened.
  await page.keyboard.press('Tab');
  assert.equal(await inFocus(page), 'Close');
  await tabTo(page, 'Report a fault');
  assert.deepEqual(await inaccessible(page), []);
  await page.getByRole('button', { name: /Till 3 prints nothing/ }).click();
  await page.getByRole('heading', { name: /^Accepted/ }).waitFor();

  await page.keyboard.press('Escape');
  await panel.waitFor({ state: 'hidden' });
  assert.equal(await inFocus(page), 'Service desk');
  assert.deepEqual(await told(page), [true, false]);

  // Behind a closed panel nobody reads: what happens there is news.
  await embedding.service.act('olga', ticket, 'comment', { text: 'We come on Tuesday' });
  await page.getByRole('button', { name: 'Service desk, 1 ticket with news' }).click();
  await page.getByText('We come on Tuesday').last().waitFor();
  await page.getByRole('button', { name: 'Service desk', exact: true }).waitFor();
  assert.deepEqual(complaints, []);
});

test('on a narrow page the panel is the whole screen, on a wide one it stands at its corner', async () => {
  for (const [width, whole] of [
    [360, true],
    [1280, false],
  ] as const) {
    const { page } = await open(BODY.replace('mode=', 'placement="bottom-start" mode='), { width, height: 700 });
    await page.getByRole('button', { name: 'Service desk' }).click();
    const panel = page.getByRole('dialog');
    await page.getByRole('button', { name: 'Report a fault' }).waitFor();
    const box = (await panel.boundingBox())!;
    if (whole) assert.deepEqual([box.x, box.y, box.width, box.height], [0, 0, 360, 700]);
    else assert.ok(box.x < 20 && box.width <= 442 && box.y > 16 && box.y + box.height < 690, JSON.stringify(box));
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
    await page.getByRole('button', { name: 'Close' }).click();
    await panel.waitFor({ state: 'hidden' });
    await page.close();
  }
});

test('the page has its own face for the button, and opens and closes the panel itself', async () => {
  const face = BODY.replace('</vitrine-portal>', `<b slot="launcher">Help</b></vitrine-portal>`);
  const { page } = await open(face);
  await page.getByText('Help').waitFor();
  const portal = page.locator('vitrine-portal');
  await portal.evaluate((element: HTMLElementTagNameMap['vitrine-portal']) => element.open());
  await page.getByRole('dialog').waitFor();
  await portal.evaluate((element: HTMLElementTagNameMap['vitrine-portal']) => element.close());
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await portal.evaluate((element: HTMLElementTagNameMap['vitrine-portal'], id) => element.show(id), ticket);
  await page.getByRole('heading', { name: /^Accepted/ }).waitFor();
  assert.deepEqual(await told(page), [true, false, true]);
});
