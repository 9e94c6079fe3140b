import { strict as assert } from 'node:assert';
import { createHash } from 'node:crypto';
import { after, before, test } from 'node:test';
import {
  fromWidget,
  isLive,
  openEmbedding,
  portal,
  RIGHT,
  seesFallback,
  type Embedding,
} from '../support/open-embedding.ts';
import { openPage } from '../support/open-page.ts';
import { choose, overflowing, report, said, tabTo } from '../support/portal-page.ts';

let embedding: Embedding;

before(async () => {
  embedding = await openEmbedding();
});
after(() => embedding?.close());

test('[W8] the script twice: one warning, one portal, and it works', async () => {
  for (const query of ['', '?v=2']) {
    const head = embedding.script() + embedding.script(query);
    const { page, complaints } = await embedding.open({ head });
    await isLive(page);
    const lines = fromWidget(complaints);
    assert.equal(lines.length, 1);
    assert.match(lines[0]!, /Keep one of them/);
    assert.deepEqual(complaints, lines);
    await page.close();
  }
});

test('[W8] a name that something else has taken is left to it, with one warning', async () => {
  const before = `<script nonce="n">customElements.define('vitrine-portal', class extends HTMLElement {
    connectedCallback() { this.textContent = 'Something else'; }
  });</script>`;
  const policy = embedding.policy.replace('script-src', `script-src 'nonce-n'`);
  const { page, complaints } = await embedding.open({ policy, head: before + embedding.script() });
  await page.getByText('Something else').waitFor();
  await page.waitForLoadState('networkidle');
  const lines = fromWidget(complaints);
  assert.equal(lines.length, 1);
  assert.match(lines[0]!, /comes from something else already/);
  assert.deepEqual(complaints, lines);
});

test('[E3] the script runs where it is the one that the page knows, else the fallback stands', async () => {
  const served = await (await fetch(`${embedding.service.url}/vitrine.js`)).arrayBuffer();
  const known = createHash('sha384').update(new Uint8Array(served)).digest('base64');
  const head = (hash: string): string => embedding.script().replace('>', ` integrity="sha384-${hash}" crossorigin>`);
  const right = await embedding.open({ head: head(known) });
  await isLive(right.page);
  assert.deepEqual(right.complaints, []);

  const wrong = await embedding.open({ head: head('A'.repeat(64)) });
  await seesFallback(wrong.page);
  await wrong.page.waitForLoadState('networkidle');
  assert.equal(await wrong.page.evaluate(() => customElements.get('vitrine-portal')), undefined);
  assert.deepEqual(wrong.thrown, []);
});

test('[E1] a page that allows no Trusted Types policy keeps its fallback and is told why, once', async () => {
  const policy = embedding.policy.replace('trusted-types lit-html vitrine', `trusted-types 'none'`);
  const { page, complaints, thrown } = await embedding.open({ policy });
  await seesFallback(page);
  while (fromWidget(complaints).length === 0) await page.waitForEvent('console');
  await page.waitForLoadState('networkidle');
  const lines = fromWidget(complaints);
  assert.equal(lines.length, 1);
  assert.match(lines[0]!, /trusted-types names lit-html and vitrine/);
  assert.deepEqual(thrown, []);
});

test(`[E1] a policy of a nonce and 'strict-dynamic' is enough`, async () => {
  const policy = embedding.policy.replace(/script-src [^;]*/, `script-src 'nonce-n' 'strict-dynamic'`);
  const head = embedding.script().replace('<script', '<script nonce="n"');
  const { page, complaints } = await embedding.open({ policy, head });
  await isLive(page);
  await page.getByRole('button', { name: 'Report a fault' }).click();
  await page.getByRole('textbox', { name: 'What is wrong?' }).waitFor();
  assert.deepEqual(complaints, []);
});

test('[E5] where no WebSocket opens that is said once, and what happens comes all the same', async () => {
  const live = embedding.service.url.replace('http', 'ws');
  const policy = embedding.policy.replace(` ${live}`, '');
  const { page, complaints, thrown } = await embedding.open({ policy });
  const ticket = await report(page, 'Till equipment', 'Till 7 stays dark');
  await page.getByText('Live updates are blocked on the way').waitFor();
  await seesFallback(page);
  await embedding.service.act('olga', ticket, 'accept');
  await said(page, /^Accepted/);
  const lines = fromWidget(complaints);
  assert.equal(lines.length, 1);
  assert.ok(lines[0]!.includes(`name ${live} in connect-src of the page`), lines[0]);
  assert.deepEqual(thrown, []);
});

interface Globals {
  readonly names: readonly string[];
  readonly symbols: readonly string[];
  /** What is on those that every script of the page uses. */
  readonly shared: readonly string[];
}

test('[P18] the page finds its globals as they were, but for one symbol', async () => {
  const { page } = await openPage(embedding.browser, 'about:blank');
  await page.addInitScript(() => {
    const keysOf = (thing: object = {}): string => Reflect.ownKeys(thing).map(String).sort().join();
    const look = (): Globals => ({
      names: Object.getOwnPropertyNames(window),
      symbols: Object.getOwnPropertySymbols(window).map(String),
      shared: [Object, Array, Function, Promise, Symbol, String, Map, Node, Element, HTMLElement].map(
        (each) => `${each.name}: ${keysOf(each)}; ${keysOf(each.prototype)}`,
      ),
    });
    Object.assign(document, { before: look(), look });
  });
  await page.goto(embedding.put());
  await report(page, 'Doors and locks', 'The door sticks');
  await said(page, /^Registered/);
  const [before, now] = await page.evaluate(() => {
    const held = document as unknown as { readonly before: Globals; readonly look: () => Globals };
    return [held.before, held.look()] as const;
  });
  const added = (key: 'names' | 'symbols'): string[] => now[key].filter((each) => !before[key].includes(each));
  assert.deepEqual(added('names'), []);
  assert.deepEqual(added('symbols'), ['Symbol(vitrine)']);
  assert.deepEqual(now.shared, before.shared);
});

test('[E7] a page that unsets every style leaves the portal usable', async () => {
  const { page } = await embedding.open({
    policy: embedding.policy.replace(`style-src 'self'`, `style-src 'nonce-n'`),
    head: `${embedding.script()}<style nonce="n">* { all: unset !important; }</style>`,
  });
  await isLive(page);
  const box = (await page.locator('vitrine-shell [part=base]').boundingBox())!;
  assert.ok(box.width > 1000, `the portal is ${box.width} px wide`);
  assert.deepEqual(await overflowing(page), []);
  await tabTo(page, 'Report a fault');
  await page.keyboard.press('Enter');
  await choose(page, 'Doors and locks');
  await page.getByRole('textbox', { name: 'What is wrong?' }).fill('The door sticks');
  await tabTo(page, 'Send');
  await page.keyboard.press('Enter');
  await said(page, /^Registered/);
});

test('[W7] elements of the page that stand in for names which the portal uses change nothing', async () => {
  const body = `<form id="vitrine"></form><a id="customElements"></a><img name="getElementById" alt="" />
    <form name="querySelectorAll"></form>${portal(RIGHT)}`;
  const { page, complaints } = await embedding.open({ body });
  await isLive(page);
  assert.deepEqual(complaints, []);
});
