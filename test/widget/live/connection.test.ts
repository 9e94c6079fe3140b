import { assert } from '@open-wc/testing';
import type { ConnectFault } from '../../../server/contract/feed.ts';
import type { Frame, LiveAuth } from '../../../server/contract/feed.ts';
import type { TicketId } from '../../../server/contract/ids.ts';
import { Connection } from '../../../widget/live/connection.ts';
import { SERVER } from '../../support/fake-server.ts';
import { FakeSockets } from '../../support/fake-socket.ts';
import { ManualTime, settled } from '../../support/manual-time.ts';

const FRAME: Frame = { epoch: 'e1', from: 0, to: 1, events: [], clocks: {} };

function open(more: { session?: () => string | undefined; fits?: () => boolean } = {}) {
  const time = new ManualTime();
  const sockets = new FakeSockets();
  const told: string[] = [];
  const refusals: boolean[] = [];
  let cursor = 0;
  const connection = new Connection({
    server: SERVER,
    connect: sockets.connect,
    time,
    auth: async (refused): Promise<LiveAuth | undefined> => {
      refusals.push(refused);
      const session = more.session ? more.session() : 'vs_1';
      return session === undefined ? undefined : { session, cursor: `e1.${cursor}`, protocol: 1 };
    },
    frame: ({ to }) => {
      if (more.fits && !more.fits()) return false;
      cursor = to;
      return true;
    },
    resync: ({ reason }) => told.push(`resync ${reason}`),
    position: ({ ticket }) => told.push(`position ${ticket}`),
    expiring: () => told.push('expiring'),
    link: (state) => told.push(state),
    ended: (code) => told.push(`ended ${code}`),
    blocked: () => told.push('blocked'),
  });
  const start = async (): Promise<void> => {
    connection.start();
    await settled();
  };
  return { connection, time, sockets, told, refusals, start };
}

const lost = (data?: ConnectFault): { readonly data?: ConnectFault } => (data ? { data } : {});

suite('the line', () => {
  test('goes on from where it stood, each time it is opened', async () => {
    const { sockets, start, time } = open();
    await start();
    assert.deepEqual(sockets.last.auth, { session: 'vs_1', cursor: 'e1.0', protocol: 1 });
    sockets.last.tell('connect');
    sockets.last.tell('frame', FRAME, () => {});
    sockets.last.tell('disconnect');
    await time.pass(20_000);
    assert.lengthOf(sockets.dialled, 2);
    assert.equal(sockets.last.auth?.cursor, 'e1.1');
  });

  test('answers each frame', async () => {
    const { sockets, start } = open();
    await start();
    let answered = 0;
    sockets.last.tell('frame', FRAME, () => (answered += 1));
    assert.equal(answered, 1);
  });

  test('[S1] is opened anew when a frame does not continue what is held', async () => {
    const { sockets, start, time, told } = open({ fits: () => false });
    await start();
    sockets.last.tell('connect');
    sockets.last.tell('frame', FRAME, () => {});
    assert.isTrue(sockets.last.closed);
    assert.deepEqual(told, ['live', 'offline']);
    await time.pass(500);
    assert.lengthOf(sockets.dialled, 2);
  });

  test('[S2] that is silent for more than 20 s is given up', async () => {
    const { sockets, start, time, told } = open();
    await start();
    sockets.last.tell('connect');
    await time.pass(19_000);
    sockets.last.tell('frame', { ...FRAME, to: 0 }, () => {});
    await time.pass(19_999);
    assert.deepEqual(told, ['live']);
    const [first] = sockets.dialled;
    await time.pass(1);
    assert.isTrue(first?.closed);
    assert.deepEqual(told, ['live', 'offline']);
    await time.pass(500);
    assert.lengthOf(sockets.dialled, 2);
  });

  test('[S4] is tried again with full jitter, from 500 ms up to 20 s', async () => {
    const { sockets, start, time } = open();
    time.luck = 1;
    await start();
    const waits: number[] = [];
    for (let n = 0; n < 8; n++) {
      sockets.last.tell('connect_error', lost());
      const [wait] = time.waits;
      waits.push(wait!);
      await time.pass(wait!);
    }
    assert.deepEqual(waits, [500, 1000, 2000, 4000, 8000, 16_000, 20_000, 20_000]);
    time.luck = 0.25;
    sockets.last.tell('connect_error', lost());
    assert.deepEqual(time.waits, [5000]);
  });

  test('[S4] waits as long as the server says, whatever it would itself', async () => {
    const { sockets, start, time } = open();
    await start();
    sockets.last.tell('connect_error', lost({ code: 'busy', retryAfterMs: 12_345 }));
    assert.deepEqual(time.waits, [12_345]);
    await time.pass(12_345);
    sockets.last.tell('connect');
    sockets.last.tell('closing', { retryAfterMs: 777 });
    assert.isTrue(sockets.last.closed);
    assert.deepEqual(time.waits, [777]);
  });

  test('[S4] of another protocol ends, and says so', async () => {
    const { sockets, start, time, told } = open();
    await start();
    sockets.last.tell('connect_error', lost({ code: 'protocol' }));
    assert.deepEqual(told, ['ended protocol']);
    await time.pass(600_000);
    assert.lengthOf(sockets.dialled, 1);
    assert.isEmpty(time.waits);
  });

  test('[S4] with a refused session tries once with a fresh one, then ends', async () => {
    const { sockets, start, time, told, refusals } = open();
    await start();
    sockets.last.tell('connect_error', lost({ code: 'unauthorized' }));
    await settled();
    assert.lengthOf(sockets.dialled, 2);
    assert.isTrue(refusals.includes(true));
    sockets.last.tell('connect_error', lost({ code: 'unauthorized' }));
    assert.deepEqual(told, ['ended unauthorized']);
    assert.isEmpty(time.waits);
  });

  test('ends where there is no session', async () => {
    const { sockets, start, told } = open({ session: () => undefined });
    await start();
    assert.isEmpty(sockets.dialled);
    assert.deepEqual(told, ['ended unauthorized']);
  });

  test('hears nothing of a line that it has left', async () => {
    const { connection, sockets, start, told } = open();
    await start();
    const { last } = sockets;
    last.tell('connect');
    connection.stop();
    last.tell('frame', FRAME, () => {});
    last.tell('resync', { reason: 'epoch', epoch: 'e2', head: 9 });
    last.tell('disconnect');
    assert.deepEqual(told, ['live']);
    connection.start();
    await settled();
    assert.equal(sockets.last.auth?.cursor, 'e1.0');
  });

  test('that did not open three times and was never open is suspicious', async () => {
    const { sockets, start, time, told } = open();
    await start();
    for (let n = 0; n < 5; n++) {
      sockets.last.tell('connect_error', lost());
      await time.pass(20_000);
    }
    assert.deepEqual(
      told.filter((one) => one === 'blocked'),
      ['blocked', 'blocked', 'blocked'],
    );
  });

  test('names whose positions are wanted, now and after each opening, and only when that changes', async () => {
    const { connection, sockets, start, time } = open();
    const tickets = ['t1', 't2'] as TicketId[];
    connection.watch(tickets);
    await start();
    sockets.last.tell('connect');
    connection.watch([...tickets]);
    assert.deepEqual(sockets.last.sent, [{ event: 'watch', message: { tickets } }]);
    sockets.last.tell('disconnect');
    await time.pass(500);
    sockets.last.tell('connect');
    assert.deepEqual(sockets.last.sent, [{ event: 'watch', message: { tickets } }]);
  });

  test('takes a fresh session without being opened anew', async () => {
    const { connection, sockets, start } = open();
    await start();
    sockets.last.tell('connect');
    connection.refresh('vs_2');
    assert.deepEqual(sockets.last.sent, [{ event: 'auth:refresh', message: { session: 'vs_2' } }]);
    assert.lengthOf(sockets.dialled, 1);
  });

  test('[W16] does not trust itself after a sleep, and does not wait when it wakes', async () => {
    const { connection, sockets, start, time } = open();
    await start();
    sockets.last.tell('connect');
    connection.wake();
    await settled();
    assert.lengthOf(sockets.dialled, 1);
    sockets.last.tell('disconnect');
    connection.wake();
    await settled();
    assert.lengthOf(sockets.dialled, 2);
    sockets.last.tell('connect');
    time.sleep(7_200_000);
    connection.wake();
    await settled();
    assert.lengthOf(sockets.dialled, 3);
  });

  test('[W13] leaves no timer and no socket when it is stopped, in whatever state', async () => {
    const live = open();
    await live.start();
    live.sockets.last.tell('connect');
    live.connection.stop();
    assert.isTrue(live.sockets.last.closed);
    assert.isEmpty(live.time.waits);

    const waiting = open();
    await waiting.start();
    waiting.sockets.last.tell('connect_error', lost());
    waiting.connection.stop();
    assert.isEmpty(waiting.time.waits);

    const dialling = open();
    dialling.connection.start();
    dialling.connection.stop();
    await settled();
    assert.isEmpty(dialling.sockets.dialled);
    assert.isEmpty(dialling.time.waits);
  });
});
