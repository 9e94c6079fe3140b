import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CLIENTS } from '../../demo/clients/all-clients.ts';
import { BANK } from '../../demo/clients/bank/bank.ts';
import { GROCERY } from '../../demo/clients/grocery/grocery.ts';
import { PHARMACY } from '../../demo/clients/pharmacy/pharmacy.ts';
import { BRISK, CALM, type Move, type Pace, type Played } from '../../demo/company/move.ts';
import { nextMove } from '../../demo/company/play.ts';
import type { Ticket } from '../../demo/company/ticket.ts';
import { at, costLine, courseOf, NOW, playedTicket } from '../support/played-ticket.ts';

const MANY = Array.from({ length: 300 }, (_, index) => `t${index}`);
const MINUTE_MS = 60_000;

/** What the same situation brings in three hundred tickets. */
const moves = (change: Partial<Ticket>, pace: Pace = CALM, client: Played = PHARMACY): readonly (Move | undefined)[] =>
  MANY.map((id) => nextMove(playedTicket({ id, ...change }), client, { pace, free: 'marat', wish: null }));
const commands = (move: Move | undefined): string => move?.steps.map(({ command }) => command).join(' ') ?? '';
const shareOf = (all: readonly (Move | undefined)[], wanted: string): number =>
  all.filter((move) => commands(move) === wanted).length / all.length;
const onSite = (change: Partial<Ticket> = {}): Partial<Ticket> => ({
  stage: 'on_site',
  assignee: { id: 'marat' },
  course: courseOf('registered', 'accepted', 'departed', 'arrived'),
  ...change,
});

test('one ticket in ten is taken after its reaction was due, a visitor’s never', () => {
  const late = (pace: Pace): number =>
    moves({}, pace).filter((move) => move!.due > NOW + 15 * MINUTE_MS).length / MANY.length;
  assert.ok(late(CALM) > 0.05 && late(CALM) < 0.16);
  assert.equal(late(BRISK), 0);
});

test('now and then nobody lets the engineer in: he calls, then reports it; not at a visitor’s, not a second time', () => {
  const refused = 'log-call report-no-access';
  const share = shareOf(moves(onSite()), refused);
  assert.ok(share > 0.08 && share < 0.2, String(share));
  assert.equal(shareOf(moves(onSite(), BRISK), refused), 0);
  const course = courseOf('accepted', 'arrived', 'access_denied', 'paused', 'departed', 'arrived');
  assert.equal(shareOf(moves(onSite({ course })), refused), 0);
  const inside = { costs: { lines: [costLine('G-020')], total: 0 } };
  assert.equal(shareOf(moves(onSite(inside)), refused), 0);
});

test('a refusal that nobody answers is settled by telephone, one that is answered is driven to again', () => {
  const course = courseOf('accepted', 'assigned', 'departed', 'arrived', 'access_denied', 'paused');
  const pause = { id: 'p1', reason: 'no_access', from: at(0), to: null };
  const visits = [{ id: 'v1', from: at(0), to: at(MINUTE_MS), state: 'ended' }];
  const stand = { stage: 'accepted', assignee: { id: 'marat' }, course, visits } as const;
  assert.equal(shareOf(moves({ ...stand, pauses: [pause] }), 'log-call propose-visit'), 1);
  assert.equal(shareOf(moves({ ...stand, pauses: [{ ...pause, to: at(1) }] }), 'depart'), 1);
});

test('now and then a part is missing: the visit ends, the part is waited for, another visit is agreed', () => {
  const begun = onSite({ costs: { lines: [costLine('G-020')], total: 0 } });
  const share = shareOf(moves(begun), 'end-visit pause');
  assert.ok(share > 0.06 && share < 0.2, String(share));
  assert.equal(shareOf(moves(begun, BRISK), 'end-visit pause'), 0);

  const visits = [{ id: 'v1', from: at(0), to: at(MINUTE_MS), state: 'ended' }];
  const course = courseOf('accepted', 'visit_agreed', 'departed', 'arrived', 'visit_ended', 'paused');
  const stand = { stage: 'accepted', assignee: { id: 'marat' }, course, visits } as const;
  const pause = { id: 'p1', reason: 'parts', from: at(0), to: null };
  assert.equal(shareOf(moves({ ...stand, pauses: [pause] }), 'resume'), 1);
  assert.equal(shareOf(moves({ ...stand, pauses: [{ ...pause, to: at(1) }] }), 'propose-visit'), 1);
  const agreed = { id: 'v2', from: at(600 * MINUTE_MS), to: at(700 * MINUTE_MS), state: 'agreed' };
  const [coming] = moves({ ...stand, visits: [...visits, agreed], pauses: [pause] });
  assert.equal(commands(coming), 'resume');
  assert.ok(coming!.due >= Date.parse(agreed.from) - 60 * MINUTE_MS && coming!.due < Date.parse(agreed.from));
  const again = onSite({ ...begun, course: [...course, ...courseOf('departed', 'arrived')] });
  assert.equal(shareOf(moves(again), 'end-visit pause'), 0);
});

test('some faults are mended from afar: a line for the help, then resolved, without a visit', () => {
  const question = { id: 'q1', askedAt: at(0), answeredAt: at(1) };
  const stand = { stage: 'accepted', category: 'printer', assignee: { id: 'timur' }, questions: [question] } as const;
  const share = shareOf(moves(stand), 'add-cost');
  assert.ok(share > 0.4 && share < 0.6, String(share));
  const helped = { ...stand, costs: { lines: [costLine('G-035')], total: 0 } };
  assert.equal(shareOf(moves(helped), 'resolve'), share);
});

test('an outage is declared for every site of its region and ended before it is resolved', () => {
  const stand = { stage: 'accepted', category: GROCERY.outage.category, site: 'shop-402' } as const;
  const declared = moves(stand, CALM, GROCERY).filter((move) => commands(move) === 'declare-mass');
  assert.ok(declared.length > 0 && declared.length < MANY.length / 2);
  assert.deepEqual(declared[0]!.steps[0]!.body['sites'], ['shop-401', 'shop-402', 'shop-403']);
  assert.equal(shareOf(moves({ ...stand, mass: { until: null } }, CALM, GROCERY), 'declare-mass'), 0);

  const lines = GROCERY.scenarios[GROCERY.outage.category]!.works.map(({ code }) => costLine(code));
  const course = courseOf('arrived', 'visit_ended', 'departed', 'arrived');
  const done = onSite({ ...stand, stage: 'on_site', costs: { lines, total: 0 }, course, mass: { until: null } });
  assert.equal(shareOf(moves(done, CALM, GROCERY), 'end-mass'), 1);
  assert.equal(shareOf(moves({ ...done, mass: { until: at(1) } }, CALM, GROCERY), 'resolve'), 1);

  const questions = [{ id: 'q1', askedAt: at(0), answeredAt: at(1) }];
  const helped = { ...stand, questions, assignee: { id: 'igor' }, costs: { lines: [costLine('01-05')], total: 0 } };
  const fromAfar = moves({ ...helped, mass: { until: null } }, CALM, GROCERY);
  assert.ok(shareOf(fromAfar, 'end-mass') > 0.4);
  assert.equal(shareOf(fromAfar, 'resolve'), 0);
});

test('a visit is proposed for when somebody of the site is awake; a visitor’s at once, whatever the hour', () => {
  const evening = Date.parse('2026-03-02T13:00:00.000Z') - NOW;
  const stand = {
    stage: 'accepted',
    category: 'lift',
    site: 'shop-601',
    changedAt: at(evening),
    assignee: { id: 'kirill' },
    questions: [{ id: 'q1', askedAt: at(0), answeredAt: at(1) }],
  } as const;
  const fromOf = (move: Move | undefined): unknown => move?.steps[0]?.body['from'];
  for (const move of moves(stand, CALM, GROCERY)) assert.equal(fromOf(move), '2026-03-02T23:00:00.000Z');
  for (const move of moves(stand, BRISK, GROCERY)) assert.match(String(fromOf(move)), /^2026-03-02T13:0/);
});

test('the bank’s works are taken from the price list of the branch’s country', () => {
  for (const [site, code] of [
    ['mt-sliema', 'MT-100'],
    ['nl-utrecht', 'NL-100'],
  ] as const) {
    const [move] = moves(onSite({ category: 'alarm', site, course: courseOf('arrived', 'arrived') }), CALM, BANK);
    assert.equal(move?.steps[0]?.body['code'], code);
  }
});

test('the same ticket is played alike after a restart', () => {
  for (const client of CLIENTS) assert.deepEqual(moves(onSite(), CALM, client), moves(onSite(), CALM, client));
});
