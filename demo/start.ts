import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { serve } from '@hono/node-server';
import { announcement } from './announce.ts';
import { bringHistories } from './bring-histories.ts';
import { buildWidget } from './build-widget.ts';
import { CLIENTS } from './clients/all-clients.ts';
import type { Client } from './clients/client.ts';
import { openSignIn } from './colleagues/sign-in.ts';
import { DATABASE, findKept, forget, keep, type Kept, type KeptClient } from './kept.ts';
import type { SigningKey } from './identity/assertion.ts';
import { createIntranet } from './pages/intranet.ts';
import { findFreeFrom } from './ports.ts';
import { registerOrigin, setUpClient } from './seed.ts';
import { openServerProcess } from './server-process.ts';
import { readSettings, SettingError, type Settings } from './settings.ts';
import { runSimulation } from './simulation.ts';
import { openStates } from './states/open-states.ts';

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
    const { language } = kept;
    const keys = Object.fromEntries(
      CLIENTS.map(({ id, issuer }): [string, SigningKey] => {
        const { signing } = keptOf(kept, id);
        return [id, { ...signing, issuer, audience: `${server}/t/${id}` }];
      }),
    );
    const { fetch } = createIntranet({ server, keys, language, isQuiet });
    const pages = serve({ fetch, port: intranetPort, hostname: host });
    const { administratorKey } = kept;
    const states = await openStates({
      server,
      administratorKey,
      database: DATABASE,
      host,
      port: await findFreeFrom(intranetPort + 1, host),
    });
    process.stdout.write(announcement({ intranet, server, clients: CLIENTS, states: states.url, isQuiet }));

    const { signal } = stopping;
    const simulate = async (client: Client): Promise<void> => {
      const { id } = client;
      const spoken = language ?? client.tenant.locale;
      const signIn = openSignIn(server, intranet, client, keys[id]!, spoken);
      const opened = (): Promise<void> => keep((kept = withClient(kept, id, { ...keptOf(kept, id), isOpened: true })));
      const { companyKey, isOpened = false } = keptOf(kept, id);
      const told = (line: string): void => say(`${client.tenant.name.en}, ${line}`);
      await runSimulation({
        client,
        server,
        companyKey,
        signIn,
        language: spoken,
        isOpened,
        opened,
        say: told,
        signal,
      });
    };
    if (!isQuiet) await Promise.all(CLIENTS.map(simulate));
    else if (!signal.aborted) await once(signal, 'abort');
    say('closing');
    pages.close();
    states.close();
  } finally {
    await child.close();
  }
}

const keptOf = ({ clients }: Kept, id: string): KeptClient => {
  const client = clients[id];
  if (!client) throw new Error(`${id} is not set up`);
  return client;
};

const withClient = (kept: Kept, id: string, client: KeptClient): Kept => ({
  ...kept,
  clients: { ...kept.clients, [id]: client },
});

/** Sets up what clients are not there yet, and tells the server at each start where the intranet is. */
async function prepare(
  before: Kept | undefined,
  printedKey: string | undefined,
  { language }: Settings,
  server: string,
  intranet: string,
): Promise<Kept> {
  const administratorKey = before?.administratorKey ?? printedKey;
  if (!administratorKey) throw new Error('the server printed no administrator’s key: start over with --fresh');
  let kept: Kept = before ?? { language, administratorKey, clients: {} };
  await keep(kept);
  for (const client of CLIENTS) {
    if (!kept.clients[client.id]) {
      const spoken = kept.language ?? client.tenant.locale;
      const keys = await setUpClient(client, server, administratorKey, spoken);
      kept = withClient(kept, client.id, { ...keys, needsHistory: true });
      await keep(kept);
    }
    await registerOrigin(client, server, administratorKey, intranet);
  }
  return withHistories(kept);
}

/** What happened at new clients before: imported once, before anything else happens there. */
async function withHistories(kept: Kept): Promise<Kept> {
  const waiting = CLIENTS.filter(({ id }) => keptOf(kept, id).needsHistory);
  if (waiting.length === 0) return kept;
  say('importing the last ninety days …');
  await bringHistories(waiting, ({ tenant }) => kept.language ?? tenant.locale);
  const done = waiting.reduce((all, { id }) => withClient(all, id, { ...keptOf(all, id), needsHistory: false }), kept);
  await keep(done);
  return done;
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    const isKnown = error instanceof SettingError;
    process.stderr.write(`demo: ${isKnown ? error.message : error instanceof Error ? error.stack : String(error)}\n`);
    process.exit(1);
  },
);
