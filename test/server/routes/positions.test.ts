import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { positionRoutes } from '../../../server/routes/positions.ts';
import type { PositionReport } from '../../../server/visits/check-position.ts';
import { openPositions } from '../../../server/visits/positions.ts';
import { jsonOf, openEdge, PAGE, type Edge } from '../../support/open-edge.ts';
import { openLogged, type Logged } from '../../support/logged.ts';
import { START, TENANT } from '../../support/timeline.ts';

const GOOD: PositionReport = {
  at: new Date(START).toISOString(),
  latitude: 557_887_000,
  longitude: 491_221_000,
  accuracy: 5,
};

let edge: Edge;
let house: Logged;
let key: string;
before(async () => {
  house = await openLogged();
  const positions = openPositions(house.deps);
  edge = await openEdge({ routes: () => [positionRoutes({ positions })] });
  ({ key } = await edge.identity.apiKeys.create({
    tenant: TENANT,
    name: 'desk',
    scopes: ['tickets', 'read', 'act-as'],
    cidrs: [],
    expiresAt: null,
  }));
});
after(async () => {
  await edge.close();
  await house.db.destroy();
});

const send = (body: unknown, actor = 'marat') =>
  edge.post('/v1/positions', body, { authorization: `Bearer ${key}`, 'vitrine-actor': actor });

test('POST /v1/positions takes an engineer’s position, and answers 204', async () => {
  const { status, text } = await send(GOOD);
  assert.deepEqual([status, text], [204, '']);
});

test('it names what is malformed, and what cannot be true', async () => {
  const cases = [
    [{ ...GOOD, latitude: 55.7887 }, 400, 'invalid', '/latitude'],
    [{ ...GOOD, at: 'now' }, 400, 'invalid', '/at'],
    [{ ...GOOD, accuracy: -1 }, 400, 'invalid', '/accuracy'],
    [{ ...GOOD, speed: 3 }, 400, 'unknown_field', '/speed'],
    [{ ...GOOD, longitude: 1_800_000_001 }, 422, 'refused', '/longitude'],
    [{ ...GOOD, at: new Date(START + 61_000).toISOString() }, 422, 'refused', '/at'],
  ] as const;
  for (const [body, status, code, pointer] of cases) {
    const answer = await send(body);
    assert.deepEqual([answer.status, jsonOf(answer)['code'], jsonOf(answer)['pointer']], [status, code, pointer]);
  }
});

test('it is the engineers’ alone', async () => {
  assert.equal((await send(GOOD, 'olga')).status, 403);
  assert.equal((await edge.post('/v1/positions', GOOD, { authorization: `Bearer ${key}` })).status, 403);
  const { session } = jsonOf(await edge.show(await edge.assert({ role: 'employee' })));
  const employee = await edge.post('/v1/positions', GOOD, { authorization: `Bearer ${String(session)}`, origin: PAGE });
  assert.equal(employee.status, 403);
  assert.equal((await edge.post('/v1/positions', GOOD)).status, 401);
});
