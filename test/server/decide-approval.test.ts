import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { factOf, partsOf } from '../../server/contract/events.ts';
import { pendingIn } from '../../server/contract/money.ts';
import { CALLERS, DIRECTORY } from '../support/directory.ts';
import { costedVisit, position } from '../support/costed-visit.ts';
import { types } from '../support/given.ts';
import { timeline } from '../support/timeline.ts';

const { anna, elena, olga } = CALLERS;
const LIST = [position('W', { vatRate: null })];

/** A visit on which 6 000 roubles need no approval. */
function visit() {
  const one = costedVisit(LIST);
  one.arrived('2026-01-12T09:10:00Z');
  return one;
}

describe('who is to bear a line is told why', () => {
  for (const billing of ['client_fault', 'provider_cost'] as const) {
    test(`${billing} demands a reason, when a line is added and when it is revised`, () => {
      const one = visit();
      one.refuses('add-cost', { code: 'W', billing }, '/reason', /may contest/);
      one.send('add-cost', { code: 'W' });
      const { id } = one.line('W');
      one.refuses('revise-cost', { line: id, billing }, '/reason', /may contest/);
      one.send('revise-cost', { line: id, billing, reason: 'Water was spilled over it' });
      assert.equal(one.line('W').reason, 'Water was spilled over it');
    });
  }

  test('the reason stays until the billing changes', () => {
    const one = visit();
    one.send('add-cost', { code: 'W', billing: 'client_fault', reason: 'Dropped' });
    const { id } = one.line('W');
    one.send('revise-cost', { line: id, quantity: '2' });
    assert.deepEqual([one.line('W').reason, one.line('W').quantity], ['Dropped', '2']);
    one.send('revise-cost', { line: id, billing: 'billable' });
    assert.equal(one.line('W').reason, null);
    one.refuses('revise-cost', { line: id, billing: 'client_fault' }, '/reason', /may contest/);
  });

  test('it is free text: never in what is hashed, and gone once erased', () => {
    const one = visit();
    const [fact] = one.send('add-cost', { code: 'W', billing: 'provider_cost', reason: 'We dropped it' });
    assert.deepEqual(partsOf(fact!).personal, { reason: 'We dropped it' });
    assert.ok(!JSON.stringify(partsOf(fact!).open).includes('dropped'));
    const [event] = timeline(fact!);
    const erased = factOf({ ...event!, private: { '/reason': null } });
    assert.ok(erased.type === 'cost_added' && erased.reason === null);
  });

  test('it may be contested, also where nothing is charged', () => {
    const one = visit();
    one.send('add-cost', { code: 'W', billing: 'provider_cost', reason: 'We broke it' });
    one.send('dispute-cost', { lines: [one.line('W').id], reason: 'It was broken before' }, anna);
    assert.equal(one.line('W').state, 'disputed');
  });
});

describe('"work begun without approval is marked and not payable until approved"', () => {
  const overLimit = () => {
    const one = visit();
    one.send('add-cost', { code: 'W', quantity: '7' });
    return one;
  };

  test('the line that goes over the limit waits, and is not yet begun', () => {
    const { state, unapproved, asked } = overLimit().line('W');
    assert.deepEqual([state, unapproved, asked?.actor.id], ['awaiting', undefined, 'marat']);
  });

  test('one that is added while another waits is marked', () => {
    const one = overLimit();
    one.send('add-cost', { code: 'W', quantity: '1' });
    assert.equal(one.line('W').unapproved, true);
    one.send('revise-cost', { line: one.line('W').id, quantity: '2' });
    assert.equal(one.line('W').unapproved, true);
  });

  test('so is what still waits when the work is done', () => {
    const one = overLimit();
    const { id } = one.line('W');
    const facts = one.send('resolve', { summary: 'Done' });
    assert.deepEqual(facts.slice(0, 2), [
      { type: 'resolved', summary: 'Done', firstVisit: null },
      { type: 'cost_unapproved', lines: [id] },
    ]);
    assert.deepEqual([one.line('W').unapproved, pendingIn(one.costs().lines, 'awaiting')], [true, 7000_00]);
  });

  test('nothing is marked where all is approved', () => {
    const one = overLimit();
    one.send('approve-cost', { lines: [one.line('W').id] }, elena);
    assert.deepEqual(types(one.send('resolve', { summary: 'Done' })), ['resolved']);
  });

  test('it can still be approved, or disputed and revised, when the ticket is closed', () => {
    const one = overLimit();
    const { id } = one.line('W');
    one.send('resolve', { summary: 'Done' });
    one.send('confirm', {}, anna);
    assert.equal(one.ticket().stage, 'closed');
    one.refuses('revise-cost', { line: id, quantity: '1' }, '/line', /only a disputed line/);
    one.refuses('remove-cost', { line: id }, '/line', /only a disputed line/);
    one.send('dispute-cost', { lines: [id], reason: 'Too much' }, elena);
    one.send('revise-cost', { line: id, quantity: '6.5' }, olga);
    assert.equal(one.line('W').state, 'awaiting');
    one.send('approve-cost', { lines: [id] }, elena);
    assert.deepEqual([one.line('W').state, pendingIn(one.costs().lines)], ['approved', 0]);
  });
});

describe('a dispute takes the approval back', () => {
  test('of a line that had shrunk: it does not grow again unasked', () => {
    const one = visit();
    one.send('add-cost', { code: 'W', quantity: '7' });
    const { id } = one.line('W');
    one.send('approve-cost', { lines: [id] }, elena);
    one.send('revise-cost', { line: id, quantity: '2' });
    one.send('dispute-cost', { lines: [id], reason: 'One would have done' }, elena);
    one.send('revise-cost', { line: id, quantity: '7' });
    const { state, total } = one.line('W');
    assert.deepEqual([state, pendingIn(one.costs().lines)], ['awaiting', total]);
  });

  test('of one that had grown: all of it is held against a limit again, not what was asked for last', () => {
    const one = visit();
    one.send('add-cost', { code: 'W', quantity: '7' });
    const { id } = one.line('W');
    one.send('approve-cost', { lines: [id] }, elena);
    one.send('revise-cost', { line: id, quantity: '14' });
    one.send('approve-cost', { lines: [id] }, elena);
    one.send('dispute-cost', { lines: [id], reason: 'Nobody was here' }, elena);
    assert.equal(pendingIn(one.costs().lines), one.line('W').total);
  });
});

describe('a pause that waits for an approval ends with what waited', () => {
  const paused = () => {
    const one = visit();
    one.send('add-cost', { code: 'W', quantity: '7' });
    one.send('pause', { reason: 'awaiting_approval' }, olga);
    return { ...one, id: one.line('W').id };
  };

  test('where its last line is removed', () => {
    const one = paused();
    assert.deepEqual(types(one.send('remove-cost', { line: one.id })), ['cost_removed', 'resumed']);
  });
  test('where it is revised into the limit', () => {
    const one = paused();
    assert.deepEqual(types(one.send('revise-cost', { line: one.id, quantity: '1' })), ['cost_revised', 'resumed']);
    assert.deepEqual(types(one.send('revise-cost', { line: one.id, quantity: '2' })), ['cost_revised']);
  });
  test('not while it still waits', () => {
    const one = paused();
    assert.deepEqual(types(one.send('revise-cost', { line: one.id, quantity: '6.9' })), ['cost_revised']);
  });
});

describe('who asked for an approval, and since when', () => {
  test('is who added the line, or who put it up for approval', () => {
    const one = visit();
    one.send('add-cost', { code: 'W', quantity: '1' });
    const { id } = one.line('W');
    assert.equal(one.line('W').asked, undefined);
    one.send('request-approval', { lines: [id] }, olga);
    assert.equal(one.line('W').asked?.actor.name, 'Olga Smirnova');
    const since = one.line('W').asked?.at;
    one.send('revise-cost', { line: id, quantity: '7' });
    assert.deepEqual([one.line('W').state, one.line('W').asked?.at], ['awaiting', since]);
  });
});

describe('the month’s budget of a site', () => {
  const approval = { free: null, employee: 1000_00, approver: null, siteMonth: 5000_00 };
  const budgeted = (spent: number, month = '2026-01') => {
    const one = costedVisit(LIST, {
      tenant: { ...DIRECTORY.tenant, approval },
      spent: new Map([[month, spent]]),
    });
    one.arrived('2026-01-12T09:10:00Z');
    return one;
  };
  const stateAfter = (one: ReturnType<typeof budgeted>, quantity: string) => {
    one.send('add-cost', { code: 'W', quantity });
    return one.line('W').state;
  };

  test('counts what the site’s other tickets are charged in that month', () => {
    assert.equal(stateAfter(budgeted(3000_00), '2'), 'within_limit');
    assert.equal(stateAfter(budgeted(3000_01), '2'), 'awaiting');
  });
  test('and the ticket’s own lines, approved or not', () => {
    const one = budgeted(1000_00);
    assert.equal(stateAfter(one, '4'), 'within_limit');
    assert.equal(stateAfter(one, '0.001'), 'awaiting');
    one.send('approve-cost', { lines: [one.line('W').id] }, elena);
    assert.equal(stateAfter(one, '0.001'), 'awaiting');
  });
  test('another month has its own', () => assert.equal(stateAfter(budgeted(9000_00, '2025-12'), '5'), 'within_limit'));
  test('a revision that does not grow asks nothing, one that grows asks for the difference', () => {
    const one = budgeted(1000_00);
    stateAfter(one, '4');
    const { id } = one.line('W');
    one.send('revise-cost', { line: id, quantity: '3.5' });
    assert.equal(one.line('W').state, 'within_limit');
    one.send('revise-cost', { line: id, quantity: '4.5' });
    assert.equal(one.line('W').state, 'awaiting');
  });
  test('what is not charged costs nothing of it', () => {
    const one = budgeted(5000_00);
    one.send('add-cost', { code: 'W', quantity: '9', billing: 'warranty' });
    assert.equal(one.line('W').state, 'within_limit');
  });
});
