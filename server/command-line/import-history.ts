import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { readDatabase } from '../config.ts';
import { openDatabase } from '../store/open-database.ts';
import { CommandError, EXIT, type Command, type Terminal } from './command.ts';
import { importInto, type Imported } from './history/import-into.ts';
import { BadLine } from './history/line.ts';
import { headingOf } from './history/read-lines.ts';

/** Bad lines that are listed one by one. */
const LISTED = 100;

const HELP = `The client exists already, with sites, categories, policy, prices and staff, and nobody has worked with it yet:
a history comes before anything else. What an interrupted import wrote stays; the same command goes on from there.
A line that is wrong is listed with its number and reason, and then nothing is imported. The server may run meanwhile.

FILE is UTF-8, one JSON object a line, in the order of their times. The first line may be {"tenant": "apteka-one"}.
Every other line is one command, as it would have come by HTTP at that time from that person:

  {"at": "2026-09-01T08:12:00+03:00", "by": {"kind": "person", "id": "elena", "name": "Elena Safina", "sites": ["shop-12"]},
   "ticket": "SD-1001", "command": "register", "body": {"site": "shop-12", "category": "till", "text": "Till 3 is off"}}
  {"at": "2026-09-01T08:20:00+03:00", "by": {"kind": "staff", "id": "olga"}, "ticket": "SD-1001", "command": "ask",
   "body": {"text": "Is the red light on?"}, "as": "q1"}
  {"at": "2026-09-01T08:31:00+03:00", "by": {"kind": "person", "id": "elena", "name": "Elena Safina", "sites": ["shop-12"]},
   "ticket": "SD-1001", "command": "answer", "body": {"question": "q1", "text": "Yes"}}

  at       becomes the events' time; not before the line above, not in the future
  by       person: somebody of the client, "id" as in an assertion's "sub", "role" (default employee), "name", "sites"
           staff: a dispatcher or engineer, by the id in the client's list of people
           integration: a machine, "id" and "name"
  ticket   the file's own name of the ticket; "register" makes it known, also for "of" in mark-duplicate and "parent" in link
  command  register, or any of POST /v1/tickets/{id}/{command}
  body     as POST /v1/tickets and the commands take it; left out where it is empty
  as       names the question, visit, pause, exclusion or cost line that the command makes, for bodies of later lines
           of the ticket ("lines": "awaiting" are those that wait for an approval then); unnamed ones are <kind>-<n> where n is their event's number in the ticket: question-4

Norms are those of the policy of today. Exit code: 0 imported, or found good by --check; 1 refused; 2 typed wrong.`;

/** `vitrine import history`: tickets of the time before Vitrine, with their own times and authors. */
export const importHistory: Command = {
  name: 'import history',
  summary: 'Brings the tickets of earlier days into a client that nobody has worked with yet',
  takes: ['FILE'],
  options: {
    tenant: { type: 'string', value: 'ID', help: 'the client, where the file does not name it' },
    check: { type: 'boolean', help: 'reads and decides every line, changes nothing' },
    json: { type: 'boolean', help: 'answers with one JSON object' },
  },
  help: HELP,
  async run(asked, terminal) {
    const path = asked.argument('FILE');
    const file = await readFile(path).catch((error: unknown) => {
      throw new CommandError(`${path} cannot be read: ${messageOf(error)}`, EXIT.refused, { cause: error });
    });
    const tenant = tenantOf(file, asked.text('tenant'));
    const isCheck = asked.is('check');
    const db = await openExisting(readDatabase(terminal.env));
    try {
      const imported = await importInto(db, file, { tenant, isCheck, now: terminal.now() });
      const say = asked.is('json') ? sayJson : sayText;
      say({ tenant, isCheck, ...imported }, terminal);
      return imported.problems.length > 0 ? EXIT.refused : EXIT.done;
    } finally {
      await db.destroy();
    }
  },
};

function tenantOf(file: Uint8Array, told: string | undefined): string {
  let named: string | undefined;
  try {
    named = headingOf(file);
  } catch (error) {
    if (!(error instanceof BadLine)) throw error;
    // Listed with the other bad lines.
  }
  if (told !== undefined && named !== undefined && told !== named)
    throw new CommandError(`the file is of "${named}", and --tenant says "${told}"`, EXIT.usage);
  const tenant = told ?? named;
  if (tenant === undefined) throw new CommandError('the file names no client: say which with --tenant ID', EXIT.usage);
  return tenant;
}

/** An import into a database that is made this moment is a wrong DATABASE_URL. */
async function openExisting(file: string) {
  if (!existsSync(file)) throw new CommandError(`there is no database at ${file}: DATABASE_URL says where it is`);
  return openDatabase(file).catch((error: unknown) => {
    throw new CommandError(`the database at ${file} cannot be used: ${messageOf(error)}`, EXIT.refused, {
      cause: error,
    });
  });
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : 'unknown');

interface Result extends Imported {
  readonly tenant: string;
  readonly isCheck: boolean;
}

const dayOf = (at: number | null): string => (at === null ? '–' : new Date(at).toISOString().slice(0, 10));

function sayText(result: Result, { out, err }: Terminal): void {
  const { tenant, isCheck, lines, tickets, events, written, from, to, problems, unchecked } = result;
  if (problems.length > 0) {
    for (const { line, reason } of problems.slice(0, LISTED)) err(`line ${line}: ${reason}`);
    if (problems.length > LISTED) err(`… and ${problems.length - LISTED} more`);
    if (unchecked > 0) err(`${unchecked} later lines of these tickets could not be decided`);
    err(`vitrine: ${problems.length} of ${lines} lines are wrong: nothing was imported`);
    return;
  }
  const what = `${tickets} tickets, ${events} events, ${dayOf(from)} to ${dayOf(to)}`;
  const done = isCheck
    ? 'good, nothing was changed'
    : written === 0
      ? 'all of it was there'
      : `${written} events written`;
  out(`${tenant}: ${what}: ${done}`);
}

function sayJson(result: Result, { out }: Terminal): void {
  const { tenant, isCheck, lines, tickets, events, written, from, to, problems, unchecked } = result;
  const instant = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());
  const listed = problems.slice(0, LISTED);
  out(
    JSON.stringify({
      tenant,
      check: isCheck,
      lines,
      tickets,
      events,
      written,
      from: instant(from),
      to: instant(to),
      wrong: problems.length,
      unchecked,
      problems: listed,
    }),
  );
}
