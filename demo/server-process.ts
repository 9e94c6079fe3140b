import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { DATABASE, SERVER_LOG } from './kept.ts';

const MAIN = resolve(import.meta.dirname, '../server/main.ts');
const KEY = /\bvk_\S+/;
const READY_MS = 30_000;
const POLL_MS = 100;
const CLOSE_MS = 10_000;
/** A server that ends sooner than this after its start would only end again. */
const LIVED_MS = 5_000;

export interface ServerProcess {
  /** Printed once, at the first start on a database. */
  readonly administratorKey: string | undefined;
  /** Ends it in order; by force when it does not. */
  close(): Promise<void>;
}

export interface ServerProcessOptions {
  readonly port: number;
  readonly host: string;
  readonly publicUrl: string;
  readonly say: (line: string) => void;
}

/** Runs the product's server as a process of its own, and starts it again when it was killed. Its own log goes into a file beside the data. */
export async function openServerProcess(options: ServerProcessOptions): Promise<ServerProcess> {
  const { publicUrl, say } = options;
  let isClosing = false;
  let running = start(options);
  process.on('exit', () => running.child.kill());

  const watch = async ({ child, startedAt, complaint }: Running): Promise<void> => {
    const [code, signal] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null];
    if (isClosing) return;
    if (Date.now() - startedAt < LIVED_MS) {
      say(`the server ended at once (${complaint()}); its log is ${SERVER_LOG}`);
      process.exit(1);
    }
    say(`the server ended (${signal ?? `code ${code}`}); starting it again`);
    running = start(options);
    void watch(running);
  };

  await untilReady(publicUrl, running);
  void watch(running);
  return {
    administratorKey: running.key(),
    async close() {
      isClosing = true;
      const { child } = running;
      if (child.exitCode !== null || child.signalCode !== null) return;
      const exit = once(child, 'exit');
      child.kill('SIGTERM');
      const force = setTimeout(() => child.kill('SIGKILL'), CLOSE_MS);
      await exit;
      clearTimeout(force);
    },
  };
}

interface Running {
  readonly child: ChildProcess;
  readonly startedAt: number;
  readonly key: () => string | undefined;
  /** The last line it wrote on its error output. */
  readonly complaint: () => string;
}

function start({ port, host, publicUrl }: ServerProcessOptions): Running {
  const log = createWriteStream(SERVER_LOG, { flags: 'a', mode: 0o600 });
  let key: string | undefined;
  // Detached from the terminal, so that Ctrl+C reaches this process alone, which then ends the server in order.
  const child = spawn(process.execPath, [MAIN], {
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      PORT: String(port),
      HOST: host,
      PUBLIC_URL: publicUrl,
      DATABASE_URL: DATABASE,
      LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'warn',
    },
  });
  createInterface({ input: child.stdout }).on('line', (line) => {
    const found = KEY.exec(line)?.[0];
    if (found) key = found;
    else if (line.startsWith('{')) log.write(`${line}\n`);
  });
  let complaint = '';
  createInterface({ input: child.stderr }).on('line', (line) => {
    complaint = line;
    log.write(`${line}\n`);
  });
  return { child, startedAt: Date.now(), key: () => key, complaint: () => complaint };
}

async function untilReady(publicUrl: string, { child, complaint }: Running): Promise<void> {
  const deadline = Date.now() + READY_MS;
  while (Date.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`the server did not start: ${complaint()}`);
    const answer = await fetch(new URL('/healthz', publicUrl)).catch(() => undefined);
    if (answer?.ok) return;
    await wait(POLL_MS);
  }
  throw new Error(`the server did not answer within ${READY_MS / 1000} s; its log is ${SERVER_LOG}`);
}
