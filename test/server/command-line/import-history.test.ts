import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TicketAnswer } from '../../../server/contract/answers.ts';
import { cursorOf, PROTOCOL, type Frame } from '../../../server/contract/feed.ts';
import { factOf, type TicketEvent } from '../../../server/contract/events.ts';
import type { TicketId } from '../../../server/contract/ids.ts';
import { replay } from '../../../server/contract/ticket.ts';
import { LIVE_PATH } from '../../../server/live/sockets.ts';
import { io } from 'socket.io-client';
import { CALLERS } from '../../support/directory.ts';
import {
  ANNA,
  at,
  line,
  MARAT,
  listed,
  openHistoryHouse,
  REPORT,
  STORY,
  type HistoryHouse,
} from '../../support/history.ts';
import { until, type Client } from '../../support/live.ts';
import { openCore } from '../../support/open-core.ts';
import { PAGE } from '../../support/open-house.ts';
import { START, TENANT } from '../../support/timeline.ts';

const MINUTE = 60_000;

async function timelineOf({ house }: HistoryHouse, id: string): Promise<readonly TicketEvent[]> {
  const headers = { 'vitrine-actor': 'olga' };
  const { body } = await house.ask<TicketAnswer>('GET', `/v1/tickets/${id}`, { as: house.desk, headers });
  return body.events;
}

test('a history is in the log with its own times and authors, in the order of its lines', async (t) => {
  const its = await openHistoryHouse(t);
  const { code, out } = await its.bring(STORY);
  assert.equal(code, 0);
  assert.match(out, /^apteka-one: 2 tickets, 17 events, 2026-01-12 to 2026-01-12: 17 events written$/);

  const [duplicate, ticket] = (await listed(its)).toSorted((a, b) => b.number - a.number);
  const events = await timelineOf(its, ticket!.id);
  assert.deepEqual(
    events.map(({ type, at: time, actor }) => [type, (Date.parse(time) - START) / MINUTE, actor.id, actor.role]),
    [
      ['registered', 0, 'anna', 'employee'],
      ['asked', 4, 'olga', 'dispatcher'],
      ['paused', 4, 'olga', 'dispatcher'],
      ['answered', 9, 'anna', 'employee'],
      ['resumed', 9, 'anna', 'employee'],
      ['accepted', 12, 'olga', 'dispatcher'],
      ['assigned', 12, 'olga', 'dispatcher'],
      ['visit_proposed', 15, 'olga', 'dispatcher'],
      ['visit_agreed', 16, 'anna', 'employee'],
      ['departed', 50, 'marat', 'engineer'],
      ['arrived', 70, 'marat', 'engineer'],
      ['cost_added', 80, 'marat', 'engineer'],
      ['resolved', 90, 'marat', 'engineer'],
      ['confirmed', 100, 'anna', 'employee'],
      ['rated', 101, 'anna', 'employee'],
    ],
  );
  assert.equal(events[0]!.actor.name, 'Anna Petrova');
  assert.equal(events[1]!.actor.name, 'Olga Smirnova');
  const [, marked] = await timelineOf(its, duplicate!.id);
  assert.equal(marked?.data['of'], ticket!.id);
});

test('[E2] what is imported is what the same commands make live: events, folds, lists', async (t) => {
  const its = await openHistoryHouse(t);
  await its.bring(STORY);
  const tickets = (await listed(its)).toSorted((a, b) => a.number - b.number);

  const ids = tickets.map(({ id }) => id);
  const core = await openCore({ newTicketId: () => ids.shift()! });
  const { anna, olga, marat } = CALLERS;
  const people = {
    anna: { ...anna, name: 'Anna Petrova' },
    olga: { ...olga, name: 'Olga Smirnova' },
    marat: { ...marat, name: 'Marat Galiev' },
  };
  const live = new Map<string, TicketId>();
  const made: Readonly<Record<string, string>> = {
    paper: 'question-2',
    'first visit': 'visit-8',
    'SD-1': tickets[0]!.id,
  };
  for (const { at: time, by, ticket, command, body = {} } of STORY) {
    core.clock.now = Date.parse(String(time));
    const caller = people[(by as { id: keyof typeof people }).id];
    const named = Object.entries(body as object).map(([key, value]) => [
      key,
      made[String(value)] ?? (value as unknown),
    ]);
    const sent = Object.fromEntries(named) as never;
    if (command === 'register') live.set(String(ticket), (await core.report(caller, sent)).ticket.id);
    else await core.send(caller, live.get(String(ticket))!, command as 'comment', sent);
  }

  const told = ({ position, seq, at: time, effectiveAt, actor, ...event }: TicketEvent) => ({
    position,
    seq,
    time,
    effectiveAt,
    actor,
    fact: factOf({ ...event, position, seq, at: time, actor }),
  });
  for (const { id, clocks: _, eta: __, ...ticket } of tickets) {
    const events = await timelineOf(its, id);
    assert.deepEqual(events.map(told), (await core.log.ofTicket(TENANT, id)).map(told));
    assert.deepEqual({ id, ...ticket }, await core.tickets.find(TENANT, id));
    assert.deepEqual(replay(events), { id, ...ticket });
  }
  const order = await core.tickets.list(TENANT, { scopes: [], limit: 10 });
  assert.deepEqual(
    (await listed(its)).map(({ id }) => id),
    order.tickets.map(({ id }) => id),
  );
  assert.deepEqual(
    (await listed(its, '&q=again')).map(({ number }) => number),
    [2],
  );
  assert.deepEqual(
    (await listed(its, '&stage=closed')).map(({ number }) => number),
    [1],
  );
});

test('"lines": "awaiting" are the cost lines that wait for an approval then', async (t) => {
  const its = await openHistoryHouse(t);
  const { code, err } = await its.bring([
    ...STORY.slice(0, -3),
    line(81, MARAT, 'SD-1', 'add-cost', { code: 'K-110', quantity: '2' }),
    line(82, MARAT, 'SD-1', 'add-cost', { code: 'K-110', quantity: '4' }),
    line(83, ANNA, 'SD-1', 'approve-cost', { lines: 'awaiting' }),
  ]);
  assert.equal(err, '');
  assert.equal(code, 0);
  const ticket = (await listed(its)).find(({ number }) => number === 1)!;
  assert.deepEqual(
    ticket.costs.lines.map(({ state }) => state),
    ['within_limit', 'within_limit', 'approved'],
  );
});

test('clocks of an imported ticket ran at its own times', async (t) => {
  const its = await openHistoryHouse(t);
  await its.bring(STORY);
  const ticket = (await listed(its)).find(({ number }) => number === 1)!;
  const [reaction, resolution] = ticket.clocks;
  assert.equal(reaction?.stoppedAt, at(12));
  assert.equal(reaction.state, 'met');
  assert.equal(resolution?.stoppedAt, at(90));
  assert.equal(resolution.elapsedMs, 85 * MINUTE);
});

test('people of the client are known as after a first session, and who was known before stays as he was', async (t) => {
  const its = await openHistoryHouse(t);
  await its.house.signIn('vera', 'approver', ['pushkina-3']);
  const vera = { kind: 'person', id: 'vera', name: 'Old Name', sites: ['baumana-44'] };
  await its.bring([...STORY, line(200, vera, 'SD-3', 'register', REPORT)]);
  const people = await its.house.administer<{
    people: readonly { id: string; name: string; role: string; sites: readonly string[]; seenAt: string }[];
  }>('GET', '/client-people', undefined);
  const [anna, known] = people.people;
  assert.deepEqual(anna, {
    id: 'anna',
    name: 'Anna Petrova',
    role: 'employee',
    sites: ['baumana-44'],
    active: true,
    seenAt: at(101),
  });
  assert.equal(known?.name, 'vera');
  assert.equal(known.role, 'approver');
});

test('[P1] a reader of a running server gets the history by its slow poll', async (t) => {
  const its = await openHistoryHouse(t);
  const { session, epoch } = await its.house.signIn('audrey', 'auditor', []);
  const client: Client = io(its.house.url, {
    path: LIVE_PATH,
    transports: ['websocket'],
    reconnection: false,
    extraHeaders: { origin: PAGE },
    auth: { session, cursor: cursorOf(epoch, 0), protocol: PROTOCOL },
  });
  t.after(() => void client.disconnect());
  const events: TicketEvent[] = [];
  client.on('frame', (frame: Frame, done: () => void) => {
    events.push(...frame.events);
    done();
  });
  await until(() => client.connected);
  await its.bring(STORY);
  await until(() => events.length === 17);
  assert.deepEqual(
    events.map(({ position }) => position),
    Array.from({ length: 17 }, (_, index) => index + 1),
  );
  assert.equal(events[0]!.at, at(0));
});
