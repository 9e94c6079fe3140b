import { Agent, request } from 'node:http';
import { parentPort, workerData } from 'node:worker_threads';

/** Callers of the HTTP API on a thread of their own, so that asking costs the server's thread nothing. */
interface Order {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly callers: number;
}

const { url, headers, body, callers } = workerData as Order;
const agent = new Agent({ keepAlive: true, maxSockets: callers });
let key = 0;

const post = (): Promise<void> =>
  new Promise((resolve, reject) => {
    const asked = request(url, {
      method: 'POST',
      agent,
      headers: { ...headers, 'idempotency-key': `${process.pid}-${key++}` },
    });
    asked.on('error', reject);
    asked.on('response', (response) => {
      response.resume();
      response.on('end', () => (response.statusCode === 201 ? resolve() : reject(new Error(`${response.statusCode}`))));
    });
    asked.end(body);
  });

parentPort!.on('message', (ms: number) => {
  const until = performance.now() + ms;
  let done = 0;
  const one = async (): Promise<void> => {
    while (performance.now() < until) {
      await post();
      done++;
    }
  };
  void Promise.all(Array.from({ length: callers }, one)).then(() => parentPort!.postMessage(done));
});
