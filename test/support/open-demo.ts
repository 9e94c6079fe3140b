import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';

const START = resolve(import.meta.dirname, '../../demo/start.ts');
const READY_MS = 60_000;
const ADDRESS = /Start here +(http:\S+)/;

export interface OpenedDemo {
  /** The start page, as the console names it. */
  readonly url: string;
  /** All that the console has said. */
  readonly console: readonly string[];
  /** Ends it as Ctrl+C does; gives the exit code. */
  close(): Promise<number | null>;
}

/**
 * The demo as `npm run demo` starts it, on free ports.
 *
 * @param folder where it keeps its data
 */
export async function openDemo(folder: string, ...flags: readonly string[]): Promise<OpenedDemo> {
  const demo = spawn(process.execPath, [START, ...flags], {
    cwd: folder,
    env: { ...process.env, PORT: '0', LANG: 'en' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(demo, 'exit') as Promise<[number | null]>;
  const said: string[] = [];
  createInterface({ input: demo.stderr }).on('line', (line) => said.push(line));
  const giveUp = setTimeout(() => demo.kill(), READY_MS);
  const url = await new Promise<string>((give, refuse) => {
    createInterface({ input: demo.stdout }).on('line', (line) => {
      said.push(line);
      const address = ADDRESS.exec(line)?.[1];
      if (address) give(address);
    });
    void ended.then(() => refuse(new Error(`the demo has ended: ${said.join('\n')}`)));
  });
  clearTimeout(giveUp);
  return {
    url,
    console: said,
    async close() {
      demo.kill('SIGINT');
      const [code] = await ended;
      return code;
    },
  };
}
