import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { TenantId } from '../../server/contract/ids.ts';
import type { Scope } from '../../server/contract/scopes.ts';
import { createApiKeys, isCidr, type NewApiKey } from '../../server/identity/api-keys.ts';
import { openRoutes } from '../../server/routes/open-route.ts';
import { openApiKeys } from '../../server/store/api-keys.ts';
import { openDatabase } from '../../server/store/open-database.ts';
import { jsonOf, openEdge, OTHER, type Edge } from '../support/open-edge.ts';
import { START, TENANT } from '../support/timeline.ts';

let edge: Edge;
before(async () => {
  edge = await openEdge({
    routes: () => [
      openRoutes()
        .get('/v1/who', (c) => c.json(c.var.caller, 200))
        .get('/v1/admin/tenants', (c) => c.json(c.var.administrator, 200))
        .get('/v1/admin/tenants/:tenant/who', (c) => c.json(c.var.administrator, 200)),
    ],
  });
});
after(() => edge.close());

const keyOf = async (scopes: readonly Scope[], more: Partial<NewApiKey> = {}): Promise<string> =>
  (await edge.identity.apiKeys.create({ tenant: TENANT, name: 'desk', scopes, cidrs: [], expiresAt: null, ...more }))
    .key;
const who = (key: string, headers: Record<string, string> = {}, path = '/v1/who') =>
  edge.ask('GET', path, { authorization: `Bearer ${key}`, ...headers });

describe('an API key', () => {
  test('makes its caller a machine, from any origin or none', async () => {
    const key = await keyOf(['tickets', 'read']);
    assert.match(key, /^vk_[\da-f]{16}_[\w-]{43}$/);
    const { id, ...caller } = jsonOf(await who(key));
    assert.equal(id, key.split('_')[1]);
    assert.deepEqual(caller, {
      tenant: TENANT,
      kind: 'integration',
      name: 'desk',
      role: 'integration',
      sites: [],
      scopes: ['tickets', 'read'],
    });
    assert.equal((await who(key, { origin: 'https://evil.example' })).status, 200);
  });

  test('is kept as its hash alone', async () => {
    const key = await keyOf(['read']);
    const rows = JSON.stringify(await edge.db.selectFrom('api_key').selectAll().execute());
    assert.ok(!rows.includes(key.slice(-43)));
  });

  test('does not count with another secret, nor another’s id', async () => {
    const [one, other] = [await keyOf(['read']), await keyOf(['read'])];
    const [, id] = one.split('_');
    const [, , secret] = /^(vk_[\da-f]+_)(.+)$/.exec(other)!;
    for (const key of [`vk_${id}_${secret}`, `vk_${id}_`, `vk_${id}`, `vk__${secret}`, `${one}x`, one.toUpperCase()])
      assert.equal((await who(key)).status, 401, key);
  });

  test('[K9] does not count once it is revoked, and another tenant cannot revoke it', async () => {
    const key = await keyOf(['read']);
    const id = key.split('_')[1]!;
    assert.equal(await edge.identity.apiKeys.revoke(OTHER, id), false);
    assert.equal((await who(key)).status, 200);
    assert.equal(await edge.identity.apiKeys.revoke(TENANT, id), true);
    assert.equal((await who(key)).status, 401);
  });

  test('[K9] that another server revoked does not count after two seconds', async () => {
    const key = await keyOf(['read']);
    assert.equal((await who(key)).status, 200);
    await edge.db.updateTable('api_key').set({ revoked: 1 }).where('id', '=', key.split('_')[1]!).execute();
    edge.clock.now = START + 2000;
    assert.equal((await who(key)).status, 401);
    edge.clock.now = START;
  });

  test('[K9] ends when it was to end', async () => {
    const key = await keyOf(['read'], { expiresAt: START + 1000 });
    edge.clock.now = START + 999;
    assert.equal((await who(key)).status, 200);
    edge.clock.now = START + 1000;
    assert.equal((await who(key)).status, 401);
    edge.clock.now = START;
  });

  test('[K9] counts from its addresses only', async () => {
    assert.equal((await who(await keyOf(['read'], { cidrs: ['127.0.0.0/8'] }))).status, 200);
    assert.equal((await who(await keyOf(['read'], { cidrs: ['10.0.0.0/8', '::1'] }))).status, 401);
  });

  test('[H20] takes nobody’s word for where it comes from', async () => {
    const key = await keyOf(['read'], { cidrs: ['10.0.0.0/8'] });
    for (const header of ['x-forwarded-for', 'x-real-ip', 'forwarded', 'cf-connecting-ip'])
      assert.equal((await who(key, { [header]: '10.0.0.1' })).status, 401, header);
  });

  const addresses: readonly [string | undefined, boolean][] = [
    ['10.255.255.255', true],
    ['::ffff:10.1.2.3', true],
    ['192.0.2.7', true],
    ['192.0.2.8', false],
    ['11.0.0.0', false],
    ['2001:db8:1::1', true],
    ['2001:db9::1', false],
    ['::ffff:11.1.2.3', false],
    ['10.0.0.1, 11.0.0.1', false],
    ['', false],
    [undefined, false],
  ];
  for (const [address, counts] of addresses)
    test(`${counts ? 'counts' : 'does not count'} from ${address}`, async () => {
      const key = await keyOf(['read'], { cidrs: ['10.0.0.0/8', '2001:db8::/32', '192.0.2.7'] });
      const identified = edge.identity.apiKeys.identify(key, address);
      if (counts) assert.equal((await identified).tenant, TENANT);
      else
        await assert.rejects(identified, (error: Error) => /not for the address/.test((error.cause as Error).message));
    });

  test('takes networks that are some', () => {
    for (const text of ['10.0.0.0/8', '0.0.0.0/0', '::/0', '2001:db8::/128', '127.0.0.1'])
      assert.ok(isCidr(text), text);
    for (const text of [
      '10.0.0.0/33',
      '::/129',
      '10.0.0/8',
      '10.0.0.0/',
      '10.0.0.0/8/8',
      '*',
      'localhost',
      '',
      '10.0.0.0/-1',
    ])
      assert.ok(!isCidr(text), text);
  });
});

describe('Vitrine-Actor', () => {
  test('with act-as makes the caller the person whom it names', async () => {
    const key = await keyOf(['act-as']);
    assert.deepEqual(jsonOf(await who(key, { 'vitrine-actor': 'olga' })), {
      tenant: TENANT,
      id: 'olga',
      kind: 'person',
      name: 'Olga Smirnova',
      role: 'dispatcher',
      sites: [],
    });
    assert.equal(jsonOf(await who(key, { 'vitrine-actor': 'marat' }))['role'], 'engineer');
  });

  test('names nobody of the client, nobody unknown, and nothing without the scope', async () => {
    const key = await keyOf(['act-as', 'tickets', 'admin']);
    for (const actor of ['anna', '', '__proto__', 'olga ,marat'])
      assert.equal((await who(key, { 'vitrine-actor': actor })).status, 403, actor);
    assert.equal((await who(await keyOf(['tickets']), { 'vitrine-actor': 'olga' })).status, 403);
  });
});

describe('administration', () => {
  const ADMIN = '/v1/admin/tenants';

  test('[A8] the key of the server is told once, to one of those who start it at the same time', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'vitrine-'));
    const file = join(folder, 'first.sqlite');
    const databases = [await openDatabase(file), await openDatabase(file)];
    const starts = databases.flatMap((db) => {
      const keys = createApiKeys({ store: openApiKeys(db), now: () => START });
      return [keys.openAdministratorKey(), keys.openAdministratorKey()];
    });
    const told = (await Promise.all(starts)).filter((key) => key !== undefined);
    assert.equal(told.length, 1);
    assert.match(told[0]!, /^vk_administrator_[\w-]{43}$/);
    const keys = createApiKeys({ store: openApiKeys(databases[1]!), now: () => START });
    assert.equal((await keys.identify(told[0]!, undefined)).tenant, null);
    assert.equal(await keys.openAdministratorKey(), undefined);
    for (const db of databases) await db.destroy();
    await rm(folder, { recursive: true });
  });

  test('the key of the server administers every client and nothing else', async () => {
    const key = (await edge.identity.apiKeys.openAdministratorKey())!;
    assert.deepEqual(jsonOf(await who(key, {}, ADMIN)), { kind: 'administrator', id: 'administrator', tenant: null });
    assert.equal((await who(key, {}, `${ADMIN}/${OTHER}/who`)).status, 200);
    assert.equal((await who(key)).status, 403);
    assert.equal((await who(key, { 'vitrine-actor': 'olga' })).status, 403);
  });

  test('[A1] the key of one client administers that client, and the others are unknown to it', async () => {
    const key = await keyOf(['admin']);
    assert.equal((await who(key, {}, `${ADMIN}/${TENANT}/who`)).status, 200);
    for (const path of [
      ADMIN,
      `${ADMIN}/${OTHER}/who`,
      `${ADMIN}/nobody/who`,
      `${ADMIN}/${TENANT}x/who`,
      `${ADMIN}/%6fther/who`,
    ])
      assert.equal((await who(key, {}, path)).status, 404, path);
  });

  test('[H10] a key without the scope, and a session, may not', async () => {
    const path = `${ADMIN}/${TENANT}/who`;
    assert.equal((await who(await keyOf(['tickets', 'read', 'act-as']), {}, path)).status, 403);
    const { session } = jsonOf(await edge.show(await edge.assert()));
    const answer = await who(String(session), { origin: 'https://intranet.apteka.example' }, path);
    assert.equal(answer.status, 403);
    assert.equal((await edge.ask('GET', path)).status, 401);
  });

  test('[A3] the key of a client that is none does not come into being', async () => {
    await assert.rejects(keyOf(['read'], { tenant: 'nobody' as TenantId }), /FOREIGN KEY/);
  });
});
