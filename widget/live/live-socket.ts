import type { ConnectFault, Frame, LiveAuth, Resync } from '../../server/contract/feed.ts';
import type { PositionMessage } from '../../server/contract/eta.ts';
import type { TicketId } from '../../server/contract/ids.ts';

/** What the server, or the line itself, tells. */
export interface LiveEvents {
  connect: () => void;
  connect_error: (error: Error & { readonly data?: ConnectFault }) => void;
  disconnect: () => void;
  frame: (frame: Frame, done: () => void) => void;
  resync: (resync: Resync) => void;
  position: (message: PositionMessage) => void;
  'auth:expiring': () => void;
  closing: (message: { readonly retryAfterMs: number }) => void;
}

/** As much of a socket as the widget needs: one connection, never made twice. */
export interface LiveSocket {
  on<E extends keyof LiveEvents>(event: E, hear: LiveEvents[E]): void;
  emit(event: 'watch', message: { readonly tickets: readonly TicketId[] }): void;
  emit(event: 'auth:refresh', message: { readonly session: string }): void;
  disconnect(): void;
}

/** `auth` is asked when the line is open, so that it is never older than that. */
export type Connect = (server: string, auth: (give: (auth: LiveAuth) => void) => void) => Promise<LiveSocket>;

const loadClient = () => import('socket.io-client');

/** Begins to load what the line needs, beside the first data. What fails now is told when it is needed. */
export const prepareSocket = (): void => void loadClient().catch(() => {});

/** Socket.IO without its polling, its own retries and its recovery: the frames have a cursor for that. */
export const connectSocket: Connect = async (server, auth) => {
  const { io } = await loadClient();
  const { origin, pathname } = new URL(server);
  const socket = io(origin, {
    path: `${pathname.replace(/\/$/, '')}/v1/live`,
    addTrailingSlash: false,
    transports: ['websocket'],
    reconnection: false,
    forceNew: true,
    timeout: 10_000,
    auth,
  });
  return socket as LiveSocket;
};
