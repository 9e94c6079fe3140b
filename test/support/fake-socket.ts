import type { LiveAuth } from '../../server/contract/feed.ts';
import type { Connect, LiveEvents, LiveSocket } from '../../widget/live/live-socket.ts';

/** One line as the widget sees it; the test plays the server. */
export class FakeSocket implements LiveSocket {
  readonly sent: { readonly event: string; readonly message: object }[] = [];
  readonly #hearers = new Map<string, (...args: never[]) => void>();
  auth: LiveAuth | undefined;
  closed = false;

  on<E extends keyof LiveEvents>(event: E, hear: LiveEvents[E]): void {
    this.#hearers.set(event, hear);
  }

  emit(event: string, message: object): void {
    this.sent.push({ event, message });
  }

  disconnect(): void {
    this.closed = true;
  }

  /** The server, or the line, says something. Also when nobody should listen any more. */
  tell<E extends keyof LiveEvents>(event: E, ...args: Parameters<LiveEvents[E]>): void {
    (this.#hearers.get(event) as ((...args: Parameters<LiveEvents[E]>) => void) | undefined)?.(...args);
  }
}

/** Remembers each line that was dialled. */
export class FakeSockets {
  readonly dialled: FakeSocket[] = [];

  get last(): FakeSocket {
    return this.dialled.at(-1)!;
  }

  readonly connect: Connect = (_server, auth) => {
    const socket = new FakeSocket();
    this.dialled.push(socket);
    auth((given) => (socket.auth = given));
    return Promise.resolve(socket);
  };
}
