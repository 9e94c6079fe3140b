import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { openBrowser, openPage } from '../support/open-page.ts';
import { openService, type OpenedService } from '../support/open-service.ts';
import { entries, report, said } from '../support/portal-page.ts';

const HOUR_MS = 3_600_000;

let service: OpenedService;
let browser: Browser;

before(async () => {
  [service, browser] = await Promise.all([openService(), openBrowser()]);
});
after(async () => {
  await browser?.close();
  await service?.close();
});

const open = async (person: string) => {
  const { page } = await openPage(browser, service.pageOf(person));
  await page.getByText('Live', { exact: true }).waitFor();
  return page;
};

test('the next shift finds what the last one reported, sees who comes today, and moves the visit', async () => {
  const elena = await open('elena');
  const ticket = await report(elena, 'Till equipment', 'Till 5 smells of smoke');
  const counter = await open('counter-12');
  await counter.getByRole('button', { name: 'Visitors today' }).click();
  await counter.getByText('Nobody is expected today').waitFor();

  await service.act('olga', ticket, 'assign', { engineer: 'marat' });
  await service.act('marat', ticket, 'depart');
  await counter.getByText('On the way').and(counter.locator('b')).waitFor();
  await service.act('marat', ticket, 'arrive', {});
  await counter.getByText('Pass or document').waitFor();
  await service.act('marat', ticket, 'end-visit', { outcome: 'continue' });
  await counter.getByText('Nobody is expected today').waitFor();

  const from = new Date(Date.now() + 48 * HOUR_MS).toISOString();
  const to = new Date(Date.now() + 49 * HOUR_MS).toISOString();
  await service.act('olga', ticket, 'propose-visit', { from, to, agreed: { by: 'Elena', channel: 'telephone' } });
  await counter.getByRole('button', { name: 'Till 5 smells of smoke' }).click();
  await said(counter, /^Visit agreed for/);
  await counter.getByText('Ask for another time').click();
  await counter.getByRole('textbox', { name: 'When would suit you?' }).fill('Next Monday');
  await counter.locator('vitrine-visits').getByRole('button', { name: 'Send' }).click();
  await entries(elena, 'postponed the visit').filter({ hasText: 'Next Monday' }).waitFor();
  await elena.getByText('postponed by the site').first().waitFor();
});

test('a mass incident is known at another site the moment that it is declared, until it is ended', async () => {
  const [elena, ilya] = await Promise.all([open('elena'), open('ilya')]);
  const ticket = await report(elena, 'Network and telephone', 'No network at all');
  const banner = ilya.getByText('No network in all pharmacies');
  assert.equal(await banner.count(), 0);
  await service.act('olga', ticket, 'declare-mass', { text: 'No network in all pharmacies' });
  await banner.waitFor();
  await ilya.getByRole('button', { name: 'See how it stands' }).click();
  await said(ilya, /^Registered/);
  assert.equal(await ilya.getByRole('textbox', { name: 'Message' }).count(), 0, 'he follows it and says nothing');

  await service.act('olga', ticket, 'accept');
  await said(ilya, /^Accepted/);
  await service.act('olga', ticket, 'end-mass');
  await banner.and(ilya.locator('vitrine-incidents bdi')).waitFor({ state: 'detached' });
});
