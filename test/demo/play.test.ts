import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PHARMACY } from '../../demo/clients/pharmacy/pharmacy.ts';
import { BRISK, type Move } from '../../demo/company/move.ts';
import { nextMove } from '../../demo/company/play.ts';
import { replyTo } from '../../demo/company/reply.ts';
import type { Ticket, TicketEvent } from '../../demo/company/ticket.ts';
import { at, costLine, NOW, playedTicket as ticketWith } from '../support/played-ticket.ts';

const TILL = PHARMACY.scenarios['till']!;
const asked = [{ id: 'q1', askedAt: at(20_000), answeredAt: null }];
const accepted = (change: Partial<Ticket> = {}): Ticket =>
  ticketWith({ stage: 'accepted', changedAt: at(20_000), ...change });
const clear = (change: Partial<Ticket> = {}): Ticket =>
  accepted({ questions: [{ ...asked[0]!, answeredAt: at(20_000) }], assignee: { id: 'marat' }, ...change });
const visits = (state: string, from = 60_000) => [{ id: 'v1', from: at(from), to: at(from + 7_200_000), state }];
const pauses = (reason: string, to: string | null = null) => [{ id: 'p1', reason, from: at(20_000), to }];
const line = (code: string, state = 'within_limit', billing = 'billable') => costLine(code, { state, billing });
const done = (last = 'within_limit', billing = 'billable') => {
  const codes = TILL.works.map(({ code }) => code);
  return {
    lines: codes.map((code, index) => (index < codes.length - 1 ? line(code) : line(code, last, billing))),
    total: 0,
  };
};
const move = (ticket: Ticket, free: string | null = 'marat', wish: string | null = null): Move | undefined =>
  nextMove(ticket, PHARMACY, { pace: BRISK, free, wish });
const commands = (next: Move | undefined): readonly string[] | undefined => next?.steps.map(({ command }) => command);

test('a new ticket is accepted after ten to sixteen seconds', () => {
  const next = move(ticketWith());
  assert.deepEqual(commands(next), ['accept']);
  assert.ok(next && next.due >= NOW + 10_000 && next.due <= NOW + 16_000);
});

test('a question is asked in the language of the report, and the clock is paused for it', () => {
  const english = move(accepted());
  assert.deepEqual(commands(english), ['ask', 'pause']);
  assert.equal(english?.steps[0]?.body['text'], TILL.question?.en);
  const russian = move(accepted({ text: 'Касса 3 не печатает' }));
  assert.equal(russian?.steps[0]?.body['text'], TILL.question?.ru);
});

test('an unanswered question is waited for a minute, then the company goes on without', () => {
  const next = move(accepted({ questions: asked, pauses: pauses('info_insufficient') }));
  assert.deepEqual(next, {
    by: 'dispatcher',
    steps: [{ command: 'resume', body: { pause: 'p1' } }],
    due: NOW + 80_000,
  });
  const resumed = accepted({ questions: asked, pauses: pauses('info_insufficient', at(80_000)) });
  assert.deepEqual(move(resumed)?.steps, [{ command: 'assign', body: { engineer: 'marat' } }]);
});

test('nobody is assigned while nobody is free', () => {
  assert.equal(move(clear({ assignee: null }), null), undefined);
});

test('where a time is agreed beforehand, it is proposed, and settled by telephone when the client stays silent', () => {
  const proposal = move(clear());
  assert.deepEqual(commands(proposal), ['propose-visit']);
  const { from, to } = proposal!.steps[0]!.body as { from: string; to: string };
  assert.ok(Date.parse(from) >= proposal!.due);
  assert.equal(Date.parse(to) - Date.parse(from), 7_200_000);

  const settled = move(clear({ visits: visits('proposed') }));
  assert.deepEqual(commands(settled), ['log-call', 'propose-visit']);
  assert.deepEqual(settled?.steps[1]?.body['agreed'], { by: 'the person on duty', channel: 'telephone' });
  assert.equal(settled?.due, NOW + 80_000);
});

test('a declined or postponed visit is proposed anew for later', () => {
  for (const state of ['declined', 'replaced']) {
    const next = move(clear({ visits: visits(state) }));
    assert.deepEqual(commands(next), ['propose-visit']);
    assert.ok(Date.parse((next!.steps[0]!.body as { from: string }).from) >= NOW + 600_000);
  }
});

test('the engineer leaves for an agreed visit, and for a later window not before its time', () => {
  const soon = move(clear({ stage: 'scheduled', visits: visits('agreed') }));
  assert.deepEqual(commands(soon), ['depart']);
  assert.ok(soon!.due <= NOW + 30_000);
  const later = move(clear({ stage: 'scheduled', visits: visits('agreed', 3_600_000) }));
  assert.equal(later?.due, NOW + 3_600_000 - 600_000);
});

test('an urgent fault is gone to without asking', () => {
  const fridge = accepted({ category: 'refrigeration' });
  assert.deepEqual(commands(move(fridge)), ['assign']);
  assert.deepEqual(commands(move({ ...fridge, assignee: { id: 'sergei' } })), ['depart']);
});

test('on the way the road decides, not the play', () => {
  assert.equal(move(ticketWith({ stage: 'en_route' })), undefined);
});

test('works are added one after another, then the ticket is resolved', () => {
  let ticket = ticketWith({ stage: 'on_site' });
  for (const { code } of TILL.works) {
    const next = move(ticket);
    assert.deepEqual(commands(next), ['add-cost']);
    assert.equal(next?.steps[0]?.body['code'], code);
    ticket = { ...ticket, costs: { lines: [...ticket.costs.lines, line(code)], total: 0 } };
  }
  assert.deepEqual(commands(move(ticket)), ['resolve']);
});

test('a cost over the limit is asked for, waited for a minute, and the work finished without', () => {
  const ticket = ticketWith({ stage: 'on_site', costs: done('awaiting') });
  const request = move(ticket);
  assert.deepEqual(commands(request), ['request-approval', 'pause']);
  assert.deepEqual(request?.steps[0]?.body, { lines: ['K-342'] });

  const waiting = move({ ...ticket, pauses: pauses('awaiting_approval') });
  assert.deepEqual(commands(waiting), ['resume', 'resolve']);
  assert.equal(waiting?.due, NOW + 80_000);

  const approved = move({ ...ticket, costs: done('approved'), pauses: pauses('awaiting_approval', at(30_000)) });
  assert.deepEqual(commands(approved), ['resolve']);
});

test('a disputed cost is offered with a discount, then as part of the contract, and not a third time', () => {
  const revisions = (costs: Ticket['costs'], stage: Ticket['stage'] = 'on_site') =>
    move(ticketWith({ stage, costs }))?.steps;
  const disputed = done('disputed');
  const offer = [{ command: 'revise-cost', body: { line: 'K-342', quantity: '1', discount: 1500 } }];
  assert.deepEqual(revisions(disputed), offer);
  assert.deepEqual(revisions(disputed, 'resolved'), offer);
  const offered = disputed.lines.map((one) => (one.state === 'disputed' ? { ...one, discount: 1500 } : one));
  assert.deepEqual(revisions({ lines: offered, total: 0 }), [
    { command: 'revise-cost', body: { line: 'K-342', quantity: '1', billing: 'included' } },
  ]);
  const included = ticketWith({ stage: 'on_site', costs: done('disputed', 'included') });
  assert.deepEqual(commands(move(included)), ['resolve']);
});

test('a declined visit is proposed for when the client wished, by the clock of the site', () => {
  const next = move(clear({ visits: visits('declined') }), 'marat', 'Tomorrow after 14:00, please');
  assert.deepEqual(next?.steps, [
    { command: 'propose-visit', body: { from: '2026-03-03T11:00:00.000Z', to: '2026-03-03T13:00:00.000Z' } },
  ]);
});

test('a reopened ticket is visited again under warranty, without another question', () => {
  const course = [
    { seq: 5, type: 'arrived', at: at(0) },
    { seq: 9, type: 'reopened', at: at(30_000) },
    { seq: 11, type: 'arrived', at: at(40_000) },
  ];
  const reopened = accepted({ assignee: { id: 'marat' }, visits: visits('ended'), course });
  assert.deepEqual(commands(move(reopened)), ['depart']);
  const again = ticketWith({ ...reopened, stage: 'on_site', pauses: pauses('awaiting_approval', at(25_000)) });
  assert.equal(move(again)?.steps[0]?.body['billing'], 'warranty');
});

test('nothing is done in a ticket that is over', () => {
  for (const stage of ['resolved', 'closed', 'cancelled'] as const)
    assert.equal(move(ticketWith({ stage })), undefined);
});

test('the dispatcher answers the client, never herself', () => {
  const said = (role: string, type = 'commented'): TicketEvent => ({
    seq: 2,
    type,
    at: at(0),
    actor: { id: 'x', role },
    private: {},
  });
  assert.deepEqual(commands(replyTo(accepted(), [said('employee')])), ['comment']);
  assert.deepEqual(commands(replyTo(accepted(), [said('employee', 'reopened')])), ['comment']);
  assert.equal(replyTo(accepted(), [said('employee'), said('dispatcher')]), undefined);
  assert.equal(replyTo(ticketWith({ stage: 'closed' }), [said('employee')]), undefined);
});
