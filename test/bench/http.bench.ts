import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { openCore } from '../support/open-core.ts';
import { openHouse, PAGE } from '../support/open-house.ts';
import { openRawSubmit } from './raw-submit.ts';
import { callers, compare, print } from './slices.ts';

/** Registrations over HTTP with all middleware, 64 callers, against the same rows written one by one: goal at least half of it. */
const folder = mkdtempSync(join(tmpdir(), 'vitrine-bench-'));
const floor = await openCore({}, undefined, join(folder, 'raw.sqlite'));
const raw = openRawSubmit(join(folder, 'raw.sqlite'));
const house = await openHouse({ file: join(folder, 'house.sqlite') });
const { session } = await house.signIn('anna');
const worker = new Worker(new URL('./http-callers.ts', import.meta.url), {
  workerData: {
    url: `${house.url}/v1/tickets`,
    headers: { authorization: `Bearer ${session}`, origin: PAGE, 'content-type': 'application/json' },
    body: JSON.stringify({ site: 'baumana-44', category: 'till', text: 'Till 3 does not print\nRed light.' }),
    callers: 64,
  },
});

const results = await compare([
  { name: 'better-sqlite3, FULL, one by one', run: (until) => callers(1, until, () => Promise.resolve(raw.once())) },
  {
    name: 'POST /v1/tickets, 64 callers',
    async run(until) {
      worker.postMessage(until - performance.now());
      const [done] = (await once(worker, 'message')) as [number];
      return done;
    },
  },
]);
print('Registrations over HTTP, SQLite (CPU includes the callers)', results, { 'POST /v1/tickets, 64 callers': 0.5 });

await worker.terminate();
raw.close();
await house.close();
await floor.db.destroy();
rmSync(folder, { recursive: true });
