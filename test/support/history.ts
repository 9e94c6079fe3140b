import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import SQLite from 'better-sqlite3';
import { runCommand } from '../../server/command-line/run-command.ts';
import type { TicketsAnswer } from '../../server/contract/answers.ts';
import { openHouse, type House } from './open-house.ts';
import { START } from './timeline.ts';

/** One line of a history, as its maker writes it. */
export type Line = Readonly<Record<string, unknown>>;

export const ANNA = { kind: 'person', id: 'anna', name: 'Anna Petrova', sites: ['baumana-44'] } as const;
export const OLGA = { kind: 'staff', id: 'olga' } as const;
export const MARAT = { kind: 'staff', id: 'marat' } as const;
const MINUTE = 60_000;

export const at = (minutes: number): string => new Date(START + minutes * MINUTE).toISOString();

export const line = (
  minutes: number,
  by: object,
  ticket: string,
  command: string,
  body?: object,
  as?: string,
): Line => ({
  at: at(minutes),
  by,
  ticket,
  command,
  ...(body && { body }),
  ...(as && { as }),
});

export const REPORT = { site: 'baumana-44', category: 'till', text: 'Till 3 does not print\nRed light.' } as const;

/** Two tickets beside each other: one asked about, visited and confirmed, the other its duplicate. */
export const STORY: readonly Line[] = [
  line(0, ANNA, 'SD-1', 'register', { ...REPORT, contact: { name: 'Anna', phone: '+7 900 000-00-00' } }),
  line(4, OLGA, 'SD-1', 'ask', { text: 'Is paper in?' }, 'paper'),
  line(4, OLGA, 'SD-1', 'pause', { reason: 'info_insufficient' }),
  line(5, ANNA, 'SD-2', 'register', { ...REPORT, text: 'The till again' }),
  line(9, ANNA, 'SD-1', 'answer', { question: 'paper', text: 'It is' }),
  line(10, OLGA, 'SD-2', 'mark-duplicate', { of: 'SD-1', reason: 'the same till' }),
  line(12, OLGA, 'SD-1', 'assign', { engineer: 'marat' }),
  line(15, OLGA, 'SD-1', 'propose-visit', { from: at(60), to: at(180) }, 'first visit'),
  line(16, ANNA, 'SD-1', 'agree-visit', { visit: 'first visit' }),
  line(50, MARAT, 'SD-1', 'depart'),
  line(70, MARAT, 'SD-1', 'arrive', { position: { latitude: 557_887_000, longitude: 491_221_000 } }),
  line(80, MARAT, 'SD-1', 'add-cost', { code: 'K-110', quantity: '1' }),
  line(90, MARAT, 'SD-1', 'resolve', { summary: 'Print head cleaned' }),
  line(100, ANNA, 'SD-1', 'confirm'),
  line(101, ANNA, 'SD-1', 'rate', { stars: 5 }),
];

/** So many tickets of three events, one after another. */
export const many = (tickets: number): readonly Line[] =>
  Array.from({ length: tickets }, (_, index) => [
    line(index, ANNA, `T-${index}`, 'register', REPORT),
    line(index, OLGA, `T-${index}`, 'assign', { engineer: 'marat' }),
  ]).flat();

export const textOf = (lines: readonly (Line | string)[]): string =>
  lines.map((one) => (typeof one === 'string' ? one : JSON.stringify(one))).join('\n');

export interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs `vitrine` in this process, on this database, as if it were now. */
export async function vitrine(database: string, ...args: readonly string[]): Promise<Ended> {
  const out: string[] = [];
  const err: string[] = [];
  const code = await runCommand(args, {
    env: { DATABASE_URL: database },
    now: Date.now,
    out: (said) => void out.push(said),
    err: (said) => void err.push(said),
  });
  return { code, out: out.join('\n'), err: err.join('\n') };
}

export interface HistoryHouse {
  readonly house: House;
  readonly database: string;
  /** Imports these lines while the server runs. */
  bring(lines: readonly (Line | string)[], ...flags: readonly string[]): Promise<Ended>;
  file(lines: readonly (Line | string)[]): string;
}

/** A running server on a file, its client set up and never used; closed after the test. */
export async function openHistoryHouse(t: TestContext): Promise<HistoryHouse> {
  const folder = mkdtempSync(join(tmpdir(), 'vitrine-history-'));
  const database = join(folder, 'history.sqlite');
  const house = await openHouse({ file: database });
  t.after(async () => {
    await house.close();
    rmSync(folder, { recursive: true });
  });
  const file = (lines: readonly (Line | string)[]): string => {
    const path = join(folder, 'history.ndjson');
    writeFileSync(path, textOf(lines));
    return path;
  };
  const bring = (lines: readonly (Line | string)[], ...flags: readonly string[]): Promise<Ended> =>
    vitrine(database, 'import', 'history', file(lines), '--tenant', 'apteka-one', ...flags);
  return { house, database, file, bring };
}

/** As the dispatcher sees them, newest change first. */
export async function listed({ house }: HistoryHouse, query = ''): Promise<TicketsAnswer['tickets']> {
  const headers = { 'vitrine-actor': 'olga' };
  const { body } = await house.ask<TicketsAnswer>('GET', `/v1/tickets?scope=tenant${query}`, {
    as: house.desk,
    headers,
  });
  return body.tickets;
}

/** Position of the newest event on the disk. */
export function headOf({ database }: HistoryHouse): number {
  const db = new SQLite(database, { readonly: true });
  try {
    return db.prepare<[], { head: number }>('select head from tenant').get()!.head;
  } finally {
    db.close();
  }
}
