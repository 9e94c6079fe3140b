import { strict as assert } from 'node:assert';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { en } from '../../widget/text/en.ts';
import { ru } from '../../widget/text/ru.ts';
import { inaccessible, openBrowser, openPage } from '../support/open-page.ts';
import { openService, type OpenedService } from '../support/open-service.ts';

let service: OpenedService;
let browser: Browser;

before(async () => {
  [service, browser] = await Promise.all([openService(), openBrowser()]);
});
after(async () => {
  await browser?.close();
  await service?.close();
});

for (const choice of [
  { lang: 'en', scheme: 'light', report: en.report },
  { lang: 'ru', scheme: 'dark', report: String(ru.report) },
]) {
  test(`[E1] under a strict policy the portal stands in its page without a complaint: ${choice.lang}, ${choice.scheme}`, async () => {
    const { page, complaints } = await openPage(browser, service.pageOf('elena', choice));
    await page.getByRole('button', { name: choice.report }).click();
    await page.getByRole('textbox').waitFor();
    assert.deepEqual(await inaccessible(page), []);
    assert.deepEqual(complaints, []);
  });
}

test('what a person reports is followed to its end without a reload', async () => {
  const { page, complaints } = await openPage(browser, service.pageOf('elena'));
  await page.evaluate(() => (document.title = 'not loaded again'));
  const ticket = await report(page, 'Till equipment', 'Till 2 does not print');
  await said(page, /^Registered/);

  await service.act('olga', ticket, 'accept');
  await said(page, /^Accepted/);
  await service.act('olga', ticket, 'assign', { engineer: 'marat' });
  await page.getByRole('link', { name: 'Call Marat Galiev' }).waitFor();
  await service.act('marat', ticket, 'depart');
  await said(page, 'Marat is on the way');
  await service.act('marat', ticket, 'arrive');
  await said(page, 'Marat is on site');
  await service.act('marat', ticket, 'add-cost', { code: 'K-310', quantity: '2' });
  await page.getByText('Paper feed roller, replacement').first().waitFor();
  assert.deepEqual(await inaccessible(page), []);
  await service.act('marat', ticket, 'resolve', { summary: 'The roller was worn' });
  await said(page, /^Fixed at/);

  await page.getByRole('button', { name: 'Yes, it works' }).click();
  await said(page, 'Fixed and closed');
  assert.deepEqual(await inaccessible(page), []);
  assert.equal(await page.title(), 'not loaded again');
  assert.deepEqual(complaints, []);
});

/** Fills in the form and sends it; gives the id of the ticket. */
async function report(page: Page, category: string, text: string): Promise<string> {
  const registered = page.evaluate(
    () =>
      new Promise<string>((give) =>
        document.addEventListener('vitrine-registered', (event) => give((event as Registered).ticket.id)),
      ),
  );
  await page.getByRole('button', { name: 'Report a fault' }).click();
  await page.getByLabel('What kind').selectOption(category);
  await page.getByRole('textbox', { name: 'What is wrong?' }).fill(text);
  await page.getByRole('button', { name: 'Send' }).click();
  return registered;
}

type Registered = Event & { readonly ticket: { readonly id: string } };

/** Waits until the headline of the open ticket says so. */
const said = (page: Page, headline: string | RegExp): Promise<void> =>
  page.getByRole('heading', { level: 2, name: headline }).waitFor();
