import { assert, waitUntil } from '@open-wc/testing';
import type { TicketId } from '../../../server/contract/ids.ts';
import { Conductor } from '../../../widget/live/conductor.ts';
import { PortalStore } from '../../../widget/store/portal-store.ts';
import type { PortalFault } from '../../../widget/store/state.ts';
import { FakeServer, json, problem, SERVER, sessionAnswer, silence } from '../../support/fake-server.ts';
import { FakeSockets } from '../../support/fake-socket.ts';
import { ManualTime, settled } from '../../support/manual-time.ts';
import {
  accepted,
  assigned,
  BOOT,
  departed,
  eventsOf,
  onTheWay,
  registered,
  viewOf,
  type Done,
} from '../../support/scene.ts';

const T1 = 't1' as TicketId;
const OWN: readonly Done[] = [accepted];
const opened: Conductor[] = [];
const until = (holds: () => boolean): Promise<void> => waitUntil(holds, undefined, { interval: 1 });

/** A portal before a server that knows one accepted ticket, at position 2. */
function open() {
  const time = new ManualTime();
  const sockets = new FakeSockets();
  const store = new PortalStore();
  const told: Event[] = [];
  const faults: PortalFault[] = [];
  const server = new FakeServer()
    .on('POST /v1/session', () => json(sessionAnswer(time.now(), { head: 'e1.2' })))
    .on('GET /v1/portal', () => json(BOOT))
    .on('GET /v1/tickets', () => json({ tickets: [viewOf(OWN)], next: null }))
    .on('GET /v1/tickets/t1', () =>
      json({ ticket: viewOf(OWN), events: eventsOf(OWN), asOf: { epoch: 'e1', position: 2 } }),
    );
  const conductor = new Conductor({
    store,
    server: SERVER,
    tenant: 'apteka-one',
    getToken: () => Promise.resolve('assertion'),
    tell: (event) => told.push(event),
    report: (fault) => {
      faults.push(fault);
      store.update((state) => ({ ...state, fault, phase: state.phase === 'ready' ? 'ready' : 'failed' }));
    },
    fetch: server.fetch,
    connect: sockets.connect,
    time,
  });
  opened.push(conductor);
  const ready = async (): Promise<void> => {
    conductor.start();
    await until(() => sockets.dialled.length === 1 && sockets.last.auth !== undefined);
    sockets.last.tell('connect');
  };
  const types = (): string[] => told.map(({ type }) => type);
  return { conductor, store, server, sockets, time, told, types, faults, ready };
}

const frameOf = (scene: readonly Done[], from: number) => ({
  epoch: 'e1',
  from,
  to: scene.length + 1,
  events: eventsOf(scene).slice(from),
  clocks: {},
});

teardown(() => {
  for (const conductor of opened.splice(0)) conductor.stop();
});

suite('a portal', () => {
  test('opens a session, takes a snapshot, then follows from where the session began', async () => {
    const { store, server, sockets, types, ready } = open();
    await ready();
    assert.deepEqual(
      server.asked.map(({ method, path }) => `${method} ${path}`),
      ['POST /v1/session', 'GET /v1/portal', 'GET /v1/tickets?scope=mine&limit=50'],
    );
    assert.equal(sockets.last.auth?.cursor, 'e1.2');
    const { phase, link, list, person } = store.current;
    assert.deepEqual([phase, link.state, list.ids, person?.id], ['ready', 'live', [T1], 'ana']);
    assert.deepEqual(types(), ['vitrine-ready']);
  });

  test('folds a frame in and tells the page what has changed', async () => {
    const { store, sockets, told, types, ready } = open();
    await ready();
    sockets.last.tell('frame', frameOf([accepted, assigned], 2), () => {});
    assert.equal(store.current.tickets.get(T1)?.assignee?.id, 'marat');
    assert.sameMembers(types(), ['vitrine-ready', 'vitrine-change', 'vitrine-unread']);
    assert.deepInclude(told.find(({ type }) => type === 'vitrine-change') as object, {
      ticket: store.current.tickets.get(T1),
    });
    assert.deepEqual([...store.current.unread], [T1]);
  });

  test('[S3] takes a snapshot anew after a resync, and follows from the head that it names', async () => {
    const { store, server, sockets, ready } = open();
    await ready();
    server.on('GET /v1/tickets', () => json({ tickets: [viewOf([], { ticket: 't9' })], next: null }));
    const { last } = sockets;
    last.tell('resync', { reason: 'epoch', epoch: 'e2', head: 70 });
    await until(() => sockets.dialled.length === 2);
    assert.isTrue(last.closed);
    assert.equal(sockets.last.auth?.cursor, 'e2.70');
    assert.deepEqual([...store.current.tickets.keys()], ['t9']);
  });

  test('refreshes a list that has gone stale, without moving a row', async () => {
    const { store, server, sockets, time, ready } = open();
    await ready();
    server.on('GET /v1/tickets', () => json({ tickets: [viewOf([], { ticket: 't2' }), viewOf(OWN)], next: null }));
    const foreign = eventsOf([], 't2').map((event) => ({ ...event, position: 3 }));
    sockets.last.tell('frame', { ...frameOf(OWN, 2), to: 3, events: foreign }, () => {});
    assert.isTrue(store.current.list.stale);
    assert.include(time.waits, 750);
    await time.pass(750);
    await until(() => !store.current.list.stale);
    assert.deepEqual(store.current.list.ids, ['t2' as TicketId, T1]);
  });

  test('asks for the positions of whoever is on the way, and of the open ticket', async () => {
    const { store, sockets, conductor, ready } = open();
    await ready();
    await conductor.actions.openTicket(T1);
    assert.deepEqual(sockets.last.sent, [{ event: 'watch', message: { tickets: [T1] } }]);
    sockets.last.tell('frame', frameOf([accepted, departed], 2), () => {});
    sockets.last.tell('position', { ticket: T1, eta: onTheWay });
    assert.equal(store.current.tickets.get(T1)?.eta?.distance, 7000);
    assert.lengthOf(sockets.last.sent, 1);
  });
});

suite('[S5] a command', () => {
  test('is pending and no event until the server has answered', async () => {
    const { store, server, conductor, time, ready } = open();
    await ready();
    await conductor.actions.openTicket(T1);
    const answers = [silence, () => json({ events: eventsOf([accepted, assigned]).slice(2) })];
    server.on('POST /v1/tickets/t1/comment', () => answers.shift()!());
    const before = store.current.tickets;
    const done = conductor.actions.send(T1, 'comment', { text: 'hello' });
    const [pending] = store.current.pending.get(T1)!;
    assert.deepInclude(pending, { command: 'comment', body: { text: 'hello' }, since: time.now() });
    await until(() => store.current.pending.get(T1)?.[0]?.fault !== undefined);
    assert.strictEqual(store.current.tickets, before);
    assert.lengthOf(store.current.timelines.get(T1)!, 2);

    await time.pass(250);
    assert.isUndefined((await done).fault);
    assert.isFalse(store.current.pending.has(T1));
    assert.lengthOf(store.current.timelines.get(T1)!, 3);
    assert.equal(store.current.position, 2);
  });

  test('that is refused leaves nothing behind, and says why', async () => {
    const { store, server, conductor, ready } = open();
    await ready();
    server.on('POST /v1/tickets/t1/confirm', () => problem('stage', { stage: 'accepted', allowed: ['comment'] }));
    const { tickets } = store.current;
    const { fault } = await conductor.actions.send(T1, 'confirm', {});
    assert.deepInclude(fault, { code: 'stage', stage: 'accepted', allowed: ['comment'] });
    assert.isFalse(store.current.pending.has(T1));
    assert.strictEqual(store.current.tickets, tickets);
  });

  test('that registers a ticket opens it, first in the list', async () => {
    const { store, server, conductor, types, ready } = open();
    await ready();
    const scene: Done[] = [[0, eventsOf([])[0]!.actor, registered({ number: 4128 })]];
    server.on('POST /v1/tickets', () =>
      json({ ticket: viewOf(scene, { ticket: 't2' }), events: eventsOf(scene, 't2'), receipt: {} }, 201),
    );
    const { value } = await conductor.actions.report({ site: 'p12', category: 'till', text: 'It is dark' });
    assert.equal(value?.number, 4128);
    const { list, view, openTicket, timelines } = store.current;
    assert.deepEqual([list.ids, view, openTicket], [['t2', T1], 'ticket', 't2']);
    assert.lengthOf(timelines.get('t2' as TicketId)!, 1);
    assert.deepEqual(types(), ['vitrine-ready', 'vitrine-registered']);
  });
});

suite('[W11] another person', () => {
  test('sees nothing of the one before, and sends nothing for him', async () => {
    const { store, server, sockets, conductor, time, ready } = open();
    await ready();
    await conductor.actions.openTicket(T1);
    server.on('POST /v1/tickets/t1/comment', silence);
    const sent = conductor.actions.send(T1, 'comment', { text: 'mine' });
    await until(() => store.current.pending.get(T1)?.[0]?.fault !== undefined);
    const [first] = sockets.dialled;

    const seen: string[] = [];
    store.subscribe(() => {
      if (store.current.person?.id !== 'ben') return;
      seen.push(...store.current.tickets.keys(), ...store.current.pending.keys(), ...store.current.timelines.keys());
    });
    server
      .on('POST /v1/session', () => json(sessionAnswer(time.now(), { session: 'vs_ben', sub: 'ben', head: 'e1.5' })))
      .on('GET /v1/tickets', () => json({ tickets: [viewOf([], { ticket: 't7' })], next: null }));
    conductor.retry();
    await until(() => sockets.dialled.length === 2);
    first!.tell('frame', frameOf([accepted, assigned], 2), () => {});

    assert.isDefined((await sent).fault);
    assert.isTrue(first!.closed);
    assert.deepEqual([...new Set(seen)], ['t7']);
    assert.equal(sockets.last.auth?.session, 'vs_ben');
    assert.isNull(store.current.openTicket);
    await time.pass(60_000);
    for (const { headers } of server.to('POST /v1/tickets/t1/comment'))
      assert.equal(headers.get('Authorization'), 'Bearer vs_1');
  });
});

suite('what is wrong', () => {
  test('with the assertion is said once, and ends in auth_required until somebody tries again', async () => {
    const { store, server, conductor, types, faults, time } = open();
    server.on('POST /v1/session', () => problem('unauthorized', { instance: 'req-1' }));
    conductor.start();
    await until(() => faults.length > 0);
    assert.equal(store.current.link.state, 'auth_required');
    assert.equal(store.current.phase, 'failed');
    assert.deepEqual(types(), ['vitrine-auth-required']);
    assert.deepEqual(
      faults.map(({ code }) => code),
      ['assertion_refused'],
    );
    server.on('POST /v1/session', () => json(sessionAnswer(time.now(), { head: 'e1.2' })));
    conductor.actions.retry();
    await until(() => store.current.phase === 'ready');
    assert.isNull(store.current.fault);
  });

  test('with the server mends itself when it comes back', async () => {
    const { store, server, conductor, faults, time } = open();
    server.on('GET /v1/portal', () => problem('internal'));
    conductor.start();
    await until(() => faults.length > 0);
    assert.deepEqual(
      [faults[0]?.code, store.current.phase, store.current.link.state],
      ['server_error', 'failed', 'offline'],
    );
    server.on('GET /v1/portal', () => json(BOOT));
    await time.pass(1000);
    await until(() => store.current.phase === 'ready');
  });
});

suite('[W16] a page', () => {
  test('put aside closes its line, and goes on from its cursor when it is shown again', async () => {
    const { sockets, ready } = open();
    await ready();
    dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    assert.isTrue(sockets.last.closed);
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await until(() => sockets.dialled.length === 2);
    assert.equal(sockets.last.auth?.cursor, 'e1.2');
  });

  test('with a wrong clock counts by the server’s', async () => {
    const { store, server, time, ready } = open();
    const threeDays = 3 * 86_400_000;
    server.on('POST /v1/session', () => json(sessionAnswer(time.now() - threeDays)));
    await ready();
    assert.equal(store.current.serverOffsetMs, -threeDays);
  });
});

test('[W13] a portal that is stopped leaves no timer, no socket and no question', async () => {
  const { conductor, server, sockets, time, ready } = open();
  await ready();
  server.on(
    'GET /v1/tickets/t1',
    ({ signal }) => new Promise((_, reject) => signal?.addEventListener('abort', reject)),
  );
  const asked = conductor.actions.openTicket(T1);
  await settled();
  conductor.stop();
  assert.isDefined((await asked).fault);
  assert.isTrue(server.asked.at(-1)?.signal?.aborted);
  assert.isTrue(sockets.last.closed);
  assert.deepEqual(time.waits, []);
});
