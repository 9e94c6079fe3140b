import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { PersonId } from '../../../server/contract/ids.ts';
import { pendingOf, type CostLine, type CostState } from '../../../server/contract/money.ts';
import { afterRevision, mayApprove, stateOfNew } from '../../../server/costs/approval.ts';

const line = (id: string, total: number, state: CostState = 'within_limit', approved?: number): CostLine => ({
  id,
  code: 'W-1',
  title: 'Work',
  quantity: '1',
  unit: 'piece',
  unitPrice: total,
  discount: 0,
  vatRate: null,
  billing: 'billable',
  net: total,
  vat: 0,
  total,
  listTotal: total,
  performer: 'marat' as PersonId,
  state,
  ...(approved === undefined ? {} : { approved }),
});

describe('a new line', () => {
  test('within the free limit needs no approval', () =>
    assert.equal(stateOfNew(line('n', 1000), [], { free: 1000 }), 'within_limit'));
  test('over it waits', () => assert.equal(stateOfNew(line('n', 1001), [], { free: 1000 }), 'awaiting'));
  test('"the requester’s limit is on the ticket’s cumulative total not yet approved, so that it cannot be split"', () => {
    const others = [line('a', 600)];
    assert.equal(stateOfNew(line('n', 400), others, { free: 1000 }), 'within_limit');
    assert.equal(stateOfNew(line('n', 401), others, { free: 1000 }), 'awaiting');
  });
  test('what waits or is disputed counts; what was approved does not', () => {
    assert.equal(stateOfNew(line('n', 1), [line('a', 1000, 'awaiting')], { free: 1000 }), 'awaiting');
    assert.equal(stateOfNew(line('n', 1), [line('a', 1000, 'disputed')], { free: 1000 }), 'awaiting');
    assert.equal(stateOfNew(line('n', 1000), [line('a', 9000, 'approved')], { free: 1000 }), 'within_limit');
  });
  test('that is not charged never waits', () =>
    assert.equal(stateOfNew(line('n', 0), [line('a', 9000, 'awaiting')], { free: 0 }), 'within_limit'));
  test('never waits where there is no limit', () =>
    assert.equal(stateOfNew(line('n', 10 ** 9), [], { free: null }), 'within_limit'));
  test('however it is split, what needs no approval stays under the limit', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 700 })), fc.integer({ min: 0, max: 2000 }), (totals, free) => {
        const lines: CostLine[] = [];
        for (const [i, total] of totals.entries())
          lines.push(line(`${i}`, total, stateOfNew(line('n', total), lines, { free })));
        const unasked = lines.filter(({ state }) => state === 'within_limit');
        assert.ok(unasked.reduce((sum, { total }) => sum + total, 0) <= free);
      }),
    );
  });
});

describe('"a revision asks again only for the difference"', () => {
  const approved = line('a', 1000, 'approved');

  test('an approved line that does not grow stays approved', () => {
    assert.equal(afterRevision(line('a', 1000), approved, [], { free: 0 }).state, 'approved');
    assert.equal(afterRevision(line('a', 700), approved, [], { free: 0 }).state, 'approved');
  });
  test('one that grows waits for the difference alone', () => {
    const grown = afterRevision(line('a', 1200), approved, [], { free: 100 });
    assert.deepEqual([grown.state, grown.approved, pendingOf(grown)], ['awaiting', 1000, 200]);
  });
  test('one that grows within the limit needs no approval, and the difference counts towards it', () => {
    const grown = afterRevision(line('a', 1200), approved, [], { free: 300 });
    assert.deepEqual([grown.state, pendingOf(grown)], ['within_limit', 200]);
    assert.equal(stateOfNew(line('n', 101), [grown], { free: 300 }), 'awaiting');
  });
  test('growing in small steps does not get around the limit', () => {
    const once = afterRevision(line('a', 1200), approved, [], { free: 300 });
    const twice = afterRevision(line('a', 1400), once, [], { free: 300 });
    assert.deepEqual([twice.state, twice.approved], ['awaiting', 1000]);
  });
  test('what was once approved stays so when the line shrinks and grows again', () => {
    const shrunk = afterRevision(line('a', 700), approved, [], { free: 0 });
    assert.equal(afterRevision(line('a', 1000), shrunk, [], { free: 0 }).state, 'approved');
  });
  test('a line that waits and shrinks into the limit waits no more', () =>
    assert.equal(afterRevision(line('a', 900), line('a', 2000, 'awaiting'), [], { free: 1000 }).state, 'within_limit'));
  test('a disputed line waits again for as long as it costs anything, also within the limit', () => {
    const disputed = line('a', 2000, 'disputed');
    assert.equal(afterRevision(line('a', 1500), disputed, [], { free: 1000 }).state, 'awaiting');
    assert.equal(afterRevision(line('a', 900), disputed, [], { free: 1000 }).state, 'awaiting');
    assert.equal(afterRevision(line('a', 900), disputed, [], { free: null }).state, 'awaiting');
    assert.equal(afterRevision(line('a', 0), disputed, [], { free: 1000 }).state, 'within_limit');
  });
});

describe('who may approve', () => {
  const limits = { free: 100, employee: 1000, approver: null };
  const lines = [line('a', 600, 'awaiting'), line('b', 500, 'awaiting'), line('c', 5000, 'approved')];

  test('an employee up to his limit', () =>
    assert.equal(mayApprove('employee', limits, [line('a', 1000, 'awaiting')], ['a']), true));
  test('not over it', () => assert.equal(mayApprove('employee', limits, [line('a', 1001, 'awaiting')], ['a']), false));
  test('not one of two lines that are over it together', () =>
    assert.equal(mayApprove('employee', limits, lines, ['a']), false));
  test('nor beside a disputed one that takes it over', () =>
    assert.equal(
      mayApprove('employee', limits, [line('a', 600, 'awaiting'), line('b', 500, 'disputed')], ['a']),
      false,
    ));
  test('an approver without limit', () => assert.equal(mayApprove('approver', limits, lines, ['a', 'b']), true));
  test('of a line that grew after its approval only the difference is held against the limit', () =>
    assert.equal(mayApprove('employee', limits, [line('a', 5000, 'awaiting', 4500)], ['a']), true));
  for (const role of ['auditor', 'contract_manager', 'dispatcher', 'engineer', 'integration', 'system'] as const) {
    test(`${role}: never`, () =>
      assert.equal(mayApprove(role, { free: null, employee: null, approver: null }, lines, []), false));
  }
});
