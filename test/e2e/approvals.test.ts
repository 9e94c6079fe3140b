import { strict as assert } from 'node:assert';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { inaccessible, openBrowser, openPage } from '../support/open-page.ts';
import { openService, type OpenedService } from '../support/open-service.ts';
import { overflowing, report } from '../support/portal-page.ts';

let service: OpenedService;
let browser: Browser;

before(async () => {
  [service, browser] = await Promise.all([openService(), openBrowser()]);
});
after(async () => {
  await browser?.close();
  await service?.close();
});

const NBSP = /\s/g;

test('an approver decides on two tickets one after the other, as they come, without a reload', async () => {
  const { page: elena } = await openPage(browser, service.pageOf('elena'));
  const { page: guzel, complaints } = await openPage(browser, service.pageOf('guzel'));
  const waiting = guzel.getByRole('button', { name: /^Waiting for your approval/ });
  await guzel.getByText('Live', { exact: true }).waitFor();
  assert.equal(await waiting.count(), 0);

  const costing = async (text: string, code: string) => {
    const ticket = await report(elena, 'Till equipment', text);
    await service.act('olga', ticket, 'assign', { engineer: 'marat' });
    await service.act('marat', ticket, 'arrive');
    await service.act('marat', ticket, 'add-cost', { code, quantity: '1' });
    await elena.getByRole('button', { name: 'Report a fault' }).waitFor();
    return ticket;
  };
  await costing('Till 4 forgets its day', 'K-130');
  await waiting.click();
  const cards = guzel.getByRole('article');
  await cards.filter({ hasText: 'Till 4 forgets its day' }).waitFor();
  await costing('Router of the till is dead', 'N-220');
  await cards.filter({ hasText: 'Router of the till is dead' }).waitFor();
  await guzel.getByRole('heading', { name: 'Waiting for your approval: 2' }).waitFor();
  assert.deepEqual(await inaccessible(guzel), []);

  await cards.first().getByRole('button', { name: 'Approve' }).click();
  await guzel.getByRole('heading', { name: 'Waiting for your approval: 1' }).waitFor();
  await cards.first().getByText('Dispute', { exact: true }).click();
  await cards.first().getByRole('textbox').fill('A new one is cheaper');
  await cards.first().getByRole('button', { name: 'Send' }).click();
  await guzel.getByRole('heading', { name: 'Nothing waits for your approval' }).waitFor();
  await waiting.waitFor({ state: 'detached' });
  assert.deepEqual(complaints, []);
});

test('what an engineer adds is on the page with its sums at once, and nothing sticks out at 360 px', async () => {
  const { page } = await openPage(browser, service.pageOf('ilya'), { viewport: { width: 360, height: 780 } });
  const ticket = await report(page, 'Till equipment', 'The drawer does not open');
  await service.act('olga', ticket, 'assign', { engineer: 'marat' });
  await service.act('marat', ticket, 'arrive');
  await service.act('marat', ticket, 'add-cost', {
    code: 'K-410',
    quantity: '1.5',
    billing: 'client_fault',
    reason: 'Opened with a screwdriver',
  });
  const lines = page.locator('vitrine-cost-lines').getByRole('row');
  await lines.filter({ hasText: 'Opened with a screwdriver' }).waitFor();
  const total = await lines.filter({ hasText: 'Total with VAT' }).innerText();
  assert.match(total.replace(NBSP, ' '), /₽2,891\.40/);
  assert.deepEqual(await overflowing(page), []);
});
