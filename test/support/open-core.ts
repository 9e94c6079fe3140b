import { randomUUID } from 'node:crypto';
import {
  COMMAND_BODIES,
  REGISTRATION,
  type CommandInput,
  type RegistrationInput,
  type TicketCommand,
} from '../../server/contract/commands.ts';
import type { ActName } from '../../server/contract/acts.ts';
import type { TicketId } from '../../server/contract/ids.ts';
import type { Directory } from '../../server/directory/directory.ts';
import { findRemembered } from '../../server/store/command-keys.ts';
import { openDatabase } from '../../server/store/open-database.ts';
import { openEventLog, type EventLog } from '../../server/store/event-log.ts';
import { openTickets, type Tickets } from '../../server/store/tickets.ts';
import { openWriter, type Writer } from '../../server/store/writer-queue.ts';
import type { Caller } from '../../server/tickets/caller.ts';
import { openHandle, type Handled, type HandleDeps, type Submission } from '../../server/tickets/handle.ts';
import { DIRECTORY } from './directory.ts';
import { START } from './timeline.ts';

export const REPORT: RegistrationInput = {
  site: 'baumana-44',
  category: 'till',
  text: 'Till 3 does not print\nRed light.',
};

interface CoreDeps extends HandleDeps {
  readonly log: EventLog;
  readonly tickets: Tickets;
  readonly writer: Writer;
}

/** The writing half of the server on a real database: no HTTP, no sockets, a clock that stands until it is moved. */
export async function openCore(overrides: Partial<CoreDeps> = {}, directory: Directory = DIRECTORY, file = ':memory:') {
  const db = await openDatabase(file);
  const { id, log: name, epoch } = directory.tenant;
  await db
    .insertInto('tenant')
    .values({ id, log: name, epoch, head: 0, number: 0, version: 1, settings: '{}' })
    .execute();
  const pokes: number[] = [];
  const clock = { now: START };
  const log = openEventLog(db);
  const tickets = openTickets(db, log);
  const writer = openWriter(db, (_, head) => void pokes.push(head));
  const deps: CoreDeps = {
    log,
    tickets,
    writer,
    findDirectory: (tenant) => Promise.resolve(tenant === id ? directory : undefined),
    findRemembered: (key) => findRemembered(db, key),
    newTicketId: () => randomUUID() as TicketId,
    now: () => clock.now,
    ...overrides,
  };
  const handle = openHandle(deps);

  const submit = (
    caller: Caller,
    command: TicketCommand,
    ticket: TicketId | null,
    extra: Partial<Submission> = {},
  ): Promise<Handled> =>
    handle({
      caller,
      command,
      ticket,
      route: ticket ? `POST /v1/tickets/${ticket}/${command.command}` : 'POST /v1/tickets',
      key: randomUUID(),
      fingerprint: JSON.stringify(command),
      ...extra,
    });

  return {
    db,
    log,
    tickets,
    writer,
    clock,
    pokes,
    deps,
    report: (caller: Caller, input: RegistrationInput = REPORT, extra?: Partial<Submission>) =>
      submit(caller, { command: 'register', ...REGISTRATION.parse(input) }, null, extra),
    send: <A extends ActName>(
      caller: Caller,
      ticket: TicketId,
      command: A,
      body: CommandInput<A>,
      extra?: Partial<Submission>,
    ) => submit(caller, { command, ...COMMAND_BODIES[command].parse(body) } as TicketCommand, ticket, extra),
  };
}
