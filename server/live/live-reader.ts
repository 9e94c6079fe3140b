import type { Server, Socket } from 'socket.io';
import type { PositionMessage } from '../contract/eta.ts';
import type { ClientToServer, ServerToClient } from '../contract/feed.ts';
import type { Emission, Pump } from './pump.ts';
import type { Member, TenantFeed } from './tenant-feed.ts';

type NoEvents = Record<never, never>;
export type LiveServer = Server<ClientToServer, ServerToClient, NoEvents, { pump: Pump }>;
export type LiveSocket = Socket<ClientToServer, ServerToClient, NoEvents, { pump: Pump }>;

/** Packets that wait in this process for a connection to take them; it grows without bound otherwise (P2). */
const WRITE_BUFFER = 64;
/** With more of them than this, positions are passed over. */
const POSITIONS_WAITING = 16;

/** One socket as a reader of its tenant's feed. */
export class LiveReader implements Member {
  readonly pump: Pump;
  readonly #socket: LiveSocket;
  readonly #feed: TenantFeed;

  constructor(socket: LiveSocket, feed: TenantFeed) {
    this.#socket = socket;
    this.#feed = feed;
    this.pump = socket.data.pump;
  }

  readonly send = (emission: Emission): void => {
    const socket = this.#socket;
    switch (emission.kind) {
      case 'frame':
        socket.emit('frame', emission.frame, () => {
          if (this.pump.answered(emission.unanswered)) this.#feed.request();
        });
        break;
      case 'resync':
        socket.emit('resync', emission.resync);
        break;
      case 'expiring':
        socket.emit('auth:expiring', { at: emission.at });
        break;
      case 'end':
        if (emission.why === 'slow') this.#endAsSlow();
        else socket.disconnect(true);
    }
    if (this.#waiting > WRITE_BUFFER) this.#endAsSlow();
  };

  /** Whose connection is busy does without it: the next one is newer (L1). */
  tell(message: PositionMessage): void {
    if (this.#waiting <= POSITIONS_WAITING) this.#socket.emit('position', message);
  }

  get #waiting(): number {
    return this.#socket.conn['writeBuffer'].length;
  }

  #endAsSlow(): void {
    this.#socket.emit('slow');
    // Not an orderly disconnect: that would wait for what the reader does not take.
    this.#socket.conn.close(true);
  }
}
