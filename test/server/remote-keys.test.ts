import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, beforeEach, describe, test } from 'node:test';
import { createRemoteKeys, type RemoteKeys } from '../../server/identity/remote-keys.ts';
import type { Incident } from '../../server/report.ts';
import { newPair, newSecret } from '../support/assertions.ts';

const MINUTE = 60_000;
const published: { keys: object[] } = { keys: [] };
let server: Server;
let url: string;
let isDown: boolean;
let asked: number;
let now: number;
let incidents: Incident[];
let keys: RemoteKeys;

const publish = async (algorithm: 'EdDSA' | 'ES256' | 'RS256', kid: string, more: object = {}): Promise<void> => {
  const { jwk } = await newPair(algorithm, kid);
  published.keys.push({ ...jwk, kid, ...more });
};

before(async () => {
  server = createServer((_, response) => {
    asked++;
    if (isDown) response.writeHead(503).end();
    else response.setHeader('content-type', 'application/json').end(JSON.stringify(published));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/keys`;
});
after(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  published.keys = [];
  isDown = false;
  asked = 0;
  now = Date.UTC(2026, 0, 12);
  incidents = [];
  keys = createRemoteKeys({ now: () => now, report: (incident) => void incidents.push(incident) });
});

describe('a client’s published keys', () => {
  test('are found by kid, each for the algorithm of its kind', async () => {
    for (const algorithm of ['EdDSA', 'ES256', 'RS256'] as const) await publish(algorithm, algorithm);
    for (const algorithm of ['EdDSA', 'ES256', 'RS256'])
      assert.equal((await keys.find(url, algorithm))?.algorithm, algorithm);
    assert.equal(asked, 1);
  });

  test('[H1] count for no other algorithm, nor for encryption, nor as a secret', async () => {
    await publish('RS256', 'wrong-alg', { alg: 'PS256' });
    await publish('ES256', 'for-encryption', { use: 'enc' });
    published.keys.push({ kty: 'oct', k: Buffer.from(newSecret('s').key).toString('base64url'), kid: 'secret' });
    for (const kid of ['wrong-alg', 'for-encryption', 'secret'])
      assert.equal(await keys.find(url, kid), undefined, kid);
  });

  test('are kept ten minutes', async () => {
    await publish('ES256', 'a');
    await keys.find(url, 'a');
    now += 10 * MINUTE - 1;
    await keys.find(url, 'a');
    assert.equal(asked, 1);
    now += 1;
    await keys.find(url, 'a');
    assert.equal(asked, 2);
  });

  test('are asked for again when a kid is new, at most every 30 s', async () => {
    await publish('ES256', 'a');
    await keys.find(url, 'a');
    await publish('ES256', 'b');
    now += 29_999;
    for (let i = 0; i < 20; i++) assert.equal(await keys.find(url, 'b'), undefined);
    assert.equal(asked, 1);
    now += 1;
    assert.ok(await keys.find(url, 'b'));
    assert.equal(asked, 2);
  });

  test('are fetched once for everybody who waits', async () => {
    await publish('ES256', 'a');
    const found = await Promise.all(Array.from({ length: 10 }, () => keys.find(url, 'a')));
    assert.ok(found.every(Boolean));
    assert.equal(asked, 1);
  });

  test('serve on for an hour while their address is down, and then no more', async () => {
    await publish('ES256', 'a');
    await keys.find(url, 'a');
    isDown = true;
    now += 60 * MINUTE - 1;
    assert.ok(await keys.find(url, 'a'));
    assert.equal(incidents[0]?.event, 'key_set_not_fetched');
    now += 1;
    assert.equal(await keys.find(url, 'a'), undefined);
    isDown = false;
    now += 30_000;
    assert.ok(await keys.find(url, 'a'));
  });

  test('are gone as soon as they are no longer published', async () => {
    await publish('ES256', 'a');
    await keys.find(url, 'a');
    published.keys = [];
    now += 10 * MINUTE;
    assert.equal(await keys.find(url, 'a'), undefined);
  });
});
