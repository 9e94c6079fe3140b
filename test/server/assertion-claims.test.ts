import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { CLIENT_ROLES } from '../../server/contract/people.ts';
import { claimsAt, ISSUER, newSecret, OWN_ORIGIN, signAssertion } from '../support/assertions.ts';
import { jsonOf, openEdge, OTHER, PAGE, type Answer, type Edge } from '../support/open-edge.ts';
import { isRefusedBy, isTheOne401 } from '../support/the-one-401.ts';
import { START, TENANT } from '../support/timeline.ts';

let edge: Edge;
before(async () => {
  edge = await openEdge();
});
after(() => edge.close());

const isRefused = (assertion: string, reason: RegExp, tenant?: string) => isRefusedBy(edge, assertion, reason, tenant);
const now = () => Math.floor(edge.clock.now / 1000);

describe('[H3] an assertion lives five minutes, with a minute of skew', () => {
  const cases: readonly [string, () => Record<string, unknown>, RegExp][] = [
    ['no exp', () => ({ exp: undefined }), /exp/],
    ['no iat', () => ({ iat: undefined }), /iat/],
    ['a life of 301 s', () => ({ exp: now() + 301 }), /within 300 s/],
    ['exp before iat', () => ({ exp: now() - 1 }), /within 300 s/],
    ['exp 1e308', () => ({ exp: 1e308 }), /exp/],
    ['exp in words', () => ({ exp: 'soon' }), /exp/],
    ['exp -1', () => ({ exp: -1 }), /exp/],
    ['iat in two minutes', () => ({ iat: now() + 120, exp: now() + 200 }), /future/],
    ['iat in 61 s', () => ({ iat: now() + 61, exp: now() + 200 }), /future/],
    ['nbf in two minutes', () => ({ nbf: now() + 120 }), /future/],
    ['expired 61 s ago', () => ({ iat: now() - 361, exp: now() - 61 }), /expired/],
  ];
  for (const [name, claims, reason] of cases) test(name, async () => isRefused(await edge.assert(claims()), reason));

  test('60 s of skew are borne, both ways', async () => {
    for (const claims of [
      { iat: now() - 360, exp: now() - 60 },
      { iat: now() + 60, exp: now() + 360, nbf: now() + 60 },
    ]) {
      const answer = await edge.show(await edge.assert(claims));
      assert.equal(answer.status, 200, JSON.stringify(claims));
    }
  });
});

describe('[H4] an assertion is for one tenant of one server', () => {
  const ours = `${OWN_ORIGIN}/t/${TENANT}`;
  const audiences = [
    `${OWN_ORIGIN}/t/${OTHER}`,
    `https://elsewhere.example/t/${TENANT}`,
    [ours],
    [ours, `${OWN_ORIGIN}/t/${OTHER}`],
    `${ours}/`,
    `${ours}2`,
    ours.slice(0, -1),
    ours.toUpperCase(),
    undefined,
  ];
  for (const aud of audiences)
    test(`aud ${JSON.stringify(aud)}`, async () => isRefused(await edge.assert({ aud }), /aud/));

  test('an iss that is not registered', async () =>
    isRefused(await edge.assert({ iss: 'https://evil.example' }), /iss/));

  test('another tenant’s iss and key, both good there', async () => {
    const signer = newSecret('k1');
    const secret = Buffer.from(signer.key).toString('base64url');
    await edge.identity.settings.save(OTHER, {
      issuers: ['https://other.example'],
      roles: CLIENT_ROLES,
      jwksUrl: null,
    });
    await edge.identity.keys.add(OTHER, {
      kid: 'k1',
      algorithm: 'HS256',
      secret,
      jwk: null,
      validUntil: null,
      createdAt: START,
    });
    const own = { iss: 'https://other.example' };
    await isRefused(await signAssertion(signer, claimsAt(edge.clock.now, TENANT, own)), /signature/);
    await isRefused(await edge.assert(own), /iss/);
    await isRefused(await edge.assert(), /signature/, OTHER);
    await isRefused(await signAssertion(signer, claimsAt(edge.clock.now, OTHER, own)), /no such origin/, OTHER);
  });
});

describe('[H5] an assertion is used once', () => {
  test('one after the other', async () => {
    const assertion = await edge.assert();
    assert.equal((await edge.show(assertion)).status, 200);
    await isRefused(assertion, /used before/);
  });

  test('twenty at once', async () => {
    const assertion = await edge.assert();
    const answers = await Promise.all(Array.from({ length: 20 }, () => edge.show(assertion)));
    assert.equal(answers.filter(({ status }) => status === 200).length, 1);
    assert.equal(answers.filter(({ status }) => status === 401).length, 19);
  });

  test('still once at the end of its life with skew', async () => {
    const assertion = await edge.assert();
    assert.equal((await edge.show(assertion)).status, 200);
    edge.clock.now += 360_000;
    // Another sign-in sweeps what is over.
    assert.equal((await edge.show(await edge.assert())).status, 200);
    await isRefused(assertion, /used before/);
    edge.clock.now = START;
  });

  test('and not used up by a page that it was not for', async () => {
    const assertion = await edge.assert();
    isTheOne401(await edge.show(assertion, TENANT, { origin: 'https://evil.example' }));
    assert.equal((await edge.show(assertion)).status, 200);
  });
});

describe('[H6] nobody makes himself more than a client’s person', () => {
  const cases: readonly [Record<string, unknown>, RegExp][] = [
    [{ role: 'admin' }, /role/],
    [{ role: 'dispatcher' }, /role/],
    [{ role: 'engineer' }, /role/],
    [{ role: 'integration' }, /role/],
    [{ role: ['employee', 'auditor'] }, /role/],
    [{ sites: ['*'] }, /sites/],
    [{ sites: '*' }, /sites/],
    [{ tenant: OTHER }, /tenant: unrecognized_keys/],
    [{ scopes: ['admin'] }, /scopes: unrecognized_keys/],
    [{ sub: 'anna@apteka.example' }, /sub/],
    [{ sub: '' }, /sub/],
    [{ sub: 'a'.repeat(129) }, /sub/],
    [{ name: 'a\u0000b' }, /name/],
    [{ jti: undefined }, /jti/],
  ];
  for (const [claims, reason] of cases)
    test(JSON.stringify(claims).slice(0, 60), async () => isRefused(await edge.assert(claims), reason));

  test('nor has a role that his company does not give', async () => {
    await edge.identity.settings.save(TENANT, { issuers: [ISSUER], roles: ['employee'], jwksUrl: null });
    await isRefused(await edge.assert({ role: 'auditor' }), /does not give the role auditor/);
    await edge.identity.settings.save(TENANT, { issuers: [ISSUER], roles: CLIENT_ROLES, jwksUrl: null });
    assert.equal((await edge.show(await edge.assert({ role: 'auditor' }))).status, 200);
  });

  test('and each such attempt is told to the operator, without the token', async () => {
    const assertion = await edge.assert({ role: 'admin' });
    const { instance } = jsonOf(await edge.show(assertion));
    const told = edge.incidents.find((incident) => incident.instance === instance);
    assert.deepEqual(told, {
      level: 'warn',
      event: 'unauthorized',
      instance,
      reason: 'assertion: claim role: invalid_value',
    });
  });
});

test('[H22] an unknown tenant, a bad signature and a person shut out are answered alike', async () => {
  await edge.show(await edge.assert({ sub: 'gone' }));
  await edge.identity.persons.setActive(TENANT, 'gone', false);
  const unknown = await edge.show(await signAssertion(edge.signer, claimsAt(START, 'nobody')), 'nobody');
  const forged = await edge.show(await signAssertion(newSecret('k1'), claimsAt(START, TENANT)));
  const shutOut = await edge.show(await edge.assert({ sub: 'gone' }));
  const shape = ({ status, headers, text }: Answer) => ({
    status,
    headers: { ...headers, date: '' },
    text: text.replace(/[\da-f]{8}-[\da-f-]{27}/, ''),
  });
  isTheOne401(shutOut);
  assert.deepEqual(shape(unknown), shape(forged));
  assert.deepEqual(shape(shutOut), shape(forged));
});

test('[A3] a key counts until its end, and not once it is gone', async () => {
  const signer = newSecret('short');
  const secret = Buffer.from(signer.key).toString('base64url');
  const key = {
    kid: 'short',
    algorithm: 'HS256',
    secret,
    jwk: null,
    validUntil: START + 1000,
    createdAt: START,
  } as const;
  await edge.identity.keys.add(TENANT, key);
  const sign = () => signAssertion(signer, claimsAt(edge.clock.now, TENANT));
  assert.equal((await edge.show(await sign())).status, 200);
  edge.clock.now = START + 1000;
  await isRefused(await sign(), /no valid key/);
  edge.clock.now = START;
  await edge.identity.keys.remove(TENANT, 'short');
  await isRefused(await sign(), /no valid key/);
});

test(`pages of ${PAGE} alone sign in`, async () => {
  for (const headers of [{}, { origin: 'null' }, { origin: OWN_ORIGIN }])
    isTheOne401(await edge.show(await edge.assert(), TENANT, headers as Record<string, string>));
});
