import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before, describe, test } from 'node:test';
import type { AddressInfo } from 'node:net';
import { CLIENT_ROLES } from '../../server/contract/people.ts';
import { claimsAt, ISSUER, newPair, newSecret, OWN_ORIGIN, signAssertion } from '../support/assertions.ts';
import { jsonOf, openEdge, OTHER, PAGE, type Answer, type Edge } from '../support/open-edge.ts';
import { START, TENANT } from '../support/timeline.ts';

let edge: Edge;
before(async () => {
  edge = await openEdge();
});
after(() => edge.close());

/** The one 401: nothing in it but a fresh id tells one failure from another. */
function isTheOne401({ status, headers, text }: Answer): void {
  assert.equal(status, 401);
  assert.equal(headers['content-type'], 'application/problem+json');
  const { instance, ...rest } = JSON.parse(text) as Record<string, unknown>;
  assert.match(String(instance), /^urn:uuid:[\da-f-]{36}$/);
  assert.deepEqual(rest, {
    type: 'urn:vitrine:problem:unauthorized',
    title: 'Not signed in',
    status: 401,
    code: 'unauthorized',
    detail:
      'not signed in: the session, assertion or key was not accepted from here; the operator finds the reason under this instance',
  });
}

/** Refused for what is told to the operator, and for nothing else. */
async function isRefused(assertion: string, reason: RegExp, tenant: string = TENANT): Promise<void> {
  const answer = await edge.show(assertion, tenant);
  isTheOne401(answer);
  const told = edge.incidents.find((incident) => incident.instance === jsonOf(answer)['instance']);
  assert.match(told?.reason ?? '', reason);
}

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const header = { alg: 'HS256', kid: 'k1', typ: 'vitrine-assertion+jwt' };
const now = () => Math.floor(edge.clock.now / 1000);

describe('a good assertion', () => {
  for (const algorithm of ['EdDSA', 'ES256', 'RS256'] as const)
    test(`signed with ${algorithm} becomes a session`, async () => {
      const { signer, jwk } = await newPair(algorithm, `pair-${algorithm}`);
      const { crv, x, y, n, e, kty } = jwk;
      const members = Object.fromEntries(
        Object.entries({ kty, crv, x, y, n, e }).filter(([, value]) => value),
      ) as Record<string, string>;
      await edge.identity.keys.add(TENANT, {
        kid: signer.kid,
        algorithm,
        secret: null,
        jwk: members,
        validUntil: null,
        createdAt: START,
      });
      const answer = await edge.show(await signAssertion(signer, claimsAt(edge.clock.now, TENANT)));
      assert.equal(answer.status, 200, answer.text);
    });

  test('signed with HS256 becomes a session of ten minutes', async () => {
    const claims = { name: 'Anna Petrova', role: 'approver', sites: ['baumana-44'], email: 'anna@apteka.example' };
    const answer = await edge.show(await edge.assert(claims));
    const { session, ...rest } = jsonOf(answer);
    assert.match(String(session), /^vs_[\w-]{43}$/);
    assert.deepEqual(rest, {
      expiresAt: new Date(START + 600_000).toISOString(),
      serverTime: new Date(START).toISOString(),
      person: { id: 'anna', name: 'Anna Petrova', role: 'approver' },
      tenant: TENANT,
      epoch: 'epoch-1',
      head: 'epoch-1.7',
    });
  });

  test('[P9] the token of a session is kept as its hash alone', async () => {
    const { session } = jsonOf(await edge.show(await edge.assert()));
    const rows = await edge.db.selectFrom('session').selectAll().execute();
    assert.ok(rows.length > 0);
    assert.ok(!JSON.stringify(rows).includes(String(session).slice(3)));
  });
});

describe('[H1] what is not signed by the key is refused', () => {
  const unsigned = (alg: unknown, signature: string) =>
    `${part({ ...header, alg })}.${part(claimsAt(START, TENANT))}.${signature}`;

  for (const alg of ['none', 'None', 'NONE', 'hs256', '', null, ['HS256']])
    test(`alg ${JSON.stringify(alg)}`, () => isRefused(unsigned(alg, 'AAAA'), /is for HS256 only|header/));

  test('no alg', () => isRefused(unsigned(undefined, 'AAAA'), /header/));
  test('an empty signature', () => isRefused(unsigned('HS256', ''), /three parts/));
  test('no signature at all', () => isRefused(`${part(header)}.${part(claimsAt(START, TENANT))}`, /three parts/));
  test('another secret', async () => {
    const assertion = await signAssertion(newSecret('k1'), claimsAt(edge.clock.now, TENANT));
    await isRefused(assertion, /signature/);
  });
  test('changed claims', async () => {
    const [head, , signature] = (await edge.assert()).split('.');
    await isRefused(`${head}.${part(claimsAt(START, TENANT, { sub: 'eve' }))}.${signature}`, /signature/);
  });

  test('the public RSA key used as an HMAC secret', async () => {
    const { jwk } = await newPair('RS256', 'rsa');
    const members = { kty: 'RSA', n: jwk.n!, e: jwk.e! };
    const key = {
      kid: 'rsa',
      algorithm: 'RS256',
      secret: null,
      jwk: members,
      validUntil: null,
      createdAt: START,
    } as const;
    await edge.identity.keys.add(TENANT, key);
    const forged = { kid: 'rsa', algorithm: 'HS256', key: Buffer.from(JSON.stringify(members)) };
    await isRefused(await signAssertion(forged, claimsAt(edge.clock.now, TENANT)), /RS256 only/);
  });

  test('ES256 with r = s = 0', async () => {
    const { jwk } = await newPair('ES256', 'ec');
    const members = { kty: 'EC', crv: 'P-256', x: jwk.x!, y: jwk.y! };
    const key = {
      kid: 'ec',
      algorithm: 'ES256',
      secret: null,
      jwk: members,
      validUntil: null,
      createdAt: START,
    } as const;
    await edge.identity.keys.add(TENANT, key);
    const zeros = Buffer.alloc(64).toString('base64url');
    const assertion = `${part({ ...header, alg: 'ES256', kid: 'ec' })}.${part(claimsAt(START, TENANT))}.${zeros}`;
    await isRefused(assertion, /signature/);
  });
});

describe('[H2] a header decides nothing but which registered key is tried', () => {
  const extras = {
    jwk: { kty: 'oct', k: 'AA' },
    jku: 'https://evil.example',
    x5u: 'https://evil.example',
    x5c: ['AA'],
    cty: 'JWT',
  };
  for (const [name, value] of Object.entries(extras))
    test(name, async () => isRefused(await edge.assert({}, { [name]: value }), /header/));

  test('crit and b64', async () => {
    const [, claims, signature] = (await edge.assert()).split('.');
    await isRefused(`${part({ ...header, crit: ['b64'], b64: false })}.${claims}.${signature}`, /header/);
  });
  for (const kid of ['../../dev/null', "' OR 1=1--", '', 'a b', 7])
    test(`kid ${JSON.stringify(kid)}`, async () => {
      const [, claims, signature] = (await edge.assert()).split('.');
      await isRefused(`${part({ ...header, kid })}.${claims}.${signature}`, /header/);
    });
  test('a kid of 10 KB', async () => isRefused(await edge.assert({}, { kid: 'k'.repeat(10_240) }), /8 KiB/));
  test('another typ', async () => isRefused(await edge.assert({}, { typ: 'JWT' }), /header/));
  test('a kid that nobody registered', async () => isRefused(await edge.assert({}, { kid: 'k2' }), /no valid key/));

  test('nothing is fetched for a header that is refused', async () => {
    let asked = 0;
    const keySet = createServer((_, response) => void (asked++, response.end('{"keys":[]}')));
    await new Promise<void>((resolve) => keySet.listen(0, '127.0.0.1', resolve));
    const jwksUrl = `http://127.0.0.1:${(keySet.address() as AddressInfo).port}/`;
    await edge.identity.settings.save(TENANT, { issuers: [ISSUER], roles: CLIENT_ROLES, jwksUrl });
    for (const kid of ['../../dev/null', "' OR 1=1--"])
      await isRefused(`${part({ ...header, kid })}.${part({})}.AAAA`, /header/);
    await isRefused(await edge.assert({}, { jku: jwksUrl }), /header/);
    assert.equal(asked, 0);
    await isRefused(await edge.assert({}, { kid: 'unknown' }), /no valid key/);
    assert.equal(asked, 1);
    await edge.identity.settings.save(TENANT, { issuers: [ISSUER], roles: CLIENT_ROLES, jwksUrl: null });
    await new Promise((resolve) => keySet.close(resolve));
  });
});

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
    assert.deepEqual(answers.map(({ status }) => status).toSorted(), [200, ...Array<number>(19).fill(401)]);
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

describe('[H7] base64url has one spelling', () => {
  const spelt: readonly [string, (assertion: string) => string][] = [
    ['padding', (text) => `${text}=`],
    ['a space within', (text) => `${text.slice(0, 8)} ${text.slice(8)}`],
    ['a line break at the end', (text) => `${text}\n`],
    ['plus and slash', (text) => text.replace(/\.[^.]+$/, '.+/+/')],
    ['a question mark', (text) => `${text}?`],
    ['a fourth part', (text) => `${text}.AAAA`],
    ['an empty part', (text) => text.replace('.', '..')],
    ['a length that no bytes have', (text) => `${text}AA`],
  ];
  for (const [name, spell] of spelt)
    test(name, async () => isRefused(spell(await edge.assert()), /three parts of canonical base64url/));

  test('trailing bits that decode to nothing', async () => {
    const assertion = await edge.assert();
    const last = assertion.at(-1)!;
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    // 32 bytes end in a character of which two bits count for nothing.
    const twin = alphabet[alphabet.indexOf(last) + 1]!;
    const spelled = assertion.slice(0, -1) + twin;
    assert.deepEqual(
      Buffer.from(spelled.split('.')[2]!, 'base64url'),
      Buffer.from(assertion.split('.')[2]!, 'base64url'),
    );
    await isRefused(spelled, /three parts of canonical base64url/);
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
