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
  NEW,
  onDisk,
  openOutbox,
  registration,
  REPORT,
  waiting,
} from '../../support/open-outbox.ts';

setup(forgetDevice);
teardown(stopAll);

suite('a refusal', () => {
  test('that comes while the person looks on goes back to his form, and nothing waits', async () => {
    const portal = await openOutbox();
    const kept = (await portal.actions.kept())!;
    kept.keepDraft('report', { text: 'It is dark' });
    portal.server.on(NEW, () => problem('refused', { pointer: '/asset' }));
    const { fault } = await portal.actions.report(REPORT);
    assert.equal(fault?.pointer, '/asset');
    await until(() => waiting(portal).length === 0);
    assert.deepEqual(await kept.findDraft('report'), { text: 'It is dark' });
  });

  test('that comes later stays with its text until the person sends it anew or throws it away', async () => {
    const portal = await openOutbox();
    const kept = (await portal.actions.kept())!;
    portal.server.on(COMMENT, silence);
    await portal.actions.send(T1, 'comment', { text: 'hello' });
    portal.server.on(COMMENT, () => problem('stage'));
    await inTime(portal, () => waiting(portal, T1)[0]?.refused === true);
    const [refused] = waiting(portal, T1);
    assert.deepInclude(refused, { body: { text: 'hello' } });
    await portal.time.pass(60_000);
    assert.equal(portal.server.to(COMMENT).length, 2);

    await kept.again(refused!.key);
    await until(() => portal.server.to(COMMENT).length === 3);
    assert.equal(new Set(keysOf(portal.server.to(COMMENT))).size, 2, 'a refusal is remembered with its key');
    await until(() => waiting(portal, T1)[0]?.refused === true);
    assert.lengthOf(await onDisk(), 1);
    assert.isTrue(await kept.discard(waiting(portal, T1)[0]!.key));
    assert.isEmpty(await onDisk());
  });

  test('is replaced by what corrects it, in one step', async () => {
    const portal = await openOutbox();
    portal.server.on(NEW, silence);
    await portal.actions.report(REPORT);
    portal.server.on(NEW, () => problem('invalid'));
    await inTime(portal, () => waiting(portal)[0]?.refused === true);
    portal.server.on(NEW, silence);
    await portal.actions.report({ ...REPORT, text: 'Better' }, waiting(portal)[0]!.key);
    assert.deepEqual(
      (await onDisk()).map(({ body }) => body['text']),
      ['Better'],
    );
  });
});

test('what has gone out can only be ended by the server’s answer', async () => {
  const portal = await openOutbox();
  const kept = (await portal.actions.kept())!;
  portal.server.on(NEW, silence);
  await portal.actions.report(REPORT);
  assert.isTrue(waiting(portal)[0]!.sent);
  assert.isFalse(await kept.discard(waiting(portal)[0]!.key));
  assert.lengthOf(await onDisk(), 1);
});

test('what could not leave this computer can be thrown away', async () => {
  Object.defineProperty(navigator, 'onLine', { value: false, configurable: true });
  try {
    const portal = await openOutbox();
    const kept = (await portal.actions.kept())!;
    portal.server.on(NEW, silence);
    await portal.actions.report(REPORT);
    assert.isFalse(waiting(portal)[0]!.sent);
    assert.isTrue(await kept.discard(waiting(portal)[0]!.key));
    assert.isEmpty(await onDisk());
    assert.isEmpty(waiting(portal));
  } finally {
    delete (navigator as { onLine?: boolean }).onLine;
  }
});

suite('a draft', () => {
  test('outlives the page, goes when it is sent, and is nobody else’s', async () => {
    const portal = await openOutbox();
    (await portal.actions.kept())!.keepDraft('t1/comment', { text: 'half a sen' });
    await portal.time.pass(400);
    portal.stop();

    const other = openConductor();
    other.server.on('POST /v1/session', () => json(sessionAnswer(other.time.now(), { sub: 'ben' })));
    await other.ready();
    assert.isUndefined(await (await other.actions.kept())!.findDraft('t1/comment'));
    other.stop();

    const again = await openOutbox();
    const kept = (await again.actions.kept())!;
    assert.deepEqual(await kept.findDraft('t1/comment'), { text: 'half a sen' });
    again.server.on(COMMENT, commented);
    await again.actions.send(T1, 'comment', { text: 'half a sentence' });
    assert.isUndefined(await kept.findDraft('t1/comment'));
  });

  test('is forgotten after two weeks', async () => {
    const portal = await openOutbox();
    (await portal.actions.kept())!.keepDraft('report', { text: 'old' });
    await portal.time.pass(400);
    portal.stop();
    const later = await openOutbox(new ManualTime(portal.time.now() + 14 * 86_400_000 + 1));
    assert.isUndefined(await (await later.actions.kept())!.findDraft('report'));
    assert.isEmpty(await onDevice((db) => db.getAll('drafts')));
  });
});

test('[E4] where the browser keeps nothing it is sent from the page, which says so and asks to stay', async () => {
  const transaction = IDBDatabase.prototype.transaction;
  IDBDatabase.prototype.transaction = () => {
    throw new DOMException('no', 'QuotaExceededError');
  };
  try {
    const portal = await openOutbox();
    portal.server.on(NEW, silence);
    await portal.actions.report(REPORT);
    assert.isFalse(waiting(portal)[0]!.saved);
    const leaving = new Event('beforeunload', { cancelable: true });
    dispatchEvent(leaving);
    assert.isTrue(leaving.defaultPrevented);
    portal.server.on(NEW, () => registration());
    await inTime(portal, () => portal.store.current.tickets.has('t2' as TicketId));
    assert.isEmpty(waiting(portal));
  } finally {
    IDBDatabase.prototype.transaction = transaction;
  }
});
