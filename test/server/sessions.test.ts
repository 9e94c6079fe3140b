import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openRoutes } from '../../server/routes/open-route.ts';
import { jsonOf, openEdge, OTHER, PAGE, type Edge } from '../support/open-edge.ts';
import { START, TENANT } from '../support/timeline.ts';

let edge: Edge;
before(async () => {
  edge = await openEdge({ routes: () => [openRoutes().get('/v1/who', (c) => c.json(c.var.caller, 200))] });
});
after(() => edge.close());

const open = async (claims: Record<string, unknown> = {}): Promise<string> =>
  String(jsonOf(await edge.show(await edge.assert(claims)))['session']);
const who = (session: string, headers: Record<string, string> = { origin: PAGE }) =>
  edge.ask('GET', '/v1/who', { authorization: `Bearer ${session}`, ...headers });

describe('a session', () => {
  test('stands for what the assertion said', async () => {
    const session = await open({ sub: 'boris', name: 'Boris', role: 'approver', sites: ['baumana-44'] });
    assert.deepEqual(jsonOf(await who(session)), {
      tenant: TENANT,
      id: 'boris',
      kind: 'person',
      name: 'Boris',
      role: 'approver',
      sites: ['baumana-44'],
    });
  });

  test('of an assertion without role and sites is an employee’s with neither', async () => {
    const { role, sites, name } = jsonOf(await who(await open({ sub: 'plain' })));
    assert.deepEqual({ role, sites, name }, { role: 'employee', sites: [], name: null });
  });

  test('[P8] is over after ten minutes', async () => {
    const session = await open();
    edge.clock.now = START + 599_999;
    assert.equal((await who(session)).status, 200);
    edge.clock.now = START + 600_000;
    assert.equal((await who(session)).status, 401);
    edge.clock.now = START;
  });

  test('[P8] is over at once when it is ended, and no other with it', async () => {
    const [session, other] = [await open(), await open()];
    const ended = await edge.ask('DELETE', '/v1/session', { authorization: `Bearer ${session}`, origin: PAGE });
    assert.equal(ended.status, 204);
    assert.equal((await who(session)).status, 401);
    assert.equal((await who(other)).status, 200);
  });

  test('[P8] is over at once when its person is shut out, and starts no new one', async () => {
    const session = await open({ sub: 'leaver' });
    await edge.identity.persons.setActive(TENANT, 'leaver', false);
    assert.equal((await who(session)).status, 401);
    assert.equal((await edge.show(await edge.assert({ sub: 'leaver' }))).status, 401);
    await edge.identity.persons.setActive(TENANT, 'leaver', true);
    assert.equal((await who(session)).status, 200);
  });

  test('[P8] has the rights that were told last', async () => {
    const session = await open({ sub: 'mover', role: 'approver', sites: ['baumana-44'] });
    await open({ sub: 'mover', role: 'employee', sites: ['pushkina-3'] });
    const { role, sites } = jsonOf(await who(session));
    assert.deepEqual({ role, sites }, { role: 'employee', sites: ['pushkina-3'] });
  });

  for (const token of [
    '',
    'vs_',
    'vs_short',
    `vs_${'A'.repeat(43)}`,
    `vk_administrator_${'A'.repeat(43)}`,
    "vs_' OR 1=1--",
  ])
    test(`that nobody opened is the one 401: ${token}`, async () => {
      const answer = await who(token);
      assert.equal(answer.status, 401);
      assert.equal(answer.headers['www-authenticate'], 'Bearer');
    });

  test('is read from the Authorization header alone', async () => {
    const session = await open();
    for (const [path, headers] of [
      [`/v1/who?session=${session}`, {}],
      ['/v1/who', { cookie: `session=${session}` }],
      ['/v1/who', { authorization: `Basic ${session}` }],
      ['/v1/who', { authorization: session }],
    ] as const)
      assert.equal((await edge.ask('GET', path, { origin: PAGE, ...headers })).status, 401, path);
  });
});

describe('[H15] a session counts from its client’s pages only', () => {
  const strange = {
    'a sandboxed page': 'null',
    'a host that begins alike': `${PAGE}.evil.com`,
    'a host that looks alike': PAGE.replace('intranet.', 'intranetX'),
    'plain http': PAGE.replace('https', 'http'),
    'another port': `${PAGE}:8443`,
    'its default port spelled out': `${PAGE}:443`,
    'a path': `${PAGE}/`,
    capitals: PAGE.toUpperCase(),
    'two origins': `${PAGE}, https://evil.example`,
  };
  for (const [name, origin] of Object.entries(strange))
    test(name, async () => {
      const answer = await who(await open(), { origin });
      assert.equal(answer.status, 401);
      assert.equal(answer.headers['access-control-allow-origin'], undefined);
    });

  test('no Origin at all', async () => {
    const session = await open();
    const answer = await who(session, {});
    assert.equal(answer.status, 401);
    assert.equal(answer.headers['access-control-allow-origin'], undefined);
  });

  test('a page of another client: 401, which it may read', async () => {
    await edge.identity.origins.replace(OTHER, ['https://other.example']);
    const answer = await who(await open(), { origin: 'https://other.example' });
    assert.equal(answer.status, 401);
    assert.equal(answer.headers['access-control-allow-origin'], 'https://other.example');
  });

  test('a page of the server’s own origin, where it is registered and the browser vouches for it', async () => {
    const session = await open();
    const own = { 'sec-fetch-site': 'same-origin' };
    assert.equal((await who(session, own)).status, 401);
    await edge.identity.origins.replace(TENANT, [PAGE, 'https://service.example']);
    assert.equal((await who(session, own)).status, 200);
    assert.equal((await who(session, {})).status, 401);
    assert.equal((await who(session, { 'sec-fetch-site': 'cross-site' })).status, 401);
    await edge.identity.origins.replace(TENANT, [PAGE]);
  });

  test('a list that was changed counts at the next request', async () => {
    const session = await open();
    assert.equal((await who(session)).status, 200);
    await edge.identity.origins.replace(TENANT, []);
    assert.equal((await who(session)).status, 401);
    await edge.identity.origins.replace(TENANT, [PAGE]);
  });

  test('a list that another server changed counts within two seconds', async () => {
    const session = await open();
    assert.equal((await who(session)).status, 200);
    await edge.db.deleteFrom('origin').where('tenant', '=', TENANT).execute();
    edge.clock.now = START + 2000;
    assert.equal((await who(session)).status, 401);
    edge.clock.now = START;
    await edge.identity.origins.replace(TENANT, [PAGE]);
  });
});

describe('the gate of sockets', () => {
  test('[S2] admits by token and origin, and names the session without its token', async () => {
    const token = await open({ sub: 'socket', sites: ['baumana-44'] });
    const { gate } = edge.identity;
    const admission = await gate.admit({ session: token, origin: PAGE });
    assert.equal(admission.caller.id, 'socket');
    assert.equal(admission.expiresAt, START + 600_000);
    assert.ok(!admission.session.includes(token.slice(3)));
    for (const shown of [
      { session: token, origin: undefined },
      { session: token, origin: 'https://evil.example' },
      { session: 'vs_x', origin: PAGE },
    ])
      await assert.rejects(gate.admit(shown), { code: 'unauthorized' });
  });

  test('[S10] tells a lost right by another version, and an ended session by its absence', async () => {
    const { gate, persons } = edge.identity;
    const admit = async (sub: string) =>
      gate.admit({ session: await open({ sub, sites: ['baumana-44'] }), origin: PAGE });
    const [stays, moves, leaves] = [await admit('stays'), await admit('moves'), await admit('leaves')];
    await open({ sub: 'stays', sites: ['baumana-44'], name: 'Renamed' });
    await open({ sub: 'moves', sites: ['pushkina-3'] });
    await persons.setActive(TENANT, 'leaves', false);
    const current = await gate.current([stays.session, moves.session, leaves.session, 'unknown']);
    assert.equal(current.get(stays.session)?.version, stays.version);
    assert.notEqual(current.get(moves.session)?.version, moves.version);
    assert.deepEqual(current.get(moves.session)?.caller.sites, ['pushkina-3']);
    assert.deepEqual([...current.keys()].toSorted(), [stays.session, moves.session].toSorted());
  });
});
