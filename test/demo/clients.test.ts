import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CLIENTS } from '../../demo/clients/all-clients.ts';
import type { Client, Scenario } from '../../demo/clients/client.ts';
import { DISPATCHERS, ENGINEERS, staffOf } from '../../demo/company/staff.ts';

const idsOf = (list: readonly { readonly id: string }[]): Set<string> => new Set(list.map(({ id }) => id));
const engineersOf = (client: Client) => staffOf(client.id).filter(({ role }) => role === 'engineer');

/** Every pair of words anywhere inside. */
function* wordsIn(value: unknown): Generator<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return;
  if ('en' in value || 'ru' in value) yield value as Record<string, unknown>;
  for (const inner of Object.values(value)) yield* wordsIn(inner);
}

/** Gross minor units of the works, as the price list has them. */
const grossOf = ({ prices }: Client, { works }: Pick<Scenario, 'works'>): number =>
  works.reduce((sum, { code, quantity, billing }) => {
    if (billing) return sum;
    const { unitPrice, vatRate, prices: kind } = prices.find((one) => one.code === code)!;
    return sum + unitPrice * Number(quantity) * (kind === 'gross' ? 1 : 1 + (vatRate ?? 0) / 10_000);
  }, 0);

test('ids of clients are their own, and so are those of the company’s people', () => {
  assert.equal(idsOf(CLIENTS).size, CLIENTS.length);
  assert.equal(idsOf([...DISPATCHERS, ...ENGINEERS]).size, DISPATCHERS.length + ENGINEERS.length);
});

test('every text is written in both languages', () => {
  const words = [...wordsIn([CLIENTS, DISPATCHERS, ENGINEERS])];
  assert.ok(words.length > 300);
  for (const pair of words) {
    assert.ok(typeof pair['en'] === 'string' && pair['en'].trim() !== '', JSON.stringify(pair));
    assert.ok(typeof pair['ru'] === 'string' && pair['ru'].trim() !== '', JSON.stringify(pair));
  }
});

for (const client of CLIENTS) {
  const { id, sites, assets, categories, priorities, policy, prices, people, colleagues, reports, scenarios } = client;
  const siteIds = idsOf(sites);
  const categoryIds = idsOf(categories);
  const engineers = engineersOf(client);

  test(`${id}: ids are unique`, () => {
    for (const list of [sites, assets, categories, priorities, [...people, ...colleagues]])
      assert.equal(idsOf(list).size, list.length);
    assert.equal(new Set(prices.map(({ code }) => code)).size, prices.length);
  });

  test(`${id}: every category names a priority that exists and has a norm for each`, () => {
    const known = idsOf(priorities);
    for (const category of categories) {
      assert.ok(known.has(category.priority), category.id);
      for (const priority of known) {
        const norm = policy.norms.find(
          (one) => [category.id, '*'].includes(one.category) && [priority, '*'].includes(one.priority),
        );
        assert.ok(norm?.reaction && norm.resolution, `${category.id} ${priority}`);
      }
    }
    for (const norm of policy.norms) assert.ok(norm.category === '*' || categoryIds.has(norm.category));
  });

  test(`${id}: what the seed points at exists`, () => {
    for (const asset of assets) assert.ok(siteIds.has(asset.site) && categoryIds.has(asset.category ?? ''), asset.id);
    for (const person of [...people, ...colleagues])
      for (const site of person.sites) assert.ok(siteIds.has(site), person.id);
    for (const report of reports) assert.ok(categoryIds.has(report.category), report.text.en);
    for (const engineer of engineers)
      for (const skill of engineer.skills) assert.ok(categoryIds.has(skill), `${engineer.id}: ${skill}`);
  });

  test(`${id}: somebody works at every site, and the company has a desk and an engineer who drives there`, () => {
    for (const site of sites) {
      assert.ok(
        colleagues.some((one) => one.sites[0] === site.id),
        site.id,
      );
      assert.ok(
        engineers.some(({ region }) => region === site.region),
        site.id,
      );
    }
    assert.equal(staffOf(id)[0]?.role, 'dispatcher');
  });

  test(`${id}: every category can be played: somebody knows it, and its works are in the price list`, () => {
    const codes = new Set(prices.map(({ code }) => code));
    assert.deepEqual(new Set(Object.keys(scenarios)), categoryIds);
    for (const category of categoryIds)
      assert.ok(engineers.filter(({ skills }) => skills.includes(category)).length >= 2, category);
    for (const { works } of [...Object.values(scenarios), client.again])
      for (const { code } of works) assert.ok(codes.has(code), code);
  });

  test(`${id}: some works need no approval, some the employee may approve, none is beyond the approver`, () => {
    const totals = Object.values(scenarios).map((scenario) => grossOf(client, scenario));
    const { free, employee, approver } = client.tenant.approval;
    assert.ok(totals.some((total) => total <= free!));
    assert.ok(totals.some((total) => total > free! && total <= employee!));
    assert.ok(totals.every((total) => total <= approver!));
  });

  test(`${id}: the first day names who is there`, () => {
    const staff = new Set(['desk', 'client', ...staffOf(id).map((one) => one.id)]);
    const reporters = idsOf([...people, ...colleagues]);
    for (const { by, category, acts, text } of client.scenes) {
      assert.ok(reporters.has(by), `${by}: ${text.en}`);
      assert.ok(categoryIds.has(category), category);
      for (const [actor] of acts) assert.ok(staff.has(actor), actor);
    }
  });

  test(`${id}: prices are whole minor units`, () => {
    for (const { code, unitPrice } of prices) assert.ok(Number.isInteger(unitPrice) && unitPrice > 0, code);
  });
}

test('every site of the pharmacies lies in Kazan, in integers of 10⁻⁷ degrees', () => {
  const { sites } = CLIENTS.find(({ id }) => id === 'apteka-one')!;
  assert.ok(sites.length >= 14);
  for (const { id, latitude, longitude } of sites) {
    assert.ok(Number.isInteger(latitude) && Number.isInteger(longitude), id);
    assert.ok(latitude > 55.68e7 && latitude < 55.9e7, id);
    assert.ok(longitude > 48.9e7 && longitude < 49.35e7, id);
  }
});

test('an engineer has recorded no consent, so that the portal shows a role and initials', () => {
  assert.ok(ENGINEERS.some(({ basis }) => basis === null));
});
