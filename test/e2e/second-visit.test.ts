import { strict as assert } from 'node:assert';
import { after, before, test } from 'node:test';
import type { Route } from 'playwright-core';
import { isLive, openEmbedding, type Embedding } from '../support/open-embedding.ts';

let embedding: Embedding;

before(async () => {
  embedding = await openEmbedding();
});
after(() => embedding?.close());

test('on a second visit the client’s portal stands before the server has answered anything', async () => {
  const { page, complaints } = await embedding.open();
  await isLive(page);
  const surface = (): Promise<string> =>
    page.locator('vitrine-shell [part=base]').evaluate((box) => getComputedStyle(box).getPropertyValue('--_accent'));
  const known = await surface();

  const kept = await page.evaluate(() => Object.fromEntries(Object.entries(localStorage)));
  assert.equal(Object.keys(kept).length, 1);
  const { at, client } = JSON.parse(Object.values(kept)[0] as string) as { at: number; client: object };
  assert.ok(Date.now() - at < 60_000);
  assert.deepEqual(Object.keys(client).sort(), ['provider', 'tenant', 'theme']);
  // Nothing of the person is in it.
  assert.doesNotMatch(JSON.stringify(kept), /elena|safina|pharmacy-12/i);

  const held: Route[] = [];
  let isSilent = true;
  await page.route('**/v1/**', (route) => (isSilent ? void held.push(route) : route.continue()));
  await page.reload();
  await page.getByRole('heading', { level: 2 }).waitFor();
  await page.getByRole('button', { name: 'Report a fault' }).waitFor();
  assert.equal(await surface(), known);
  assert.ok(held.length > 0);
  assert.equal(await page.getByText('Live', { exact: true }).count(), 0);

  // What is begun already goes on when the server is heard.
  await page.getByRole('button', { name: 'Report a fault' }).click();
  isSilent = false;
  await Promise.all(held.map((route) => route.continue()));
  await page.getByRole('textbox', { name: 'What is wrong?' }).waitFor();
  await page.waitForFunction(() => document.activeElement?.localName === 'vitrine-portal');
  assert.deepEqual(complaints, []);
});

test('what stands in the browser’s storage may be anything', async () => {
  const { page, complaints } = await embedding.open();
  await isLive(page);
  for (const junk of ['', '{}', 'null', '{"at":9999999999999,"client":{"tenant":{"name":"x"},"theme":{"light":1}}}']) {
    await page.evaluate((text) => {
      for (const key of Object.keys(localStorage)) localStorage.setItem(key, text);
    }, junk);
    await page.reload();
    await isLive(page);
  }
  assert.deepEqual(complaints, []);
});
