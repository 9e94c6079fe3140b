import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { CLIENTS } from './clients/all-clients.ts';
import type { Client } from './clients/client.ts';
import { tellHistories, toFile } from './history/histories.ts';
import { DATABASE, historyFile } from './kept.ts';
import type { Language } from './words.ts';

const VITRINE = resolve(import.meta.dirname, '../server/command-line/vitrine.ts');
const run = promisify(execFile);

/** Imports what happened at these clients before the first start, with the same command as everybody. May be repeated. */
export async function bringHistories(
  clients: readonly Client[],
  languageOf: (client: Client) => Language,
): Promise<void> {
  if (clients.some(({ id }) => !existsSync(historyFile(id)))) {
    // Told for all together, since engineers work for several.
    for (const history of tellHistories(CLIENTS, languageOf, Date.now()))
      await write(history.client.id, toFile(history));
  }
  await Promise.all(clients.map(({ id }) => bring(id)));
}

/** Whole or not at all. */
async function write(client: string, text: string): Promise<void> {
  const file = historyFile(client);
  if (existsSync(file)) return;
  await writeFile(`${file}.new`, text);
  await rename(`${file}.new`, file);
}

async function bring(client: string): Promise<void> {
  const env = { ...process.env, DATABASE_URL: DATABASE };
  await run(process.execPath, [VITRINE, 'import', 'history', historyFile(client)], { env }).catch((error: unknown) => {
    const { stderr = '' } = error as { readonly stderr?: string };
    throw new Error(`the history of ${client} was not imported: ${stderr}`, { cause: error });
  });
}
