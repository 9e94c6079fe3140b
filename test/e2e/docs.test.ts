import { strict as assert } from 'node:assert';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { findFree } from '../../demo/ports.ts';
import { openHouse, type House } from '../support/open-house.ts';
import { openBrowser, openPage } from '../support/open-page.ts';

let house: House;
let browser: Browser;
/** Of a client that has registered the server’s own origin. */
let session: string;
let ticket: string;

before(async () => {
  const port = (await findFree(0, '127.0.0.1'))!;
  const own = `http://localhost:${port}`;
  [house, browser] = await Promise.all([openHouse({ port, publicUrl: own, origins: [own] }), openBrowser()]);
  ({ session } = await house.signIn('elena'));
  const report = { site: 'baumana-44', category: 'till', text: 'Till 8 stays dark' };
  ticket = (await house.send<{ ticket: { id: string } }>(session, '/v1/tickets', report)).body.ticket.id;
});
after(async () => {
  await browser?.close();
  await house?.close();
});

/** @param at an operation, which stands open then: by its heading and name */
async function openDocs(at = '') {
  const { page, complaints } = await openPage(browser, 'about:blank', { viewport: { width: 1280, height: 1000 } });
  // The viewer is large, and the tests of the whole run share the machine.
  page.setDefaultTimeout(60_000);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  const answer = await page.goto(`${house.url}/docs${at && `#/${at}`}`);
  await page.getByRole('heading', { name: 'Vitrine' }).waitFor();
  return { page, complaints, asked, policy: answer!.headers()['content-security-policy']! };
}

/** By the names of the schemes that it gives. */
async function authorize(page: Page, values: Readonly<Record<string, string>>): Promise<void> {
  await page.getByRole('button', { name: 'Authorize' }).first().click();
  for (const [scheme, value] of Object.entries(values)) {
    const form = page.locator('.auth-container').filter({ has: page.getByText(scheme, { exact: true }) });
    await form.getByRole('textbox').fill(value);
    await form.getByRole('button', { name: 'Apply credentials' }).click();
  }
  await page.locator('.btn-done').first().click();
}

const operation = (page: Page, name: string) => page.locator(`.opblock[id$="-${name}"]`);

async function execute(page: Page, name: string): Promise<{ status: string; body: string }> {
  const block = operation(page, name);
  const answered = page.waitForResponse((response) => response.url().includes('/v1/tickets'));
  await block.getByRole('button', { name: 'Execute' }).click();
  await answered;
  const live = block.locator('.live-responses-table .response');
  return {
    status: await live.locator('.response-col_status').innerText(),
    body: await live.locator('.response-col_description').innerText(),
  };
}

test('[E1] under a strict policy /docs shows the API without a complaint, and asks nobody but this server', async () => {
  const { page, complaints, asked, policy } = await openDocs();
  assert.match(policy, /^default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; connect-src 'self'; /);
  assert.doesNotMatch(policy, /unsafe/);
  for (const [heading, name] of [
    ['Tickets', 'postTickets'],
    ['Costs', 'approveCost'],
  ] as const) {
    await page
      .getByRole('heading', { name: new RegExp(`^${heading}`) })
      .getByRole('link')
      .click();
    await operation(page, name).locator('.opblock-summary-control').click();
    await operation(page, name).getByText('Responses', { exact: true }).waitFor();
  }
  await page.waitForLoadState('networkidle');
  assert.deepEqual(complaints, []);
  const strangers = asked.filter((url) => !url.startsWith(`${house.url}/`) && !url.startsWith('data:'));
  assert.deepEqual(strangers, []);
});

test('somebody with a session reads the tickets there, and nothing of it is kept', async () => {
  const { page, complaints } = await openDocs('Tickets/getTickets');
  await authorize(page, { session });
  const { status, body } = await execute(page, 'getTickets');
  assert.match(status, /^200/);
  assert.match(body, /Till 8 stays dark/);
  assert.deepEqual(complaints, []);
  assert.deepEqual(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie]), [
    0,
    0,
    '',
  ]);
});

test('with an API key a command is sent in the name of a dispatcher, each time under a key of its own', async () => {
  const { page, complaints } = await openDocs('Talk/comment');
  await authorize(page, { apiKey: house.desk, actor: 'olga' });
  const block = operation(page, 'comment');
  const key = block.locator('tr[data-param-name="Idempotency-Key"] input');
  await block.locator('tr[data-param-name="id"] input').fill(ticket);
  const first = await key.inputValue();
  assert.match(first, /^[0-9a-f]{32}$/);
  assert.match((await execute(page, 'comment')).status, /^200/);
  await page.waitForFunction(
    ([input, before]) => (input as HTMLInputElement).value !== before,
    [await key.elementHandle(), first],
  );
  assert.match((await execute(page, 'comment')).status, /^200/);
  const { body } = await house.ask<{ events: { type: string; actor: { id: string } }[] }>(
    'GET',
    `/v1/tickets/${ticket}`,
    { as: house.desk },
  );
  assert.deepEqual(
    body.events.slice(1).map(({ type, actor }) => `${actor.id} ${type}`),
    ['olga commented', 'olga commented'],
  );
  assert.deepEqual(complaints, []);
});
