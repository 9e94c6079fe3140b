import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { MEASURES, PALETTE } from '../../../server/contract/palette.ts';
import type { PortalBoot } from '../../../server/contract/portal.ts';
import { APTEKA, CONTRACT, openOffice } from '../../support/open-office.ts';
import { START } from '../../support/timeline.ts';

async function furnished() {
  const office = await openOffice();
  await office.setUp();
  const portalOf = async (claims: object): Promise<PortalBoot> => {
    const { status, body } = await office.send(await office.session({ ...claims }), 'GET', '/v1/portal');
    assert.equal(status, 200);
    return body as unknown as PortalBoot;
  };
  return { ...office, portalOf };
}

describe('GET /v1/portal', () => {
  test('is all that the widget needs to draw itself', async () => {
    const { portalOf, put } = await furnished();
    const theme = { light: { accent: '#0b5c4a' }, dark: {}, labels: {} };
    await put('/theme', theme);
    const { name, locale, currency, timeZone, provider, tier } = CONTRACT.tenant;
    assert.deepEqual(await portalOf({ sub: 'elena', name: 'Elena Safina', role: 'employee', sites: ['s1'] }), {
      tenant: { id: APTEKA, name, locale, currency, timeZone, siteSharing: true },
      provider,
      // Whole: what the client does not set is as it is without one.
      theme: {
        light: { ...MEASURES, ...PALETTE.light, accent: '#0b5c4a' },
        dark: { ...MEASURES, ...PALETTE.dark },
        labels: {},
        legible: true,
      },
      person: { id: 'elena', name: 'Elena Safina', role: 'employee', approvalLimit: 1_000_000 },
      tier,
      sites: [CONTRACT.sites[0]],
      assets: [CONTRACT.assets[0]],
      categories: CONTRACT.categories,
      priorities: CONTRACT.priorities,
      limits: { subject: 120, text: 4000 },
    });
  });

  test('a theme that cannot be read is not called legible, so that the page repairs it', async () => {
    const { portalOf, put } = await furnished();
    await put('/theme', { light: { text: '#eeeeee' }, dark: {}, labels: {} });
    assert.equal((await portalOf({ role: 'employee', sites: ['s1'] })).theme.legible, undefined);
  });

  test('an approver sees his sites and his limit', async () => {
    const { portalOf } = await furnished();
    const { sites, person } = await portalOf({ role: 'approver', sites: ['s2'] });
    assert.deepEqual([sites.map(({ id }) => id), person.approvalLimit], [['s2'], null]);
  });

  for (const role of ['auditor', 'contract_manager']) {
    test(`${role}: all sites, and nothing to approve`, async () => {
      const { portalOf } = await furnished();
      const { sites, assets, person } = await portalOf({ role });
      assert.deepEqual([sites.length, assets.length, person.approvalLimit], [2, 2, 0]);
    });
  }

  test('holds prices, norms and staff of nobody', async () => {
    const { portalOf } = await furnished();
    const text = JSON.stringify(await portalOf({ role: 'auditor' }));
    for (const secret of ['K-110', 'PT15M', 'Marat', 'Ilnur']) assert.ok(!text.includes(secret), secret);
  });

  test('is not for machines and the service company', async () => {
    const { key, send } = await furnished();
    const machine = await key(APTEKA, ['read', 'act-as']);
    assert.equal((await send(machine, 'GET', '/v1/portal')).status, 403);
    assert.equal((await send(machine, 'GET', '/v1/portal', undefined, { 'vitrine-actor': 'marat' })).status, 403);
  });
});

describe('POST /v1/sla/promise', () => {
  const asked = { site: 's1', category: 'till' };
  const instant = (ms: number) => new Date(START + ms).toISOString();

  test('says what would be promised now, with the category’s own priority', async () => {
    const { session, send } = await furnished();
    const { status, body } = await send(await session({ sites: ['s1'] }), 'POST', '/v1/sla/promise', asked);
    assert.equal(status, 200);
    assert.deepEqual(body, {
      clocks: [
        { kind: 'reaction', target: { elapsed: 'PT15M' }, dueAt: instant(15 * 60_000) },
        { kind: 'resolution', target: { elapsed: 'PT4H' }, dueAt: instant(4 * 3_600_000) },
      ],
    });
  });

  test('or at another time, with another priority', async () => {
    const { session, send } = await furnished();
    const { body } = await send(await session({ sites: ['s1'] }), 'POST', '/v1/sla/promise', {
      ...asked,
      priority: 'p2',
      at: '2026-03-29T02:30:00+01:00',
    });
    assert.deepEqual(body, {
      clocks: [{ kind: 'resolution', target: { elapsed: 'P2D' }, dueAt: '2026-03-31T01:30:00.000Z' }],
    });
  });

  test('[H10] is for an auditor too', async () => {
    const { session, send } = await furnished();
    assert.equal((await send(await session({ role: 'auditor' }), 'POST', '/v1/sla/promise', asked)).status, 200);
  });

  const refused: readonly [string, object, number, string][] = [
    ['a category that does not exist', { category: 'x' }, 422, '/category'],
    ['a priority that does not exist', { priority: 'p9' }, 422, '/priority'],
    ['a time that is none', { at: 'tomorrow' }, 400, '/at'],
    ['[H9] a field that nobody knows', { tenant: 'other' }, 400, '/tenant'],
  ];
  for (const [what, change, status, pointer] of refused) {
    test(`refuses ${what}`, async () => {
      const { session, send } = await furnished();
      const token = await session({ sites: ['s1'] });
      const answer = await send(token, 'POST', '/v1/sla/promise', { ...asked, ...change });
      assert.deepEqual([answer.status, answer.body['pointer']], [status, pointer]);
    });
  }

  test('[H8] a site of others is refused in the words of one that does not exist', async () => {
    const { session, send } = await furnished();
    const token = await session({ sites: ['s1'] });
    const foreign = await send(token, 'POST', '/v1/sla/promise', { ...asked, site: 's2' });
    assert.deepEqual([foreign.status, foreign.body['pointer']], [422, '/site']);
    assert.deepEqual(await send(token, 'POST', '/v1/sla/promise', { ...asked, site: 's9' }), foreign);
  });

  test('says that there is nothing to promise by before a policy is saved', async () => {
    const { put, session, send } = await openOffice();
    await put('', CONTRACT.tenant);
    for (const name of ['priorities', 'categories', 'sites'] as const)
      await put(`/${name}`, { [name]: CONTRACT[name] });
    const { status, body } = await send(await session({ sites: ['s1'] }), 'POST', '/v1/sla/promise', asked);
    assert.equal(status, 422);
    assert.match(String(body['detail']), /no SLA policy yet/);
  });

  test('[H10] is not for a key that reads no tickets', async () => {
    const { key, send } = await furnished();
    assert.equal((await send(await key(APTEKA, ['admin']), 'POST', '/v1/sla/promise', asked)).status, 403);
  });
});
