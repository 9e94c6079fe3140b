import type SQLite from 'better-sqlite3';
import type { SqliteDatabase } from 'kysely';

/** Lists in a condition and rows of a batch make statements of their own for each length. */
const MOST = 1000;

/** The file as Kysely's driver uses it, but each statement is prepared once: preparing costs more than running it. */
export function keepStatements(sqlite: SQLite.Database): SqliteDatabase & { forget(): void } {
  const kept = new Map<string, SQLite.Statement<unknown[]>>();
  return {
    prepare(sql) {
      const known = kept.get(sql);
      if (known) return known;
      if (kept.size >= MOST) kept.clear();
      const prepared = sqlite.prepare<unknown[]>(sql);
      kept.set(sql, prepared);
      return prepared;
    },
    close: () => void sqlite.close(),
    forget: () => kept.clear(),
  };
}
