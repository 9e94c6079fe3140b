import assert from 'node:assert/strict';
import { test } from 'node:test';
import SQLite from 'better-sqlite3';
import type { TicketEvent } from '../../../server/contract/events.ts';
import { headOf, listed, many, openHistoryHouse, REPORT, STORY } from '../../support/history.ts';

test('a repeated import doubles nothing, also after people have begun to work', async (t) => {
  const its = await openHistoryHouse(t);
  await its.bring(STORY);
  const before = await listed(its);
  const again = await its.bring(STORY);
  assert.equal(again.code, 0);
  assert.match(again.out, /all of it was there$/);
  assert.deepEqual(
    (await listed(its)).map(({ seq }) => seq),
    before.map(({ seq }) => seq),
  );

  const { session } = await its.house.signIn('anna');
  await its.house.send(session, '/v1/tickets', REPORT);
  assert.match((await its.bring(STORY)).out, /all of it was there$/);
  assert.equal(headOf(its), 18);
});

test('an import that ended in the middle goes on where it ended', async (t) => {
  const its = await openHistoryHouse(t);
  const history = many(400);
  const db = new SQLite(its.database);
  db.exec(
    "create trigger power_cut before insert on event when new.position = 900 begin select raise(abort, 'power cut'); end",
  );
  await assert.rejects(its.bring(history), /power cut/);
  db.exec('drop trigger power_cut');
  db.close();
  const reached = headOf(its);
  assert.ok(reached > 0 && reached < 900, `${reached} events were written`);

  const { code, out } = await its.bring(history);
  assert.equal(code, 0);
  assert.match(out, new RegExp(`400 tickets, 1200 events, .*: ${1200 - reached} events written$`));
  assert.equal(headOf(its), 1200);
  const found = new SQLite(its.database, { readonly: true });
  const rows = found.prepare<[], { entry: string }>('select entry from event order by position').all();
  found.close();
  const events = rows.map(({ entry }) => JSON.parse(entry) as TicketEvent);
  assert.deepEqual(
    events.map(({ position }) => position),
    Array.from({ length: 1200 }, (_, index) => index + 1),
  );
  assert.equal(new Set(events.map(({ ticket, seq }) => `${ticket} ${seq}`)).size, 1200);
  assert.deepEqual(
    (await listed(its, '&limit=3')).map(({ number, seq }) => [number, seq]),
    [
      [400, 3],
      [399, 3],
      [398, 3],
    ],
  );
});

test('a client with live events is refused, and nothing is written', async (t) => {
  const its = await openHistoryHouse(t);
  const { session } = await its.house.signIn('anna');
  await its.house.send(session, '/v1/tickets', REPORT);
  const { code, err } = await its.bring(STORY);
  assert.equal(code, 1);
  assert.match(err, /somebody works with "apteka-one" already \(event 1 is not of this file\)/);
  assert.equal(headOf(its), 1);
});

test('whoever begins to work while the import runs is not overwritten: the rest is refused', async (t) => {
  const its = await openHistoryHouse(t);
  const db = new SQLite(its.database);
  db.exec(`create trigger somebody after insert on event when new.position = 300
    begin update tenant set head = head + 1; end`);
  const { code, err } = await its.bring(many(400));
  assert.equal(code, 1);
  assert.match(err, /somebody began to work with "apteka-one" meanwhile/);
  const written = db.prepare<[], { head: number }>('select max(position) as head from event').get()!.head;
  db.close();
  assert.equal(headOf(its), written + 1);
});
