import { assert } from '@open-wc/testing';
import type { TicketId } from '../../../server/contract/ids.ts';
import { assigned, accepted, eventsOf, registered, viewOf, type Done } from '../../support/scene.ts';
import { json, problem, sessionAnswer, silence } from '../../support/fake-server.ts';
import { frameOf, openConductor, stopAll, T1, until } from '../../support/open-conductor.ts';

teardown(stopAll);

suite('[S5] a command', () => {
  test('is pending and no event until the server has answered', async () => {
    const { store, server, time, ready, actions } = openConductor();
    await ready();
    await actions.openTicket(T1);
    const answers = [silence, () => json({ events: eventsOf([accepted, assigned]).slice(2) })];
    server.on('POST /v1/tickets/t1/comment', () => answers.shift()!());
    const before = store.current.tickets;
    const done = actions.send(T1, 'comment', { text: 'hello' });
    await until(() => store.current.pending.has(T1));
    const [pending] = store.current.pending.get(T1)!;
    assert.deepInclude(pending, { command: 'comment', body: { text: 'hello' }, since: time.now(), saved: true });
    await until(() => store.current.pending.get(T1)?.[0]?.fault !== undefined);
    assert.strictEqual(store.current.tickets, before);
    assert.lengthOf(store.current.timelines.get(T1)!, 2);

    assert.isUndefined((await done).fault, 'it waits by itself');
    await until(() => time.waits.includes(250));
    await time.pass(250);
    await until(() => store.current.timelines.get(T1)!.length === 3);
    assert.isFalse(store.current.pending.has(T1));
    assert.lengthOf(store.current.timelines.get(T1)!, 3);
    assert.equal(store.current.position, 2);
  });

  test('that is refused leaves nothing behind, and says why', async () => {
    const { store, server, ready, actions } = openConductor();
    await ready();
    server.on('POST /v1/tickets/t1/confirm', () => problem('stage', { stage: 'accepted', allowed: ['comment'] }));
    const { tickets } = store.current;
    const { fault } = await actions.send(T1, 'confirm', {});
    assert.deepInclude(fault, { code: 'stage', stage: 'accepted', allowed: ['comment'] });
    await until(() => !store.current.pending.has(T1));
    assert.strictEqual(store.current.tickets, tickets);
  });

  test('that registers a ticket opens it, first in the list', async () => {
    const { store, server, types, ready, actions } = openConductor();
    await ready();
    const scene: Done[] = [[0, eventsOf([])[0]!.actor, registered({ number: 4128 })]];
    server.on('POST /v1/tickets', () =>
      json({ ticket: viewOf(scene, { ticket: 't2' }), events: eventsOf(scene, 't2'), receipt: {} }, 201),
    );
    actions.goTo('form');
    const { value } = await actions.report({ site: 'p12', category: 'till', text: 'It is dark' });
    assert.equal(value?.number, 4128);
    const { list, view, openTicket, timelines } = store.current;
    assert.deepEqual([list.ids, view, openTicket], [['t2', T1], 'ticket', 't2']);
    assert.lengthOf(timelines.get('t2' as TicketId)!, 1);
    assert.deepEqual(types(), ['vitrine-ready', 'vitrine-registered']);
  });
});

suite('[W11] another person', () => {
  test('sees nothing of the one before, and sends nothing for him', async () => {
    const { store, server, sockets, conductor, time, ready, actions } = openConductor();
    await ready();
    await actions.openTicket(T1);
    server.on('POST /v1/tickets/t1/comment', silence);
    const sent = actions.send(T1, 'comment', { text: 'mine' });
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
    await sent;

    assert.isTrue(first!.closed);
    assert.deepEqual([...new Set(seen)], ['t7']);
    assert.equal(sockets.last.auth?.session, 'vs_ben');
    assert.isNull(store.current.openTicket);
    await time.pass(60_000);
    for (const { headers } of server.to('POST /v1/tickets/t1/comment'))
      assert.equal(headers.get('Authorization'), 'Bearer vs_1');
  });
});

suite('what waits for this person', () => {
  test('is asked for by itself, page by page, and kept beside the list', async () => {
    const { store, server, ready, actions } = openConductor();
    await ready();
    const waits = viewOf([accepted], { ticket: 't9' });
    const page = { tickets: [waits], next: 'e.4', waiting: { tickets: 2, sum: 700 } };
    server.on('GET /v1/tickets', () => json(page));
    const before = store.current.list;
    await actions.loadApprovals();
    assert.include(server.asked.at(-1)!.path, 'waiting=approval');
    assert.deepEqual(store.current.approvals, { ids: ['t9' as TicketId], next: 'e.4', tickets: 2, sum: 700 });
    assert.equal(store.current.tickets.get('t9' as TicketId)?.id, 't9');
    assert.strictEqual(store.current.list, before);
    await actions.loadApprovals(true);
    assert.include(server.asked.at(-1)!.path, 'after=e.4');
  });
});
