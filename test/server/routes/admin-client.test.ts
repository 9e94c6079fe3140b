import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { TenantId } from '../../../server/contract/ids.ts';
import { APTEKA, CONTRACT, openOffice } from '../../support/open-office.ts';

const OTHER = 'other' as TenantId;

describe('PUT /v1/admin/tenants/{tenant}', () => {
  test('makes a client with a log of its own and what was left out by default', async () => {
    const { put, get } = await openOffice();
    const { tier: _, approval: __, ...settings } = CONTRACT.tenant;
    const { status, body } = await put('', settings);
    assert.equal(status, 201);
    const { log, epoch, ...rest } = body;
    assert.match(String(log), /^apteka-one\/[0-9a-f]{16}$/);
    assert.match(String(epoch), /^[0-9a-f]{16}$/);
    assert.deepEqual(rest, {
      ...settings,
      id: APTEKA,
      tier: 'none',
      vatRounding: 'line',
      siteSharing: true,
      approval: { free: 0, employee: 0, approver: null },
    });
    assert.deepEqual(await get(''), { status: 200, body });
  });

  test('changes what a client’s contract says, and never its log and epoch', async () => {
    const { put } = await openOffice();
    const made = await put('', CONTRACT.tenant);
    const changed = await put('', { ...CONTRACT.tenant, tier: 'exact' });
    assert.equal(changed.status, 200);
    assert.deepEqual(changed.body, { ...made.body, tier: 'exact' });
  });

  test('logs of two clients are two', async () => {
    const { put } = await openOffice();
    const [one, other] = [await put('', CONTRACT.tenant), await put('', CONTRACT.tenant, OTHER)];
    assert.notEqual(one.body['epoch'], other.body['epoch']);
    assert.match(String(other.body['log']), /^other\//);
  });

  for (const id of ['Apteka', 'apteka_one', '-apteka', 'apteka-', 'a'.repeat(64), '%D0%B0', 'a.b']) {
    test(`refuses "${id}" as an id`, async () => {
      const { put } = await openOffice();
      const { status, body } = await put('', CONTRACT.tenant, id);
      assert.deepEqual([status, body['code']], [400, 'invalid']);
    });
  }

  const refused: readonly [string, object, string][] = [
    ['a zone that does not exist', { timeZone: 'Europe/Kazan' }, '/timeZone'],
    ['an offset for a zone', { timeZone: '+03:00' }, '/timeZone'],
    ['a currency that does not exist', { currency: 'XQX' }, '/currency'],
    ['a locale that is none', { locale: 'по-русски' }, '/locale'],
  ];
  for (const [what, change, pointer] of refused) {
    test(`refuses ${what} by its place, and makes no client`, async () => {
      const { put, get } = await openOffice();
      const { status, body } = await put('', { ...CONTRACT.tenant, ...change });
      assert.deepEqual([status, body['code'], body['pointer']], [422, 'refused', pointer]);
      assert.equal((await get('')).status, 404);
    });
  }

  test('[H9] refuses a field that nobody knows', async () => {
    const { put } = await openOffice();
    const { status, body } = await put('', { ...CONTRACT.tenant, log: 'mine' });
    assert.deepEqual([status, body['code'], body['pointer']], [400, 'unknown_field', '/log']);
  });
});

describe('who may administer', () => {
  test('[H10] a key of the client with the scope admin: its own client', async () => {
    const { setUp, key, send } = await openOffice();
    await setUp();
    const own = await key(APTEKA, ['admin']);
    assert.equal((await send(own, 'GET', `/v1/admin/tenants/${APTEKA}`)).status, 200);
    assert.equal((await send(own, 'PUT', `/v1/admin/tenants/${APTEKA}/theme`, {})).status, 200);
  });

  test('[P11] another client is as one that does not exist, on every door', async () => {
    const { setUp, key, send } = await openOffice();
    await setUp();
    await setUp(OTHER);
    const own = await key(APTEKA, ['admin']);
    const doors = [
      '',
      ...['theme', 'sites', 'assets', 'categories', 'priorities', 'policies', 'prices', 'people'].map(
        (name) => `/${name}`,
      ),
    ];
    for (const door of doors) {
      for (const method of ['GET', 'PUT']) {
        const body = method === 'PUT' ? {} : undefined;
        const foreign = await send(own, method, `/v1/admin/tenants/${OTHER}${door}`, body);
        const unknown = await send(own, method, `/v1/admin/tenants/nobody${door}`, body);
        assert.deepEqual([foreign.status, foreign], [404, unknown], `${method} ${door}`);
      }
    }
  });

  test('[H10] a key without the scope, and a session: no', async () => {
    const { setUp, key, session, send } = await openOffice();
    await setUp();
    const machine = await key(APTEKA, ['read', 'tickets', 'act-as']);
    const auditor = await session({ role: 'auditor' });
    for (const token of [machine, auditor]) {
      const { status, body } = await send(token, 'PUT', `/v1/admin/tenants/${APTEKA}/sites`, { sites: [] });
      assert.deepEqual([status, body['code']], [403, 'forbidden']);
    }
  });

  test('calendars have no door yet', async () => {
    const { setUp, put } = await openOffice();
    await setUp();
    assert.equal((await put('/calendars', {})).status, 404);
  });
});

describe('PUT /v1/admin/tenants/{tenant}/theme', () => {
  test('keeps the whole theme and reports each pair below AA with its ratio', async () => {
    const { setUp, put, get } = await openOffice();
    await setUp();
    const theme = {
      light: { accent: '#ffd500', radius: '10px', shadow: '0 2px 8px rgb(0 0 0 / 20%), 0 0 1px #000' },
      dark: { 'text-muted': '#555' },
      labels: { report: 'Сообщить' },
      locale: 'ru',
      terms: { заявка: 'обращение', Ticket: 'Service request' },
    };
    const kept = await put('/theme', theme);
    assert.equal(kept.status, 200);
    assert.deepEqual(kept.body['theme'], theme);
    const pairs = kept.body['contrast'] as { scheme: string; foreground: string; background: string; ratio: number }[];
    assert.deepEqual(
      pairs.map(({ scheme, foreground, background }) => `${scheme}: ${foreground} on ${background}`),
      [
        'light: on-accent on accent',
        'light: accent on surface',
        'light: accent on surface-raised',
        'dark: text-muted on surface',
        'dark: text-muted on surface-raised',
      ],
    );
    assert.equal(pairs[0]!.ratio, 1.42);
    assert.deepEqual(await get('/theme'), kept);
    assert.deepEqual((await put('/theme', {})).body, { theme: { light: {}, dark: {}, labels: {} }, contrast: [] });
  });

  const hostile: readonly [string, object, string][] = [
    ['a colour that is not #rgb or #rrggbb', { light: { accent: 'red' } }, '/light/accent'],
    ['a colour that ends its declaration', { light: { accent: '#fff;}*{display:none' } }, '/light/accent'],
    ['a token that nobody knows', { dark: { colour: '#fff' } }, '/dark/colour'],
    ['a radius that fetches', { light: { radius: 'url(//evil)' } }, '/light/radius'],
    ['a shadow that fetches', { light: { shadow: 'url(//evil)' } }, '/light/shadow'],
    ['a font with an open quote', { light: { font: '"Inter' } }, '/light/font'],
    ['a font that ends its declaration', { light: { font: 'Inter;} a{' } }, '/light/font'],
    ['terms for more than a word', { terms: { 'one word': 'x' } }, '/terms/one word'],
    ['a label under what is no key', { labels: { '</style>': 'x' } }, '/labels/<~1style>'],
  ];
  for (const [what, theme, pointer] of hostile) {
    test(`refuses ${what}`, async () => {
      const { setUp, put, get } = await openOffice();
      await setUp();
      const { status, body } = await put('/theme', theme);
      assert.deepEqual([status, body['pointer']], [400, pointer]);
      assert.deepEqual((await get('/theme')).body['theme'], { light: {}, dark: {}, labels: {} });
    });
  }
});
