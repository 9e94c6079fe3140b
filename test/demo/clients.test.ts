import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CLIENTS } from '../../demo/clients/all-clients.ts';
import type { Client, Scenario } from '../../demo/clients/client.ts';
import { ENGINEERS } from '../../demo/company/engineers.ts';
import { DISPATCHERS, engineersOf, staffOf } from '../../demo/company/staff.ts';
import { wallTime } from '../../demo/site-time.ts';

const idsOf = (list: readonly { readonly id: string }[]): Set<string> => new Set(list.map(({ id }) => id));
const prefixesOf = ({ sites }: Client): Set<string> => new Set(sites.map(({ codes = '' }) => codes));

/** South, north, west and east of the built-up land of each region, in degrees. */
const LAND: Readonly<Record<string, readonly [number, number, number, number]>> = {
  kazan: [55.68, 55.9, 48.9, 49.35],
  kaliningrad: [54.65, 54.78, 20.38, 20.62],
  moscow: [55.57, 55.91, 37.36, 37.85],
  yekaterinburg: [56.73, 56.92, 60.45, 60.75],
  novosibirsk: [54.8, 55.15, 82.75, 83.15],
  irkutsk: [52.2, 52.4, 104.1, 104.45],
  vladivostok: [43.05, 43.25, 131.85, 132.05],
  ireland: [53.2, 53.42, -6.42, -6.08],
  malta: [35.79, 36.0, 14.3, 14.58],
  netherlands: [51.85, 52.45, 4.3, 5.2],
  rhineland: [50.85, 51.3, 6.7, 7.1],
};

/** Every pair of words anywhere inside. */
function* wordsIn(value: unknown): Generator<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return;
  if ('en' in value || 'ru' in value) yield value as Record<string, unknown>;
  for (const inner of Object.values(value)) yield* wordsIn(inner);
}

/** Gross minor units of the works, as the price list has them. */
const grossOf = ({ prices }: Client, { works }: Pick<Scenario, 'works'>, prefix: string): number =>
  works.reduce((sum, { code, quantity, billing }) => {
    if (billing) return sum;
    const { unitPrice, vatRate, prices: kind } = prices.find((one) => one.code === `${prefix}${code}`)!;
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
  const engineers = engineersOf(id);

  test(`${id}: ids are unique`, () => {
    for (const list of [sites, assets, categories, priorities, [...people, ...colleagues]])
      assert.equal(idsOf(list).size, list.length);
    const versions = prices.map(({ code, validFrom = '' }) => `${code} ${validFrom}`);
    assert.equal(new Set(versions).size, prices.length);
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
    // The simulation fills in no fields.
    for (const { fields } of categories) assert.ok(fields.every(({ required }) => !required));
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
    for (const prefix of prefixesOf(client))
      for (const { works } of [...Object.values(scenarios), client.again])
        for (const { code } of works) assert.ok(codes.has(`${prefix}${code}`), `${prefix}${code}`);
  });

  test(`${id}: some works need no approval, some the employee may approve, none is beyond the approver`, () => {
    const { free, employee, approver } = client.tenant.approval;
    for (const prefix of prefixesOf(client)) {
      const totals = Object.values(scenarios).map((scenario) => grossOf(client, scenario, prefix));
      assert.ok(totals.some((total) => total <= free!));
      assert.ok(totals.some((total) => total > free! && total <= employee!));
      assert.ok(totals.every((total) => total <= approver!));
    }
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

  test(`${id}: sixty positions or more, in whole minor units, with several units and rates of VAT`, () => {
    assert.ok(new Set(prices.map(({ code }) => code)).size >= 60);
    for (const { code, unitPrice, kind } of prices)
      assert.ok(Number.isInteger(unitPrice) && unitPrice > 0 === (kind !== 'coefficient'), code);
    assert.ok(new Set(prices.map(({ unit }) => unit.en)).size >= 4);
    assert.ok(new Set(prices.map(({ vatRate }) => vatRate)).size >= 2);
    for (const kind of ['call_out', 'work', 'part', 'wasted_trip'])
      assert.ok(
        prices.some((one) => one.kind === kind),
        kind,
      );
  });

  test(`${id}: every site lies where its address says, in integers of 10⁻⁷ degrees`, () => {
    for (const site of sites) {
      const { latitude, longitude } = site;
      assert.ok(Number.isInteger(latitude) && Number.isInteger(longitude), site.id);
      const [south, north, west, east] = LAND[site.region]!;
      assert.ok(latitude > south * 1e7 && latitude < north * 1e7, site.id);
      assert.ok(longitude > west * 1e7 && longitude < east * 1e7, site.id);
    }
  });

  test(`${id}: somebody can be an employee, a shared login, an approver and an auditor`, () => {
    assert.ok(people[0]!.role === 'employee' && people[0]!.sites.length === 1);
    for (const role of ['approver', 'auditor'])
      assert.ok(
        people.some((one) => one.role === role),
        role,
      );
  });
}

test('three clients, forty sites, twelve engineers, and the groceries in six time zones', () => {
  assert.equal(CLIENTS.length, 3);
  assert.ok(CLIENTS.flatMap(({ sites }) => sites).length >= 40);
  assert.ok(ENGINEERS.length >= 12);
  const { sites } = CLIENTS.find(({ id }) => id === 'shirota')!;
  const winter = Date.parse('2026-01-15T12:00:00.000Z');
  assert.equal(new Set(sites.map(({ timeZone }) => wallTime(winter, timeZone))).size, 6);
});

test('Russian prices carry the standard rate since 2026 or none, the bank’s those of each country', () => {
  const ratesOf = (id: string, codes = '') => {
    const { prices } = CLIENTS.find((client) => client.id === id)!;
    return new Set(prices.filter(({ code }) => code.startsWith(codes)).map(({ vatRate }) => vatRate));
  };
  assert.deepEqual(ratesOf('apteka-one'), new Set([2200, null]));
  assert.deepEqual(ratesOf('shirota'), new Set([2200, null]));
  assert.deepEqual(ratesOf('calloway-bank', 'IE-'), new Set([1350, 2300, null]));
  assert.deepEqual(ratesOf('calloway-bank', 'MT-'), new Set([1800, null]));
  assert.deepEqual(ratesOf('calloway-bank', 'NL-'), new Set([2100, null]));
  assert.deepEqual(ratesOf('calloway-bank', 'DE-'), new Set([1900, null]));
});

for (const { id } of CLIENTS)
  test(`${id}: an engineer has recorded no consent, so that the portal shows a role and initials`, () => {
    assert.equal(engineersOf(id).filter(({ basis }) => basis === null).length, 1);
  });
