import { strict as assert } from 'node:assert';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { SITES } from '../../demo/clients/pharmacy/sites.ts';
import { openBrowser, openPage } from '../support/open-page.ts';
import { openService, type OpenedService, type Place } from '../support/open-service.ts';
import { choose, entries, nextRegistered, report, said, tabTo } from '../support/portal-page.ts';

const HOUR_MS = 3_600_000;
const PHARMACY_12 = SITES.find(({ id }) => id === 'pharmacy-12')!;

let service: OpenedService;
let browser: Browser;

before(async () => {
  [service, browser] = await Promise.all([openService(), openBrowser()]);
});
after(async () => {
  await browser?.close();
  await service?.close();
});

/** Elena's page; `stayed` says that it was not loaded again, and that nothing was wrong in it. */
async function openElena(lang: 'en' | 'ru') {
  const { page, complaints } = await openPage(browser, service.pageOf('elena', { lang }));
  await page.evaluate(() => (document.title = 'not loaded again'));
  return {
    page,
    async stayed() {
      assert.equal(await page.title(), 'not loaded again');
      assert.deepEqual(complaints, []);
    },
  };
}

const north = (degrees: number): Place => ({
  latitude: PHARMACY_12.latitude + degrees * 1e7,
  longitude: PHARMACY_12.longitude,
});

test('a fault is reported by keyboard, and what is promised is said before it is sent', async () => {
  const { page, stayed } = await openElena('en');
  const { keyboard } = page;
  await page.getByRole('button', { name: 'Report a fault' }).waitFor();
  await tabTo(page, 'Report a fault');
  await keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Report a fault' }).waitFor();
  await tabTo(page, 'Till equipment');
  await keyboard.press('Space');
  await page.getByText('Still missing: what is wrong').waitFor();
  await tabTo(page, 'What is wrong?');
  await keyboard.type('Till 2 does not print');
  await page.getByText(/^Reaction by \d\d:\d\d, fixed by .*\d\d:\d\d$/).waitFor();

  const registered = nextRegistered(page);
  await tabTo(page, 'Send');
  await keyboard.press('Enter');
  await said(page, /^Registered\. Somebody will take it by \d\d:\d\d$/);
  await page.getByText(/^Ticket \d+$/).waitFor();
  await entries(page, 'You reported the fault').getByText('Till 2 does not print').waitFor();
  assert.match(await registered, /^[\da-f-]{36}$/);
  await stayed();
});

test('what was reported is followed to its end on one screen, the person answering where he is asked', async () => {
  const { page, stayed } = await openElena('en');
  const ticket = await report(page, 'Till equipment', 'Till 3 does not print');
  const click = (name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click();

  await service.act('olga', ticket, 'accept');
  await said(page, /^Accepted\. To be fixed by/);

  await service.act('olga', ticket, 'ask', { text: 'Is the red light on?' });
  await said(page, 'One question for you');
  await page.getByText('Is the red light on?').first().waitFor();
  await page.getByRole('textbox', { name: 'Your answer' }).fill('It blinks');
  await click('Answer');
  await said(page, /^Accepted\. To be fixed by/);
  await entries(page, 'You answered').getByText('It blinks').waitFor();

  await service.act('olga', ticket, 'assign', { engineer: 'marat' });
  await said(page, /^Marat is assigned\./);
  await page.getByRole('link', { name: 'Call Marat Galiev' }).waitFor();

  const from = Date.now() + HOUR_MS;
  const window = { from: new Date(from).toISOString(), to: new Date(from + 2 * HOUR_MS).toISOString() };
  await service.act('olga', ticket, 'propose-visit', window);
  await said(page, /^Does .*\d\d:\d\d.* suit you for the visit\?$/);
  await click('Agree');
  await said(page, /^Visit agreed for/);

  await service.act('marat', ticket, 'depart');
  await said(page, 'Marat is on the way');
  await service.locate('marat', north(0.027), 50);
  await page.getByText('3 km away').waitFor();
  await said(page, /^Marat is on the way, at your door about \d\d:\d\d$/);
  await service.locate('marat', north(0.0089), 0);
  await page.getByText('990 m away').waitFor();
  await page.getByText(/^· there in [23] min$/).waitFor();

  await service.act('marat', ticket, 'arrive');
  await said(page, 'Marat is on site');
  await page.getByText('990 m away').waitFor({ state: 'detached' });
  await service.act('marat', ticket, 'add-cost', { code: 'K-310', quantity: '1' });
  const costs = page.locator('vitrine-cost-lines');
  await costs.getByRole('row', { name: 'Paper feed roller, replacement' }).getByText('₽1,781.20').waitFor();
  await costs.getByRole('row', { name: 'Total with VAT' }).getByText('₽1,781.20').waitFor();

  await service.act('marat', ticket, 'add-cost', { code: 'K-130', quantity: '1' });
  await costs.getByText('Waiting for approval of ₽11,956.00').waitFor();
  await costs.getByRole('row', { name: 'Total with VAT' }).getByText('₽13,737.20').waitFor();
  assert.equal(await page.getByRole('button', { name: 'Approve' }).count(), 0);
  await approve();
  await said(page, 'Marat is on site');
  await costs.getByRole('row', { name: 'Fiscal storage, replacement' }).getByText('approved').waitFor();

  await service.act('marat', ticket, 'resolve', { summary: 'The roller was worn' });
  await said(page, /^Fixed at \d\d:\d\d\. Please confirm$/);
  await click('Yes, it works');
  await said(page, 'Fixed and closed');
  await page.getByRole('radio', { name: '4 stars' }).check();
  await click('Send rating');
  await entries(page, 'You rated the work 4 of 5').waitFor();
  await page.getByText('How was it?').waitFor({ state: 'detached' });
  await stayed();
});

/** Whose limit covers it approves what waits, in her own page. */
async function approve(): Promise<void> {
  const { page, complaints } = await openPage(browser, service.pageOf('guzel'));
  await page.getByRole('button', { name: 'Till 3 does not print' }).click();
  await said(page, 'Please approve ₽11,956.00');
  await page.getByRole('button', { name: 'Approve', exact: true }).click();
  await entries(page, 'You approved the cost').waitFor();
  assert.deepEqual(complaints, []);
  await page.close();
}

test('the same story is told in Russian', async () => {
  const { page, stayed } = await openElena('ru');
  const registered = nextRegistered(page);
  await page.getByRole('button', { name: 'Новая заявка' }).click();
  await choose(page, 'Кассовое оборудование');
  await page.getByRole('textbox', { name: 'Что случилось?' }).fill('Касса 2 не печатает');
  await page.getByText(/^Реакция до \d\d:\d\d, устранение до .*\d\d:\d\d$/).waitFor();
  await page.getByRole('button', { name: 'Отправить', exact: true }).click();
  const ticket = await registered;
  await said(page, /^Зарегистрирована\. Возьмём в работу до \d\d:\d\d$/);

  await service.act('olga', ticket, 'accept');
  await said(page, /^Принята в работу\. Устраним до/);
  await service.act('olga', ticket, 'assign', { engineer: 'marat' });
  await service.act('marat', ticket, 'depart');
  await service.locate('marat', north(0.0089), 0);
  await page.getByText('в 990 м от вас').waitFor();
  await service.act('marat', ticket, 'arrive');
  await said(page, 'Marat на объекте');
  await service.act('marat', ticket, 'resolve', { summary: 'Заменён ролик' });
  await said(page, /^Выполнена в \d\d:\d\d\. Подтвердите, пожалуйста$/);
  await page.getByRole('button', { name: 'Да, всё работает' }).click();
  await said(page, 'Выполнена и закрыта');
  await stayed();
});
