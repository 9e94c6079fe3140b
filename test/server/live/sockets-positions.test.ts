import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PositionMessage } from '../../../server/contract/eta.ts';
import { WATCHED } from '../../../server/live/watchers.ts';
import { CALLERS } from '../../support/directory.ts';
import { connected, follow, openLiveServer, until, type Client, type LiveServer } from '../../support/live.ts';
import { ticketId } from '../../support/logged.ts';

const { anna, boris, marat } = CALLERS;
const LIMIT = { timeout: 20_000 };

/** Marat is on the way to these tickets. */
async function travel({ house }: LiveServer, ...tickets: readonly string[]): Promise<void> {
  for (const ticket of tickets) {
    await house.register(ticket, 'boris', ticket.startsWith('foreign') ? 'pushkina-3' : 'baumana-44');
    await house.assign(ticket, marat.id);
    await house.depart(ticket, marat.id);
  }
}

/** A second later, his phone. */
async function locate({ house, positions }: LiveServer): Promise<void> {
  house.clock.now += 1000;
  const at = new Date(house.clock.now).toISOString();
  await positions.accept(marat, { at, latitude: 557_977_000, longitude: 491_221_000, accuracy: 5 });
}

function hear(client: Client): PositionMessage[] {
  const messages: PositionMessage[] = [];
  client.on('position', (message) => messages.push(message));
  return messages;
}

test(
  '[L1] a position reaches who watches the ticket, thinned; it is not kept, and not told to who comes later',
  LIMIT,
  async (t) => {
    const server = await openLiveServer(t);
    const { house, connect } = server;
    await travel(server, 't1');
    const client = connect(await house.signIn(boris));
    const messages = hear(client);
    await connected(client);
    client.emit('watch', { tickets: [ticketId('t1')] });
    await until(async () => {
      await locate(server);
      return messages.length > 0;
    });
    assert.deepEqual([messages[0]?.ticket, messages[0]?.eta?.distance, messages[0]?.eta?.place], ['t1', 1500, null]);

    const late = connect(await house.signIn(anna));
    const heardLate = hear(late);
    const frames = follow(late);
    await connected(late);
    late.emit('watch', { tickets: [ticketId('t1')] });
    await house.arrive('t1', marat.id);
    await until(() => messages.at(-1)?.eta === null && heardLate.length > 0);
    assert.deepEqual(heardLate, [{ ticket: 't1', eta: null }]);
    await until(() => frames.length > 0);
    assert.doesNotMatch(JSON.stringify(frames), /latitude|557977000/);
  },
);

test('[S7] who watches what he may not see hears nothing of it, as of what does not exist', LIMIT, async (t) => {
  const server = await openLiveServer(t);
  const { house, connect } = server;
  await travel(server, 'foreign', 'own', 'one too many');
  const client = connect(await house.signIn(anna));
  const messages = hear(client);
  await connected(client);
  const unknown = Array.from({ length: WATCHED - 2 }, (_, i) => `unknown ${i}`);
  client.emit('watch', { tickets: ['foreign', ...unknown, 'own', 'one too many'].map(ticketId) });
  const send = client.emit.bind(client) as (name: string, body: unknown) => void;
  for (const message of [null, 7, '../', { tickets: '*' }, { tickets: { length: 1e9 } }]) send('watch', message);
  await until(async () => {
    await locate(server);
    return messages.length > 1;
  });
  assert.deepEqual([...new Set(messages.map(({ ticket }) => ticket))], ['own']);
});

test('[S10] [L1] who may no longer see a ticket hears no more of its engineer', LIMIT, async (t) => {
  const server = await openLiveServer(t);
  const { house, connect } = server;
  await travel(server, 't1');
  const [first, second] = [connect(await house.signIn(anna)), connect(await house.signIn(boris))];
  const [lost, kept] = [hear(first), hear(second)];
  await Promise.all([first, second].map(connected));
  for (const client of [first, second]) client.emit('watch', { tickets: [ticketId('t1')] });
  await until(async () => {
    await locate(server);
    return lost.length > 0 && kept.length > 0;
  });
  const resync = new Promise((resolve) => first.once('resync', resolve));
  await house.claim({ ...anna, sites: [] });
  await resync;
  const before = [lost.length, kept.length] as const;
  await locate(server);
  await until(() => kept.length > before[1]);
  assert.equal(lost.length, before[0]);
});
