import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import SQLite from 'better-sqlite3';
import { pino } from 'pino';
import { io } from 'socket.io-client';
import { PROTOCOL } from '../../server/contract/feed.ts';
import { LIVE_PATH } from '../../server/live/sockets.ts';
import { openHouse, PAGE } from '../support/open-house.ts';
import { connected, until, type Client } from '../support/live.ts';

interface Line {
  readonly msg: string;
  readonly err?: { readonly message: string };
}

test('[H23] what fails behind a request or a socket is told by its name, with the error and with nobody’s data', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'vitrine-log-'));
  t.after(() => rmSync(folder, { recursive: true }));
  let log = '';
  const file = join(folder, 'vitrine.sqlite');
  const house = await openHouse({ file, logger: pino({ level: 'info' }, { write: (line) => void (log += line) }) });
  t.after(house.close);
  const lines = (): readonly Line[] => log.split('\n').flatMap((line) => (line ? [JSON.parse(line) as Line] : []));
  const told = (name: string) => lines().find(({ msg }) => msg === name);

  const anna = await house.signIn('anna');
  const text = 'The safe opens with 4711';
  const asked = () => house.send(anna.session, '/v1/tickets', { site: 'baumana-44', category: 'till', text });
  assert.equal((await asked()).status, 201);
  const socket: Client = io(house.url, {
    path: LIVE_PATH,
    transports: ['websocket'],
    reconnection: false,
    forceNew: true,
    extraHeaders: { origin: PAGE },
    auth: { session: anna.session, cursor: anna.head, protocol: PROTOCOL },
  });
  t.after(() => void socket.disconnect());
  await connected(socket);

  const sqlite = new SQLite(file);
  sqlite.exec('alter table event rename to gone');
  const failed = await asked();
  assert.equal(failed.status, 500);
  assert.doesNotMatch(JSON.stringify(failed.body), /gone|sqlite|no such table| at .*\.ts/i);
  sqlite.exec('alter table gone rename to event; alter table session rename to gone');
  await until(() => told('live_turn') !== undefined);
  sqlite.exec('alter table gone rename to session');
  sqlite.close();

  for (const name of ['internal', 'live_turn']) assert.match(told(name)?.err?.message ?? '', /no such table/);
  assert.equal((await asked()).status, 201);
  for (const secret of [text, anna.session, house.desk, 'anna']) assert.ok(!log.includes(secret));
});
