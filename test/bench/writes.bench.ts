import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CALLERS } from '../support/directory.ts';
import { openCore } from '../support/open-core.ts';
import { openRawSubmit } from './raw-submit.ts';
import { callers, compare, print } from './slices.ts';

/** Submits through `handle`, 64 callers, against the same rows written one by one: goal at least the same rate. */
const folder = mkdtempSync(join(tmpdir(), 'vitrine-bench-'));
const core = await openCore({ now: Date.now }, undefined, join(folder, 'handle.sqlite'));
const floor = await openCore({}, undefined, join(folder, 'raw.sqlite'));
const raw = openRawSubmit(join(folder, 'raw.sqlite'));

const results = await compare([
  {
    name: 'better-sqlite3, FULL, one by one',
    run: (until) => callers(1, until, () => Promise.resolve(raw.once())),
  },
  { name: 'handle, 1 caller', run: (until) => callers(1, until, () => core.report(CALLERS.anna)) },
  { name: 'handle, 64 callers', run: (until) => callers(64, until, () => core.report(CALLERS.anna)) },
]);
print('Submits, SQLite', results, { 'handle, 64 callers': 1 });

raw.close();
await core.db.destroy();
await floor.db.destroy();
rmSync(folder, { recursive: true });
