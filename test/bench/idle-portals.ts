import { parentPort, workerData } from 'node:worker_threads';
import { io } from 'socket.io-client';
import { PROTOCOL } from '../../server/contract/feed.ts';

/** Open portals that only listen, on a thread of their own: each acknowledges its frames as the widget does. */
interface Order {
  readonly url: string;
  readonly origin: string;
  readonly sessions: readonly { readonly session: string; readonly head: string }[];
}

const { url, origin, sessions } = workerData as Order;

const open = ({ session, head }: Order['sessions'][number]): Promise<void> =>
  new Promise((resolve, reject) => {
    const socket = io(url, {
      path: '/v1/live',
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      extraHeaders: { origin },
      auth: { session, cursor: head, protocol: PROTOCOL },
    });
    socket.on('frame', (_: unknown, done: () => void) => done());
    socket.once('connect', () => resolve());
    socket.once('connect_error', reject);
  });

// A few at a time: the server takes no more than a rate of handshakes.
const PACE = 20;
for (let index = 0; index < sessions.length; index += PACE) {
  await Promise.all(sessions.slice(index, index + PACE).map(open));
  await new Promise((resolve) => setTimeout(resolve, 200));
}
parentPort!.postMessage('open');
