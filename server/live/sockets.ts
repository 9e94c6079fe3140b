import type { Server as HttpServer } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { Server } from 'socket.io';
import type { TenantId } from '../contract/ids.ts';
import type { SessionGate } from '../identity/sessions.ts';
import { inView } from '../tickets/scope.ts';
import type { Positions } from '../visits/positions.ts';
import { Entrance, Unadmitted, type EntranceDeps } from './entrance.ts';
import { LiveReader, type LiveServer, type LiveSocket } from './live-reader.ts';
import type { Pokes } from './pokes.ts';
import { TenantFeed, type FeedDeps } from './tenant-feed.ts';
import { watchedOf, Watchers } from './watchers.ts';
import { guardWires, type WireGuardDeps } from './wire-guard.ts';

export const LIVE_PATH = '/v1/live';
/** How often the log is looked at without a poke (P1), and every session's rights with it: half of the 2 s for a revocation. */
export const POLL_MS = 1000;
/** Over so long the readers of a server that stops are asked to spread their return. */
const RETURN_MS = 20_000;
/** How long a reader has to take his farewell. */
const FAREWELL_MS = 1000;

export const TIMINGS = { pingInterval: 10_000, pingTimeout: 8000, connectTimeout: 5000 } as const;

export interface LiveDeps extends FeedDeps, EntranceDeps, WireGuardDeps {
  readonly gate: SessionGate;
  readonly pokes: Pokes;
  readonly positions: Pick<Positions, 'listen' | 'tick'>;
}

/** The live half of the server. It writes nothing: every change comes by HTTP (W1). */
export interface Live {
  /** Tells every reader when to come back, and ends all connections. The HTTP server stays open. */
  close(): Promise<void>;
}

/** Attaches Socket.IO to an HTTP server that has its request listener already. */
export function openLive(
  http: HttpServer,
  deps: LiveDeps,
  timings: { readonly [T in keyof typeof TIMINGS]: number } = TIMINGS,
): Live {
  const io: LiveServer = new Server(http, {
    path: LIVE_PATH,
    addTrailingSlash: false,
    transports: ['websocket'],
    serveClient: false,
    maxHttpBufferSize: 64 * 1024,
    perMessageDeflate: false,
    ...timings,
  });
  const wires = guardWires(http, io, deps);
  const entrance = new Entrance(deps);
  const feeds = new Map<TenantId, TenantFeed>();
  const watchers = new Watchers<LiveReader>();
  const comeBackAfter = (): number => Math.floor(deps.random() * RETURN_MS);
  let closing = false;

  io.use((socket, next) => {
    const { auth, headers } = socket.handshake;
    if (closing) return next(new Unadmitted('busy', comeBackAfter()));
    entrance.admit(auth, headers.origin).then(({ pump, leave }) => {
      if (socket.conn.readyState !== 'open') leave();
      else socket.conn.once('close', leave);
      socket.data.pump = pump;
      next();
    }, next);
  });

  io.on('connection', (socket: LiveSocket) => {
    const { caller } = socket.data.pump;
    const feed = feeds.get(caller.tenant) ?? new TenantFeed(caller.tenant, deps);
    feeds.set(caller.tenant, feed);
    const reader = new LiveReader(socket, feed);
    feed.members.add(reader);
    feed.request();

    socket.on('watch', (message: unknown) => {
      const tickets = watchedOf(message);
      if (tickets) watchers.watch(reader, caller.tenant, tickets);
    });
    socket.on('auth:refresh', (message: unknown) => void refresh(socket, message));
    // Nothing of ours is called so, and Node gives the name a meaning of its own (S3).
    socket.on('error' as never, () => void socket.disconnect(true));
    socket.on('disconnect', () => {
      watchers.leave(reader);
      feed.members.delete(reader);
      if (feed.members.size > 0) return;
      feed.close();
      feeds.delete(caller.tenant);
    });
  });

  async function refresh(socket: LiveSocket, message: unknown): Promise<void> {
    const { pump } = socket.data;
    try {
      await entrance.refresh(pump, message, socket.handshake.headers.origin);
      feeds.get(pump.caller.tenant)?.request();
    } catch (error) {
      if (error instanceof Unadmitted && error.data.code === 'unauthorized') socket.disconnect(true);
    }
  }

  const poll = setInterval(() => {
    for (const feed of feeds.values()) feed.request();
    deps.positions.tick().catch((error: unknown) => deps.report({ level: 'error', event: 'live_positions', error }));
  }, POLL_MS).unref();
  const unlisten = [
    deps.pokes.listen((tenant) => feeds.get(tenant)?.poked()),
    deps.positions.listen((ticket, directory, message) => {
      const seen = inView(ticket, directory);
      for (const reader of watchers.of(ticket.tenant, ticket.id)) if (reader.pump.sees(seen)) reader.tell(message);
    }),
  ];

  return {
    async close() {
      closing = true;
      clearInterval(poll);
      for (const end of unlisten) end();
      const ended = [...wires].map((wire) => new Promise((resolve) => wire.once('close', resolve)));
      for (const socket of io.sockets.sockets.values()) {
        socket.emit('closing', { retryAfterMs: comeBackAfter() });
        socket.disconnect(true);
      }
      await Promise.race([Promise.all(ended), delay(FAREWELL_MS)]);
      io.engine.close();
      for (const wire of wires) wire.destroy();
    },
  };
}
