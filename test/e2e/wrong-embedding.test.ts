import { strict as assert } from 'node:assert';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { PHARMACY } from '../../demo/clients/pharmacy/pharmacy.ts';
import {
  FALLBACK,
  fromWidget,
  isLive,
  openEmbedding,
  portal,
  RIGHT,
  seesFallback,
  type Embedding,
} from '../support/open-embedding.ts';
import type { HostPage } from '../support/open-host-pages.ts';
import { openPage } from '../support/open-page.ts';

const TOKEN = 'eyJhbGciOiJIUzI1NiJ9.e30.c2ln';

let embedding: Embedding;

before(async () => {
  embedding = await openEmbedding();
});
after(() => embedding?.close());

interface Mistake {
  readonly name: string;
  /** Begins what stands in the console. */
  readonly code: string;
  /** Stands in the element too, for whoever embeds it. */
  readonly detail: string;
  readonly help: string;
  readonly page: () => Partial<HostPage>;
  readonly isStrange?: true;
}

const MISTAKES: readonly Mistake[] = [
  {
    name: 'no tenant',
    code: 'no_tenant',
    detail: 'The portal does not know whose it is.',
    help: '<vitrine-portal tenant="…">',
    page: () => ({ body: portal('token-url="token"') }),
  },
  {
    name: '[W9] a token in an attribute and nothing else',
    code: 'no_token',
    detail: 'The portal cannot know who is in front of it.',
    help: 'Set token-url',
    page: () => ({ body: portal(`tenant="${PHARMACY.id}" token="${TOKEN}"`) }),
  },
  {
    name: '[W12] a token-url that fails',
    code: 'token_failed',
    detail: 'the token-url answered with HTTP status 500',
    help: 'Look at getToken or at what token-url answers',
    page: () => ({ token: () => new Response('no', { status: 500 }) }),
  },
  {
    name: '[W10] an assertion for another client than the tenant attribute',
    code: 'assertion_refused',
    detail: `this portal's server expects "`,
    help: 'compare the tenant attribute and the server’s PUBLIC_URL',
    page: () => ({ body: portal('tenant="somebody-else" token-url="token"') }),
  },
  {
    name: '[H4] an assertion that was changed on its way',
    code: 'assertion_refused',
    detail: 'The server refused an assertion whose aud and times look right.',
    help: 'Check kid and key, iss, jti',
    page: () => ({
      token: async () => new Response(embedding.service.assertionOf('elena').slice(0, -8) + 'AAAAAAAA'),
    }),
  },
  {
    name: '[H15] a page of an origin that the server does not know',
    code: 'origin_refused',
    detail: 'is there, but does not answer pages of',
    help: 'to the origins of the tenant',
    isStrange: true,
    page: () => ({}),
  },
  {
    name: 'a server that is down',
    code: 'server_unreachable',
    detail: 'http://localhost:4 does not answer.',
    help: 'Check the address and that the server runs',
    page: () => ({
      policy: embedding.policy.replace('connect-src', 'connect-src http://localhost:4 ws://localhost:4'),
      body: portal(`${RIGHT} server="http://localhost:4"`),
    }),
  },
];

for (const { name, code, detail, help, page: mistake, isStrange } of MISTAKES) {
  test(`${name}: element and, once, the console say what is wrong; the fallback is seen`, async () => {
    const { page, complaints, thrown } = await embedding.open(mistake(), isStrange);
    await page.getByRole('alert').getByText(detail).waitFor();
    await page.getByRole('alert').getByText(help).waitFor();
    await page.getByRole('heading', { name: 'The portal does not work just now' }).waitFor();
    await seesFallback(page);
    await tryAgain(page, code);
    const lines = fromWidget(complaints).filter((line) => line.startsWith(`<vitrine-portal> ${code}: `));
    assert.equal(lines.length, 1, complaints.join('\n'));
    assert.ok(lines[0]!.includes(detail) && lines[0]!.includes(help), lines[0]);
    assert.deepEqual(thrown, []);
  });
}

/** What is wrong stays wrong. What cannot be tried again has no button for it. */
async function tryAgain(page: Page, code: string): Promise<void> {
  const button = page.getByRole('button', { name: 'Try again' });
  if (code === 'no_tenant' || code === 'no_token') return assert.equal(await button.count(), 0);
  let asks = 0;
  const askedTwice = page.waitForRequest((request) => request.url().endsWith('/token') && ++asks === 2);
  await button.click();
  await askedTwice;
}

test('[W9] a token in an attribute is not used: the portal says so once and goes on with the right one', async () => {
  const { page, complaints } = await openPage(embedding.browser, 'about:blank');
  const sent: string[] = [];
  page.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`));
  await page.goto(embedding.put({ body: portal(`${RIGHT} token="${TOKEN}"`) }));
  await isLive(page);
  while (fromWidget(complaints).length === 0) await page.waitForEvent('console');
  const lines = fromWidget(complaints);
  assert.equal(lines.length, 1);
  assert.match(lines[0]!, /token_in_page: A token in the attribute token is ignored/);
  assert.ok(!lines[0]!.includes(TOKEN));
  assert.equal(await page.getByText(FALLBACK).isVisible(), false);
  const kept = await page.evaluate(() =>
    JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage), document.cookie]),
  );
  assert.doesNotMatch(kept, /eyJ|vs_/, 'neither token nor session is kept');
  assert.ok(sent.some((request) => request.includes('/v1/session')));
  assert.ok(!sent.some((request) => request.includes(TOKEN)));
});
