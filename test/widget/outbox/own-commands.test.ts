import { assert } from '@open-wc/testing';
import type { TicketId } from '../../../server/contract/ids.ts';
import { onDevice } from '../../../widget/outbox/database.ts';
import { json, problem, sessionAnswer, silence } from '../../support/fake-server.ts';
import { ManualTime } from '../../support/manual-time.ts';
import { forgetDevice, openConductor, stopAll, T1, until } from '../../support/open-conductor.ts';
import {
  COMMENT,
  commented,
  inTime,
  keysOf,
  leftUnsent,
  NEW,
  onDisk,
  openOutbox,
  registration,
  REPORT,
  waiting,
} from '../../support/open-outbox.ts';

setup(forgetDevice);
teardown(stopAll);

/** Waits until what was said before among the tabs has been heard. */
const heard = (): Promise<void> =>
  new Promise((give) => {
    const [mouth, ear] = [new BroadcastChannel('vitrine-outbox'), new BroadcastChannel('vitrine-outbox')];
    ear.addEventListener('message', ({ data }) => {
      if (data !== 'said') return;
      for (const each of [mouth, ear]) each.close();
      give();
    });
    mouth.postMessage('said');
  });

suite('from the moment that "Send" is pressed', () => {
  test('a report lies on this device before it is sent, marked as sent', async () => {
    const portal = await openOutbox();
    let kept: Awaited<ReturnType<typeof onDisk>> = [];
    portal.server.on(NEW, async () => {
      kept = await onDisk();
      return registration();
    });
    await portal.actions.report(REPORT);
    assert.deepInclude(kept[0], { body: REPORT, command: 'register', sent: true });
    await until(() => !portal.store.current.pending.has('new'));
    assert.isEmpty(await onDisk());
  });

  test('it outlives the page, and is sent under its own key when the person is back', async () => {
    const first = await leftUnsent();
    const portal = await openOutbox();
    portal.server.on(NEW, () => registration());
    await until(() => portal.store.current.tickets.has('t2' as TicketId));
    assert.deepEqual(keysOf(portal.server.to(NEW)), keysOf([first]));
    assert.deepEqual(portal.types(), ['vitrine-ready', 'vitrine-registered']);
    assert.equal(portal.store.current.view, 'list', 'nothing that somebody reads jumps');
    assert.deepEqual(portal.store.current.list.ids, ['t2' as TicketId, T1]);
    await until(() => !portal.store.current.pending.has('new'));
    assert.isEmpty(await onDisk());
  });

  test('[W11] another person has nothing of it, shown or sent; the first finds it again', async () => {
    const first = await leftUnsent();
    const other = openConductor();
    other.server.on('POST /v1/session', () => json(sessionAnswer(other.time.now(), { sub: 'ben', session: 'vs_b' })));
    await other.ready();
    other.actions.goTo('form');
    other.server.on('POST /v1/tickets', () => registration('t5'));
    await other.actions.report({ ...REPORT, text: 'Mine' });
    assert.deepEqual(
      other.server.to(NEW).map(({ body }) => (JSON.parse(body!) as typeof REPORT).text),
      ['Mine'],
    );
    assert.isEmpty(waiting(other));
    other.server
      .on('POST /v1/session', () => json(sessionAnswer(other.time.now(), { session: 'vs_a' })))
      .on('POST /v1/tickets', () => registration());
    other.conductor.retry();
    await until(() => other.store.current.tickets.has('t2' as TicketId));
    assert.deepEqual(keysOf(other.server.to(NEW).slice(1)), keysOf([first]));
    assert.equal(other.server.to(NEW)[1]!.headers.get('Authorization'), 'Bearer vs_a');
  });

  test('[W12] a session that has ended keeps it, and signing in sends it', async () => {
    const portal = await openOutbox();
    portal.server.on(NEW, () => problem('unauthorized')).on('POST /v1/session', () => problem('unauthorized'));
    void portal.actions.report(REPORT);
    await until(() => portal.store.current.link.state === 'auth_required');
    await until(() => waiting(portal)[0]?.saved === true);
    const before = portal.server.to(NEW).length;
    portal.server
      .on('POST /v1/session', () => json(sessionAnswer(portal.time.now(), { session: 'vs_2' })))
      .on(NEW, () => registration());
    portal.conductor.retry();
    await until(() => portal.store.current.tickets.has('t2' as TicketId));
    const sent = portal.server.to(NEW);
    assert.equal(new Set(keysOf(sent)).size, 1);
    assert.equal(sent[before]!.headers.get('Authorization'), 'Bearer vs_2');
  });

  test('[S4] the server’s own time to come back is kept, by every tab', async () => {
    const time = new ManualTime();
    const portal = await openOutbox(time);
    portal.server.on(NEW, () => problem('too_many', { retryAfterMs: 30_000 }));
    void portal.actions.report(REPORT);
    await until(() => waiting(portal)[0]?.fault?.code === 'too_many');
    const other = await openOutbox(time);
    other.server.on(NEW, () => registration());
    portal.server.on(NEW, () => registration());
    await until(
      () => waiting(other).length === 1 && time.waits.filter((wait) => wait > 29_000 && wait <= 30_000).length === 2,
    );
    await time.pass(29_000);
    assert.equal([...portal.server.to(NEW), ...other.server.to(NEW)].length, 1);
    await inTime(portal, () => portal.server.to(NEW).length + other.server.to(NEW).length === 2);
  });

  test('[W2] what the server is just carrying out is asked for again under the same key', async () => {
    const portal = await openOutbox();
    const answers = [() => problem('in_flight', { retryAfterMs: 1000 }), () => registration()];
    portal.server.on(NEW, () => answers.shift()!());
    void portal.actions.report(REPORT);
    await until(() => waiting(portal)[0]?.fault !== undefined);
    await inTime(portal, () => portal.store.current.tickets.has('t2' as TicketId));
    assert.equal(new Set(keysOf(portal.server.to(NEW))).size, 1);
  });

  test('a machine between here and the server never has the last word', async () => {
    const portal = await openOutbox();
    portal.server.on(NEW, () => new Response('<h1>Blocked</h1>', { status: 403 }));
    void portal.actions.report(REPORT);
    await until(() => waiting(portal)[0]?.fault !== undefined);
    assert.isUndefined(waiting(portal)[0]!.refused);
    portal.server.on(NEW, () => registration());
    await inTime(portal, () => portal.store.current.tickets.has('t2' as TicketId));
  });

  test('what is said about one ticket stays in order, and holds up no report', async () => {
    const portal = await openOutbox();
    const { actions } = portal;
    portal.server.on(COMMENT, () => problem('internal')).on(NEW, () => registration());
    void actions.send(T1, 'comment', { text: 'one' });
    await until(() => waiting(portal, T1)[0]?.fault !== undefined);
    void actions.send(T1, 'comment', { text: 'two' });
    await actions.report(REPORT);
    const texts = () => portal.server.to(COMMENT).map(({ body }) => (JSON.parse(body!) as { text: string }).text);
    assert.notInclude(texts(), 'two');
    portal.server.on(COMMENT, commented);
    const before = texts().length;
    await inTime(portal, () => !portal.store.current.pending.has(T1));
    assert.deepEqual(texts().slice(before), ['one', 'two']);
  });
});

suite('[W17] two tabs', () => {
  test('one of them sends, the other sees it wait and go', async () => {
    const time = new ManualTime();
    const [one, two] = [await openOutbox(time), await openOutbox(time)];
    let answer: (response: Response) => void;
    one.server.on(NEW, () => new Promise((give) => void (answer = give)));
    void one.actions.report(REPORT);
    await until(() => one.server.to(NEW).length === 1 && waiting(two).length === 1);
    // However long it takes: whoever sends answers when he is asked whether he is still there.
    for (let passed = 0; passed < 15; passed++) {
      await time.pass(500);
      await heard();
      await heard();
    }
    assert.equal(two.server.to(NEW).length, 0);
    answer!(registration());
    await until(() => waiting(two).length === 0 && waiting(one).length === 0);
    await time.pass(60_000);
    assert.equal([...one.server.to(NEW), ...two.server.to(NEW)].length, 1);
  });

  test('[S4] drive each other on by nothing while the server is away', async () => {
    const time = new ManualTime();
    const tabs = [await openOutbox(time), await openOutbox(time)];
    for (const { server } of tabs) server.on(NEW, silence);
    const tries = (): number => tabs.reduce((sum, { server }) => sum + server.to(NEW).length, 0);
    void tabs[0]!.actions.report(REPORT);
    await until(() => tabs.every((tab) => waiting(tab)[0]?.fault !== undefined));
    // No time passes: whatever is tried now was driven by what the tabs tell each other.
    for (let times = 0; times < 100; times++) await heard();
    assert.isAtMost(tries(), 4);
    for (const { server } of tabs) server.on(NEW, () => registration());
    await inTime(tabs[0]!, () => tabs.some(({ store }) => store.current.tickets.has('t2' as TicketId)));
  });

  test('another takes over from one that has died over it', async () => {
    const time = new ManualTime();
    const [one, two] = [await openOutbox(time), await openOutbox(time)];
    one.server.on(NEW, () => new Promise(() => {}));
    void one.actions.report(REPORT);
    await until(() => one.server.to(NEW).length === 1 && waiting(two).length === 1);
    one.stop();
    two.server.on(NEW, () => registration());
    await inTime(two, () => two.store.current.tickets.has('t2' as TicketId));
    assert.deepEqual(keysOf(two.server.to(NEW)), keysOf(one.server.to(NEW)));
  });

  test('where tabs cannot talk another takes over when the lease has run out', async () => {
    const { BroadcastChannel: talk } = globalThis;
    Reflect.deleteProperty(globalThis, 'BroadcastChannel');
    try {
      const time = new ManualTime();
      const [one, two] = [await openOutbox(time), await openOutbox(time)];
      one.server.on(NEW, () => new Promise(() => {}));
      void one.actions.report(REPORT);
      await until(() => one.server.to(NEW).length === 1);
      one.stop();
      dispatchEvent(new Event('online'));
      two.server.on(NEW, () => registration());
      await until(() => time.waits.some((wait) => wait > 20_000 && wait < 20_100));
      await time.pass(19_900);
      assert.equal(two.server.to(NEW).length, 0);
      await inTime(two, () => two.store.current.tickets.has('t2' as TicketId));
    } finally {
      globalThis.BroadcastChannel = talk;
    }
  });

  test('a lease that a clock made which was set back since holds nobody up', async () => {
    const first = await leftUnsent();
    await onDevice(async (db) => {
      const [command] = await db.getAll('commands');
      const until = Date.parse('2027-01-01T00:00:00Z');
      await db.put('leases', { owner: command!.owner, holder: 'nobody', until });
      return true;
    });
    const portal = await openOutbox();
    portal.server.on(NEW, () => registration());
    await until(() => portal.store.current.tickets.has('t2' as TicketId));
    assert.deepEqual(keysOf(portal.server.to(NEW)), keysOf([first]));
  });
});
