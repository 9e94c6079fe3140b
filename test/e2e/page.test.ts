import { strict as assert } from 'node:assert';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { inaccessible, openBrowser, openPage } from '../support/open-page.ts';
import { openService, type OpenedService } from '../support/open-service.ts';
import { choose, overflowing, report } from '../support/portal-page.ts';

let service: OpenedService;
let browser: Browser;
let ticket: string;

before(async () => {
  [service, browser] = await Promise.all([openService(), openBrowser()]);
  const { page } = await openPage(browser, service.pageOf('elena'));
  ticket = await report(page, 'Till equipment', 'Till 8 stays dark');
  await page.close();
  await service.act('olga', ticket, 'accept');
  await service.act('olga', ticket, 'assign', { engineer: 'marat' });
  await service.act('marat', ticket, 'depart');
  await service.act('marat', ticket, 'arrive');
  await service.act('marat', ticket, 'add-cost', { code: 'K-130', quantity: '1' });
  await service.act('olga', ticket, 'comment', { text: 'https://service.example/' + 'a'.repeat(200) });
});
after(async () => {
  await browser?.close();
  await service?.close();
});

/** Looks at each of the portal's views. */
async function eachView(page: Page, look: (view: string) => Promise<void>): Promise<void> {
  const line = page.getByRole('button', { name: 'Till 8 stays dark' });
  await line.waitFor();
  await look('list');
  await line.click();
  await page.getByRole('row', { name: 'Fiscal storage, replacement' }).waitFor();
  await look('ticket');
  const back = page.getByRole('button', { name: 'Back' });
  if (await back.isVisible()) await back.click();
  await page.getByRole('button', { name: 'Report a fault' }).click();
  await choose(page, 'Till equipment');
  await page.getByRole('textbox', { name: 'What is wrong?' }).fill('Till 9 stays dark');
  await page.getByText(/^Reaction by/).waitFor();
  await look('form');
}

for (const scheme of ['light', 'dark'])
  test(`[E1] under a strict policy list, ticket and form are accessible and without a complaint: ${scheme}`, async () => {
    const { page, complaints } = await openPage(browser, service.pageOf('elena', { scheme }));
    await eachView(page, async (view) => assert.deepEqual(await inaccessible(page), [], view));
    assert.deepEqual(complaints, []);
  });

for (const width of [320, 1440])
  test(`at ${width} px nothing is scrolled sideways and nothing is cut off`, async () => {
    const { page } = await openPage(browser, service.pageOf('elena'), { viewport: { width, height: 800 } });
    await eachView(page, async (view) => assert.deepEqual(await overflowing(page), [], view));
  });
