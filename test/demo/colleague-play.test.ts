import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Ticket } from '../../demo/company/ticket.ts';
import { PHARMACY } from '../../demo/clients/pharmacy/pharmacy.ts';
import { nextReply as nextReplyAt } from '../../demo/colleagues/colleague-play.ts';

const nextReply = (ticket: Ticket) => nextReplyAt(ticket, PHARMACY);
const AT = '2026-03-02T09:00:00.000Z';
const ticketWith = (change: Partial<Ticket>): Ticket => ({
  id: 't1',
  number: 1,
  stage: 'accepted',
  site: 'pharmacy-1',
  category: 'till',
  priority: 'p1',
  text: 'Till 1 prints pale receipts',
  requester: { id: 'colleague-pharmacy-1' },
  assignee: null,
  visits: [],
  pauses: [],
  questions: [],
  costs: { lines: [], total: 0 },
  rating: null,
  openedAt: AT,
  changedAt: AT,
  seq: 1,
  course: [],
  ...change,
});
const awaiting = (total: number) => ({
  lines: [{ id: 'l1', code: 'K-342', quantity: '1', billing: 'billable', total, state: 'awaiting' }],
  total,
});

test('a colleague answers an open question, not an answered one', () => {
  const open = { id: 'q1', askedAt: AT, answeredAt: null };
  assert.equal(nextReply(ticketWith({ questions: [open] }))?.command, 'answer');
  assert.equal(nextReply(ticketWith({ questions: [{ ...open, answeredAt: AT }] })), undefined);
});

test('a colleague agrees to a proposed visit', () => {
  const visits = [{ id: 'v1', from: AT, to: AT, state: 'proposed' }];
  assert.deepEqual(nextReply(ticketWith({ visits }))?.body, { visit: 'v1' });
});

test('a colleague approves up to the limit of employees and leaves the rest to the manager', () => {
  assert.deepEqual(nextReply(ticketWith({ stage: 'on_site', costs: awaiting(1_000_000) }))?.body, { lines: ['l1'] });
  assert.equal(nextReply(ticketWith({ stage: 'on_site', costs: awaiting(1_000_001) })), undefined);
});

test('a repair is confirmed or sent back, sent back at most once, and rated when it is closed', () => {
  const commands = Array.from({ length: 50 }, (_, index) =>
    nextReply(ticketWith({ id: `t${index}`, stage: 'resolved' })),
  );
  assert.deepEqual(new Set(commands.map((reply) => reply?.command)), new Set(['confirm', 'reopen']));

  const course = [{ seq: 9, type: 'reopened', at: AT }];
  for (let index = 0; index < 50; index++) {
    assert.equal(nextReply(ticketWith({ id: `t${index}`, stage: 'resolved', course }))?.command, 'confirm');
  }
  assert.equal(nextReply(ticketWith({ stage: 'closed' }))?.command, 'rate');
  assert.equal(nextReply(ticketWith({ stage: 'closed', rating: { stars: 5 } })), undefined);
});

test('nobody replies in the same second', () => {
  const reply = nextReply(ticketWith({ stage: 'resolved' }));
  assert.ok(reply && reply.due >= Date.parse(AT) + 20_000);
});
