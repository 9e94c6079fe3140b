import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { costedVisit, NIGHT_LIST, position } from '../../support/costed-visit.ts';
import { types } from '../../support/given.ts';

/** Moscow is three hours ahead: half past eleven at night, a Monday. */
const NIGHT = '2026-01-12T20:30:00Z';
/** Noon of the same Monday. */
const DAY = '2026-01-12T09:00:00Z';

function atNight() {
  const visit = costedVisit(NIGHT_LIST);
  visit.arrived(NIGHT);
  return visit;
}

describe('what the price list adds to a visit by itself', () => {
  test('comes in the same append as the first work, chosen by the recorded arrival in site time', () => {
    const visit = atNight();
    const facts = visit.send('add-cost', { code: 'W', quantity: '1' });
    assert.deepEqual(types(facts), ['cost_added', 'cost_added', 'cost_added', 'cost_added']);
    // Work 1000, its minimum 1500 more, the call-out 700, and half of all of it; 22 % VAT on top.
    assert.deepEqual(visit.lines(), ['W 1220', 'CALL 854', 'MIN 1830', 'NIGHT 1952']);
    assert.equal(visit.costs().total, 5856_00);
  });

  test('does not come at another hour; what has no hours does', () => {
    const visit = costedVisit(NIGHT_LIST);
    visit.arrived(DAY);
    visit.send('add-cost', { code: 'W', quantity: '1' });
    assert.deepEqual(visit.lines(), ['W 1220', 'MIN 1830']);
  });

  for (const [what, at, is] of [
    ['the first minute of the night', '2026-01-12T19:00:00Z', true],
    ['the minute before it', '2026-01-12T18:59:59Z', false],
    ['its last minute', '2026-01-13T02:59:59Z', true],
    ['the minute after it', '2026-01-13T03:00:00Z', false],
    ['a Saturday that is still Friday in UTC', '2026-01-16T21:30:00Z', true],
    ['noon of a Sunday', '2026-01-18T09:00:00Z', true],
    ['noon of a holiday', '2026-01-14T09:00:00Z', true],
    ['noon of a working day', '2026-01-15T09:00:00Z', false],
  ] as const) {
    test(`${what} ${is ? 'has' : 'has not'} the coefficient`, () => {
      const visit = costedVisit(NIGHT_LIST);
      visit.arrived(at);
      visit.send('add-cost', { code: 'W', quantity: '1' });
      assert.equal(visit.line('NIGHT') !== undefined, is);
    });
  }

  test('is kept right when other lines of the visit are added, revised and removed', () => {
    const visit = atNight();
    visit.send('add-cost', { code: 'W', quantity: '1' });
    const added = visit.send('add-cost', { code: 'P', quantity: '3' });
    // 1000 + 999.99 of 2500; the call-out stays.
    assert.deepEqual(types(added), ['cost_added', 'cost_revised', 'cost_revised']);
    assert.equal(visit.line('MIN').net, 500_01);
    assert.equal(visit.line('NIGHT').net, Math.round((1000_00 + 700_00 + 500_01) / 2));

    const revised = visit.send('revise-cost', { line: visit.line('W').id, quantity: '2.5' });
    assert.deepEqual(types(revised), ['cost_revised', 'cost_removed', 'cost_revised']);
    assert.deepEqual([visit.line('MIN'), visit.line('NIGHT').net], [undefined, 1600_00]);

    visit.send('remove-cost', { line: visit.line('P').id });
    visit.send('remove-cost', { line: visit.line('W').id });
    assert.deepEqual(visit.lines(), []);
  });

  test('nothing of it is charged for what is not charged; the call-out is billed as the work that brought it', () => {
    const visit = atNight();
    visit.send('add-cost', { code: 'W', quantity: '1', billing: 'warranty' });
    assert.deepEqual(visit.lines(), ['W 0', 'CALL 0']);
    assert.equal(visit.line('CALL').listTotal, 854_00);
    visit.send('revise-cost', { line: visit.line('W').id, billing: 'billable' });
    assert.deepEqual(visit.lines(), ['W 1220', 'CALL 0', 'MIN 1830', 'NIGHT 1525']);
  });

  test('each visit has its own', () => {
    const visit = atNight();
    visit.send('add-cost', { code: 'W', quantity: '3' });
    visit.happened({ type: 'visit_ended', outcome: 'continue' }, '2026-01-12T22:00:00Z');
    visit.arrived('2026-01-13T09:00:00Z');
    visit.send('add-cost', { code: 'W', quantity: '1' });
    assert.deepEqual(visit.lines(), ['W 3660', 'CALL 854', 'NIGHT 2257', 'W 1220', 'MIN 1830']);
  });

  test('what is told of an earlier time belongs to the visit of that time', () => {
    const visit = atNight();
    visit.happened({ type: 'visit_ended', outcome: 'continue' }, '2026-01-12T22:00:00Z');
    visit.arrived('2026-01-13T09:00:00Z');
    visit.send('add-cost', { code: 'W', performedAt: '2026-01-12T21:00:00Z' });
    const { arrival } = visit.line('W');
    assert.deepEqual(visit.lines(), ['W 1220', 'CALL 854', 'MIN 1830', 'NIGHT 1952']);
    assert.ok(visit.costs().lines.every((line) => line.arrival === arrival));
  });

  test('its billing may be revised, and its amount goes on following', () => {
    const visit = atNight();
    visit.send('add-cost', { code: 'W', quantity: '3' });
    visit.send('revise-cost', { line: visit.line('NIGHT').id, billing: 'included' });
    visit.send('add-cost', { code: 'W', quantity: '1' });
    assert.deepEqual([visit.line('NIGHT').total, visit.line('NIGHT').listTotal], [0, 2867_00]);
    visit.refuses('remove-cost', { line: visit.line('NIGHT').id }, '/line', /revise its billing/);
    visit.refuses('revise-cost', { line: visit.line('NIGHT').id, quantity: '2' }, '/quantity', /follows/);
    visit.refuses('add-cost', { code: 'NIGHT' }, '/code', /charged once/);
  });

  test('nothing is added to work from afar, which has no visit', () => {
    const visit = costedVisit(NIGHT_LIST);
    visit.send('add-cost', { code: 'W', quantity: '1' });
    assert.deepEqual(visit.lines(), ['W 1220']);
  });

  test('however lines come and go, coefficient and minimum are what they would be if all had come at once', () => {
    const step = fc.oneof(
      fc.record({
        do: fc.constant('add' as const),
        code: fc.constantFrom('W', 'P'),
        n: fc.integer({ min: 1, max: 9999 }),
      }),
      fc.record({
        do: fc.constantFrom('revise' as const, 'remove' as const),
        code: fc.nat(9),
        n: fc.integer({ min: 1, max: 9999 }),
      }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 8 }), (steps) => {
        const visit = atNight();
        for (const { do: act, code, n } of steps) {
          const quantity = (n / 1000).toFixed(3);
          if (act === 'add') {
            visit.send('add-cost', { code: String(code), quantity });
            continue;
          }
          const own = visit.costs().lines.filter((line) => !line.automatic);
          const line = own[Number(code) % Math.max(own.length, 1)];
          if (!line) continue;
          if (act === 'remove') visit.send('remove-cost', { line: line.id });
          else visit.send('revise-cost', { line: line.id, quantity });
        }
        const { lines } = visit.costs();
        const worked = lines.filter(({ code }) => code === 'W' || code === 'P');
        const sum = worked.reduce((all, { net }) => all + net, 0);
        const minimum = sum > 0 && sum < 2500_00 ? 2500_00 - sum : 0;
        const callOut = worked.length > 0 ? 700_00 : 0;
        const doubled =
          worked.filter(({ code }) => code === 'W').reduce((all, { net }) => all + net, 0) + callOut + minimum;
        const net = (code: string) => lines.find((line) => line.code === code)?.net ?? 0;
        assert.equal(net('MIN'), minimum);
        assert.equal(net('CALL'), callOut);
        assert.equal(net('NIGHT'), Math.floor((doubled + 1) / 2));
        assert.equal(new Set(lines.map(({ id }) => id)).size, lines.length);
      }),
      { numRuns: 60 },
    );
  });
});

describe('what is added by its code', () => {
  const HOLIDAY = position('HOL', {
    kind: 'coefficient',
    unitPrice: 0,
    when: [{ dates: ['2026-01-12'] }],
    share: 10_000,
    of: ['work'],
  });
  const EVENING = position('EVE', {
    ...HOLIDAY,
    code: 'EVE',
    when: [{ hours: ['18:00', '24:00'], weekdays: ['sat'] }],
  });
  const TRAVEL = position('KM', { kind: 'travel', unitPrice: 25_00, prices: 'gross' });
  const list = [position('W'), HOLIDAY, EVENING, TRAVEL];

  test('a coefficient whose time fits is a share of the lines that it counts, exactly', () => {
    const visit = costedVisit(list);
    visit.arrived(DAY);
    visit.send('add-cost', { code: 'W', quantity: '0.333' });
    visit.send('add-cost', { code: 'HOL', discount: 1000 });
    const { quantity, unitPrice, net } = visit.line('HOL');
    assert.deepEqual([quantity, unitPrice, net], ['1', 333_00, 299_70]);
  });
  test('one whose time does not is refused with both times', () => {
    const visit = costedVisit(list);
    visit.arrived(DAY);
    visit.send('add-cost', { code: 'W' });
    visit.refuses(
      'add-cost',
      { code: 'EVE' },
      '/code',
      /an arrival 18:00–24:00 sat: this one was recorded at 12:00 on 2026-01-12 \(mon\), the site's time/,
    );
  });
  test('nothing that it would count: refused', () => {
    const visit = costedVisit(list);
    visit.arrived(DAY);
    visit.refuses('add-cost', { code: 'HOL' }, '/code', /nothing on this visit/);
    visit.refuses('add-cost', { code: 'HOL', quantity: '2' }, '/quantity', /added once/);
  });
  test('a call-out is charged once, whatever quantity is told', () => {
    const visit = costedVisit(NIGHT_LIST);
    visit.arrived(NIGHT);
    visit.refuses('add-cost', { code: 'CALL', quantity: '9' }, '/quantity', /charged once/);
    visit.send('add-cost', { code: 'CALL', quantity: '1.0' });
    visit.refuses('revise-cost', { line: visit.line('CALL').id, quantity: '2' }, '/quantity', /charged once/);
  });
  test('travel needs a recorded arrival, and may be charged twice', () => {
    const visit = costedVisit(list);
    visit.refuses('add-cost', { code: 'KM', quantity: '12.4' }, '/code', /no arrival is recorded/);
    visit.arrived(DAY);
    visit.send('add-cost', { code: 'KM', quantity: '12.4' });
    visit.send('add-cost', { code: 'KM', quantity: '1' });
    assert.deepEqual(visit.lines(), ['KM 310', 'KM 25']);
  });
});
