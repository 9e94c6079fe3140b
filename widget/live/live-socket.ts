import type { ConnectFault, Frame, LiveAuth, Resync } from '../../server/contract/feed.ts';
import type { PositionMessage } from '../../server/contract/eta.ts';
import type { TicketId } from '../../server/contract/ids.ts';
import { toJson } from './json.ts';

/** What the server, or the line itself, tells. */
export interface LiveEvents {
  connect: () => void;
  connect_error: (error: { readonly data?: ConnectFault }) => void;
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
  /** Nothing is told any more. */
  disconnect(): void;
}

/** `auth` is asked when the line is open, so that it is never older than that. */
export type Auth = (give: (auth: LiveAuth) => void) => void;
export type Connect = (server: string, auth: Auth) => Promise<LiveSocket>;

/** Milliseconds that a line may take to open. */
const OPENING_MS = 10_000;
/** What the line tells by itself, and nobody else may. */
const OWN: readonly unknown[] = ['connect', 'connect_error', 'disconnect'];

/**
 * What is spoken with the server's Socket.IO: its protocol 5 on Engine.IO's 4, as far as it is text, over one WebSocket, in the main namespace.
 * Whatever is not that ends the line. https://socket.io/docs/v4/socket-io-protocol, https://socket.io/docs/v4/engine-io-protocol
 */
export class WebSocketLine implements LiveSocket {
  readonly #webSocket: WebSocket;
  readonly #auth: Auth;
  readonly #hear = new Map<string, (...told: unknown[]) => void>();
  readonly #offline = (): void => this.#end();
  #open = false;
  /** Milliseconds without a word from the server, after which the line counts as dead. */
  #patienceMs: number;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(address: string, auth: Auth, openingMs = OPENING_MS) {
    this.#auth = auth;
    this.#patienceMs = openingMs;
    this.#webSocket = new WebSocket(`${address}?EIO=4&transport=websocket`);
    this.#webSocket.onmessage = ({ data }) => {
      let follow: () => void;
      try {
        follow = this.#read(data);
      } catch {
        return this.#end();
      }
      follow();
    };
    this.#webSocket.onerror = this.#webSocket.onclose = () => this.#end();
    addEventListener('offline', this.#offline);
    this.#wait();
  }

  on<E extends keyof LiveEvents>(event: E, hear: LiveEvents[E]): void {
    this.#hear.set(event, hear as (...told: unknown[]) => void);
  }

  emit(event: string, message: object): void {
    if (this.#open) this.#webSocket.send(`42${toJson([event, message])}`);
  }

  disconnect(): void {
    if (this.#open) this.#webSocket.send('41');
    this.#hear.clear();
    this.#end();
  }

  /** What follows from it. Throws where it is nothing that the server may say. */
  #read(data: string): () => void {
    const text = data.slice(1);
    switch (data[0]) {
      case '0': {
        const { pingInterval, pingTimeout } = JSON.parse(text) as Record<string, number>;
        this.#patienceMs = pingInterval! + pingTimeout!;
        this.#wait();
        return () => this.#auth((auth) => this.#webSocket.send(`40${toJson(auth)}`));
      }
      case '2':
        this.#wait();
        return () => this.#webSocket.send('3');
      case '4':
        return this.#take(text);
      default:
        return () => {};
    }
  }

  #take(text: string): () => void {
    const [, type, id, json] = /^([024])(\d*)(.*)$/s.exec(text)!;
    const said: unknown = JSON.parse(json!);
    if (type === '0') {
      this.#open = true;
      return () => this.#tell('connect');
    }
    if (type === '4') return () => this.#end(said as object);
    const [event, ...told] = said as unknown[];
    if (OWN.includes(event)) throw new Error('only the line itself says so');
    const done = (...answer: unknown[]): void => this.#webSocket.send(`43${id}${toJson(answer)}`);
    return () => this.#tell(event as string, ...told, done);
  }

  #tell(event: string, ...told: unknown[]): void {
    this.#hear.get(event)?.(...told);
  }

  #wait(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#end(), this.#patienceMs);
  }

  #end(why: object = {}): void {
    clearTimeout(this.#timer);
    removeEventListener('offline', this.#offline);
    this.#webSocket.onmessage = this.#webSocket.onerror = this.#webSocket.onclose = null;
    this.#webSocket.close();
    const end = this.#open ? 'disconnect' : 'connect_error';
    this.#open = false;
    this.#tell(end, why);
    this.#hear.clear();
  }
}

export const connectSocket: Connect = (server, auth) =>
  Promise.resolve(new WebSocketLine(`${server.replace(/^http/, 'ws')}/v1/live`, auth));
