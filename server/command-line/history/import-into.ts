import type { TenantId, TicketId } from '../../contract/ids.ts';
import { openDirectories } from '../../store/directory.ts';
import { openEventLog } from '../../store/event-log.ts';
import { openHistoryLog, type HistoryLog } from '../../store/history-log.ts';
import type { Grown } from '../../store/write-sealed.ts';
import type { Database } from '../../store/open-database.ts';
import { introducePersons } from '../../store/persons.ts';
import { uuidV7 } from '../../uuid-v7.ts';
import { CommandError } from '../command.ts';
import { carryOut, KEY, type CarriedOut, type CarryOutDeps } from './carry-out.ts';
import { linesOf } from './read-lines.ts';
import { LiveEvents } from './rehearsal.ts';

/** Events in one transaction: enough to be quick, few enough that a running server hardly waits. */
const TOGETHER = 400;

export interface ImportOptions {
  readonly tenant: string;
  /** Reads and decides everything, writes nothing. */
  readonly isCheck: boolean;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

export interface Imported extends CarriedOut {
  /** Events that the log did not hold before. */
  readonly written: number;
}

/**
 * Brings a history into a client's log: once in memory, and only when every line is good a second time onto the disk. May be repeated:
 * what the log holds already is not written again.
 *
 * @throws {CommandError} where there is no such client, or its log holds what the file does not make
 */
export async function importInto(db: Database, file: Uint8Array, options: ImportOptions): Promise<Imported> {
  const { isCheck, now } = options;
  const tenant = options.tenant as TenantId;
  const directory = await openDirectories(db).load(tenant);
  if (!directory) throw new CommandError(`there is no client "${tenant}" in this database`);
  const log = openEventLog(db);
  const history = openHistoryLog(db);
  const head = await log.head(tenant);
  const ids = new Map(await history.ticketsUnder(tenant, KEY));
  const ticketIdOf = (name: string, at: number): TicketId => {
    const id = ids.get(KEY + name) ?? (uuidV7(at) as TicketId);
    ids.set(KEY + name, id);
    return id;
  };
  const carry = (record: CarryOutDeps['record']): Promise<CarriedOut> =>
    carryOut(linesOf(file), { directory, log, head, ticketIdOf, record, now }).catch((error: unknown) => {
      throw error instanceof LiveEvents ? asLive(tenant, error) : error;
    });

  const rehearsed = await carry(null);
  if (isCheck || rehearsed.problems.length > 0 || rehearsed.events <= head) return { ...rehearsed, written: 0 };
  await introducePersons(db, tenant, rehearsed.people);
  const recorder = openRecorder(history, tenant);
  const done = await carry(recorder.record);
  await recorder.flush();
  return { ...done, written: done.events - head };
}

const asLive = (tenant: string, cause: LiveEvents): CommandError =>
  new CommandError(
    `somebody works with "${tenant}" already (${cause.message}): a history comes before anything else, into an empty log`,
    undefined,
    { cause },
  );

function openRecorder(history: HistoryLog, tenant: TenantId) {
  let waiting: Grown[] = [];
  let events = 0;

  async function flush(): Promise<void> {
    const isAlone = await history.record(tenant, waiting);
    if (!isAlone) {
      throw new CommandError(
        `somebody began to work with "${tenant}" meanwhile: what was imported by then stays, the rest of the file was not`,
      );
    }
    waiting = [];
    events = 0;
  }

  return {
    flush,
    async record(command: Grown): Promise<void> {
      waiting.push(command);
      events += command.sealed.length;
      if (events >= TOGETHER) await flush();
    },
  };
}
