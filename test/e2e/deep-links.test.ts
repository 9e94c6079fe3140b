import { strict as assert } from 'node:assert';
import { after, before, test } from 'node:test';
import { openEmbedding, portal, RIGHT, type Embedding } from '../support/open-embedding.ts';
import { openPage } from '../support/open-page.ts';
import { report, said } from '../support/portal-page.ts';

let embedding: Embedding;
/** Tickets of Elena's. */
let till: string;
let door: string;

before(async () => {
  embedding = await openEmbedding();
  const { page } = await embedding.open();
  till = await report(page, 'Till equipment', 'Till 3 prints nothing');
  await said(page, /^Registered/);
  door = await report(page, 'Doors and locks', 'The door sticks');
  await page.close();
  await embedding.service.act('olga', door, 'accept');
});
after(() => embedding?.close());

test('an address with a ticket opens it, also while the page is open, and the portal never changes the address', async () => {
  const address = embedding.put();
  const { page, complaints } = await openPage(embedding.browser, `${address}#vitrine-ticket=${door}`);
  await said(page, /^Accepted/);
  const before = await page.evaluate(() => history.length);
  await page.evaluate((id) => (location.hash = `vitrine-ticket=${id}`), till);
  await said(page, /^Registered/);
  assert.equal(page.url(), `${address}#vitrine-ticket=${till}`);
  await page.getByRole('button', { name: 'The door sticks' }).click();
  await said(page, /^Accepted/);
  assert.equal(page.url(), `${address}#vitrine-ticket=${till}`);
  assert.equal(await page.evaluate(() => history.length), before + 1);
  assert.deepEqual(complaints, []);
});

test('an address as in a QR code on a till opens the form with it filled in', async () => {
  const link = '#vitrine-report&category=doors&text=It%20sticks';
  const { page } = await openPage(embedding.browser, embedding.put() + link);
  const text = page.getByRole('textbox', { name: 'What is wrong?' });
  await text.waitFor();
  assert.equal(await text.inputValue(), 'It sticks');
});

test('in a launcher, an address with a ticket opens the panel', async () => {
  const body = portal(`${RIGHT} mode="launcher"`);
  const { page } = await openPage(embedding.browser, `${embedding.put({ body })}#vitrine-ticket=${door}`);
  await said(page, /^Accepted/);
  assert.ok(await page.getByRole('dialog').isVisible());
});

test('a reload keeps the open ticket, and what is kept for it are ids', async () => {
  const { page } = await openPage(embedding.browser, `${embedding.put()}#vitrine-ticket=${till}`);
  await said(page, /^Registered/);
  await page.getByRole('button', { name: 'The door sticks' }).click();
  await said(page, /^Accepted/);
  await page.waitForFunction((id) => Object.values(sessionStorage).join().includes(id), door);
  assert.deepEqual(
    await page.evaluate(() => Object.values(sessionStorage).map((kept: string) => JSON.parse(kept) as object)),
    [{ view: 'ticket', openTicket: door }],
  );
  await page.reload();
  await said(page, /^Accepted/);
});

test('the address of the open ticket is copied, and that is said; without a clipboard it is shown, selected', async () => {
  const address = embedding.put();
  const { page } = await openPage(embedding.browser, `${address}#vitrine-ticket=${door}`, {
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  await page.getByRole('button', { name: 'Copy link' }).click();
  await page.getByText('Copied', { exact: true }).waitFor();
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), `${address}#vitrine-ticket=${door}`);

  await page.evaluate(() => (navigator.clipboard.writeText = () => Promise.reject(new Error('no'))));
  await page.getByRole('button', { name: 'Copy link' }).click();
  const shown = page.getByRole('textbox', { name: 'Address of this ticket' });
  assert.equal(await shown.inputValue(), `${address}#vitrine-ticket=${door}`);
  assert.equal(
    await shown.evaluate((input: HTMLInputElement) => input.selectionEnd! - input.selectionStart!),
    `${address}#vitrine-ticket=${door}`.length,
  );
});
