import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';

const TRIES = 20;

/** The port itself when nobody has it, any free one for 0; undefined when it is taken. */
export async function findFree(port: number, host: string): Promise<number | undefined> {
  const probe = createServer();
  try {
    probe.listen(port, host);
    await once(probe, 'listening');
    return (probe.address() as AddressInfo).port;
  } catch {
    return undefined;
  } finally {
    probe.close();
  }
}

/** The first free port from this one on. */
export async function findFreeFrom(port: number, host: string): Promise<number> {
  for (let next = port; next < port + TRIES; next++) {
    const free = await findFree(next, host);
    if (free !== undefined) return free;
  }
  throw new Error(`no free port between ${port} and ${port + TRIES - 1}`);
}
