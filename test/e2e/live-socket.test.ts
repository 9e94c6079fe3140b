import { strict as assert } from 'node:assert';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type Server as HttpServer } from 'node:http';
import { stripTypeScriptTypes } from 'node:module';
import type { AddressInfo } from 'node:net';
import { after, afterEach, before, test } from 'node:test';
import type { Browser, JSHandle, Page } from 'playwright-core';
import { Server } from 'socket.io';
import { openBrowser, openPage } from '../support/open-page.ts';

// The widget's own end of the line, against the real server.

const LINE = '/widget/live/live-socket.ts';

let browser: Browser;
let page: Page;
let http: HttpServer;
let server: Server;

before(async () => {
  browser = await openBrowser();
});
after(() => browser?.close());
afterEach(async () => {
  await page.context().close();
  await server.close();
});

const scriptOf = (path: string): string => stripTypeScriptTypes(readFileSync(`.${path}`, 'utf8'));

/** A Socket.IO server that also serves the client, and an empty page of it. */
async function open(pings: { pingInterval: number; pingTimeout: number } = { pingInterval: 5000, pingTimeout: 5000 }) {
  http = createServer(({ url }, answer) => {
    if (url?.endsWith('.ts')) answer.setHeader('Content-Type', 'text/javascript').end(scriptOf(url));
    else answer.setHeader('Content-Type', 'text/html').end('<!doctype html><title>line</title>');
  });
  server = new Server(http, { path: '/v1/live', addTrailingSlash: false, transports: ['websocket'], ...pings });
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  ({ page } = await openPage(browser, `http://127.0.0.1:${(http.address() as AddressInfo).port}/`));
}

interface Heard {
  readonly told: unknown[][];
  readonly socket: { emit(event: string, message: object): void; disconnect(): void };
}

/** Dials as widget/live/live-socket.ts does, and remembers what the socket tells. */
const dial = (): Promise<JSHandle<Heard>> =>
  page.evaluateHandle(async (module) => {
    const { WebSocketLine } = (await import(module)) as typeof import('../../widget/live/live-socket.ts');
    const auth = { session: 'vs_1', cursor: 'e1.0', protocol: 1 } as const;
    const socket = new WebSocketLine(`${location.origin.replace('http', 'ws')}/v1/live`, (give) => give(auth), 500);
    const told: unknown[][] = [];
    socket.on('connect', () => told.push(['connect']));
    socket.on('connect_error', ({ data }) => told.push(['refused', data]));
    socket.on('disconnect', () => told.push(['disconnect']));
    socket.on('frame', ((text: string, done: (length: number) => void) => {
      told.push(['frame', text.length]);
      done(text.length);
    }) as never);
    return { told, socket };
  }, LINE);

/** What the page was told, once there is so much of it. */
async function told(line: JSHandle<Heard>, count: number): Promise<unknown[][]> {
  await page.waitForFunction(([heard, least]) => heard.told.length >= least, [line, count] as const);
  return line.evaluate((heard) => heard.told);
}

const accepted = async () => {
  const [socket] = (await once(server, 'connection')) as [import('socket.io').Socket];
  return socket;
};

test('a line opens with its session; what either side sends arrives, with its acknowledgement', async () => {
  await open();
  const [line, socket] = await Promise.all([dial(), accepted()]);
  assert.deepEqual(socket.handshake.auth, { session: 'vs_1', cursor: 'e1.0', protocol: 1 });
  await told(line, 1);
  const watched = once(socket, 'watch');
  await line.evaluate((heard) => heard.socket.emit('watch', { tickets: ['т-1'] }));
  assert.deepEqual((await watched)[0], { tickets: ['т-1'] });
  assert.equal(await socket.timeout(5000).emitWithAck('frame', 'Казань'), 6);
});

test('a frame of half a megabyte arrives whole', async () => {
  await open();
  const [, socket] = await Promise.all([dial(), accepted()]);
  assert.equal(await socket.timeout(5000).emitWithAck('frame', 'я'.repeat(500_000)), 500_000);
});

test('pings are answered: the line stays open far beyond the patience of both sides', async () => {
  await open({ pingInterval: 40, pingTimeout: 400 });
  const [line, socket] = await Promise.all([dial(), accepted()]);
  for (let beat = 0; beat < 25; beat++) await once(socket.conn, 'heartbeat');
  assert.deepEqual(await told(line, 1), [['connect']]);
});

test('a server that falls silent is given up after its own patience', async () => {
  await open({ pingInterval: 100, pingTimeout: 100 });
  const [line, socket] = await Promise.all([dial(), accepted()]);
  // It goes on thinking that it pings, and when it gives up in its turn nobody hears of that either.
  socket.conn.transport.send = () => {};
  socket.conn.transport.close = () => {};
  assert.deepEqual(await told(line, 2), [['connect'], ['disconnect']]);
});

test('a server that closes is told as a lost line', async () => {
  await open();
  const [line, socket] = await Promise.all([dial(), accepted()]);
  await told(line, 1);
  socket.conn.close();
  assert.deepEqual(await told(line, 2), [['connect'], ['disconnect']]);
});

for (const text of ['9', '2{}', '2["connect"]', '2["frame"', '3{}', '51-["frame",{"_placeholder":true,"num":0}]'])
  test(`what is no packet, or pretends to be the line itself, ends the line: ${text}`, async () => {
    await open();
    const [line, socket] = await Promise.all([dial(), accepted()]);
    await told(line, 1);
    socket.conn.write(text);
    assert.deepEqual(await told(line, 2), [['connect'], ['disconnect']]);
  });

test('a line that the page ends is ended for the server too, and tells nothing more', async () => {
  await open();
  const [line, socket] = await Promise.all([dial(), accepted()]);
  await told(line, 1);
  const ended = once(socket, 'disconnect');
  await line.evaluate((heard) => heard.socket.disconnect());
  assert.deepEqual((await ended)[0], 'client namespace disconnect');
  assert.deepEqual(await told(line, 1), [['connect']]);
});

test('a refused session is told with its reason', async () => {
  await open();
  server.use((_, next) => next(Object.assign(new Error('no'), { data: { code: 'unauthorized' } })));
  assert.deepEqual(await told(await dial(), 1), [['refused', { code: 'unauthorized' }]]);
});

test('a refused upgrade is told without a reason', async () => {
  await open();
  server.engine.opts.allowRequest = (_, answer) => answer('no', false);
  assert.deepEqual(await told(await dial(), 1), [['refused', undefined]]);
});

test('a server that never answers is given up in time', async () => {
  await open();
  http.removeAllListeners('upgrade').on('upgrade', (_, held) => page.once('close', () => held.destroy()));
  assert.deepEqual(await told(await dial(), 1), [['refused', undefined]]);
});

test('a page that goes offline says so at once', async () => {
  await open();
  const line = await dial();
  await told(line, 1);
  await page.context().setOffline(true);
  assert.deepEqual(await told(line, 2), [['connect'], ['disconnect']]);
});
