import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Person } from '../../demo/clients/client.ts';
import { PHARMACY } from '../../demo/clients/pharmacy/pharmacy.ts';
import { nextReply } from '../../demo/colleagues/colleague-play.ts';
import type { Ticket } from '../../demo/company/ticket.ts';
import { at, costLine, courseOf, NOW, playedTicket } from '../support/played-ticket.ts';

const COLLEAGUE = PHARMACY.colleagues[0]!;
const MANY = Array.from({ length: 100 }, (_, index) => `t${index}`);

const ticketWith = (change: Partial<Ticket>): Ticket =>
  playedTicket({ stage: 'accepted', requester: { id: COLLEAGUE.id }, ...change });
const reply = (change: Partial<Ticket>, person: Person = COLLEAGUE) => nextReply(ticketWith(change), person, PHARMACY);
/** What the same situation brings in a hundred tickets. */
const replies = (change: Partial<Ticket>) => MANY.map((id) => reply({ ...change, id }));
const named = (all: readonly ReturnType<typeof reply>[]) => new Set(all.map((one) => one?.command));
const awaiting = (total: number, discount = 0) => ({
  lines: [costLine('K-342', { total, discount, state: 'awaiting' })],
  total,
});

test('a colleague answers an open question, not an answered one', () => {
  const open = { id: 'q1', askedAt: at(0), answeredAt: null };
  assert.equal(reply({ questions: [open] })?.command, 'answer');
  assert.equal(reply({ questions: [{ ...open, answeredAt: at(0) }] }), undefined);
});

test('a proposed visit is agreed to, or declined once with a wish', () => {
  const proposed = { id: 'v2', from: at(0), to: at(1), state: 'proposed' };
  const all = replies({ visits: [proposed] });
  assert.deepEqual(named(all), new Set(['agree-visit', 'decline-visit']));
  for (const one of all) {
    assert.equal(one?.body['visit'], 'v2');
    assert.equal(typeof one?.body['wish'] === 'string', one?.command === 'decline-visit');
  }
  const before = { ...proposed, id: 'v1', state: 'declined' };
  assert.deepEqual(named(replies({ visits: [before, proposed] })), new Set(['agree-visit']));
});

test('a cost is approved up to the limit of employees, or disputed once; what is over it is the manager’s', () => {
  const within = replies({ stage: 'on_site', costs: awaiting(1_000_000) });
  assert.deepEqual(named(within), new Set(['approve-cost', 'dispute-cost']));
  for (const one of within) assert.deepEqual(one?.body['lines'], ['K-342']);
  assert.deepEqual(named(replies({ stage: 'on_site', costs: awaiting(850_000, 1500) })), new Set(['approve-cost']));
  assert.deepEqual(named(replies({ stage: 'on_site', costs: awaiting(1_000_001, 1500) })), new Set([undefined]));
});

test('who did not let the engineer in says that access is possible', () => {
  const refused = { id: 'p1', reason: 'no_access', from: at(0), to: null };
  assert.equal(reply({ pauses: [refused] })?.command, 'allow-access');
  assert.equal(reply({ pauses: [{ ...refused, to: at(1) }] }), undefined);
});

test('a repair is confirmed or sent back, sent back at most once, and rated when it is closed', () => {
  assert.deepEqual(named(replies({ stage: 'resolved' })), new Set(['confirm', 'reopen']));
  const course = courseOf('resolved', 'reopened', 'resolved');
  assert.deepEqual(named(replies({ stage: 'resolved', course })), new Set(['confirm']));
  assert.equal(reply({ stage: 'closed' })?.command, 'rate');
  assert.equal(reply({ stage: 'closed', rating: { stars: 5 } }), undefined);
});

test('what a colleague told by telephone he confirms, and leaves to the caller to rate', () => {
  const entered = { requester: { id: 'dina' } };
  assert.ok(reply({ ...entered, stage: 'resolved' }));
  assert.equal(reply({ ...entered, stage: 'closed' }), undefined);
});

test('nobody replies in the same second', () => {
  const next = reply({ stage: 'resolved' });
  assert.ok(next && next.due >= NOW + 20_000);
});
