import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scenarioOf } from '../../demo/company/scenarios.ts';
import { DISPATCHERS, ENGINEERS } from '../../demo/company/staff.ts';
import { ASSETS } from '../../demo/pharmacy/assets.ts';
import { CATEGORIES, PRIORITIES } from '../../demo/pharmacy/categories.ts';
import { COLLEAGUES, PEOPLE } from '../../demo/pharmacy/people.ts';
import { POLICY } from '../../demo/pharmacy/policy.ts';
import { PRICES } from '../../demo/pharmacy/prices.ts';
import { REPORTS } from '../../demo/pharmacy/reports.ts';
import { SITES } from '../../demo/pharmacy/sites.ts';
import { TENANT } from '../../demo/pharmacy/tenant.ts';

const idsOf = (list: readonly { readonly id: string }[]): Set<string> => new Set(list.map(({ id }) => id));

/** Every pair of words anywhere inside. */
function* wordsIn(value: unknown): Generator<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return;
  if ('en' in value || 'ru' in value) yield value as Record<string, unknown>;
  for (const inner of Object.values(value)) yield* wordsIn(inner);
}

test('every text of the seed is written in both languages', () => {
  const seed = [
    TENANT,
    SITES,
    ASSETS,
    CATEGORIES,
    PRIORITIES,
    PRICES,
    PEOPLE,
    COLLEAGUES,
    REPORTS,
    ENGINEERS,
    DISPATCHERS,
  ];
  const words = [...wordsIn(seed)];
  assert.ok(words.length > 300);
  for (const pair of words) {
    assert.ok(typeof pair['en'] === 'string' && pair['en'].trim() !== '', JSON.stringify(pair));
    assert.ok(typeof pair['ru'] === 'string' && pair['ru'].trim() !== '', JSON.stringify(pair));
  }
});

test('ids are unique', () => {
  for (const list of [
    SITES,
    ASSETS,
    CATEGORIES,
    PRIORITIES,
    [...PEOPLE, ...COLLEAGUES],
    [...ENGINEERS, ...DISPATCHERS],
  ]) {
    assert.equal(idsOf(list).size, list.length);
  }
  assert.equal(new Set(PRICES.map(({ code }) => code)).size, PRICES.length);
});

test('every site lies in Kazan, in integers of 10⁻⁷ degrees', () => {
  assert.ok(SITES.length >= 14);
  for (const { id, latitude, longitude } of SITES) {
    assert.ok(Number.isInteger(latitude) && Number.isInteger(longitude), id);
    assert.ok(latitude > 55.68e7 && latitude < 55.9e7, id);
    assert.ok(longitude > 48.9e7 && longitude < 49.35e7, id);
  }
});

test('every category names a priority that exists and has a norm for each', () => {
  const priorities = idsOf(PRIORITIES);
  assert.ok(CATEGORIES.length >= 10);
  for (const category of CATEGORIES) {
    assert.ok(priorities.has(category.priority), category.id);
    for (const priority of priorities) {
      const norm = POLICY.norms.find(
        (one) => [category.id, '*'].includes(one.category) && [priority, '*'].includes(one.priority),
      );
      assert.ok(norm?.reaction && norm.resolution, `${category.id} ${priority}`);
    }
  }
});

test('what the seed points at exists', () => {
  const sites = idsOf(SITES);
  const categories = idsOf(CATEGORIES);
  for (const asset of ASSETS) assert.ok(sites.has(asset.site) && categories.has(asset.category ?? ''), asset.id);
  for (const person of [...PEOPLE, ...COLLEAGUES])
    for (const site of person.sites) assert.ok(sites.has(site), person.id);
  for (const report of REPORTS) assert.ok(categories.has(report.category), report.text.en);
  for (const engineer of ENGINEERS) for (const skill of engineer.skills) assert.ok(categories.has(skill), engineer.id);
  for (const norm of POLICY.norms) assert.ok(norm.category === '*' || categories.has(norm.category));
});

test('every category can be played: two engineers know it, and its works are in the price list', () => {
  const codes = new Set(PRICES.map(({ code }) => code));
  assert.ok(PRICES.length >= 40);
  for (const { id } of CATEGORIES) {
    assert.ok(ENGINEERS.filter((engineer) => engineer.skills.includes(id)).length >= 2, id);
    for (const { code } of scenarioOf(id).works) assert.ok(codes.has(code), `${id}: ${code}`);
  }
});

test('some works need no approval, some the employee may approve, none is beyond the approver', () => {
  const totals = CATEGORIES.map(({ id }) =>
    scenarioOf(id).works.reduce((sum, { code, quantity }) => {
      const price = PRICES.find((one) => one.code === code)!;
      return sum + price.unitPrice * Number(quantity) * 1.22;
    }, 0),
  );
  const { free, employee, approver } = TENANT.approval;
  assert.ok(totals.some((total) => total <= free));
  assert.ok(totals.some((total) => total > free && total <= employee));
  assert.ok(totals.every((total) => total <= approver));
});

test('prices are whole kopecks with the Russian standard rate of VAT', () => {
  for (const { code, unitPrice, vatRate } of PRICES) {
    assert.ok(Number.isInteger(unitPrice) && unitPrice > 0, code);
    assert.equal(vatRate, 2200, code);
  }
});

test('one engineer has recorded no consent, so that the portal shows a role and initials', () => {
  assert.equal(ENGINEERS.filter(({ basis }) => basis === null).length, 1);
});
