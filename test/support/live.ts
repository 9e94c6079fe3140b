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
import { LIVE_PATH, openLive, TIMINGS } from '../../server/live/sockets.ts';
import { openPokes } from '../../server/live/pokes.ts';
import { EPOCH, openLogged, ORIGIN, type Logged } from './logged.ts';

export type Client = Socket<ServerToClient, ClientToServer>;

/** A server with its live half on a free port, over a real log; closed after the test. */
export async function openServer(
  t: TestContext,
  {
    timings = {},
    deaf = false,
    logged,
  }: { timings?: { readonly [T in keyof typeof TIMINGS]?: number }; deaf?: boolean; logged?: Logged } = {},
) {
  const house = logged ?? (await openLogged());
  const http = createServer((_request, response) => response.writeHead(404).end());
  const live = openLive(
    http,
    {
      ...house.deps,
      gate: house.gate,
      origins: { isRegistered: async (origin) => origin === ORIGIN },
      pokes: deaf ? openPokes() : house.pokes,
      random: () => 0.5,
    },
    { ...TIMINGS, ...timings },
  );
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  const { port } = http.address() as AddressInfo;
  const clients: Client[] = [];

  const connect = (session: string, auth: Partial<Record<keyof LiveAuth, unknown>> = {}, origin = ORIGIN): Client => {
    const client: Client = io(`http://127.0.0.1:${port}`, {
      path: LIVE_PATH,
      transports: ['websocket'],
      reconnection: false,
      forceNew: true,
      extraHeaders: { origin },
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
  return { house, http, live, port, connect };
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

export const connected = (client: Client): Promise<unknown> =>
  new Promise((resolve, reject) => {
    if (client.connected) resolve(undefined);
    client.once('connect', () => resolve(undefined));
    client.once('connect_error', reject);
  });

export const refusalOf = (client: Client): Promise<ConnectFault | undefined> =>
  new Promise((resolve, reject) => {
    client.once('connect_error', (error) => resolve((error as Error & { data?: ConnectFault }).data));
    client.once('connect', () => reject(new Error('connected')));
  });

export const heard = <E extends keyof ServerToClient & string>(
  client: Client,
  event: E,
): Promise<Parameters<ServerToClient[E]>[0]> =>
  new Promise((resolve) => client.once(event, ((message: unknown) => resolve(message as never)) as never));

export const disconnected = (client: Client): Promise<string> =>
  new Promise((resolve) => client.once('disconnect', (reason) => resolve(reason)));

/** Whether the server lets this one in. */
export const isAdmitted = (client: Client): Promise<boolean> =>
  connected(client).then(
    () => true,
    () => false,
  );

/** Asks at every turn of the event loop; the test's own time limit ends it. */
export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 5));
}
