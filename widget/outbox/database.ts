import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { TicketId } from '../../server/contract/ids.ts';
import type { Pending } from '../store/state.ts';

const NAME = 'vitrine';
/** A browser may let a question to its database hang: whoever waits goes on without. */
const PATIENCE_MS = 3000;

/** A command as it lies on this device. `n` is given by the database: the order in which they were pressed. */
export interface StoredCommand extends Omit<Pending, 'saved'> {
  readonly n?: number;
  /** Whose: of one server, one client, one person. */
  readonly owner: string;
  /** `'new'` for a registration. */
  readonly ticket: TicketId | 'new';
  /** Local clock: the server does not want to be asked before. */
  readonly notBefore: number;
  /** What was written in the form until it was sent: it goes back there when the server refuses it at once. */
  readonly draft: StoredDraft | undefined;
}

/** What somebody has begun to write. */
export interface StoredDraft {
  readonly owner: string;
  readonly form: string;
  readonly value: unknown;
  /** Local clock. */
  readonly keptAt: number;
}

/** Who may send for an owner, and until when (local clock). */
export interface Lease {
  readonly owner: string;
  readonly holder: string;
  readonly until: number;
}

interface Schema extends DBSchema {
  commands: { key: number; value: StoredCommand; indexes: { owner: string } };
  drafts: { key: [owner: string, form: string]; value: StoredDraft; indexes: { keptAt: number } };
  leases: { key: string; value: Lease };
}

export type Database = IDBPDatabase<Schema>;

let opening: Promise<Database> | undefined;

const open = (): Promise<Database> =>
  (opening ??= openDB<Schema>(NAME, 1, {
    upgrade(db) {
      db.createObjectStore('commands', { keyPath: 'n', autoIncrement: true }).createIndex('owner', 'owner');
      db.createObjectStore('drafts', { keyPath: ['owner', 'form'] }).createIndex('keptAt', 'keptAt');
      db.createObjectStore('leases', { keyPath: 'owner' });
    },
    blocking: () => void forget(),
    terminated: () => void forget(),
  }));

/** Closes the connection; the next question opens another. */
async function forget(): Promise<void> {
  const before = opening;
  opening = undefined;
  (await before?.catch(() => undefined))?.close();
}

/**
 * Carries this out on the database of this page's origin. Undefined where the browser keeps nothing: a private window, blocked or full
 * storage, a sandboxed frame.
 */
export async function onDevice<T extends NonNullable<unknown>>(
  work: (db: Database) => Promise<T>,
): Promise<T | undefined> {
  // Once more on a new connection: browsers close one that was not used for long.
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      return await inTime(open().then(work));
    } catch {
      void forget();
    }
  }
  return undefined;
}

async function inTime<T>(work: Promise<T>): Promise<T | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const over = new Promise<undefined>((give) => (timer = setTimeout(give, PATIENCE_MS, undefined)));
  try {
    return await Promise.race([work, over]);
  } finally {
    clearTimeout(timer);
  }
}
