import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { PersonId, TenantId } from '../../../server/contract/ids.ts';
import type { Policy } from '../../../server/contract/sla.ts';
import type { DirectoryChange } from '../../../server/directory/directory.ts';
import { openDirectories } from '../../../server/store/directory.ts';
import { openDatabase } from '../../../server/store/open-database.ts';
import { DIRECTORY } from '../../support/directory.ts';

const OTHER = 'other' as TenantId;
const { tenant } = DIRECTORY;

async function opened() {
  const db = await openDatabase(':memory:');
  const store = openDirectories(db);
  await store.create(tenant);
  await store.create({ ...tenant, id: OTHER, log: 'other/1' });
  const set = (change: DirectoryChange, id: TenantId = tenant.id) => store.change(id, () => change);
  const loaded = async (id: TenantId = tenant.id) => (await store.load(id))!;
  return { db, store, set, loaded };
}

const WHOLE: DirectoryChange = {
  theme: { light: { accent: '#0b5c4a' }, dark: {}, labels: {} },
  sites: [...DIRECTORY.sites.values()],
  assets: [...DIRECTORY.assets.values()],
  categories: [...DIRECTORY.categories.values()],
  priorities: [...DIRECTORY.priorities.values()],
  policies: [...DIRECTORY.policies.values()],
  prices: [...DIRECTORY.prices.values()].flat(),
  staff: [...DIRECTORY.staff.values()],
};

describe('a tenant’s directory', () => {
  test('is read as it was written, in its order', async () => {
    const { set, loaded } = await opened();
    await set(WHOLE);
    assert.deepEqual(await loaded(), { ...DIRECTORY, theme: WHOLE.theme });
    assert.deepEqual([...(await loaded()).sites.keys()], ['baumana-44', 'pushkina-3']);
  });

  test('begins empty, without a policy', async () => {
    const { loaded } = await opened();
    const { sites, policy, theme } = await loaded();
    assert.deepEqual([sites.size, policy, theme], [0, null, { light: {}, dark: {}, labels: {} }]);
  });

  test('is undefined for a tenant that does not exist, and nothing can be changed there', async () => {
    const { store } = await opened();
    const nobody = 'nobody' as TenantId;
    assert.equal(await store.load(nobody), undefined);
    assert.equal(await store.versionOf(nobody), undefined);
    assert.equal(await store.change(nobody, () => assert.fail('was asked to decide')), false);
  });

  test('takes the order of the newest list, and offers no more what that lacks', async () => {
    const { set, loaded } = await opened();
    await set(WHOLE);
    const [first, second] = WHOLE.sites!;
    await set({ assets: [], sites: [second!, { ...first!, id: 'new' }] });
    assert.deepEqual([...(await loaded()).sites.keys()], ['pushkina-3', 'new']);
  });

  test('keeps what was retired, and it comes back when it is sent again', async () => {
    const { db, set, loaded } = await opened();
    await set(WHOLE);
    await set({ staff: [] });
    const rows = await db.selectFrom('staff').select(['id', 'active']).orderBy('id').execute();
    assert.deepEqual(rows, [
      { id: 'marat', active: 0 },
      { id: 'olga', active: 0 },
      { id: 'rustam', active: 0 },
    ]);
    await set({ staff: [{ ...WHOLE.staff![0]!, basis: null }] });
    const { staff } = await loaded();
    assert.deepEqual([...staff.keys()], ['marat']);
    assert.equal(staff.get('marat' as PersonId)!.basis, null);
  });

  test('keeps every version of its policy as it was saved; the one saved last is in force', async () => {
    const { set, loaded } = await opened();
    const policy = DIRECTORY.policy!;
    const second: Policy = { ...policy, version: 2, norms: [] };
    await set({ policies: [policy] });
    await set({ policies: [{ ...policy, norms: [] }, second] });
    const { policies, policy: inForce } = await loaded();
    assert.deepEqual(policies.get('standard@1'), policy);
    assert.deepEqual(inForce, second);
  });

  test('[P11] is its own: the same ids mean other things for another tenant', async () => {
    const { set, loaded } = await opened();
    await set(WHOLE);
    await set({ sites: [{ ...WHOLE.sites![0]!, name: 'Elsewhere' }] }, OTHER);
    assert.equal((await loaded(OTHER)).sites.get('baumana-44')!.name, 'Elsewhere');
    assert.equal((await loaded()).sites.get('baumana-44')!.name, 'Baumana 44');
    await set({ sites: [] }, OTHER);
    assert.equal((await loaded()).sites.size, 2);
    assert.equal((await loaded(OTHER)).prices.size, 0);
  });

  test('[P11] cannot refer to another tenant’s records, whatever was checked before', async () => {
    const { set, loaded } = await opened();
    await set(WHOLE);
    await assert.rejects(set({ assets: WHOLE.assets! }, OTHER), /FOREIGN KEY/);
    assert.equal((await loaded(OTHER)).assets.size, 0);
  });

  test('raises its version with every change, and with none that was refused', async () => {
    const { store, set } = await opened();
    const before = (await store.versionOf(tenant.id))!;
    await set(WHOLE);
    assert.equal(await store.versionOf(tenant.id), before + 1);
    const refusal = new Error('no');
    await assert.rejects(
      store.change(tenant.id, () => {
        throw refusal;
      }),
      refusal,
    );
    assert.equal(await store.versionOf(tenant.id), before + 1);
    assert.equal(await store.versionOf(OTHER), 1);
  });

  test('long lists are written whole', async () => {
    const { set, loaded } = await opened();
    const [site] = WHOLE.sites!;
    const sites = Array.from({ length: 1201 }, (_, n) => ({ ...site!, id: `site-${n}` }));
    await set({ sites });
    assert.deepEqual([...(await loaded()).sites.values()], sites);
  });

  test('changes of two administrators at once are both kept', async () => {
    const { store, loaded } = await opened();
    const add = (id: string) =>
      store.change(tenant.id, ({ priorities }) => ({ priorities: [...priorities.values(), { id, name: id }] }));
    await Promise.all(['a', 'b', 'c'].map(add));
    assert.deepEqual([...(await loaded()).priorities.keys()].sort(), ['a', 'b', 'c']);
  });
});

describe('a new tenant', () => {
  test('is made once: its log and epoch are never made anew', async () => {
    const { store, loaded } = await opened();
    assert.equal(await store.create({ ...tenant, log: 'another', epoch: 'another' }), false);
    assert.deepEqual((await loaded()).tenant, tenant);
  });

  test('keeps log and epoch when its settings change', async () => {
    const { set, loaded } = await opened();
    const { id, log, epoch, ...settings } = tenant;
    await set({ settings: { ...settings, currency: 'KZT' } });
    assert.deepEqual((await loaded()).tenant, { id, log, epoch, ...settings, currency: 'KZT' });
  });
});
