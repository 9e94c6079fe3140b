import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { APTEKA, CONTRACT, openOffice } from '../../support/open-office.ts';

const LISTS = ['priorities', 'categories', 'sites', 'assets', 'prices', 'people', 'policies'] as const;

async function furnished() {
  const office = await openOffice();
  await office.setUp();
  return office;
}

const idsOf = (body: Record<string, unknown>, name: string) => (body[name] as { id: string }[]).map(({ id }) => id);

describe('the lists of a client', () => {
  for (const name of LISTS) {
    test(`${name} are answered as they were sent`, async () => {
      const { get } = await furnished();
      assert.deepEqual(await get(`/${name}`), { status: 200, body: { [name]: CONTRACT[name] } });
    });

    test(`${name} can be sent again: nothing changes`, async () => {
      const { put } = await furnished();
      const again = await put(`/${name}`, { [name]: CONTRACT[name] });
      assert.deepEqual(again, { status: 200, body: { [name]: CONTRACT[name] } });
    });
  }

  test('what a list lacks stays as it is, so that a long one can be sent in parts', async () => {
    const { put } = await furnished();
    const [first] = CONTRACT.sites;
    const { body } = await put('/sites', {
      sites: [
        { ...first, name: 'Renamed' },
        { ...first, id: 's3' },
      ],
    });
    assert.deepEqual(idsOf(body, 'sites'), ['s1', 's2', 's3']);
    assert.equal((body['sites'] as { name: string }[])[0]!.name, 'Renamed');
  });

  test('with replace=true the list is the whole one', async () => {
    const { put } = await furnished();
    const { body } = await put('/people?replace=true', { people: [CONTRACT.people[1]] });
    assert.deepEqual(idsOf(body, 'people'), ['ilnur']);
  });

  test('what a guard needs is kept with the person, and comes back as it was sent', async () => {
    const { put, get } = await furnished();
    const pass = { document: 'Pass 118', vehicle: 'A 118 MG' };
    await put('/people', { people: [{ ...CONTRACT.people[0], pass }] });
    const passes = async () =>
      ((await get('/people')).body['people'] as { id: string; pass?: object }[]).map((one) => [one.id, one.pass]);
    assert.deepEqual(await passes(), [
      ['marat', pass],
      ['ilnur', undefined],
    ]);
    await put('/people', { people: [CONTRACT.people[0]] });
    assert.deepEqual((await passes())[0], ['marat', undefined]);
  });

  test('with replace=true no version of a policy is taken away', async () => {
    const { put } = await furnished();
    const { body } = await put('/policies?replace=true', { policies: [] });
    assert.deepEqual(body, { policies: CONTRACT.policies });
  });

  test('are empty before anything was sent, and 404 for a client that does not exist', async () => {
    const { put, get } = await openOffice();
    assert.equal((await get('/sites')).status, 404);
    assert.equal((await put('/sites', { sites: [] })).status, 404);
    await put('', CONTRACT.tenant);
    assert.deepEqual((await get('/sites')).body, { sites: [] });
  });

  test('one wrong item and nothing of the list is kept', async () => {
    const { put, get } = await furnished();
    const [first] = CONTRACT.sites;
    const answer = await put('/sites', {
      sites: [
        { ...first, id: 's3' },
        { ...first, id: 's4', timeZone: 'Mars' },
      ],
    });
    assert.deepEqual([answer.status, answer.body['pointer']], [422, '/sites/1/timeZone']);
    assert.deepEqual((await get('/sites')).body, { sites: CONTRACT.sites });
  });
});

describe('a reference to what is not kept is refused by its place', () => {
  const [site] = CONTRACT.sites;
  const [policy] = CONTRACT.policies;
  const norms = (norm: object) => [{ ...policy, version: 2, norms: [...policy.norms, norm] }];
  const cases: readonly [string, string, unknown, string][] = [
    ['a category’s priority', 'categories', [{ id: 'new', name: 'New', priority: 'p9' }], '/categories/0/priority'],
    ['an asset’s site', 'assets', [{ id: 'a', site: 's9', name: 'A' }], '/assets/0/site'],
    ['an asset’s category', 'assets', [{ id: 'a', site: 's1', name: 'A', category: 'x' }], '/assets/0/category'],
    ['a norm’s category', 'policies', norms({ category: 'x', priority: '*' }), '/policies/0/norms/2/category'],
    ['a norm’s priority', 'policies', norms({ category: '*', priority: 'p9' }), '/policies/0/norms/2/priority'],
    ['a norm that stands twice', 'policies', norms({ category: '*', priority: 'p1' }), '/policies/0/norms/2'],
    ['an id that stands twice', 'sites', [site, site], '/sites/1/id'],
    ['a code that stands twice', 'prices', [CONTRACT.prices[0], CONTRACT.prices[0]], '/prices/1/code'],
  ];
  for (const [what, name, list, pointer] of cases) {
    test(what, async () => {
      const { put, get } = await furnished();
      const { status, body } = await put(`/${name}`, { [name]: list });
      assert.deepEqual([status, body['code'], body['pointer']], [422, 'refused', pointer]);
      assert.deepEqual((await get(`/${name}`)).body, { [name]: CONTRACT[name as 'sites'] });
    });
  }

  for (const [name, needed] of [
    ['sites', /site "s1" cannot be retired: asset "s1\/till-1" refers to it/],
    ['priorities', /priority "p1" cannot be retired: category "till" refers to it/],
    ['categories', /category "till" cannot be retired: asset "s1\/till-1" refers to it/],
  ] as const) {
    test(`nor are ${name} retired that something refers to`, async () => {
      const { put, get } = await furnished();
      const { status, body } = await put(`/${name}?replace=true`, { [name]: [] });
      assert.deepEqual([status, body['pointer']], [422, `/${name}`]);
      assert.match(String(body['detail']), needed);
      assert.deepEqual((await get(`/${name}`)).body, { [name]: CONTRACT[name] });
    });
  }
});

describe('policies', () => {
  const [policy] = CONTRACT.policies;

  test('a version, once kept, never changes', async () => {
    const { put } = await furnished();
    const { status, body } = await put('/policies', { policies: [{ ...policy, reactionStops: ['assigned'] }] });
    assert.deepEqual([status, body['pointer']], [422, '/policies/0']);
    assert.match(String(body['detail']), /save a change as a new version/);
  });

  test('the one saved last is in force, also of another contract', async () => {
    const { put, findDirectory } = await furnished();
    await put('/policies', {
      policies: [
        { ...policy, version: 2 },
        { ...policy, id: 'next-year' },
      ],
    });
    const { policies, policy: inForce } = (await findDirectory(APTEKA))!;
    assert.deepEqual([...policies.keys()], ['main@1', 'main@2', 'next-year@1']);
    assert.equal(inForce!.id, 'next-year');
  });

  test('an older version is not added afterwards', async () => {
    const { put } = await furnished();
    await put('/policies', { policies: [{ ...policy, version: 3 }] });
    const { status, body } = await put('/policies', { policies: [{ ...policy, version: 2 }] });
    assert.deepEqual([status, body['pointer']], [422, '/policies/0/version']);
  });

  for (const [target, step] of [
    [{ working: 'PT2H' }, 'working'],
    [{ workingDays: 2 }, 'workingDays'],
    [{ workingDays: 2, at: 'end' }, 'workingDays'],
  ] as const) {
    test(`a target of ${JSON.stringify(target)} is refused: business calendars are not available yet`, async () => {
      const { put, findDirectory } = await furnished();
      const norms = [{ category: '*', priority: '*', resolution: target }];
      const { status, body } = await put('/policies', { policies: [{ ...policy, version: 2, norms }] });
      assert.deepEqual([status, body['pointer']], [422, `/policies/0/norms/0/resolution/${step}`]);
      assert.match(String(body['detail']), /business calendars are not available yet/);
      assert.equal((await findDirectory(APTEKA))!.policy!.version, 1);
    });
  }

  test('a duration that is none is refused', async () => {
    const { put } = await furnished();
    const norms = [{ category: '*', priority: '*', reaction: { elapsed: '2 hours' } }];
    const { status, body } = await put('/policies', { policies: [{ ...policy, version: 2, norms }] });
    assert.deepEqual([status, body['pointer']], [422, '/policies/0/norms/0/reaction/elapsed']);
  });
});

describe('what is malformed is refused by its place', () => {
  const [site] = CONTRACT.sites;
  const [price] = CONTRACT.prices;
  const field = { id: 'f', label: 'F', kind: 'choice' };
  const cases: readonly [string, string, unknown, string, string][] = [
    ['a body without its list', 'sites', undefined, 'invalid', '/sites'],
    ['the wildcard as an id', 'priorities', [{ id: '*', name: 'Any' }], 'invalid', '/priorities/0/id'],
    ['an e-mail address as an id', 'people', [{ ...CONTRACT.people[0], id: 'a@b.example' }], 'invalid', '/people/0/id'],
    ['a hostile id', 'sites', [{ ...site, id: '__proto__' }], 'invalid', '/sites/0/id'],
    ['degrees instead of degrees × 10⁷', 'sites', [{ ...site, latitude: 55.79 }], 'invalid', '/sites/0/latitude'],
    ['a place off the globe', 'sites', [{ ...site, latitude: 900_000_001 }], 'invalid', '/sites/0/latitude'],
    ['a fraction of a kopeck', 'prices', [{ ...price, unitPrice: 0.5 }], 'invalid', '/prices/0/unitPrice'],
    ['a negative price', 'prices', [{ ...price, unitPrice: -1 }], 'invalid', '/prices/0/unitPrice'],
    ['a lone surrogate', 'prices', [{ ...price, title: 'a\ud800' }], 'invalid', '/prices/0/title'],
    ['a role that is none', 'people', [{ ...CONTRACT.people[0], role: 'auditor' }], 'invalid', '/people/0/role'],
    [
      'a choice without choices',
      'categories',
      [{ id: 'c', name: 'C', priority: 'p1', fields: [field] }],
      'invalid',
      '/categories/0/fields/0/choices',
    ],
    ['a field that nobody knows', 'sites', [{ ...site, tenant: 'other' }], 'unknown_field', '/sites/0/tenant'],
  ];
  for (const [what, name, list, code, pointer] of cases) {
    test(what, async () => {
      const { put } = await furnished();
      const { status, body } = await put(`/${name}`, { [name]: list });
      assert.deepEqual([status, body['code'], body['pointer']], [400, code, pointer]);
    });
  }

  test('a query that nobody knows', async () => {
    const { put } = await furnished();
    assert.equal((await put('/sites?tenant=other', { sites: [] })).status, 400);
  });
});

test('every door stands in the OpenAPI document', async () => {
  const { app } = await openOffice();
  const response = await app.request('/v1/openapi.json');
  const { paths } = (await response.json()) as { paths: Record<string, Record<string, unknown>> };
  for (const name of [...LISTS, 'theme']) {
    assert.deepEqual(Object.keys(paths[`/v1/admin/tenants/{tenant}/${name}`] ?? {}).sort(), ['get', 'put'], name);
  }
  assert.ok(paths['/v1/portal']?.['get']);
  assert.ok(paths['/v1/sla/promise']?.['post']);
});
