import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  ANNA,
  at,
  headOf,
  line,
  listed,
  OLGA,
  openHistoryHouse,
  REPORT,
  STORY,
  vitrine,
} from '../../support/history.ts';

const MINUTE = 60_000;

test('a file with bad lines changes nothing, and every one is listed with its number and reason', async (t) => {
  const its = await openHistoryHouse(t);
  const future = new Date(Date.now() + MINUTE).toISOString();
  const stranger = { kind: 'staff', id: 'nobody' };
  const elsewhere = { kind: 'person', id: 'vera', sites: ['pushkina-3'] };
  const { code, out, err } = await its.bring([
    ...STORY, // 1–15
    '{"at": ',
    JSON.stringify({ ...line(110, ANNA, 'SD-3', 'register', REPORT), colour: 'red' }),
    line(110, ANNA, 'SD-4', 'mend'),
    line(110, ANNA, 'SD-5', 'register', { ...REPORT, site: 'nowhere' }),
    line(110, ANNA, 'SD-5', 'comment', { text: 'Hello?' }),
    line(110, ANNA, 'SD-6', 'register', { ...REPORT, category: 'lift' }),
    line(110, stranger, 'SD-1', 'comment', { text: 'Hello' }),
    line(110, ANNA, 'SD-2', 'rate', { stars: 6 }),
    line(100, ANNA, 'SD-7', 'register', REPORT),
    line(110, OLGA, 'SD-8', 'accept'),
    line(110, ANNA, 'SD-9', 'register', REPORT),
    line(110, OLGA, 'SD-9', 'propose-visit', { from: at(200), to: at(260) }),
    line(110, elsewhere, 'SD-10', 'register', { ...REPORT, site: 'pushkina-3' }),
    line(110, ANNA, 'SD-10', 'comment', { text: 'Not mine' }),
    line(111, ANNA, 'SD-11', 'register', REPORT),
    line(111, ANNA, 'SD-11', 'register', REPORT),
    line(112, ANNA, 'SD-12', 'register', REPORT),
    line(112, ANNA, 'SD-12', 'comment', { text: 'Hm' }, 'remark'),
    { ...line(0, ANNA, 'SD-13', 'register', REPORT), at: future },
  ]);
  assert.equal(code, 1);
  assert.equal(out, '');
  const said = err.split('\n');
  const expected = [
    /^line 16: this is not JSON: a line holds one whole JSON object$/,
    /^line 17: colour: nobody knows this field$/,
    /^line 18: command: Invalid option/,
    /^line 19: body\.site: there is no such site for you$/,
    /^line 21: body\.category: there is no such category$/,
    /^line 22: by\.id: nobody of the service company who works for this client$/,
    /^line 23: body\.stars: /,
    /^line 24: at: lies before the line above: lines stand in the order of their times$/,
    /^line 25: ticket: no line above registers “SD-8”$/,
    /^line 27: a ticket that is registered does not take "propose-visit" \(it takes .*accept/,
    /^line 29: there is no such ticket$/,
    /^line 31: ticket: “SD-11” is registered already$/,
    /^line 33: as: this command makes nothing that could be named$/,
    /^line 34: at: this time has not come yet$/,
    /^1 later lines of these tickets could not be decided$/,
    /^vitrine: 14 of 34 lines are wrong: nothing was imported$/,
  ];
  for (const [index, pattern] of expected.entries()) assert.match(said[index] ?? '', pattern);
  assert.equal(said.length, expected.length);
  assert.equal(headOf(its), 0);
  assert.deepEqual(await listed(its), []);
});

test('a hundred bad lines are listed, the others are counted', async (t) => {
  const its = await openHistoryHouse(t);
  const { err } = await its.bring(Array.from({ length: 130 }, () => 'nonsense'));
  assert.equal(err.split('\n').filter((one) => one.startsWith('line ')).length, 100);
  assert.match(err, /^… and 30 more$/m);
});

test('--check says the same and changes nothing', async (t) => {
  const its = await openHistoryHouse(t);
  const { code, out } = await its.bring(STORY, '--check');
  assert.equal(code, 0);
  assert.match(out, /2 tickets, 17 events, .*: good, nothing was changed$/);
  assert.equal(headOf(its), 0);
  const bad = await its.bring(['nonsense'], '--check', '--json');
  assert.equal(bad.code, 1);
  assert.deepEqual(JSON.parse(bad.out), {
    tenant: 'apteka-one',
    check: true,
    lines: 1,
    tickets: 0,
    events: 0,
    written: 0,
    from: null,
    to: null,
    wrong: 1,
    unchecked: 0,
    problems: [{ line: 1, reason: 'this is not JSON: a line holds one whole JSON object' }],
  });
});

test('the file may name its client; another one, none, or an unknown one is refused', async (t) => {
  const its = await openHistoryHouse(t);
  const heading = { tenant: 'apteka-one' };
  const bring = (lines: readonly object[], ...flags: readonly string[]) =>
    vitrine(its.database, 'import', 'history', its.file(lines as never), ...flags);
  assert.equal((await bring(STORY)).code, 2);
  assert.equal((await bring([heading, ...STORY], '--tenant', 'bank')).code, 2);
  const unknown = await bring(STORY, '--tenant', 'bank');
  assert.equal(unknown.code, 1);
  assert.match(unknown.err, /there is no client "bank"/);
  assert.equal(headOf(its), 0);
  assert.equal((await bring([heading, ...STORY])).code, 0);
  assert.equal(headOf(its), 17);
});

test('a file or a database that is not there is named, and none is made', async (t) => {
  const its = await openHistoryHouse(t);
  const absent = `${its.database}-absent`;
  const noFile = await vitrine(its.database, 'import', 'history', absent, '--tenant', 'apteka-one');
  assert.equal(noFile.code, 1);
  assert.match(noFile.err, /cannot be read/);
  const noDatabase = await vitrine(absent, 'import', 'history', its.file(STORY), '--tenant', 'apteka-one');
  assert.equal(noDatabase.code, 1);
  assert.match(noDatabase.err, /there is no database at/);
  const still = await vitrine(absent, 'import', 'history', its.file(STORY), '--tenant', 'apteka-one');
  assert.match(still.err, /there is no database at/);
});
