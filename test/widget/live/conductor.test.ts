import { assert } from '@open-wc/testing';
import type { TicketId } from '../../../server/contract/ids.ts';
import { BOOT, assigned, accepted, departed, eventsOf, onTheWay, viewOf } from '../../support/scene.ts';
import { json, problem, sessionAnswer } from '../../support/fake-server.ts';
import { settled } from '../../support/manual-time.ts';
import { frameOf, openConductor, OWN, stopAll, T1, until } from '../../support/open-conductor.ts';

teardown(stopAll);

suite('a portal', () => {
  test('opens a session, takes a snapshot, then follows from where the session began', async () => {
    const { store, server, sockets, types, ready } = openConductor();
    await ready();
    assert.deepEqual(
      server.asked.map(({ method, path }) => `${method} ${path}`),
      ['POST /v1/session', 'GET /v1/portal', 'GET /v1/tickets?scope=site&limit=50'],
    );
    assert.equal(sockets.last.auth?.cursor, 'e1.2');
    const { phase, link, list, person } = store.current;
    assert.deepEqual([phase, link.state, list.ids, person?.id], ['ready', 'live', [T1], 'ana']);
    assert.deepEqual(types(), ['vitrine-ready']);
  });

  test('folds a frame in and tells the page what has changed', async () => {
    const { store, sockets, told, types, ready } = openConductor();
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
    const { store, server, sockets, ready } = openConductor();
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
    const { store, server, sockets, time, ready } = openConductor();
    await ready();
    server.on('GET /v1/tickets', () => json({ tickets: [viewOf([], { ticket: 't2' }), viewOf(OWN)], next: null }));
    const foreign = eventsOf([], 't2').map((event) => ({ ...event, position: 3 }));
    sockets.last.tell('frame', { ...frameOf(OWN, 2), to: 3, events: foreign }, () => {});
    assert.equal(store.current.skipped, 1);
    assert.include(time.waits, 750);
    await time.pass(750);
    await until(() => store.current.list.ids.length > 1);
    assert.deepEqual(store.current.list.ids, ['t2' as TicketId, T1]);
  });

  test('asks for the positions of whoever is on the way, and of the open ticket', async () => {
    const { store, sockets, ready, actions } = openConductor();
    await ready();
    await actions.openTicket(T1);
    assert.deepEqual(sockets.last.sent, [{ event: 'watch', message: { tickets: [T1] } }]);
    sockets.last.tell('frame', frameOf([accepted, departed], 2), () => {});
    sockets.last.tell('position', { ticket: T1, eta: onTheWay });
    assert.equal(store.current.tickets.get(T1)?.eta?.distance, 7000);
    assert.lengthOf(sockets.last.sent, 1);
  });
});

suite('what is wrong', () => {
  test('with the assertion is said once, and ends in auth_required until somebody tries again', async () => {
    const { store, server, conductor, types, faults, time, actions } = openConductor();
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
    actions.retry();
    await until(() => store.current.phase === 'ready');
    assert.isNull(store.current.fault);
  });

  test('with the server mends itself when it comes back', async () => {
    const { store, server, conductor, faults, time } = openConductor();
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

suite('where no WebSocket opens', () => {
  test('the portal says so once, and still hears of changes', async () => {
    const { store, server, sockets, conductor, time, faults } = openConductor();
    server.on('GET /healthz', () => json({}));
    conductor.start();
    await until(() => sockets.last?.auth !== undefined);
    server.on('GET /v1/tickets', () => json({ tickets: [viewOf([accepted, assigned])], next: null }));
    for (let n = 1; n < 6; n++) {
      sockets.last.tell('connect_error', {});
      if (n === 3) await until(() => store.current.tickets.get(T1)?.assignee?.id === 'marat');
      await time.pass(20_000);
      await until(() => sockets.dialled.length === n + 1);
    }
    await until(() => faults.length > 0);
    assert.deepEqual(
      faults.map(({ code }) => code),
      ['websocket_blocked'],
    );
    assert.equal(store.current.phase, 'ready');
    sockets.last.tell('connect');
    assert.isNull(store.current.fault);
  });
});

suite('[W16] a page', () => {
  test('put aside closes its line, and goes on from its cursor when it is shown again', async () => {
    const { sockets, ready } = openConductor();
    await ready();
    dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    assert.isTrue(sockets.last.closed);
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await until(() => sockets.dialled.length === 2);
    assert.equal(sockets.last.auth?.cursor, 'e1.2');
  });

  test('with a wrong clock counts by the server’s', async () => {
    const { store, server, time, ready } = openConductor();
    const threeDays = 3 * 86_400_000;
    server.on('POST /v1/session', () => json(sessionAnswer(time.now() - threeDays)));
    await ready();
    assert.equal(store.current.serverOffsetMs, -threeDays);
  });
});

test('[W13] a portal that is stopped leaves no timer, no socket and no question', async () => {
  const { server, sockets, time, ready, actions, stop } = openConductor();
  await ready();
  server.on(
    'GET /v1/tickets/t1',
    ({ signal }) => new Promise((_, reject) => signal?.addEventListener('abort', reject)),
  );
  const asked = actions.openTicket(T1);
  await settled();
  stop();
  assert.isDefined((await asked).fault);
  assert.isTrue(server.asked.at(-1)?.signal?.aborted);
  assert.isTrue(sockets.last.closed);
  assert.deepEqual(time.waits, []);
});
