import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestContext } from 'node:test';
import { io, type Socket } from 'socket.io-client';
import {
  cursorOf,
  PROTOCOL,
  type ClientToServer,
  type ConnectFault,
  type Frame,
  type LiveAuth,
  type ServerToClient,
} from '../../server/contract/feed.ts';
import { openPokes } from '../../server/live/pokes.ts';
import { LIVE_PATH, openLive, TIMINGS } from '../../server/live/sockets.ts';
import { openPositions } from '../../server/visits/positions.ts';
import { CALLERS } from './directory.ts';
import { EPOCH, openLogged, PAGE } from './logged.ts';
import { openRaw, type RawSocket } from './raw-socket.ts';
import { TENANT } from './timeline.ts';

export type Client = Socket<ServerToClient, ClientToServer>;

export interface LiveOptions {
  /** Milliseconds, where they are others than in production. */
  readonly timings?: { readonly [T in keyof typeof TIMINGS]?: number };
  /** Hears no poke. */
  readonly deaf?: boolean;
}

/** A server with its live half on a free port, over a real log; closed after the test. */
export async function openLiveServer(t: TestContext, { timings = {}, deaf = false }: LiveOptions = {}) {
  const house = await openLogged();
  const positions = openPositions(house.deps);
  const http = createServer((_request, response) => response.writeHead(404).end());
  const { deps, gate, origins } = house;
  const pokes = deaf ? openPokes() : house.pokes;
  const live = openLive(
    http,
    { ...deps, gate, origins, positions, pokes, random: () => 0.5 },
    { ...TIMINGS, ...timings },
  );
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  const { port } = http.address() as AddressInfo;
  const clients: Client[] = [];

  const connect = (session: string, auth: Readonly<Partial<Record<keyof LiveAuth, unknown>>> = {}): Client => {
    const client: Client = io(`http://127.0.0.1:${port}`, {
      path: LIVE_PATH,
      transports: ['websocket'],
      reconnection: false,
      forceNew: true,
      extraHeaders: { origin: PAGE },
      auth: { session, cursor: cursorOf(EPOCH, 0), protocol: PROTOCOL, ...auth },
    });
    clients.push(client);
    return client;
  };

  t.after(async () => {
    for (const client of clients) client.disconnect();
    await live.close();
    http.close();
    http.closeAllConnections();
    await house.db.destroy();
  });
  return { house, positions, live, port, connect };
}

export type LiveServer = Awaited<ReturnType<typeof openLiveServer>>;

/** A reader that speaks bytes: connected as an auditor, from the beginning of the log. */
export async function openRawReader({ house, port }: LiveServer): Promise<RawSocket> {
  const auth: LiveAuth = {
    session: await house.signIn(CALLERS.auditor),
    cursor: cursorOf(EPOCH, 0),
    protocol: PROTOCOL,
  };
  const raw = await openRaw(port, { origin: PAGE });
  raw.send(`40${JSON.stringify(auth)}`);
  await until(() => raw.received().includes('40{"sid"'));
  return raw;
}

/** Proves that the process lives and serves: somebody else connects and follows. */
export async function serves({ house, connect }: LiveServer): Promise<void> {
  const client = connect(await house.signIn(CALLERS.manager));
  const frames = follow(client);
  await connected(client);
  await house.register(`after ${await house.log.head(TENANT)}`);
  await until(() => frames.length > 0);
  client.disconnect();
}

/** Keeps every frame and answers it. */
export function follow(client: Client): Frame[] {
  const frames: Frame[] = [];
  client.on('frame', (frame, done) => {
    frames.push(frame);
    done();
  });
  return frames;
}

export const connected = (client: Client): Promise<void> =>
  new Promise((resolve, reject) => {
    if (client.connected) resolve();
    client.once('connect', resolve);
    client.once('connect_error', reject);
  });

/** Whether the server lets this one in. */
export const isAdmitted = (client: Client): Promise<boolean> =>
  connected(client).then(
    () => true,
    () => false,
  );

export const refusalOf = (client: Client): Promise<ConnectFault | undefined> =>
  new Promise((resolve, reject) => {
    client.once('connect_error', (error) => resolve((error as Error & { data?: ConnectFault }).data));
    client.once('connect', () => reject(new Error('connected')));
  });

/** The next message of a name. */
export const heard = <E extends keyof ServerToClient>(
  client: Client,
  event: E,
): Promise<Parameters<ServerToClient[E]>[0]> =>
  new Promise((resolve) => client.once(event, ((message: unknown) => resolve(message as never)) as never));

export const disconnected = (client: Client): Promise<string> =>
  new Promise((resolve) => client.once('disconnect', (reason) => resolve(reason)));

/** Asks again and again; the test's own time limit ends it. */
export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 5));
}
