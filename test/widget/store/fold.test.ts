import { assert } from '@open-wc/testing';
import type { TicketEvent } from '../../../server/contract/events.ts';
import type { Frame } from '../../../server/contract/feed.ts';
import type { TicketId } from '../../../server/contract/ids.ts';
import { applyEvents, takeEta, takeFrame } from '../../../widget/store/fold.ts';
import { takeTicket } from '../../../widget/store/snapshot.ts';
import { BLANK, type PortalState } from '../../../widget/store/state.ts';
import {
  accepted,
  agreed,
  arrived,
  assigned,
  clock,
  departed,
  eventsOf,
  onTheWay,
  proposed,
  viewOf,
} from '../../support/scene.ts';

const T1 = 't1' as TicketId;
const T2 = 't2' as TicketId;
const scene = [accepted, assigned, proposed, agreed, departed, arrived] as const;
const events = eventsOf(scene);

/** A reader at `position` who holds the ticket as its first `seq` events have left it. */
const holding = (seq: number, position = seq): PortalState => ({
  ...takeTicket(BLANK, { ticket: viewOf(scene.slice(0, seq - 1)), events: events.slice(0, seq) }),
  epoch: 'e1',
  position,
});
const frame = (from: number, to: number, more: Partial<Frame> = {}): Frame => ({
  epoch: 'e1',
  from,
  to,
  events: events.slice(from, to),
  clocks: {},
  ...more,
});
const seqOf = (state: PortalState | undefined): number | undefined => state?.tickets.get(T1)?.seq;

suite('a frame', () => {
  test('[S1] is applied when its epoch is the own and it begins at the cursor', () => {
    const next = takeFrame(holding(1), frame(1, 3));
    assert.equal(seqOf(next), 3);
    assert.equal(next?.position, 3);
    assert.equal(next?.tickets.get(T1)?.assignee?.profile?.name, 'Marat Galiev');
  });

  test('[S1] that ends at or before the cursor changes nothing, not even identity', () => {
    const state = holding(3);
    assert.strictEqual(takeFrame(state, frame(1, 3)), state);
    assert.strictEqual(takeFrame(state, frame(0, 2)), state);
  });

  test('[S1] that begins behind or before the cursor, or of another epoch, is not taken', () => {
    assert.isUndefined(takeFrame(holding(1), frame(2, 3)));
    assert.isUndefined(takeFrame(holding(2), frame(1, 3)));
    assert.isUndefined(takeFrame(holding(1), frame(1, 2, { epoch: 'e2' })));
    assert.isUndefined(takeFrame(holding(3), frame(0, 2, { epoch: 'e2' })));
  });

  test('[S1] without events moves the cursor past what this person may not see', () => {
    const state = holding(3);
    const next = takeFrame(state, frame(3, 40, { events: [] }));
    assert.equal(next?.position, 40);
    assert.strictEqual(next?.tickets, state.tickets);
    assert.strictEqual(next?.timelines, state.timelines);
    assert.strictEqual(next?.list, state.list);
  });

  test('[S1] with events of a ticket that is not held is no gap: it marks the list for a refresh', () => {
    const foreign = eventsOf([], 't2').map((event) => ({ ...event, position: 4 }));
    const next = takeFrame(holding(3), frame(3, 4, { events: foreign }));
    assert.equal(next?.position, 4);
    assert.isFalse(next?.tickets.has(T2));
    assert.equal(next?.skipped, 1);
  });

  test('brings the clocks that follow from its newest event, and none that are older than what is held', () => {
    const later = [clock('resolution', 240, { state: 'met' })];
    const first = takeFrame(holding(1), frame(1, 2, { clocks: { [T1]: later } }));
    assert.strictEqual(first?.tickets.get(T1)?.clocks, later);

    const ahead = { ...applyEvents(holding(1), events.slice(1, 3)), position: 1 };
    const second = takeFrame(ahead, frame(1, 2, { clocks: { [T1]: later } }));
    assert.deepEqual(second?.tickets.get(T1)?.clocks, []);
  });

  test('leaves alone what it does not touch', () => {
    const other = takeTicket(holding(1), { ticket: viewOf([], { ticket: 't2' }), events: eventsOf([], 't2') });
    const next = takeFrame(other, frame(1, 2));
    assert.strictEqual(next?.tickets.get(T2), other.tickets.get(T2));
    assert.strictEqual(next?.timelines.get(T2), other.timelines.get(T2));
    assert.strictEqual(next?.list, other.list);
  });

  test('[E4] with a fact that this build does not know keeps its place', () => {
    const unknown = { ...events[1]!, type: 'teleported' };
    const next = takeFrame(holding(1), frame(1, 3, { events: [unknown, events[2]!] }));
    assert.equal(seqOf(next), 3);
    assert.lengthOf(next!.timelines.get(T1)!, 3);
  });
});

suite('an answer to a command', () => {
  test('[S6] folds in and never moves the cursor', () => {
    const next = applyEvents(holding(1), events.slice(1, 2));
    assert.equal(seqOf(next), 2);
    assert.equal(next.position, 1);
  });

  test('[S6] and the frame with the same event may come in any order: it happens once', () => {
    const answerFirst = takeFrame(applyEvents(holding(1), events.slice(1, 2)), frame(1, 2))!;
    const frameFirst = applyEvents(takeFrame(holding(1), frame(1, 2))!, events.slice(1, 2));
    assert.deepEqual(answerFirst.tickets, frameFirst.tickets);
    assert.lengthOf(answerFirst.timelines.get(T1)!, 2);
    assert.lengthOf(frameFirst.timelines.get(T1)!, 2);
  });

  test('[S6] that is ahead of the frames waits for them', () => {
    const next = applyEvents(holding(1), events.slice(2, 3));
    assert.equal(seqOf(next), 1);
    assert.equal(seqOf(takeFrame(next, frame(1, 3))), 3);
  });
});

suite('a position', () => {
  test('replaces the one that is held, unless it is older', () => {
    const near = { ...onTheWay, distance: 1000, asOf: '2026-11-24T11:00:00.000Z' };
    const state = takeEta(holding(6), { ticket: T1, eta: near });
    assert.strictEqual(state.tickets.get(T1)?.eta, near);
    assert.strictEqual(takeEta(state, { ticket: T1, eta: onTheWay }), state);
    assert.isNull(takeEta(state, { ticket: T1, eta: null }).tickets.get(T1)?.eta);
  });

  test('ends with the way', () => {
    const state = takeEta(holding(6), { ticket: T1, eta: onTheWay });
    assert.isNull(takeFrame(state, frame(6, 7))?.tickets.get(T1)?.eta);
    const late = takeEta(holding(4), { ticket: T1, eta: onTheWay });
    assert.isNull(takeFrame(late, frame(4, 7))?.tickets.get(T1)?.eta, 'also where leaving and arriving come at once');
  });

  test('that comes before the frame with the departure is kept for it', () => {
    const early = takeEta(holding(3), { ticket: T1, eta: onTheWay });
    const agreed = takeFrame(early, frame(3, 5))!;
    assert.equal(agreed.tickets.get(T1)?.stage, 'scheduled');
    assert.strictEqual(takeFrame(agreed, frame(5, 6))?.tickets.get(T1)?.eta, onTheWay);
    assert.strictEqual(takeFrame(early, frame(3, 6))?.tickets.get(T1)?.eta, onTheWay);
  });
});

test('[W6] data with __proto__, constructor and toString as keys reaches no prototype', () => {
  const hostile = JSON.stringify({ ...events[1], data: {} }).replace(
    '"data":{}',
    '"data":{"__proto__":{"x":1},"constructor":{"prototype":{"x":1}},"toString":"x"}',
  );
  const clocks = JSON.parse('{"__proto__":[],"constructor":[]}') as Frame['clocks'];
  const next = takeFrame(holding(1), frame(1, 2, { events: [JSON.parse(hostile) as TicketEvent], clocks }));
  assert.equal(seqOf(next), 2);
  assert.isUndefined(({} as { x?: number }).x);
  assert.isUndefined((next!.tickets.get(T1) as { x?: number }).x);
});
