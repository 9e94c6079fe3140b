import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Language } from './words.ts';

/** What one start of the demo keeps for the next: keys above all. */
export interface Kept {
  /** In which language all people and price lists are named; without it each client's in its own. */
  readonly language?: Language | undefined;
  readonly administratorKey: string;
  /** Those that are set up, by id. */
  readonly clients: Readonly<Record<string, KeptClient>>;
}

export interface KeptClient {
  readonly companyKey: string;
  readonly signing: { readonly kid: string; readonly secret: string };
  /** Whether the days before are still to be imported. */
  readonly needsHistory?: boolean;
  /** Whether the first day was played. */
  readonly isOpened?: boolean;
}

const FOLDER = resolve('data');
const FILE = resolve(FOLDER, 'demo.json');
export const DATABASE = resolve(FOLDER, 'demo.sqlite');
const HISTORIES = resolve(FOLDER, 'demo-histories');
/** What happened at a client before the first start: told once, so that an import that was interrupted can go on. */
export const historyFile = (client: string): string => resolve(HISTORIES, `${client}.ndjson`);
export const SERVER_LOG = resolve(FOLDER, 'demo-server.log');

export async function findKept(): Promise<Kept | undefined> {
  await mkdir(HISTORIES, { recursive: true });
  try {
    const kept = JSON.parse(await readFile(FILE, 'utf8')) as Kept | { readonly clients?: undefined };
    return kept.clients && kept;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Readable by its owner alone. */
export const keep = (kept: Kept): Promise<void> => writeFile(FILE, JSON.stringify(kept, null, 2), { mode: 0o600 });

/** Starts over. */
export async function forget(): Promise<void> {
  for (const file of [FILE, SERVER_LOG, DATABASE, `${DATABASE}-wal`, `${DATABASE}-shm`])
    await rm(file, { force: true });
  await rm(HISTORIES, { recursive: true, force: true });
}
