import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { isProblem, openEchoEdge, type EchoEdge } from '../support/echo-edge.ts';
import { jsonOf, PAGE } from '../support/open-edge.ts';

let edge: EchoEdge;
before(async () => {
  edge = await openEchoEdge();
});
after(() => edge.close());

describe('[H14] one address is one address', () => {
  const strange = [
    '//admin/x',
    '//v1/list',
    '/v1//list',
    '/admin%2f..%2fx',
    '/v1/%2e%2e/x',
    '/v1/%2E%2E/list',
    '/v1/../v1/list',
    '/v1/./list',
    '/V1/list',
    '/V1/',
    '/v1/list.',
    '/v1/list/.',
    '/v1\\list',
    '/v1/%5clist',
    '/v1/list%00',
    '/v1/%252e%252e/list',
    '/nowhere',
    '/',
  ];
  for (const path of strange)
    test(path, async () => {
      isProblem(await edge.ask('GET', path, edge.signedIn), 404, 'not_found');
      isProblem(await edge.ask('GET', path), 404, 'not_found');
    });

  test('a host that cannot be understood', async () =>
    isProblem(await edge.ask('GET', '/v1/list', { ...edge.signedIn, host: 'a b' }), 404, 'not_found'));

  test('what may be there is told to nobody who has not said who he is', async () => {
    for (const [method, path] of [
      ['GET', '/v1/list'],
      ['GET', '/v1/nowhere'],
      ['DELETE', '/v1/list'],
      ['GET', '/v1/list/'],
      ['POST', '/v1/admin/tenants'],
      ['GET', '/v1/session'],
    ] as const)
      isProblem(await edge.ask(method, path), 401, 'unauthorized');
  });

  test('to those who have: 404, or 405 with what there is', async () => {
    isProblem(await edge.ask('GET', '/v1/nowhere', edge.signedIn), 404, 'not_found');
    isProblem(await edge.ask('GET', '/v1/list/', edge.signedIn), 404, 'not_found');
    const wrong = await edge.ask('DELETE', '/v1/list', edge.signedIn);
    isProblem(wrong, 405, 'method_not_allowed');
    assert.equal(wrong.headers['allow'], 'GET');
    assert.equal((await edge.ask('GET', '/v1/session', edge.signedIn)).headers['allow'], 'DELETE, POST');
    assert.equal((await edge.ask('HEAD', '/v1/echo/1', edge.signedIn)).status, 405);
    assert.equal((await edge.ask('TRACE', '/v1/list', edge.signedIn)).status, 405);
  });
});

describe('[H15] pages of strangers read nothing', () => {
  const preflight = (origin: string) =>
    edge.ask('OPTIONS', '/v1/tickets', {
      origin,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'authorization,content-type,idempotency-key',
    });

  test('a preflight answers for a registered origin, without a session', async () => {
    const { status, headers } = await preflight(PAGE);
    assert.equal(status, 204);
    assert.equal(headers['access-control-allow-origin'], PAGE);
    for (const name of ['authorization', 'content-type', 'idempotency-key', 'if-match'])
      assert.match(String(headers['access-control-allow-headers']), new RegExp(name, 'i'));
    assert.equal(headers['access-control-allow-credentials'], undefined);
  });

  for (const origin of ['null', 'https://evil.example', `${PAGE}.evil.com`, PAGE.replace('https', 'http'), '*'])
    test(`and not for ${origin}`, async () => {
      const { headers } = await preflight(origin);
      assert.deepEqual(
        Object.keys(headers).filter((name) => name.startsWith('access-control-')),
        [],
      );
    });

  test('a problem can be read by the page that caused it', async () => {
    const answer = await edge.ask('GET', '/v1/list', { origin: PAGE });
    isProblem(answer, 401, 'unauthorized');
    assert.equal(answer.headers['access-control-allow-origin'], PAGE);
  });

  test('/healthz answers any origin, so that a refused one can be told from a dead server', async () => {
    const { status, headers } = await edge.ask('GET', '/healthz', { origin: 'https://evil.example' });
    assert.deepEqual([status, headers['access-control-allow-origin']], [200, '*']);
  });
});

describe('[H26] nothing is kept on the way', () => {
  for (const [name, path, headers] of [
    ['an answer', '/v1/list', () => edge.signedIn],
    ['a 401', '/v1/list', () => ({})],
    ['a 404', '/nowhere', () => ({})],
    ['an ambiguous address', '//x', () => ({})],
    ['a 500', '/v1/broken', () => edge.signedIn],
    ['the health', '/healthz', () => ({})],
  ] as const)
    test(name, async () => {
      const { headers: got } = await edge.ask('GET', path, headers());
      assert.equal(got['cache-control'], 'no-store');
      assert.equal(got['vary'], 'Origin');
      assert.equal(got['x-content-type-options'], 'nosniff');
      assert.equal(got['content-security-policy'], "default-src 'none'; frame-ancestors 'none'");
      assert.equal(got['referrer-policy'], 'no-referrer');
      assert.match(String(got['strict-transport-security']), /^max-age=\d{7,}/);
      assert.equal(got['x-powered-by'], undefined);
    });
});

test('[H28] security.txt has a contact and ends within a year', async () => {
  const { text: file } = await edge.ask('GET', '/.well-known/security.txt');
  const [, contact, expires] = /^Contact: (.+)\nExpires: (.+)\n$/.exec(file) ?? [];
  assert.equal(contact, 'mailto:security@service.example');
  const days = (Date.parse(String(expires)) - edge.clock.now) / 86_400_000;
  assert.ok(days > 30 && days < 365);
});

test('the API describes itself to anybody, from the schemas that it checks by', async () => {
  const answer = await edge.ask('GET', '/v1/openapi.json', { origin: 'https://evil.example' });
  const document = jsonOf(answer) as { openapi: string; paths: Record<string, { post?: { requestBody: unknown } }> };
  assert.equal(document.openapi, '3.1.0');
  assert.match(JSON.stringify(document.paths['/v1/echo/{id}']?.post?.requestBody), /"lines"/);
  assert.equal(answer.headers['access-control-allow-origin'], '*');
});
