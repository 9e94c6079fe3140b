import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, test } from 'node:test';
import { CLIENT_ROLES } from '../../server/contract/people.ts';
import { claimsAt, ISSUER, newPair, newSecret, signAssertion } from '../support/assertions.ts';
import { jsonOf, openEdge, type Edge } from '../support/open-edge.ts';
import { isRefusedBy, part } from '../support/the-one-401.ts';
import { START, TENANT } from '../support/timeline.ts';

let edge: Edge;
before(async () => {
  edge = await openEdge();
});
after(() => edge.close());

const isRefused = (assertion: string, reason: RegExp, tenant?: string) => isRefusedBy(edge, assertion, reason, tenant);
const header = { alg: 'HS256', kid: 'k1', typ: 'vitrine-assertion+jwt' };

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
