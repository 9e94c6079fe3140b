import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import SQLite from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import { Migrator } from 'kysely/migration';
import { keepStatements } from './keep-statements.ts';
import { MIGRATIONS } from './migrations.ts';
import type { Tables } from './tables.ts';

export type Database = Kysely<Tables>;

/**
 * Opens the SQLite file (made where there is none; `:memory:` for tests) and brings it to the newest schema.
 *
 * WAL with `synchronous=FULL`: with NORMAL a power cut loses commits that were acknowledged.
 *
 * @throws when the file cannot be opened, or was written by a newer version
 */
export async function openDatabase(file: string): Promise<Database> {
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true });
  const sqlite = new SQLite(file);
  sqlite.pragma('journal_mode = wal');
  sqlite.pragma('synchronous = full');
  sqlite.pragma('foreign_keys = on');
  sqlite.pragma('busy_timeout = 5000');
  const database = keepStatements(sqlite);
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database }) });
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve(MIGRATIONS) } });
  const { error } = await migrator.migrateToLatest();
  // What was prepared before the tables changed may read them as they were.
  database.forget();
  if (error) {
    await db.destroy();
    throw asSchemaError(error);
  }
  return db;
}

function asSchemaError(error: unknown): Error {
  const why = error instanceof Error ? error.message : 'unknown';
  // Kysely's word for a migration that stands in the file and not in this program.
  if (/^corrupted migrations: .* is missing$/.test(why))
    return new Error('a newer version wrote it, and this one would not understand it: start that version', {
      cause: error,
    });
  return new Error(`it could not be brought to the newest schema: ${why}`, { cause: error });
}
