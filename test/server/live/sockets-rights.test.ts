import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { openPersons } from '../../../server/store/persons.ts';
import { EXPIRING_MS } from '../../../server/live/pump.ts';
import { CALLERS } from '../../support/directory.ts';
import { connected, disconnected, follow, heard, openLiveServer, until } from '../../support/live.ts';
import { PAGE } from '../../support/logged.ts';
import { START, TENANT } from '../../support/timeline.ts';

const { anna, auditor } = CALLERS;
const LIMIT = { timeout: 20_000 };

describe('[S10] rights of a connected reader', LIMIT, () => {
  test('a revoked session ends the connection within 2 s, without a poke', async (t) => {
    const { house, connect } = await openLiveServer(t);
    const session = await house.signIn(auditor);
    const client = connect(session);
    await connected(client);
    const began = performance.now();
    await house.gate.end(session);
    assert.equal(await disconnected(client), 'io server disconnect');
    assert.ok(performance.now() - began < 2000);
  });

  test('so does a person who is no longer active', async (t) => {
    const { house, connect } = await openLiveServer(t);
    const client = connect(await house.signIn(auditor));
    await connected(client);
    await openPersons(house.db).setActive(TENANT, auditor.id, false);
    assert.equal(await disconnected(client), 'io server disconnect');
  });

  test('a lost site takes effect before the next frame', async (t) => {
    const { house, connect } = await openLiveServer(t);
    await house.register('t1', 'boris');
    const client = connect(await house.signIn(anna));
    const frames = follow(client);
    await until(() => frames.length === 1);
    await house.claim({ ...anna, sites: [] });
    await house.comment('t1', 'canary');
    assert.equal((await heard(client, 'resync')).reason, 'rights');
    await house.register('own', 'anna');
    await until(() => frames.length === 2);
    assert.doesNotMatch(JSON.stringify(frames), /canary/);
  });

  test('a session is announced to end, and a fresh one of the same person goes on', async (t) => {
    const { house, connect } = await openLiveServer(t);
    const session = await house.signIn(auditor, EXPIRING_MS);
    const { session: first } = await house.gate.admit({ session, origin: PAGE });
    const client = connect(session);
    const frames = follow(client);
    assert.deepEqual(await heard(client, 'auth:expiring'), { at: new Date(START + EXPIRING_MS).toISOString() });
    const current = t.mock.method(house.gate, 'current');
    client.emit('auth:refresh', { session: await house.signIn(auditor) });
    await until(() => current.mock.calls.some(({ arguments: [named] }) => !named.includes(first)));
    house.clock.now += EXPIRING_MS;
    await house.register('t1');
    await until(() => frames.length === 1);
  });

  test('an expired session ends the connection', async (t) => {
    const { house, connect } = await openLiveServer(t);
    const client = connect(await house.signIn(auditor, 1));
    await connected(client);
    house.clock.now += 1;
    assert.equal(await disconnected(client), 'io server disconnect');
  });

  test('nobody goes on by the session of another', async (t) => {
    const { house, connect } = await openLiveServer(t);
    const client = connect(await house.signIn(anna));
    await connected(client);
    client.emit('auth:refresh', { session: await house.signIn(auditor) });
    assert.equal(await disconnected(client), 'io server disconnect');
  });
});
