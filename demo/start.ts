import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { serve } from '@hono/node-server';
import { announcement } from './announce.ts';
import { buildWidget } from './build-widget.ts';
import { DATABASE, findKept, forget, keep, type Kept } from './kept.ts';
import type { SigningKey } from './pages/assertion.ts';
import { createIntranet } from './pages/intranet.ts';
import { openSignIn } from './pharmacy/sign-in.ts';
import { TENANT_ID } from './pharmacy/tenant.ts';
import { ISSUER, registerOrigin, setUpClient } from './seed.ts';
import { openServerProcess } from './server-process.ts';
import { readSettings, SettingError, type Settings } from './settings.ts';
import { runSimulation } from './simulation.ts';

const say = (line: string): void => {
  process.stdout.write(`${new Date().toTimeString().slice(0, 8)}  ${line}\n`);
};

async function main(): Promise<void> {
  const settings = await readSettings(process.argv.slice(2), process.env);
  const { isFresh, isQuiet, host, port, intranetPort } = settings;
  const server = `http://localhost:${port}`;
  const intranet = `http://localhost:${intranetPort}`;
  await buildWidget(say);
  if (isFresh) await forget();
  const before = await findKept();
  if (!before && existsSync(DATABASE)) {
    throw new SettingError(`${DATABASE} is there but the keys to it are gone: start over with --fresh`);
  }

  const stopping = new AbortController();
  const stop = (): void => stopping.abort();
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  const child = await openServerProcess({ port, host, publicUrl: server, say });
  try {
    let kept = await prepare(before, child.administratorKey, settings, server, intranet);
    const { companyKey, signing } = kept.setUp;
    const key: SigningKey = { ...signing, issuer: ISSUER, audience: `${server}/t/${TENANT_ID}` };
    const pages = serve({ fetch: createIntranet({ server, key, isQuiet }).fetch, port: intranetPort, hostname: host });
    process.stdout.write(announcement({ intranet, server, isQuiet }));

    const { signal } = stopping;
    const { language } = kept;
    const signIn = openSignIn(server, intranet, key, language);
    const opened = async (): Promise<void> => keep((kept = { ...kept, isOpened: true }));
    const isOpened = kept.isOpened ?? false;
    if (!isQuiet) await runSimulation({ server, companyKey, signIn, language, isOpened, opened, say, signal });
    else if (!signal.aborted) await once(signal, 'abort');
    say('closing');
    pages.close();
  } finally {
    await child.close();
  }
}

type Prepared = Kept & { readonly setUp: NonNullable<Kept['setUp']> };

/** Sets the client up at the first start, and tells the server at each one where the intranet is. */
async function prepare(
  before: Kept | undefined,
  printedKey: string | undefined,
  { language }: Settings,
  server: string,
  intranet: string,
): Promise<Prepared> {
  const administratorKey = before?.administratorKey ?? printedKey;
  if (!administratorKey) throw new Error('the server printed no administrator’s key: start over with --fresh');
  let kept: Kept = before ?? { language, administratorKey };
  await keep(kept);
  if (!kept.setUp) {
    kept = { ...kept, setUp: await setUpClient(server, administratorKey, kept.language) };
    await keep(kept);
  }
  await registerOrigin(server, administratorKey, intranet);
  return kept as Prepared;
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    const isKnown = error instanceof SettingError;
    process.stderr.write(`demo: ${isKnown ? error.message : error instanceof Error ? error.stack : String(error)}\n`);
    process.exit(1);
  },
);
