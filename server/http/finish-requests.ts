import type { Server } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';

/** A request that has not come whole in this time will not: its sender tries again elsewhere, under the same key. */
const LONGEST_MS = 3000;
const IDLE_MS = 50;

/**
 * Takes no new connection, lets every request that was begun be answered, and ends each connection after its answer: kept alive it would
 * hold the process as long as its client likes.
 */
export async function finishRequests(http: Server): Promise<void> {
  const ended = new Promise((resolve) => http.close(resolve));
  http.prependListener('request', (_request, response) => {
    response.shouldKeepAlive = false;
  });
  const idle = setInterval(() => http.closeIdleConnections(), IDLE_MS);
  await Promise.race([ended, delay(LONGEST_MS, undefined, { ref: false })]);
  clearInterval(idle);
  http.closeAllConnections();
  await ended;
}
