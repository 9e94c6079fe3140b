import {
  createServer,
  request,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { Duplex } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import type { Trouble } from './state.ts';

const SLOW_MS = 700;
/** How long a line lives before it is cut. */
const LIVED_MS = 700;
/** So many are remembered. */
const WAYS = 1_000;
const HOUR_MS = 3600_000;
const PROBLEM = 'application/problem+json';

/** One page's way to the server. */
interface Way {
  readonly sockets: Set<Duplex>;
  isOver: boolean;
  /** What the page last said of itself: whose session it has, and from which origin. */
  spoken: IncomingHttpHeaders;
}

/**
 * Stands between pages and the server and lets them have trouble: an address `/<trouble>/<page>/v1/…` leads to the server's `/v1/…`.
 * What it answers itself is what the server would answer there; everything else is the server's own.
 *
 * @param server the origin of the real one
 */
export function openLine(server: string): Server {
  const target = new URL(server);
  const ways = new Map<string, Way>();

  function wayOf(incoming: IncomingMessage): { trouble: Trouble; way: Way; path: string } {
    const [, trouble = '', page = '', ...rest] = (incoming.url ?? '').split('/');
    const key = `${trouble}/${page}`;
    const way = ways.get(key) ?? { sockets: new Set(), isOver: false, spoken: {} };
    ways.set(key, way);
    for (const [old] of ways) if (ways.size > WAYS) ways.delete(old);
    return { trouble: trouble as Trouble, way, path: `/${rest.join('/')}` };
  }

  const options = ({ method, headers }: IncomingMessage, path: string) => ({
    host: target.hostname,
    port: target.port,
    method,
    path,
    headers: { ...headers, host: target.host },
  });

  async function pass(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const { trouble, way, path } = wayOf(incoming);
    const { method, socket } = incoming;
    if (trouble === 'down' || (trouble === 'cut' && way.isOver)) return void socket.destroy();
    if (trouble === 'held' && method !== 'OPTIONS') return;
    if (trouble === 'slow') await wait(SLOW_MS);
    if (incoming.headers.authorization) way.spoken = incoming.headers;
    if (trouble === 'refused' && method === 'POST' && path.startsWith('/v1/tickets/'))
      return refuse(incoming, outgoing, 409, 'stage');

    const asked = request(options(incoming, path), (answer) => {
      if (!trouble.startsWith('later-') || path !== '/v1/session') {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
      } else void later(Number(trouble.slice('later-'.length)), answer, outgoing);
    });
    asked.on('error', () => socket.destroy());
    incoming.pipe(asked);
  }

  function upgrade(incoming: IncomingMessage, socket: Duplex, head: Buffer): void {
    const { trouble, way, path } = wayOf(incoming);
    if (way.isOver || trouble === 'blocked' || trouble === 'down') return void socket.destroy();
    const asked = request(options(incoming, path));
    asked.on('error', () => socket.destroy());
    asked.on('response', () => socket.destroy());
    asked.on('upgrade', ({ statusCode, statusMessage, rawHeaders }, far, farHead) => {
      const pairs = rawHeaders.flatMap((name, index) => (index % 2 ? [] : [`${name}: ${rawHeaders[index + 1]}`]));
      socket.write(`${[`HTTP/1.1 ${statusCode} ${statusMessage}`, ...pairs].join('\r\n')}\r\n\r\n`);
      far.unshift(farHead);
      if (head.length > 0) far.write(head);
      far.pipe(socket).pipe(far);
      for (const [end, other] of [
        [socket, far],
        [far, socket],
      ] as const) {
        end.on('error', () => other.destroy());
        end.on('close', () => other.destroy());
      }
      way.sockets.add(socket);
      socket.on('close', () => way.sockets.delete(socket));
      if (trouble === 'cut' || trouble === 'expired')
        setTimeout(() => void (trouble === 'cut' ? cut(way) : signOut(way)), LIVED_MS);
    });
    asked.end();
  }

  /** Ends the page's session at the server itself. */
  async function signOut(way: Way): Promise<void> {
    const { authorization = '', origin = '' } = way.spoken;
    await fetch(new URL('/v1/session', target), { method: 'DELETE', headers: { authorization, origin } }).catch(
      () => undefined,
    );
    for (const socket of way.sockets) socket.destroy();
  }

  const line = createServer((incoming, outgoing) => void pass(incoming, outgoing));
  line.on('upgrade', upgrade);
  return line;
}

function cut(way: Way): void {
  way.isOver = true;
  for (const socket of way.sockets) socket.destroy();
}

/** As the server refuses; a page of any origin may read it. */
function refuse({ headers }: IncomingMessage, outgoing: ServerResponse, status: number, code: string): void {
  const type = `urn:vitrine:problem:${code}`;
  const detail = 'refused on the way, for the gallery of states';
  outgoing.writeHead(status, { 'Content-Type': PROBLEM, 'Access-Control-Allow-Origin': headers.origin ?? '*' });
  outgoing.end(JSON.stringify({ type, title: code, status, code, detail }));
}

/** The session, with the server's clock so many hours ahead. */
async function later(hours: number, answer: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of answer) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString();
  const moved = text.replace(/"(serverTime|expiresAt)":"([^"]+)"/g, (_, name: string, at: string) => {
    const ahead = new Date(Date.parse(at) + hours * HOUR_MS).toISOString();
    return `"${name}":"${ahead}"`;
  });
  const { 'content-length': _length, ...headers } = answer.headers;
  outgoing.writeHead(answer.statusCode ?? 502, headers);
  outgoing.end(moved);
}
