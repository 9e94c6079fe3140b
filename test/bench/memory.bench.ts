import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { furnish, PAGE } from '../support/open-house.ts';

/** Resident memory of a server of its own process, before and after idle portals open on it. Goal: at most 60 kB each. */
const PORTALS = 800;
const GOAL_KB = 60;
const PUBLIC_URL = 'http://service.example';
/** So that what opening took is given back before it is weighed. */
const SETTLE_MS = 5000;

const server = spawn(process.execPath, [fileURLToPath(new URL('../../server/main.ts', import.meta.url))], {
  env: { PORT: '0', HOST: '127.0.0.1', PUBLIC_URL, DATABASE_URL: ':memory:' },
  stdio: ['ignore', 'pipe', 'inherit'],
});
process.once('exit', () => server.kill());
let url = '';
let administratorKey = '';
for await (const line of createInterface({ input: server.stdout })) {
  administratorKey ||= /vk_\S+/.exec(line)?.[0] ?? '';
  url = /"url":"([^"]+)"/.exec(line)?.[1] ?? '';
  if (url) break;
}
const house = await furnish({ url, administratorKey, origins: [PAGE], publicUrl: PUBLIC_URL });

const sessions = [];
for (let index = 0; index < PORTALS; index++) {
  const { session, head } = await house.signIn(`colleague-${index % (PORTALS / 4)}`);
  sessions.push({ session, head });
}
await delay(SETTLE_MS);
const before = residentKb();
const idle = new Worker(new URL('./idle-portals.ts', import.meta.url), { workerData: { url, origin: PAGE, sessions } });
await once(idle, 'message');
await delay(SETTLE_MS);
const each = (residentKb() - before) / PORTALS;
console.log(`\nMemory of the server per idle open portal, ${PORTALS} of them`);
console.log(
  `  ${each.toFixed(1)} kB  goal ${GOAL_KB} kB ${each <= GOAL_KB ? 'reached' : 'MISSED'} (server alone ${(before / 1024).toFixed(0)} MB)`,
);
await idle.terminate();

function residentKb(): number {
  const [, kb] = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8')) ?? [];
  return Number(kb);
}
