import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BRISK, nextMove, replyTo } from '../../demo/company/play.ts';
import { scenarioOf } from '../../demo/company/scenarios.ts';
import type { Ticket, TicketEvent } from '../../demo/company/ticket.ts';

const NOW = Date.parse('2026-03-02T09:00:00.000Z');
const at = (ms: number): string => new Date(NOW + ms).toISOString();

const ticketWith = (change: Partial<Ticket> = {}): Ticket => ({
  id: 't1',
  number: 1,
  stage: 'registered',
  site: 'pharmacy-12',
  category: 'till',
  priority: 'p1',
  text: 'Till 3 does not print',
  requester: { id: 'elena' },
  assignee: null,
  visits: [],
  pauses: [],
  questions: [],
  costs: { lines: [], total: 0 },
  rating: null,
  openedAt: at(0),
  changedAt: at(0),
  seq: 1,
  course: [],
  ...change,
});

const question = (answeredAt: string | null) => [{ id: 'q1', askedAt: at(20_000), answeredAt }];
const accepted = (change: Partial<Ticket> = {}): Ticket =>
  ticketWith({ stage: 'accepted', changedAt: at(20_000), ...change });
const visit = (state: string) => [{ id: 'v1', from: at(60_000), to: at(7_200_000), state }];
const line = (code: string, state = 'within_limit', billing = 'billable') => ({
  id: code,
  code,
  quantity: '1',
  billing,
  total: 100_000,
  state,
});
const move = (ticket: Ticket, engineer: string | null = 'marat') => nextMove(ticket, BRISK, engineer);

test('a new ticket is accepted after ten to sixteen seconds', () => {
  const next = move(ticketWith());
  assert.equal(next?.command, 'accept');
  assert.ok(next.due >= NOW + 10_000 && next.due <= NOW + 16_000);
});

test('a question is asked in the language of the report', () => {
  assert.deepEqual(move(accepted())?.body, { text: scenarioOf('till').question?.en });
  assert.deepEqual(move(accepted({ text: 'Касса 3 не печатает' }))?.body, { text: scenarioOf('till').question?.ru });
});

test('an open question holds the assignment back for a minute, an answer releases it', () => {
  const held = move(accepted({ questions: question(null) }));
  assert.equal(held?.command, 'assign');
  assert.ok(held.due >= NOW + 20_000 + 60_000);

  const released = move(accepted({ questions: question(at(30_000)), changedAt: at(30_000) }));
  assert.deepEqual(released?.body, { engineer: 'marat' });
  assert.ok(released.due <= NOW + 40_000);
});

test('nobody is assigned while nobody is free', () => {
  assert.equal(move(accepted({ questions: question(at(30_000)) }), null), undefined);
});

test('where a time is agreed beforehand, it is proposed, and settled by telephone when the client stays silent', () => {
  const assigned = accepted({ questions: question(at(30_000)), assignee: { id: 'marat' } });
  const proposal = move(assigned);
  assert.equal(proposal?.command, 'propose-visit');
  const { from, to } = proposal.body as { from: string; to: string };
  assert.ok(Date.parse(from) >= proposal.due && Date.parse(to) - Date.parse(from) === 7_200_000);

  const settled = move({ ...assigned, visits: visit('proposed') });
  assert.deepEqual(settled?.body['agreed'], { by: 'the person on duty', channel: 'telephone' });
  assert.equal(settled.due, NOW + 20_000 + BRISK.patience);
});

test('a declined visit is proposed anew for later', () => {
  const declined = accepted({ questions: question(at(30_000)), assignee: { id: 'marat' }, visits: visit('declined') });
  const next = move(declined);
  assert.equal(next?.command, 'propose-visit');
  assert.ok(Date.parse((next.body as { from: string }).from) >= NOW + 600_000);
});

test('the engineer leaves for an agreed visit, and for a later window not before its time', () => {
  const agreed = accepted({
    stage: 'scheduled',
    questions: question(at(30_000)),
    assignee: { id: 'marat' },
    visits: visit('agreed'),
  });
  const next = move(agreed);
  assert.equal(next?.command, 'depart');
  assert.ok(next.due <= NOW + 30_000);

  const [window] = visit('agreed');
  const later = move({ ...agreed, visits: [{ ...window!, from: at(3_600_000) }] });
  assert.equal(later?.due, NOW + 3_600_000 - 600_000);
});

test('an urgent fault is gone to without asking', () => {
  const fridge = accepted({ category: 'refrigeration' });
  assert.equal(move(fridge)?.command, 'assign');
  assert.equal(move({ ...fridge, assignee: { id: 'sergei' } })?.command, 'depart');
});

test('on the way the road decides, not the play', () => {
  assert.equal(move(ticketWith({ stage: 'en_route' })), undefined);
});

test('works are added one after another, then the ticket is resolved', () => {
  const codes = scenarioOf('till').works.map(({ code }) => code);
  let ticket = ticketWith({ stage: 'on_site' });
  for (const code of codes) {
    const next = move(ticket);
    assert.equal(next?.command, 'add-cost');
    assert.equal(next.body['code'], code);
    ticket = { ...ticket, costs: { lines: [...ticket.costs.lines, line(code)], total: 0 } };
  }
  assert.equal(move(ticket)?.command, 'resolve');
});

test('a cost that waits for approval holds the end back for a minute', () => {
  const lines = scenarioOf('till').works.map(({ code }) => line(code, 'awaiting'));
  const next = move(ticketWith({ stage: 'on_site', costs: { lines, total: 0 } }));
  assert.equal(next?.command, 'resolve');
  assert.equal(next.due, NOW + BRISK.patience);
});

test('a disputed cost is taken back into the contract, once', () => {
  const lines = scenarioOf('till').works.map(({ code }) => line(code));
  const disputed = [...lines.slice(0, -1), line('K-342', 'disputed')];
  const next = move(ticketWith({ stage: 'on_site', costs: { lines: disputed, total: 0 } }));
  assert.equal(next?.command, 'revise-cost');
  assert.deepEqual(next.body, { line: 'K-342', quantity: '1', billing: 'included' });

  const included = [...lines.slice(0, -1), line('K-342', 'disputed', 'included')];
  assert.equal(move(ticketWith({ stage: 'on_site', costs: { lines: included, total: 0 } }))?.command, 'resolve');
});

test('a reopened ticket is visited again under warranty, without another question', () => {
  const course = [
    { seq: 5, type: 'arrived', at: at(0) },
    { seq: 9, type: 'reopened', at: at(10_000) },
  ];
  const reopened = accepted({ assignee: { id: 'marat' }, visits: visit('ended'), course });
  assert.equal(move(reopened)?.command, 'depart');
  const next = move({ ...reopened, stage: 'on_site' });
  assert.equal(next?.body['billing'], 'warranty');
});

test('nothing is done in a ticket that is over', () => {
  for (const stage of ['resolved', 'closed', 'cancelled'] as const)
    assert.equal(move(ticketWith({ stage })), undefined);
});

test('the dispatcher answers the client, never herself', () => {
  const said = (role: string): TicketEvent => ({ seq: 2, type: 'commented', at: at(0), actor: { id: 'x', role } });
  assert.equal(replyTo(accepted(), [said('employee')])?.command, 'comment');
  assert.equal(replyTo(accepted(), [said('employee'), said('dispatcher')]), undefined);
  assert.equal(replyTo(ticketWith({ stage: 'closed' }), [said('employee')]), undefined);
});
