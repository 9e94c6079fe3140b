import assert from 'node:assert/strict';
import { test } from 'node:test';
import { jwtVerify } from 'jose';
import { CLIENTS } from '../../demo/clients/all-clients.ts';
import { createIntranet } from '../../demo/pages/intranet.ts';

const SERVER = 'http://localhost:4711';
const KEY = {
  kid: 'k1',
  secret: Buffer.alloc(32, 7).toString('base64url'),
  issuer: 'apteka-one-intranet',
  audience: `${SERVER}/t/apteka-one`,
};
const intranet = createIntranet({ server: SERVER, keys: { 'apteka-one': KEY }, isQuiet: false });
const read = async (path: string): Promise<string> => (await intranet.request(path)).text();

for (const { id, people, tenant } of CLIENTS)
  test(`${id}: the page embeds the portal by one script tag and one element, under the strict policy`, async () => {
    const response = await intranet.request(`/${id}?person=${people[0]!.id}&lang=ru&scheme=dark`);
    const page = await response.text();
    assert.equal(page.match(/<script/g)?.length, 1);
    assert.match(page, new RegExp(`<script type="module" src="${SERVER}/vitrine.js"></script>`));
    assert.equal(page.match(/<vitrine-portal/g)?.length, 1);
    assert.ok(page.includes(`tenant="${id}"`) && page.includes(tenant.provider.phone));
    assert.match(page, /slot="fallback"/);
    assert.match(page, /<html lang="ru" data-scheme="dark">/);
    assert.doesNotMatch(page, /style=|<style/);

    const policy = response.headers.get('Content-Security-Policy') ?? '';
    assert.match(policy, /script-src http:\/\/localhost:4711;/);
    assert.match(policy, /connect-src 'self' http:\/\/localhost:4711 ws:\/\/localhost:4711;/);
    assert.match(policy, /style-src 'self';/);
    assert.match(policy, /trusted-types lit-html vitrine/);
    assert.doesNotMatch(policy, /unsafe/);

    const css = await intranet.request(`/${id}/page.css`);
    assert.match(css.headers.get('Content-Type') ?? '', /^text\/css/);
  });

test('a client’s page speaks the client’s language where none is chosen, and the one that the demo was started in', async () => {
  assert.match(await read('/apteka-one'), /<html lang="ru"/);
  assert.match(await read('/shirota'), /<html lang="ru"/);
  assert.match(await read('/calloway-bank'), /<html lang="en"/);
  const english = createIntranet({ server: SERVER, keys: {}, language: 'en', isQuiet: true });
  assert.match(await (await english.request('/shirota')).text(), /<html lang="en"/);
  assert.match(await read('/?lang=en'), /href="\/shirota\?person=marina&amp;lang=en/);
});

test('the intranet asks for reports whoever may report, not the auditor', async () => {
  assert.match(await read('/apteka-one?person=elena&lang=en'), /Report it here/);
  assert.match(await read('/apteka-one?person=guzel&lang=en'), /Report it here/);
  assert.doesNotMatch(await read('/apteka-one?person=anna&lang=en'), /Report it here/);
  assert.match(await read('/apteka-one?person=anna&lang=ru'), /Все заявки сети/);
});

test('the start page names everybody one can be and speaks the language of the address, else the browser’s', async () => {
  const page = await read('/?lang=en');
  for (const { tenant, people } of CLIENTS)
    for (const { name } of [tenant, ...people]) assert.ok(page.includes(name.en), name.en);
  assert.match(await read('/?lang=ru'), /Кем вы хотите быть/);
  const spoken = await intranet.request('/', { headers: { 'Accept-Language': 'de, ru;q=0.8, en;q=0.5' } });
  assert.match(await spoken.text(), /Кем вы хотите быть/);
});

test('what stands in the address never becomes markup', async () => {
  for (const path of ['/', '/apteka-one']) {
    const page = await read(`${path}?person="><img%20src=x>&lang="><img%20src=x>&scheme="><img%20src=x>`);
    assert.doesNotMatch(page, /<img/);
  }
});

test('the intranet’s backend says who asks, in a signed assertion of at most five minutes', async () => {
  const response = await intranet.request('/apteka-one/vitrine-token?person=guzel&lang=ru');
  const { token } = (await response.json()) as { token: string };
  const { payload, protectedHeader } = await jwtVerify(token, Buffer.from(KEY.secret, 'base64url'), {
    issuer: KEY.issuer,
    audience: KEY.audience,
  });
  assert.deepEqual(protectedHeader, { alg: 'HS256', kid: 'k1', typ: 'vitrine-assertion+jwt' });
  assert.equal(payload.sub, 'guzel');
  assert.equal(payload['role'], 'approver');
  assert.equal(payload['name'], 'Гузель Ахметова');
  assert.ok(payload.exp! - payload.iat! <= 300);
  assert.ok(Array.isArray(payload['sites']) && payload['sites'].includes('pharmacy-12'));
});

test('nobody gets an assertion for somebody who is not of the pharmacies', async () => {
  assert.equal((await intranet.request('/apteka-one/vitrine-token?person=admin')).status, 401);
  assert.equal((await intranet.request('/apteka-one/vitrine-token')).status, 401);
  assert.equal((await intranet.request('/apteka-one/vitrine-token?person=marina')).status, 401);
  assert.equal((await intranet.request('/nobody')).status, 404);
});
