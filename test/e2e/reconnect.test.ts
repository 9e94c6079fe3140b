import { strict as assert } from 'node:assert';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { openBrowser, openPage } from '../support/open-page.ts';
import { openService, type OpenedService } from '../support/open-service.ts';
import { entries, report, said } from '../support/portal-page.ts';

let service: OpenedService;
let browser: Browser;

before(async () => {
  // A server that stops tells its readers when to come back: here within a second, not within twenty.
  [service, browser] = await Promise.all([openService(() => 0.05), openBrowser()]);
});
after(async () => {
  await browser?.close();
  await service?.close();
});

/** Tries lie up to 20 s apart (S4). */
const isLive = (page: Page): Promise<void> => page.getByText('Live', { exact: true }).waitFor({ timeout: 25_000 });
const WAITS = 'Saved on this device. It is sent by itself when the connection is back';
const isLost = (page: Page): Promise<void> =>
  page.getByText(/^Connection lost\. This is how it stood at \d\d:\d\d:\d\d$/).waitFor();

test('while the server is away the page says so and keeps what was known; then it catches up by itself', async () => {
  const { page, thrown } = await openPage(browser, service.pageOf('elena'));
  await page.evaluate(() => (document.title = 'not loaded again'));
  const ticket = await report(page, 'Till equipment', 'Till 5 stays dark');
  await isLive(page);

  await service.stop();
  await isLost(page);
  await said(page, /^Registered/);
  await entries(page, 'You reported the fault').waitFor();
  assert.equal(await page.getByText('Live', { exact: true }).count(), 0);

  await service.start();
  await service.act('olga', ticket, 'accept');
  await service.act('olga', ticket, 'comment', { text: 'Somebody comes today' });
  await said(page, /^Accepted/);
  await entries(page, 'Somebody comes today').waitFor();
  await isLive(page);
  await page.getByText(/^Connection lost/).waitFor({ state: 'detached' });
  for (const sentence of ['You reported the fault', 'took the ticket', 'Somebody comes today'])
    assert.equal(await entries(page, sentence).count(), 1, sentence);
  assert.equal(await page.title(), 'not loaded again');
  assert.deepEqual(thrown, []);
});

test('what is sent while the server is away arrives once when it is back', async () => {
  const { page, thrown } = await openPage(browser, service.pageOf('elena'));
  await report(page, 'Till equipment', 'Till 6 stays dark');
  await isLive(page);
  await service.stop();

  await page.getByRole('textbox', { name: 'Message' }).fill('It smells of smoke');
  await page.keyboard.press('Enter');
  await entries(page, 'It smells of smoke').getByText(WAITS).waitFor();
  const sent = report(page, 'Electricity and light', 'The lights are out');
  const waiting = page.locator('vitrine-waiting-report');
  await waiting.getByText(WAITS).waitFor();
  await waiting.getByText('The lights are out').waitFor();

  await service.start();
  await sent;
  await said(page, /^Registered/);
  await isLive(page);
  assert.equal(await page.getByRole('button', { name: 'The lights are out' }).count(), 1);
  await page.getByRole('button', { name: 'Till 6 stays dark' }).click();
  await entries(page, 'You wrote').waitFor();
  assert.equal(await entries(page, 'It smells of smoke').count(), 1);

  await page.reload();
  await page.getByRole('button', { name: 'The lights are out' }).waitFor();
  assert.equal(await page.getByRole('button', { name: 'The lights are out' }).count(), 1);
  await page.getByRole('button', { name: 'Till 6 stays dark' }).click();
  await entries(page, 'It smells of smoke').waitFor();
  assert.equal(await entries(page, 'It smells of smoke').count(), 1);
  assert.deepEqual(thrown, []);
});

test('[H19] a report whose answer is lost is sent again, and registered once', async () => {
  const { page } = await openPage(browser, service.pageOf('elena'));
  const keys: string[] = [];
  await page.route('**/v1/tickets', async (route) => {
    if (route.request().method() !== 'POST') return route.continue();
    keys.push(route.request().headers()['idempotency-key']!);
    if (keys.length > 1) return route.continue();
    await route.fetch();
    await route.abort();
  });
  await report(page, 'Doors and locks', 'The door does not lock');
  await said(page, /^Registered/);
  await page.reload();
  await page.getByRole('button', { name: 'The door does not lock' }).waitFor();
  assert.equal(await page.getByRole('button', { name: 'The door does not lock' }).count(), 1);
  assert.deepEqual([keys.length, new Set(keys).size], [2, 1]);
});
