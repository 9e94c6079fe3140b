import type { ConnectFault, Frame, LiveAuth, Resync } from '../../server/contract/feed.ts';
import type { PositionMessage } from '../../server/contract/eta.ts';
import type { TicketId } from '../../server/contract/ids.ts';
import type { Connect, LiveSocket } from './live-socket.ts';
import { backoffMs, type Time } from './time.ts';

/** Five seconds more than the server may take for an empty frame (S2). */
const SILENCE_MS = 20_000;
/** So many failures to open a line that was never open mean more than bad luck. */
const SUSPICIOUS = 3;

export interface ConnectionOptions {
  readonly server: string;
  readonly connect: Connect;
  readonly time: Time;
  /** Where to go on. `refused`: the server does not accept the session that was given last. Undefined: there is none. */
  readonly auth: (refused: boolean) => Promise<LiveAuth | undefined>;
  /** False: the frame does not continue what is held. */
  readonly frame: (frame: Frame) => boolean;
  readonly resync: (resync: Resync) => void;
  readonly position: (message: PositionMessage) => void;
  readonly expiring: () => void;
  readonly link: (state: 'live' | 'offline') => void;
  /** It ends here: trying again would change nothing (S4). */
  readonly ended: (code: 'protocol' | 'unauthorized') => void;
  /** The line was never open, several times; told again with each further try. */
  readonly blocked: () => void;
}

/** Keeps one line to the server open while it is wanted. Each try is a new socket, so that nothing old is ever heard. */
export class Connection {
  readonly #options: ConnectionOptions;
  #wanted = false;
  #socket: LiveSocket | undefined;
  #open = false;
  #everOpen = false;
  #attempt = 0;
  #refusals = 0;
  #retryAfterMs: number | undefined;
  #cancelWait: (() => void) | undefined;
  #cancelSilence: (() => void) | undefined;
  #heardAt = 0;
  #watched: readonly TicketId[] = [];
  /** Grows with each line: what belongs to an older one is not heard. */
  #turn = 0;

  constructor(options: ConnectionOptions) {
    this.#options = options;
  }

  start(): void {
    if (this.#wanted) return;
    this.#wanted = true;
    this.#attempt = this.#refusals = 0;
    void this.#dial();
  }

  stop(): void {
    this.#wanted = false;
    this.#hangUp();
  }

  /** The page is seen again, or the network is back: does not wait any longer, and does not trust a line that was silent. */
  wake(): void {
    const silent = this.#options.time.now() - this.#heardAt > SILENCE_MS;
    if (this.#wanted && (this.#cancelWait || (this.#socket && silent))) void this.#dial();
  }

  /** Whose positions to send. */
  watch(tickets: readonly TicketId[]): void {
    if (tickets.join() === this.#watched.join()) return;
    this.#watched = tickets;
    if (this.#open) this.#socket?.emit('watch', { tickets });
  }

  refresh(session: string): void {
    if (this.#open) this.#socket?.emit('auth:refresh', { session });
  }

  async #dial(): Promise<void> {
    const { connect, server, auth, frame, resync, position, expiring, link } = this.#options;
    this.#hangUp();
    const turn = this.#turn;
    const mine = (): boolean => turn === this.#turn;

    const given = await auth(this.#refusals > 0);
    if (!mine()) return;
    if (!given) return this.#end('unauthorized');
    this.#listen();
    let socket: LiveSocket;
    try {
      socket = await connect(server, (give) => void auth(false).then((fresh) => give(fresh ?? given)));
    } catch {
      if (mine()) this.#lost();
      return;
    }
    if (!mine()) return socket.disconnect();

    this.#socket = socket;
    const heard =
      <A extends unknown[]>(then: (...args: A) => void) =>
      (...args: A): void => {
        if (!mine()) return;
        this.#listen();
        then(...args);
      };
    socket.on(
      'connect',
      heard(() => {
        this.#open = this.#everOpen = true;
        this.#refusals = 0;
        link('live');
        if (this.#watched.length > 0) socket.emit('watch', { tickets: this.#watched });
      }),
    );
    socket.on(
      'frame',
      heard((message, done) => {
        done();
        if (!frame(message)) return this.#lost();
        this.#attempt = 0;
      }),
    );
    socket.on('resync', heard(resync));
    socket.on('position', heard(position));
    socket.on('auth:expiring', heard(expiring));
    socket.on(
      'closing',
      heard(({ retryAfterMs }) => {
        this.#retryAfterMs = retryAfterMs;
        this.#lost();
      }),
    );
    socket.on('disconnect', () => mine() && this.#lost());
    socket.on('connect_error', ({ data }) => mine() && this.#refused(data));
  }

  #refused(fault: ConnectFault | undefined): void {
    if (fault?.code === 'protocol') return this.#end('protocol');
    if (fault?.code === 'unauthorized') {
      this.#refusals += 1;
      // Once more with a fresh session: the old one may just have ended.
      if (this.#refusals < 2) return void this.#dial();
      return this.#end('unauthorized');
    }
    this.#retryAfterMs = fault?.retryAfterMs;
    if (!fault && !this.#everOpen && this.#attempt + 1 >= SUSPICIOUS) this.#options.blocked();
    this.#lost();
  }

  #lost(): void {
    this.#hangUp();
    if (!this.#wanted) return;
    this.#options.link('offline');
    const wait = this.#retryAfterMs ?? backoffMs(this.#options.time, this.#attempt);
    this.#retryAfterMs = undefined;
    this.#attempt += 1;
    this.#cancelWait = this.#options.time.after(wait, () => void this.#dial());
  }

  #end(code: 'protocol' | 'unauthorized'): void {
    this.stop();
    this.#options.ended(code);
  }

  #listen(): void {
    this.#heardAt = this.#options.time.now();
    this.#cancelSilence?.();
    this.#cancelSilence = this.#options.time.after(SILENCE_MS, () => this.#lost());
  }

  #hangUp(): void {
    this.#turn += 1;
    this.#cancelWait?.();
    this.#cancelSilence?.();
    this.#cancelWait = this.#cancelSilence = undefined;
    this.#open = false;
    const socket = this.#socket;
    this.#socket = undefined;
    socket?.disconnect();
  }
}
