import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { glob, stat } from 'node:fs/promises';
import { resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '..');
const BUILT = 'dist/embed/vitrine.js';
const SOURCES = ['widget/**/*.{ts,js}', 'server/contract/*.ts', 'vite.config.ts', 'package-lock.json'];

/** Builds the script-tag files where they are missing or older than what they are made of. */
export async function buildWidget(say: (line: string) => void): Promise<void> {
  const built = await changedAt(BUILT);
  let newest = 0;
  for await (const file of glob(SOURCES, { cwd: ROOT })) newest = Math.max(newest, await changedAt(file));
  if (built >= newest) return;

  say('building the widget …');
  const vite = resolve(ROOT, 'node_modules/vite/bin/vite.js');
  const build = spawn(process.execPath, [vite, 'build', '--mode', 'embed', '--logLevel', 'warn'], {
    cwd: ROOT,
    stdio: 'inherit',
  });
  const [code] = (await once(build, 'exit')) as [number | null];
  if (code !== 0) throw new Error('the widget could not be built: what is wrong stands above');
}

/** Milliseconds since the epoch; 0 for what is not there. */
const changedAt = async (file: string): Promise<number> =>
  stat(resolve(ROOT, file)).then(
    ({ mtimeMs }) => mtimeMs,
    () => 0,
  );
