import type { Server as HttpServer, IncomingMessage, ServerResponse } from 'node:http';
import type { Socket as NetSocket } from 'node:net';
import type { Server, Socket } from 'socket.io';
import type { Origins } from '../identity/origins.ts';
import { TokenBucket } from './token-bucket.ts';

/** What a client may send. Answers to frames are counted apart: an honest reader answers ten a second. */
const ACTS = { perSecond: 20, burst: 40 } as const;
const ANSWERS = { perSecond: 100, burst: 200 } as const;

type Connection = Socket['conn'];

export interface WireGuardDeps {
  /** Whether any client's pages live there. */
  readonly origins: Pick<Origins, 'isRegistered'>;
  readonly now: () => number;
}

/** Every TCP connection that is or becomes a WebSocket, for as long as it lives. */
export type Wires = ReadonlySet<NetSocket>;

/**
 * What holds before anybody has said who he is: the page's origin is registered (S1), one text packet of a known kind at a time, within
 * the rate (S3, S11). Whoever breaks it is closed.
 */
export function guardWires(http: HttpServer, io: Server, { origins, now }: WireGuardDeps): Wires {
  const wires = new Set<NetSocket>();

  // Node takes its own error listener away from a connection that asks for an upgrade, and nobody puts one there until the origin is
  // looked up: a reset meanwhile would end the process.
  http.prependListener('upgrade', (_request, wire: NetSocket) => wire.on('error', () => wire.destroy()));

  io.engine.use((request: IncomingMessage, response: ServerResponse, next: (error?: Error) => void) => {
    const { origin = '', upgrade } = request.headers;
    const refuse = (): void => {
      if (upgrade) next(new Error('the origin is not registered'));
      else response.writeHead(403).end();
    };
    origins.isRegistered(origin).then((registered) => (registered ? next() : refuse()), next);
  });

  io.engine.on('connection', (connection: Connection) => {
    const wire = connection.request.socket;
    wires.add(wire);
    wire.once('close', () => wires.delete(wire));
    guardConnection(connection, now);
  });
  return wires;
}

function guardConnection(connection: Connection, now: () => number): void {
  const acts = new TokenBucket(ACTS, now());
  const answers = new TokenBucket(ANSWERS, now());
  let connects = 0;

  connection.on('packet', ({ type, data }: { type: string; data?: unknown }) => {
    if (type !== 'message') {
      if (!answers.take(now())) connection.close(true);
      return;
    }
    const kind = kindOf(data);
    if (kind === 'connect') connects++;
    const bucket = kind === 'answer' ? answers : acts;
    if (!kind || connects > 1 || !bucket.take(now())) connection.close(true);
  });
}

/** By the first character of a Socket.IO packet. Binary packets are nothing that a portal sends. */
function kindOf(data: unknown): 'connect' | 'disconnect' | 'event' | 'answer' | undefined {
  if (typeof data !== 'string') return undefined;
  switch (data[0]) {
    case '0':
      return 'connect';
    case '1':
      return 'disconnect';
    case '2':
      return 'event';
    case '3':
      return 'answer';
    default:
      return undefined;
  }
}
