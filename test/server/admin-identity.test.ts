import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { exportJWK, generateKeyPair } from 'jose';
import { claimsAt, ISSUER, newPair, signAssertion } from '../support/assertions.ts';
import { jsonOf, openEdge, OTHER, PAGE, type Answer, type Edge } from '../support/open-edge.ts';
import { START, TENANT } from '../support/timeline.ts';

let edge: Edge;
let admin: Record<string, string>;
before(async () => {
  edge = await openEdge();
  admin = { authorization: `Bearer ${await edge.identity.apiKeys.openAdministratorKey()}` };
});
after(() => edge.close());

const at = (path: string, tenant: string = TENANT): string => `/v1/admin/tenants/${tenant}/${path}`;
const put = (path: string, body: unknown, tenant?: string): Promise<Answer> =>
  edge.ask('PUT', at(path, tenant), { ...admin, 'content-type': 'application/json' }, JSON.stringify(body));
const get = async (path: string) => jsonOf(await edge.ask('GET', at(path), admin));

function isRefused(answer: Answer, pointer: string): void {
  assert.equal(answer.status, 422, answer.text);
  assert.equal(jsonOf(answer)['pointer'], pointer);
}

describe('[A2] an origin is one page’s, as browsers send it', () => {
  const strange = [
    '*',
    'null',
    'http://*',
    'https://*.com',
    'https://*',
    'https://intranet.example/',
    'https://intranet.example/portal',
    'https://user@intranet.example',
    'https://user:pass@intranet.example',
    'https://intranet.example?x',
    'https://intranet.example#x',
    'https://Intranet.example',
    'https://intranet.example:443',
    'https://интранет.example',
    'https://intranet.example.',
    'https://',
    'intranet.example',
    'file:///tmp',
    'javascript:alert(1)',
    'https://a,b',
    'https://a b',
    ' https://intranet.example',
    '',
  ];
  for (const origin of strange)
    test(`not ${JSON.stringify(origin)}`, async () => {
      isRefused(await put('origins', { origins: [PAGE, origin] }), '/origins/1');
      assert.deepEqual(await get('origins'), { origins: [PAGE] });
    });

  test('these are', async () => {
    const origins = ['http://127.0.0.1:8787', 'http://[::1]:8787', 'http://portal', 'https://xn--80aa.example', PAGE];
    assert.equal((await put('origins', { origins })).status, 200);
    assert.deepEqual(((await get('origins'))['origins'] as string[]).toSorted(), origins.toSorted());
    await put('origins', { origins: [PAGE] });
  });
});

describe('who may sign in', () => {
  test('is kept and shown', async () => {
    const settings = { issuers: [ISSUER], roles: ['employee', 'auditor'], jwksUrl: 'https://intranet.example/keys' };
    assert.equal((await put('sign-in', settings)).status, 200);
    assert.deepEqual(await get('sign-in'), settings);
    await put('sign-in', { issuers: [ISSUER] });
    const roles = ['employee', 'approver', 'auditor', 'contract_manager'];
    assert.deepEqual(await get('sign-in'), { issuers: [ISSUER], roles, jwksUrl: null });
  });

  for (const jwksUrl of [
    'http://intranet.example/keys',
    'ftp://a/b',
    'file:///etc/passwd',
    'https://user:pass@a.example/keys',
  ])
    test(`keys are not fetched from ${jwksUrl}`, async () =>
      isRefused(await put('sign-in', { issuers: [ISSUER], jwksUrl }), '/jwksUrl'));

  test('[H6] no assertion is given the role of the service company’s people', async () => {
    for (const role of ['dispatcher', 'engineer', 'admin', 'integration', 'system'])
      assert.equal((await put('sign-in', { issuers: [ISSUER], roles: [role] })).status, 400, role);
  });
});

describe('keys that a client signs with', () => {
  const showSigned = async (kid: string, algorithm: string, key: Parameters<typeof signAssertion>[0]['key']) =>
    (await edge.show(await signAssertion({ kid, algorithm, key }, claimsAt(edge.clock.now, TENANT)))).status;

  test('a secret is made here, told once, and works until it ends', async () => {
    const made = await put('keys/autumn', { algorithm: 'HS256' });
    assert.equal(made.status, 201);
    const secret = Buffer.from(String(jsonOf(made)['secret']), 'base64url');
    assert.equal(secret.byteLength, 32);
    assert.equal(await showSigned('autumn', 'HS256', secret), 200);

    const again = await put('keys/autumn', { algorithm: 'HS256', validUntil: new Date(START + 60_000).toISOString() });
    assert.deepEqual([again.status, jsonOf(again)], [200, { kid: 'autumn' }]);
    assert.ok(!JSON.stringify(await get('keys')).includes(String(jsonOf(made)['secret'])));
    edge.clock.now = START + 60_000;
    assert.equal(await showSigned('autumn', 'HS256', secret), 401);
    edge.clock.now = START;
    assert.equal((await edge.ask('DELETE', at('keys/autumn'), admin)).status, 204);
    assert.equal((await edge.ask('DELETE', at('keys/autumn'), admin)).status, 404);
  });

  test('[P10] two secrets overlap, a third waits for one of them to end', async () => {
    assert.equal((await put('keys/second', { algorithm: 'HS256' })).status, 201);
    isRefused(await put('keys/third', { algorithm: 'HS256' }), '/algorithm');
    await put('keys/second', { algorithm: 'HS256', validUntil: new Date(START - 1).toISOString() });
    assert.equal((await put('keys/third', { algorithm: 'HS256' })).status, 201);
    for (const kid of ['second', 'third']) await edge.ask('DELETE', at(`keys/${kid}`), admin);
  });

  test('a public key works for its algorithm', async () => {
    const { signer, jwk } = await newPair('EdDSA', 'ed');
    assert.equal((await put('keys/ed', { algorithm: 'EdDSA', jwk })).status, 201);
    assert.equal(await showSigned('ed', 'EdDSA', signer.key), 200);
    const row = await edge.identity.keys.find(TENANT, 'ed');
    assert.deepEqual(Object.keys(row!.jwk!).toSorted(), ['crv', 'kty', 'x']);
  });

  test('[A3] no secret comes from outside, none shorter can be made', async () => {
    const secret = Buffer.alloc(16, 1).toString('base64url');
    isRefused(await put('keys/weak', { algorithm: 'HS256', jwk: { kty: 'oct', k: secret } }), '/jwk');
    assert.equal((await put('keys/weak', { algorithm: 'HS256', secret })).status, 400);
    assert.equal(await edge.identity.keys.find(TENANT, 'weak'), undefined);
  });

  test('[H1] a key of another kind, a private or a short one is refused', async () => {
    const { jwk: ec } = await newPair('ES256', 'ec');
    const { privateKey } = await generateKeyPair('ES256', { extractable: true });
    const short = { kty: 'RSA', n: Buffer.alloc(128, 255).toString('base64url'), e: 'AQAB' };
    const bad: readonly [string, unknown][] = [
      ['RS256', ec],
      ['EdDSA', ec],
      ['HS256', ec],
      ['ES256', await exportJWK(privateKey)],
      ['RS256', short],
      ['ES256', { ...ec, alg: 'ES384' }],
      ['ES256', { kty: 'EC', crv: 'P-256', x: ec.x }],
      ['ES256', { kty: 'EC', crv: 'P-384', x: ec.x, y: ec.y }],
      ['ES256', undefined],
    ];
    for (const [algorithm, jwk] of bad) isRefused(await put('keys/bad', { algorithm, jwk }), '/jwk');
    assert.equal((await put('keys/bad', { algorithm: 'none' })).status, 400);
  });

  test('a kid keeps its key for ever', async () => {
    const [{ jwk: one }, { jwk: other }] = [await newPair('ES256', 'kept'), await newPair('ES256', 'kept')];
    assert.equal((await put('keys/kept', { algorithm: 'ES256', jwk: one })).status, 201);
    isRefused(await put('keys/kept', { algorithm: 'ES256', jwk: other }), '/algorithm');
    isRefused(await put('keys/kept', { algorithm: 'HS256' }), '/algorithm');
    assert.equal((await put('keys/kept', { algorithm: 'ES256', jwk: one })).status, 200);
  });
});

describe('API keys of a client', () => {
  test('are made with their limits, shown without their secret, and revoked', async () => {
    const wanted = {
      name: 'Service desk',
      scopes: ['tickets'],
      cidrs: ['10.0.0.0/8'],
      expiresAt: '2027-01-01T00:00:00.000Z',
    };
    const made = await edge.post(at('api-keys'), wanted, admin);
    assert.equal(made.status, 201, made.text);
    const { id, key } = jsonOf(made);
    assert.match(String(key), new RegExp(`^vk_${String(id)}_`));
    const listed = (await get('api-keys'))['apiKeys'] as Record<string, unknown>[];
    assert.deepEqual(
      listed.find((one) => one['id'] === id),
      {
        id,
        ...wanted,
        revoked: false,
        createdAt: new Date(START).toISOString(),
      },
    );
    assert.equal((await edge.ask('DELETE', at(`api-keys/${String(id)}`, OTHER), admin)).status, 404);
    assert.equal((await edge.ask('DELETE', at(`api-keys/${String(id)}`), admin)).status, 204);
  });

  for (const wrong of [
    { scopes: [] },
    { scopes: ['everything'] },
    { cidrs: ['10.0.0.0/33'] },
    { name: '' },
    { tenant: OTHER },
  ])
    test(`not with ${JSON.stringify(wrong)}`, async () => {
      const answer = await edge.post(at('api-keys'), { name: 'a', scopes: ['read'], ...wrong }, admin);
      assert.equal(answer.status, 400);
    });
});

test('people of a client are listed by pages, and shut out one by one', async () => {
  for (const sub of ['p1', 'p2', 'p3']) await edge.show(await edge.assert({ sub, sites: ['baumana-44'] }));
  const first = await get('client-people?limit=2&after=p');
  assert.deepEqual(
    (first['people'] as { id: string }[]).map(({ id }) => id),
    ['p1', 'p2'],
  );
  const rest = await get(`client-people?after=${String(first['next'])}`);
  assert.deepEqual([(rest['people'] as { id: string }[])[0]?.id, rest['next']], ['p3', null]);
  const shut = (id: string, tenant?: string) => put('client-people', { id, active: false }, tenant);
  assert.equal((await shut('p1')).status, 204);
  assert.equal((await edge.show(await edge.assert({ sub: 'p1' }))).status, 401);
  assert.equal((await shut('nobody')).status, 404);
  assert.equal((await shut('p2', OTHER)).status, 404);
  assert.equal((await edge.show(await edge.assert({ sub: 'p2' }))).status, 200);
});

test('a person whose id no address can hold is shut out like any other', async () => {
  const sub = 'CORP\\anna/1%';
  assert.equal((await edge.show(await edge.assert({ sub }))).status, 200);
  assert.equal((await put('client-people', { id: sub, active: false })).status, 204);
  assert.equal((await edge.show(await edge.assert({ sub }))).status, 401);
});

test('[H22] a client that does not exist is unknown behind every door', async () => {
  for (const path of ['origins', 'sign-in', 'keys', 'api-keys', 'client-people'])
    assert.equal((await edge.ask('GET', at(path, 'nobody'), admin)).status, 404, path);
  assert.equal((await put('origins', { origins: [] }, 'nobody')).status, 404);
  assert.equal((await put('keys/k', { algorithm: 'HS256' }, 'nobody')).status, 404);
});
