import { strict as assert } from 'node:assert';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import type { BrowserContext, Page } from 'playwright-core';
import { seeded } from '../../demo/company/seeded.ts';
import { pagePolicy } from '../../demo/pages/page-policy.ts';
import { isLive, openEmbedding, portal, RIGHT, type Embedding } from '../support/open-embedding.ts';
import { openPage } from '../support/open-page.ts';
import { openWire, type Wire } from '../support/open-wire.ts';
import { choose, said } from '../support/portal-page.ts';

let embedding: Embedding;
let wire: Wire;
/** Who is signed in at the intranet. */
let person: string | undefined;
let open: BrowserContext[] = [];

before(async () => {
  embedding = await openEmbedding();
});
after(() => embedding?.close());
beforeEach(async () => {
  person = 'elena';
  wire = await openWire(embedding.service.url);
});
afterEach(async () => {
  for (const context of open.splice(0)) await context.close();
  wire.close();
});

/** The address of a page of the intranet, whose portal hangs on the wire. */
const address = (): string =>
  embedding.put({
    policy: pagePolicy(wire.url),
    head: `<script type="module" src="${wire.url}/vitrine.js"></script>`,
    body: portal(RIGHT),
    token: async () =>
      person === undefined ? new Response(null, { status: 401 }) : new Response(embedding.service.assertionOf(person)),
  });

/** That page, with all loaded that reporting needs. */
async function openIntranet(url = address()): Promise<Page> {
  const { page } = await openPage(embedding.browser, url, { viewport: { width: 1100, height: 900 } });
  open.push(page.context());
  await isSettled(page);
  return page;
}

/** What is loaded in idle time has come. */
async function isSettled(page: Page): Promise<void> {
  await isLive(page);
  await page.waitForFunction(() => customElements.get('vitrine-receipt'));
}

async function write(page: Page, text: string): Promise<void> {
  await page.getByRole('button', { name: 'Report a fault', exact: true }).click();
  await choose(page, 'Doors and locks');
  await page.getByRole('textbox', { name: 'What is wrong?' }).fill(text);
}
const send = (page: Page): Promise<void> => page.getByRole('button', { name: 'Send', exact: true }).first().click();
const waits = (page: Page) => page.locator('vitrine-unregistered').getByRole('listitem');
const row = (page: Page, text: string) => page.locator('[part=items]').getByRole('button', { name: text });

/** What the server has of these texts, as whoever may see everything sees it. */
async function registered(page: Page, texts: readonly string[]): Promise<readonly string[]> {
  const { service } = embedding;
  const headers = { 'content-type': 'application/json', origin: new URL(page.url()).origin };
  const body = JSON.stringify({ tenant: RIGHT.split('"')[1], assertion: service.assertionOf('elena') });
  const signedIn = await fetch(`${service.url}/v1/session`, { method: 'POST', headers, body });
  const { session } = (await signedIn.json()) as { session: string };
  const answer = await fetch(`${service.url}/v1/tickets?limit=200`, {
    headers: { ...headers, authorization: `Bearer ${session}` },
  });
  const { tickets } = (await answer.json()) as { tickets: readonly { readonly subject: string }[] };
  return tickets.map(({ subject }) => subject).filter((subject) => texts.includes(subject));
}

test('[P2] [W17] the server dies between commit and answer, the page is loaded anew: one ticket, found by itself', async () => {
  const page = await openIntranet();
  await write(page, 'The door does not lock');
  const lost = wire.loseAnswer();
  await send(page);
  await lost;
  wire.cut();
  await embedding.service.stop();
  await page.getByText('Saved on this device').first().waitFor();
  await embedding.service.start();
  wire.mend();

  const again = page.waitForRequest((request) => request.method() === 'POST' && request.url().endsWith('/v1/tickets'));
  await page.reload();
  await (await again).response();
  await row(page, 'The door does not lock').waitFor();
  await waits(page).waitFor({ state: 'detached' });
  assert.equal(await row(page, 'The door does not lock').count(), 1);
  assert.deepEqual(await registered(page, ['The door does not lock']), ['The door does not lock']);
  assert.equal(new Set(wire.keys).size, 1);
});

test('a network that comes and goes at random while ten faults are reported: ten tickets', async () => {
  let moment = 0;
  const page = await openIntranet();
  const weather = async (): Promise<void> => {
    const chance = seeded(`ten faults, moment ${moment++}`);
    if (chance < 0.3) wire.cut();
    else if (chance < 0.6) wire.mend();
    else if (chance < 0.7) void wire.loseAnswer();
    else if (chance < 0.85) await page.context().setOffline(true);
    else await page.context().setOffline(false);
  };
  const texts = Array.from({ length: 10 }, (_, n) => `Door number ${n} sticks`);
  for (const text of texts) {
    await weather();
    await write(page, text);
    await weather();
    await send(page);
    await weather();
    await page.locator('vitrine-waiting-report section, vitrine-receipt section').first().waitFor({ timeout: 20_000 });
  }
  await page.context().setOffline(false);
  wire.mend();
  await page.reload();
  for (const text of texts) await row(page, text).waitFor({ timeout: 30_000 });
  await waits(page).first().waitFor({ state: 'detached' });
  assert.deepEqual([...(await registered(page, texts))].sort(), texts);
  assert.equal(new Set(wire.keys).size, texts.length);
});

test('[W17] of two tabs one sends, and both see it wait and become a ticket', async () => {
  const url = address();
  const first = await openIntranet(url);
  const second = await first.context().newPage();
  await second.goto(url);
  await isSettled(second);
  wire.cut();
  await write(first, 'The handle is loose');
  await send(first);
  await waits(second).getByText('The handle is loose').waitFor();
  await waits(first).getByText('The handle is loose').waitFor();
  wire.mend();
  for (const page of [first, second]) {
    await row(page, 'The handle is loose').waitFor({ timeout: 30_000 });
    await waits(page).waitFor({ state: 'detached' });
  }
  assert.equal(wire.keys.length, 1);
});

test('[W11] [W12] a session that has ended keeps a report and its draft; another person has neither; the first finds both', async () => {
  const page = await openIntranet();
  // As the server says it once a session has ended.
  const ended = {
    status: 401,
    contentType: 'application/problem+json',
    headers: { 'access-control-allow-origin': '*' },
  };
  const body = JSON.stringify({
    type: 'urn:vitrine:problem:unauthorized',
    title: '',
    status: 401,
    code: 'unauthorized',
    detail: '',
  });
  await page.route('**/v1/tickets', (route) =>
    route.request().method() === 'POST' ? route.fulfill({ ...ended, body }) : route.continue(),
  );
  person = undefined;
  await write(page, 'The closer is broken');
  await send(page);
  await page.locator('vitrine-waiting-report').getByText('when you have signed in').waitFor();
  await write(page, 'The lock is');
  await page
    .getByRole('button', { name: 'Cancel' })
    .or(page.getByText('Cancel', { exact: true }))
    .first()
    .click();
  await page.getByRole('button', { name: 'Keep', exact: true }).click();
  await page.unroute('**/v1/tickets');

  person = 'ilya';
  await page.reload();
  await isSettled(page);
  await page.getByRole('button', { name: 'Report a fault', exact: true }).click();
  await page.getByRole('textbox', { name: 'What is wrong?' }).waitFor();
  assert.equal(await page.getByRole('textbox', { name: 'What is wrong?' }).inputValue(), '');
  assert.equal(await page.getByText('The closer is broken').count(), 0);
  assert.deepEqual(wire.keys, []);

  person = 'elena';
  await page.reload();
  await row(page, 'The closer is broken').waitFor();
  assert.equal(wire.keys.length, 1);
  await page.getByRole('button', { name: 'Report a fault', exact: true }).click();
  await page.waitForFunction(() => {
    const find = (root: Document | ShadowRoot): HTMLTextAreaElement | undefined =>
      root.querySelector<HTMLTextAreaElement>('textarea[name=text]') ??
      [...root.querySelectorAll('*')].map((each) => each.shadowRoot && find(each.shadowRoot)).find(Boolean) ??
      undefined;
    return find(document)?.value === 'The lock is';
  });
});

test('[H19] whoever never touched the form reports without a connection, and is told at once what becomes of it', async () => {
  const page = await openIntranet();
  await page.context().setOffline(true);
  wire.cut();
  await page.getByRole('button', { name: 'Report a fault', exact: true }).click();
  await page.getByText('No connection just now. Send it all the same').waitFor();
  await choose(page, 'Doors and locks');
  await page.getByRole('textbox', { name: 'What is wrong?' }).fill('The hinge squeaks');
  await send(page);
  const waiting = page.locator('vitrine-waiting-report');
  await waiting.getByText('Saved on this device. It is sent by itself when the connection is back').waitFor();
  await waiting.getByText('Do not send').waitFor();
  wire.mend();
  await page.context().setOffline(false);
  await said(page, /^Registered/);
  await page.getByText(/^Registered: No\. \d+$/).waitFor();
});

test('where the browser keeps nothing it says so, asks before it is left, and sends', async () => {
  const page = await openIntranet();
  await page.evaluate(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('blocked', 'SecurityError');
    };
    IDBDatabase.prototype.transaction = () => {
      throw new DOMException('blocked', 'SecurityError');
    };
  });
  wire.cut();
  await write(page, 'The gate is stuck');
  await send(page);
  await page.locator('vitrine-waiting-report').getByText('keep this page open until it is sent').waitFor();
  wire.mend();
  await said(page, /^Registered/);
});
