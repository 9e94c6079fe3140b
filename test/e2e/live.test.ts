import { strict as assert } from 'node:assert';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { openBrowser, openPage } from '../support/open-page.ts';
import { openService, type OpenedService } from '../support/open-service.ts';
import { report, said } from '../support/portal-page.ts';

const CANARY = 'canary-7f3a';

let service: OpenedService;
let browser: Browser;

before(async () => {
  [service, browser] = await Promise.all([openService(), openBrowser()]);
});
after(async () => {
  await browser?.close();
  await service?.close();
});

/** All that the network brings into a page, from its first byte. */
function overhear(page: Page): () => Promise<string> {
  const frames: string[] = [];
  const answers: Promise<string>[] = [];
  page.on('response', (response) => answers.push(response.text().catch(() => '')));
  page.on('websocket', (socket) => socket.on('framereceived', ({ payload }) => frames.push(String(payload))));
  return async () => [...frames, ...(await Promise.all(answers))].join('\n');
}

test('two people of one site see each step at the same time, without a reload', async () => {
  const { page: elena } = await openPage(browser, service.pageOf('elena'));
  const { page: guzel } = await openPage(browser, service.pageOf('guzel'));
  await guzel.getByText('Nothing has been reported yet').waitFor();
  const ticket = await report(elena, 'Till equipment', 'Till 4 stays dark');
  await guzel.getByRole('button', { name: 'Till 4 stays dark' }).click();
  await said(guzel, /^Registered/);

  for (const [staff, command, body, headline] of [
    ['olga', 'accept', {}, /^Accepted/],
    ['olga', 'assign', { engineer: 'marat' }, /^Marat is assigned/],
    ['marat', 'depart', {}, 'Marat is on the way'],
    ['marat', 'arrive', {}, 'Marat is on site'],
  ] as const) {
    await service.act(staff, ticket, command, body);
    await Promise.all([said(elena, headline), said(guzel, headline)]);
  }
});

test('[P11] nothing of a ticket comes to a page of another site', async () => {
  const open = async (person: string) => {
    const { page } = await openPage(browser, 'about:blank');
    const heard = overhear(page);
    await page.goto(service.pageOf(person));
    await page.getByText('Live', { exact: true }).waitFor();
    return { page, heard };
  };
  const [elena, ilya] = await Promise.all([open('elena'), open('ilya')]);
  const foreign = await report(elena.page, 'Till equipment', CANARY);
  await service.act('olga', foreign, 'accept');
  await service.act('olga', foreign, 'comment', { text: CANARY });
  await elena.page.getByText(CANARY).nth(2).waitFor();

  // What comes later has come: so has all before it.
  const own = await report(ilya.page, 'Doors and locks', 'The door sticks');
  await service.act('olga', own, 'accept');
  await said(ilya.page, /^Accepted/);
  await ilya.page.getByRole('button', { name: 'Site', exact: true }).click();
  await ilya.page.getByRole('searchbox').fill(CANARY);
  await ilya.page.getByText('No ticket matches').waitFor();

  const seen = await elena.heard();
  assert.ok(seen.includes(CANARY) && seen.includes(foreign));
  const leaked = await ilya.heard();
  assert.ok(leaked.includes('The door sticks'));
  // He has sent the word himself, as a search.
  assert.ok(!leaked.includes(CANARY));
  assert.ok(!leaked.includes(foreign));
});
