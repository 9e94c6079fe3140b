import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { pino } from 'pino';
import { CLIENTS } from '../../demo/clients/all-clients.ts';
import type { Client } from '../../demo/clients/client.ts';
import type { Line } from '../../demo/history/chronicle.ts';
import { DAYS, tellHistories, TICKETS, toFile, type History } from '../../demo/history/histories.ts';
import { whenOpen } from '../../demo/history/opening-hours.ts';
import { setUpClient } from '../../demo/seed.ts';
import type { TenantId } from '../../server/contract/ids.ts';
import { isOpen } from '../../server/contract/ticket.ts';
import { policyKey } from '../../server/contract/sla.ts';
import { openServer } from '../../server/open-server.ts';
import { clocksOf } from '../../server/sla/clocks.ts';
import { openDirectories } from '../../server/store/directory.ts';
import { openEventLog } from '../../server/store/event-log.ts';
import { openDatabase } from '../../server/store/open-database.ts';
import { openTickets } from '../../server/store/tickets.ts';
import { vitrine } from '../support/history.ts';

const DAY_MS = 86_400_000;
const NOW = Date.now();
const tell = (now = NOW): readonly History[] => tellHistories(CLIENTS, ({ tenant }) => tenant.locale, now);
const HISTORIES = tell();

const registrations = ({ lines }: History): readonly Line[] => lines.filter(({ command }) => command === 'register');
const byTicket = ({ lines }: History): readonly (readonly Line[])[] => [
  ...Map.groupBy(lines, ({ ticket }) => ticket).values(),
];

describe('the days before', () => {
  test('are four hundred tickets of ninety days, at every client and site', () => {
    const all = HISTORIES.flatMap(registrations);
    assert.equal(all.length, TICKETS);
    assert.ok(all.every(({ at }) => at > NOW - (DAYS + 7) * DAY_MS && at <= NOW));
    for (const { client, lines } of HISTORIES) {
      const sites = new Set(lines.map(({ body }) => (body as { readonly site?: string } | undefined)?.site));
      for (const { id } of client.sites) assert.ok(sites.has(id), id);
    }
  });

  test('are told alike for the same moment', () => assert.deepEqual(tell().map(toFile), HISTORIES.map(toFile)));

  test('are reported while somebody is there', () => {
    for (const history of HISTORIES) {
      const { client } = history;
      const hours = client.hours ?? { from: 9, to: 21, weekend: true };
      for (const { at, by, body } of registrations(history)) {
        const { site } = body as { readonly site: string };
        const { timeZone } = client.sites.find(({ id }) => id === site)!;
        if (by.kind === 'person')
          assert.equal(whenOpen(at, timeZone, hours), at, `${site} ${new Date(at).toISOString()}`);
      }
    }
  });

  test('never have an engineer at two sites at once', () => {
    const out = HISTORIES.flatMap(byTicket).flatMap(outings);
    for (const own of Map.groupBy(out, ({ engineer }) => engineer).values()) {
      const inOrder = own.toSorted((a, b) => a.from - b.from);
      for (const [index, { from, ticket }] of inOrder.slice(1).entries()) {
        const earlier = inOrder[index]!;
        assert.ok(from >= earlier.left, `${ticket} and ${earlier.ticket}`);
      }
    }
  });

  test('know every turn that a ticket can take', () => {
    const commands = new Set(HISTORIES.flatMap(({ lines }) => lines.map(({ command }) => command)));
    const turns = `ask answer comment log-call prioritise propose-visit agree-visit decline-visit postpone depart arrive
      report-no-access allow-access end-visit restore pause resume add-cost revise-cost request-approval approve-cost dispute-cost
      resolve confirm reopen rate cancel decline declare-mass link end-mass`;
    for (const command of turns.split(/\s+/)) assert.ok(commands.has(command), command);
  });

  test('have things that fail again and again', () => {
    for (const history of HISTORIES) {
      const assets = registrations(history).flatMap(({ body }) => (body as { readonly asset?: string }).asset ?? []);
      const most = Math.max(...[...Map.groupBy(assets, (asset) => asset).values()].map(({ length }) => length));
      assert.ok(most >= 3, `${history.client.id}: ${most}`);
    }
  });
});

const LEAVING = ['resolve', 'end-visit', 'report-no-access'];

/** From the departure until he is done there. */
const outings = (lines: readonly Line[]) =>
  lines.flatMap(({ command, by, at, ticket }, index) => {
    if (command !== 'depart') return [];
    const left = lines.slice(index).find((line) => LEAVING.includes(line.command))?.at ?? NOW;
    return [{ engineer: by.id, ticket, from: at, left }];
  });

describe('imported by the vitrine command', () => {
  let folder: string;
  let database: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'vitrine-demo-history-'));
    database = join(folder, 'demo.sqlite');
    const config = { port: 0, host: '127.0.0.1', databaseFile: database, publicUrl: 'http://localhost' } as const;
    const logger = pino({ level: 'silent' });
    const server = await openServer({ ...config, logLevel: 'silent', securityContact: null }, { logger });
    for (const client of CLIENTS) await setUpClient(client, server.url, server.administratorKey!, client.tenant.locale);
    await server.close();
  });
  after(() => rm(folder, { recursive: true }));

  async function bring(history: History, ...flags: readonly string[]): Promise<void> {
    const file = join(folder, `${history.client.id}.ndjson`);
    await writeFile(file, toFile(history));
    const { code, err } = await vitrine(database, 'import', 'history', file, ...flags);
    assert.equal(err, '');
    assert.equal(code, 0);
  }

  test('they are good whenever and in whatever language they are told', async () => {
    for (const now of [NOW - 0.4 * DAY_MS, NOW - 3.7 * DAY_MS]) {
      for (const history of tellHistories(CLIENTS, () => 'en', now)) await bring(history, '--check');
    }
  });

  test('they are kept mostly and broken sometimes, paid for, and nearly all over', async () => {
    for (const history of HISTORIES) await bring(history);
    const db = await openDatabase(database);
    const tickets = openTickets(db, openEventLog(db));
    const directories = openDirectories(db);
    for (const { client } of HISTORIES) await judge(client);
    await db.destroy();

    async function judge({ id }: Client): Promise<void> {
      const directory = (await directories.load(id as TenantId))!;
      const page = await tickets.list(id as TenantId, { scopes: [], limit: TICKETS });
      const clocks = page.tickets.map((ticket) =>
        clocksOf(ticket, directory.policies.get(policyKey(ticket.policy))!, NOW),
      );
      const resolution = clocks.flatMap((all) => all.filter(({ kind }) => kind === 'resolution'));
      const late = resolution.filter(({ state }) => state === 'breached').length / resolution.length;
      assert.ok(late > 0.03 && late < 0.2, `${id}: ${late}`);
      const open = page.tickets.filter(({ stage }) => isOpen(stage));
      assert.ok(open.length >= 1 && open.length <= 12, `${id}: ${open.length} open`);
      const over = page.tickets.filter(({ stage }) => !isOpen(stage));
      assert.ok(
        over.every(({ costs }) => costs.lines.every(({ state }) => state !== 'awaiting')),
        id,
      );
      const answered = page.tickets.filter(({ channel }) => channel === 'telephone').length / page.tickets.length;
      assert.ok(answered > 0.05 && answered < 0.3, `${id}: ${answered}`);
    }
  });
});
