import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { TicketFact } from '../../server/contract/events.ts';
import { CALLERS } from '../support/directory.ts';
import { given, types } from '../support/given.ts';
import { ANNA, assigned, START } from '../support/timeline.ts';

const { anna, elena, manager, olga, marat } = CALLERS;

const accepted = { type: 'accepted' } as const;
const arrived = { type: 'arrived', inside: true, reason: null } as const;

describe('works and cost', () => {
  const add = (quantity: string, ...told: readonly TicketFact[]) => {
    const [fact] = given(accepted, assigned, ...told).when(marat, 'add-cost', { code: 'K-110', quantity });
    assert.ok(fact?.type === 'cost_added');
    return fact;
  };

  test('the server stamps everything but code and quantity', () => {
    const { line } = add('2');
    assert.deepEqual(
      [line.net, line.vat, line.total, line.performer, line.state],
      [200_000, 44_000, 244_000, 'marat', 'within_limit'],
    );
    given(accepted, assigned).refuses(marat, 'add-cost', { code: 'X', quantity: '1' }, '/code');
  });

  test('the limit is on the ticket’s total not yet approved, so that it cannot be split', () => {
    const first = add('4');
    const second = add('1', first);
    assert.deepEqual([first.line.state, second.line.state], ['within_limit', 'awaiting']);
  });

  test('who may not approve so much is refused; an approver decides', () => {
    const first = add('9');
    const id = first.line.id;
    given(accepted, assigned, first).refuses(anna, 'approve-cost', { lines: [id] }, '/lines');
    assert.deepEqual(given(accepted, assigned, first).when(elena, 'approve-cost', { lines: [id] }), [
      { type: 'cost_approved', lines: [id] },
    ]);
  });

  test('the last decision ends the pause that waited for it', () => {
    const first = add('5');
    const waiting = { type: 'paused', pause: 'pause-9', reason: 'awaiting_approval', evidence: null } as const;
    const facts = given(accepted, assigned, first, waiting).when(elena, 'dispute-cost', {
      lines: [first.line.id],
      reason: 'Too much',
    });
    assert.deepEqual(types(facts), ['cost_disputed', 'resumed']);
  });

  test('a revision keeps the discount and the billing that it does not name', () => {
    const [first] = given(accepted, assigned).when(marat, 'add-cost', {
      code: 'K-110',
      quantity: '2',
      discount: 1000,
      billing: 'warranty',
    });
    assert.ok(first?.type === 'cost_added');
    const revise = (more: object) => {
      const [fact] = given(accepted, assigned, first).when(marat, 'revise-cost', {
        line: first.line.id,
        quantity: '3',
        ...more,
      });
      assert.ok(fact?.type === 'cost_revised');
      return [fact.line.quantity, fact.line.discount, fact.line.billing];
    };
    assert.deepEqual(revise({}), ['3', 1000, 'warranty']);
    assert.deepEqual(revise({ discount: 0, billing: 'billable' }), ['3', 0, 'billable']);
  });

  test('"approval requested": a pause for the client’s approval stands on a line that waits for it', () => {
    given(accepted, assigned, add('1')).refuses(marat, 'pause', { reason: 'awaiting_approval' }, '/reason');
    const [fact] = given(accepted, assigned, add('9')).when(marat, 'pause', { reason: 'awaiting_approval' });
    assert.equal(fact?.type, 'paused');
  });

  test('a line that is not there is neither revised, removed, requested nor approved', () => {
    const open = given(accepted, assigned);
    open.refuses(marat, 'revise-cost', { line: 'line-9', quantity: '1' }, '/line');
    open.refuses(marat, 'remove-cost', { line: 'line-9' }, '/line');
    open.refuses(marat, 'request-approval', { lines: ['line-9'] }, '/lines/0');
    open.refuses(elena, 'approve-cost', { lines: ['line-9'] }, '/lines/0');
  });
});

describe('the end', () => {
  const resolved = { type: 'resolved', summary: 'Fixed', firstVisit: true } as const;

  test('a ticket is rated once', () => {
    const fixed = given(accepted, arrived, resolved);
    assert.deepEqual(types(fixed.when(anna, 'rate', { stars: 5 })), ['rated']);
    given(accepted, arrived, resolved, { type: 'rated', stars: 5, text: null }).refuses(anna, 'rate', { stars: 1 }, '');
  });

  test('a correction names an event of the ticket and a time inside its life', () => {
    given(accepted).refuses(olga, 'correct', { event: 3, void: true, reason: 'Pressed by mistake' }, '/event');
    given(accepted).refuses(
      olga,
      'correct',
      { event: 2, effectiveAt: new Date(START - 1).toISOString(), reason: 'Earlier' },
      '/effectiveAt',
    );
    assert.deepEqual(
      types(given(accepted).when(olga, 'correct', { event: 2, void: true, reason: 'Pressed by mistake' })),
      ['corrected'],
    );
  });

  test('an exclusion is claimed once, and the other side decides', () => {
    const claim = {
      type: 'exclusion_claimed',
      exclusion: 'exclusion-2',
      reason: 'client_fault',
      evidence: 'Water',
    } as const;
    given(claim).refuses(olga, 'claim-exclusion', { reason: 'duplicate', evidence: 'x' }, '');
    assert.deepEqual(types(given(claim).when(manager, 'accept-exclusion', { exclusion: 'exclusion-2' })), [
      'exclusion_accepted',
    ]);
    given(claim, { fact: { type: 'exclusion_accepted', exclusion: 'exclusion-2' }, by: ANNA }).refuses(
      manager,
      'contest-exclusion',
      { exclusion: 'exclusion-2', reason: 'No' },
      '/exclusion',
    );
  });
});
