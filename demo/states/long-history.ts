import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { SignedInPerson } from '../identity/assertion.ts';
import type { Language, Words } from '../words.ts';
import { words } from './state.ts';

const VITRINE = resolve(import.meta.dirname, '../../server/command-line/vitrine.ts');
const DAY_MS = 24 * 3600_000;
const DAYS = 90;

const SAID: readonly (readonly [by: 'client' | 'olga' | 'marat', text: Words])[] = [
  ['client', words('It stopped again, the queue is long', 'Снова встала, очередь длинная')],
  ['olga', words('The engineer has been told', 'Инженеру передали')],
  [
    'marat',
    words('Looked at the log from afar: the cutter reports an error', 'Посмотрел журнал удалённо: ошибка отрезчика'),
  ],
  ['client', words('It works for the moment', 'Пока работает')],
  ['marat', words('Ordered another cutter', 'Заказал другой отрезчик')],
  ['olga', words('The part is on its way', 'Запчасть в пути')],
];

/**
 * One ticket with so many events, spread over three months: `vitrine import history` brings it into a client without any.
 *
 * @param database what the command takes as DATABASE_URL
 */
export async function importLongHistory(
  events: number,
  person: SignedInPerson,
  tenant: string,
  language: Language,
  database: string,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'vitrine-history-'));
  const file = join(folder, 'history.jsonl');
  try {
    await writeFile(file, linesOf(events, person, language));
    const command = spawn(process.execPath, [VITRINE, 'import', 'history', file, '--tenant', tenant], {
      env: { ...process.env, DATABASE_URL: database },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let complaint = '';
    command.stderr.on('data', (part: Buffer) => (complaint += part.toString()));
    const [code] = (await once(command, 'exit')) as [number | null];
    if (code !== 0) throw new Error(`the long history could not be imported: ${complaint}`);
  } finally {
    await rm(folder, { recursive: true });
  }
}

function linesOf(events: number, { id, name, sites }: SignedInPerson, language: Language): string {
  const start = Date.now() - DAYS * DAY_MS;
  const client = { kind: 'person', id, name, sites };
  const text = { en: 'The till stops, again and again', ru: 'Касса останавливается снова и снова' }[language];
  const report = { site: sites[0], category: 'till', text, fields: { sells: true } };
  const lines: object[] = [{ by: client, command: 'register', body: report }];
  lines.push({ by: { kind: 'staff', id: 'olga' }, command: 'accept' });
  lines.push({ by: { kind: 'staff', id: 'olga' }, command: 'assign', body: { engineer: 'marat' } });
  while (lines.length < events) {
    const [by, said] = SAID[lines.length % SAID.length]!;
    const actor = by === 'client' ? client : { kind: 'staff', id: by };
    lines.push({ by: actor, command: 'comment', body: { text: said[language] } });
  }
  const step = (DAYS * DAY_MS - 3600_000) / events;
  return lines
    .map((line, index) => JSON.stringify({ at: new Date(start + index * step).toISOString(), ticket: 'L-1', ...line }))
    .join('\n');
}
