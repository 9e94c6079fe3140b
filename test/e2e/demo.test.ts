import { strict as assert } from 'node:assert';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { openDemo, type OpenedDemo } from '../support/open-demo.ts';
import { inaccessible, openBrowser, openPage } from '../support/open-page.ts';
import { entries, report, said } from '../support/portal-page.ts';

let folder: string;
let browser: Browser;
let demo: OpenedDemo | undefined;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vitrine-demo-'));
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  await demo?.close();
  await rm(folder, { recursive: true });
});

/** From the start page to the portal, as a visitor goes. */
async function enter(url: string) {
  const { page, complaints } = await openPage(browser, url);
  assert.deepEqual(await inaccessible(page), []);
  await page.getByRole('link', { name: 'Elena Safina' }).click();
  await page.getByRole('heading', { name: 'Pharmacy 12' }).waitFor();
  return { page, complaints };
}

test('the demo is entered by its printed address, and the service company answers what one reports', async () => {
  demo = await openDemo(folder, '--fresh', '--lang', 'en');
  const { page, complaints } = await enter(demo.url);
  await report(page, 'Till equipment', 'Till 1 does not print');
  await said(page, /^Registered/);
  assert.deepEqual(await inaccessible(page), []);
  await page.getByRole('button', { name: 'Site', exact: true }).click();
  await page.locator('vitrine-ticket-list').getByRole('listitem').nth(1).waitFor();
  await entries(page, 'took the ticket').waitFor({ timeout: 30_000 });
  assert.deepEqual(complaints, []);
});

test('each client’s page is its own company’s, with a live portal in its words and no fault in the console', async () => {
  const addresses = demo!.console.flatMap((line) => /http:\S+\?person=\w+/.exec(line) ?? []);
  const shown = [];
  for (const address of addresses) {
    const { page, complaints } = await openPage(browser, address);
    await page.getByRole('heading', { level: 1 }).waitFor();
    const portal = page.locator('vitrine-portal');
    await portal.getByText('Live').waitFor();
    shown.push(await portal.getByText(/^Choose a .* to see how it stands$/).innerText());
    assert.deepEqual(await inaccessible(page), []);
    assert.deepEqual(complaints, []);
    await page.close();
  }
  assert.deepEqual(shown, [
    'Choose a ticket to see how it stands',
    'Choose a ticket to see how it stands',
    'Choose a service request to see how it stands',
  ]);
});

test('a second start keeps what was reported, and --fresh starts over', async () => {
  assert.equal(await demo!.close(), 0);
  demo = await openDemo(folder, '--quiet', '--lang', 'en');
  const again = await enter(demo.url);
  await again.page.getByRole('button', { name: 'Till 1 does not print' }).click();
  await entries(again.page, 'You reported the fault').waitFor();
  assert.deepEqual(again.complaints, []);

  assert.equal(await demo.close(), 0);
  demo = await openDemo(folder, '--quiet', '--fresh', '--lang', 'en');
  const anew = await enter(demo.url);
  // What happened in the ninety days before is there, what was reported since is not.
  await anew.page.locator('vitrine-ticket-list').getByRole('listitem').first().waitFor();
  assert.equal(await anew.page.getByRole('button', { name: 'Till 1 does not print' }).count(), 0);
});
