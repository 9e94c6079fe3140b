import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** The wire between a page and a server, with a pair of scissors. */
export interface Wire {
  /** The server's origin at this end. */
  readonly url: string;
  /** The keys of the reports that have gone through, in order. */
  readonly keys: readonly string[];
  /** Nothing goes through, and what was open is closed. */
  cut(): void;
  mend(): void;
  /** The next report goes through, and its answer does not: done when the server has answered it. */
  loseAnswer(): Promise<void>;
  close(): void;
}

/** @param url the origin of the server at the other end */
export async function openWire(url: string): Promise<Wire> {
  const { port } = new URL(url);
  const sockets = new Set<Socket>();
  const keys: string[] = [];
  let isCut = false;
  let losing: (() => void) | undefined;

  const server = createServer((near) => {
    if (isCut) return void near.destroy();
    const far = connect(Number(port), '127.0.0.1');
    let lost: (() => void) | undefined;
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one);
      one.on('error', () => other.destroy());
      one.on('close', () => {
        sockets.delete(one);
        other.destroy();
      });
    }
    near.on('data', (data) => {
      const [, key] =
        /^POST \/v1\/tickets HTTP[\s\S]*?\r\nidempotency-key: ([^\r]+)/i.exec(data.toString('latin1')) ?? [];
      if (key) keys.push(key);
      if (key && losing) [lost, losing] = [losing, undefined];
      far.write(data);
    });
    far.on('data', (data) => {
      if (!lost) return void near.write(data);
      near.destroy();
      lost();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const cut = (): void => {
    isCut = true;
    for (const socket of sockets) socket.destroy();
  };
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    keys,
    cut,
    mend() {
      isCut = false;
    },
    loseAnswer: () => new Promise((give) => (losing = give)),
    close() {
      cut();
      server.close();
    },
  };
}
