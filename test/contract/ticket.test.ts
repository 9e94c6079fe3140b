import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { TicketFact } from '../../server/contract/events.ts';
import { evolve, replay, type Ticket } from '../../server/contract/ticket.ts';
import { ANNA, assigned, MARAT, OLGA, registered, START, timeline, type Told } from '../support/timeline.ts';

const told = (...facts: readonly (TicketFact | Told)[]): Ticket => replay(timeline(registered, ...facts))!;
const line = {
  id: 'line-2',
  code: 'K-110',
  title: 'Diagnostics',
  quantity: '1',
  unit: 'visit',
  unitPrice: 100_000,
  discount: 0,
  vatRate: 2200,
} as const;
const cost = {
  ...line,
  billing: 'billable',
  net: 100_000,
  vat: 22_000,
  total: 122_000,
  listTotal: 122_000,
  performer: MARAT.id,
  state: 'awaiting',
} as const;

describe('evolve', () => {
  test('a registered ticket is open, belongs to whoever reported it and says when', () => {
    const ticket = told();
    assert.equal(ticket.stage, 'registered');
    assert.deepEqual(ticket.requester, { id: ANNA.id, name: ANNA.name });
    assert.equal(ticket.openedAt, new Date(START).toISOString());
    assert.equal(ticket.seq, 1);
  });

  test('the story of a repair goes through its stages', () => {
    const visit = {
      type: 'visit_proposed',
      visit: 'visit-4',
      from: '2026-01-12T11:00:00.000Z',
      to: '2026-01-12T13:00:00.000Z',
    } as const;
    const story: readonly [TicketFact, Ticket['stage']][] = [
      [{ type: 'accepted' }, 'accepted'],
      [assigned, 'accepted'],
      [visit, 'accepted'],
      [{ type: 'visit_agreed', visit: 'visit-4', by: null, channel: 'widget' }, 'scheduled'],
      [{ type: 'departed' }, 'en_route'],
      [{ type: 'arrived', inside: true, reason: null }, 'on_site'],
      [{ type: 'resolved', summary: 'New print head', firstVisit: true }, 'resolved'],
      [{ type: 'reopened', reason: 'Again' }, 'accepted'],
      [{ type: 'resolved', summary: 'Cable', firstVisit: null }, 'resolved'],
      [{ type: 'confirmed' }, 'closed'],
    ];
    const stages = story.map((_, index) => told(...story.slice(0, index + 1).map(([fact]) => fact)).stage);
    assert.deepEqual(
      stages,
      story.map(([, stage]) => stage),
    );
  });

  test('an event seen before changes nothing, not even identity', () => {
    const events = timeline(registered, { type: 'accepted' });
    const ticket = replay(events)!;
    assert.equal(evolve(ticket, events[1]!), ticket);
  });

  test('[E4] an unknown fact keeps its place and changes nothing else', () => {
    const before = told({ type: 'accepted' });
    const after = told({ type: 'accepted' }, { type: 'escalated' } as unknown as TicketFact);
    assert.deepEqual({ ...after, seq: 0, changedAt: '' }, { ...before, seq: 0, changedAt: '' });
    assert.equal(after.seq, 3);
  });

  test('[W6] an event that carries __proto__ and constructor changes no prototype', () => {
    const [first] = timeline(registered);
    const data = JSON.parse('{"__proto__": {"x": 1}, "constructor": {"x": 1}, "toString": 1}') as Record<string, never>;
    for (const type of ['constructor', '__proto__', 'toString', 'commented']) {
      const after = evolve(replay([first!]), { ...first!, seq: 2, position: 2, type, data, private: {} })!;
      assert.equal(after.seq, 2);
      assert.equal(after.stage, 'registered');
    }
    assert.equal(({} as { x?: number }).x, undefined);
  });

  test('an erased or hidden text folds as null, never as its commitment', () => {
    const [first] = timeline(registered);
    assert.equal(evolve(undefined, { ...first!, private: {} })!.text, null);
    assert.equal(evolve(undefined, { ...first!, private: { '/text': null } })!.text, null);
  });

  test('an answered question is no longer open', () => {
    const asked = { type: 'asked', question: 'question-2', text: 'Which model?' } as const;
    assert.equal(told(asked).questions[0]!.answeredAt, null);
    assert.notEqual(
      told(asked, { type: 'answered', question: 'question-2', text: 'PX-1' }).questions[0]!.answeredAt,
      null,
    );
  });

  test('declining a visit that was only proposed leaves the stage, declining the agreed one goes back', () => {
    const proposed = {
      type: 'visit_proposed',
      visit: 'v',
      from: '2026-01-12T11:00:00.000Z',
      to: '2026-01-12T13:00:00.000Z',
    } as const;
    const declined = { type: 'visit_declined', visit: 'v', reason: null, wish: null } as const;
    assert.equal(told({ type: 'accepted' }, proposed, declined).stage, 'accepted');
    const agreed = { type: 'visit_agreed', visit: 'v', by: null, channel: 'widget' } as const;
    assert.equal(told({ type: 'accepted' }, proposed, agreed, declined).stage, 'accepted');
    assert.equal(told({ type: 'accepted' }, proposed, agreed).stage, 'scheduled');
  });

  test('a pause may begin earlier than it was recorded, and ends when it is resumed', () => {
    const paused = { type: 'paused', pause: 'pause-2', reason: 'parts', evidence: 'Order 12' } as const;
    const ticket = told({ fact: paused, effectiveAt: START + 1000 }, { type: 'resumed', pause: 'pause-2' });
    assert.deepEqual(ticket.pauses[0], {
      id: 'pause-2',
      reason: 'parts',
      from: new Date(START + 1000).toISOString(),
      to: new Date(START + 120_000).toISOString(),
      claimedBy: OLGA.id,
      claim: 'claimed',
    });
  });

  test('totals follow what is added, revised and removed', () => {
    assert.equal(told({ type: 'cost_added', line: cost }).costs.total, 122_000);
    assert.equal(
      told({ type: 'cost_added', line: cost }, { type: 'cost_revised', line: { ...cost, net: 1, vat: 0, total: 1 } })
        .costs.total,
      1,
    );
    assert.equal(told({ type: 'cost_added', line: cost }, { type: 'cost_removed', line: cost.id }).costs.total, 0);
    assert.equal(
      told({ type: 'cost_added', line: cost }, { type: 'cost_approved', lines: [cost.id] }).costs.lines[0]!.state,
      'approved',
    );
  });

  test('an exclusion claimed by the provider can be rejected; a ticket withdrawn by the client is excluded at once', () => {
    const claim = { type: 'exclusion_claimed', exclusion: 'x', reason: 'duplicate', evidence: 'see 12' } as const;
    assert.equal(told(claim).counting.state, 'excluded');
    assert.equal(
      told(claim, { type: 'exclusion_settled', exclusion: 'x', outcome: 'rejected' }).counting.state,
      'counted',
    );
    const { counting } = told({ fact: { type: 'cancelled', exclusion: 'x', reason: 'Solved itself' }, by: ANNA });
    assert.equal(counting.state === 'excluded' && counting.claim, 'accepted');
  });

  test('the course keeps the first word of the provider, because it may stop the reaction clock', () => {
    const said = { type: 'commented', text: 'We are on it', files: [] } as const;
    const course = told({ fact: said, by: ANNA }, { fact: said, by: OLGA }, { fact: said, by: OLGA }).course;
    assert.deepEqual(
      course.map(({ type, seq, side }) => [type, seq, side]),
      [
        ['registered', 1, 'client'],
        ['commented', 3, 'provider'],
      ],
    );
  });
});
