import { Refusal } from '../../contract/faults.ts';
import type { PersonId, TicketId } from '../../contract/ids.ts';
import type { Directory } from '../../directory/directory.ts';
import { shownProfile } from '../../directory/shown-profile.ts';
import type { EventLog } from '../../store/event-log.ts';
import type { Grown } from '../../store/write-sealed.ts';
import type { PersonClaims } from '../../store/persons.ts';
import type { Caller } from '../../tickets/caller.ts';
import { openHandle } from '../../tickets/handle.ts';
import { asCommand, BadLine, type HistoryActor, type HistoryLine } from './line.ts';
import { Names } from './names.ts';
import type { NumberedLine } from './read-lines.ts';
import { Rehearsal } from './rehearsal.ts';

/** Registrations of a history are remembered under this and the file's name of the ticket. No key that comes by HTTP holds a space. */
export const KEY = 'import ';

export interface CarryOutDeps {
  readonly directory: Directory;
  readonly log: Pick<EventLog, 'after'>;
  /** Position of the log's newest event. */
  readonly head: number;
  /** By the file's name of the ticket. The same one whenever it is asked. */
  readonly ticketIdOf: (name: string, at: number) => TicketId;
  /** Null: only decided, nothing is to be written. */
  readonly record: ((command: Grown) => Promise<void>) | null;
  /** Milliseconds since the epoch: what lies after is no history. */
  readonly now: number;
}

export interface Problem {
  readonly line: number;
  readonly reason: string;
}

/** What the lines came to. */
export interface CarriedOut {
  readonly lines: number;
  readonly tickets: number;
  readonly events: number;
  /** Milliseconds since the epoch; null where no line could be read. */
  readonly from: number | null;
  readonly to: number | null;
  /** The client's people who act in it, as their last lines tell. */
  readonly people: readonly (PersonClaims & { readonly seenAt: number })[];
  readonly problems: readonly Problem[];
  /** Lines of tickets that an earlier bad line had left undecided. */
  readonly unchecked: number;
}

/**
 * Carries the lines through `handle` in their order, each at its own time and by its own author: the rights, rules and folds of the live
 * service decide. A bad line does not end it: the lines of other tickets are checked all the same.
 *
 * @throws {LiveEvents} when the log holds what these lines do not make
 */
export async function carryOut(lines: Iterable<NumberedLine>, deps: CarryOutDeps): Promise<CarriedOut> {
  const { directory, now } = deps;
  const { id: tenant, log: name } = directory.tenant;
  const rehearsal = new Rehearsal({ ...deps, tenant, name });
  const names = new Names();
  const people = new Map<string, PersonClaims & { seenAt: number }>();
  const broken = new Set<string>();
  const problems: Problem[] = [];
  let count = 0;
  let unchecked = 0;
  let from: number | null = null;
  let to: number | null = null;
  let current: HistoryLine;

  const handle = openHandle({
    log: { ofTicket: () => Promise.resolve([]) },
    tickets: rehearsal,
    writer: rehearsal,
    findDirectory: () => Promise.resolve(directory),
    findRemembered: () => Promise.resolve(undefined),
    newTicketId: () => deps.ticketIdOf(current.ticket, current.at),
    now: () => current.at,
  });

  async function carry(line: HistoryLine): Promise<void> {
    const { at, by, ticket, command, body, as } = line;
    if (at > now) throw new BadLine('at: this time has not come yet');
    if (to !== null && at < to)
      throw new BadLine('at: lies before the line above: lines stand in the order of their times');
    from ??= at;
    to = at;
    const known = names.tickets.get(ticket);
    if (command === 'register' && known) throw new BadLine(`ticket: “${ticket}” is registered already`);
    if (command !== 'register' && !known) throw new BadLine(`ticket: no line above registers “${ticket}”`);
    const caller = callerOf(by, directory);
    if (by.kind === 'person') {
      const { id, name: shown, role, sites } = caller;
      people.set(id, { id, name: shown, role: role as PersonClaims['role'], sites, seenAt: at });
    }
    current = line;
    const stand = known && (await rehearsal.find(tenant, known));
    const { events, ticket: made } = await handle({
      caller,
      command: asCommand(command, names.resolve(ticket, body, stand)),
      ticket: known ?? null,
      route: 'import',
      key: `${KEY}${ticket}`,
      fingerprint: '',
    });
    if (!known) names.tickets.set(ticket, made.id);
    if (as !== undefined) names.give(ticket, as, events);
  }

  for (const { number, line } of lines) {
    count++;
    if (!(line instanceof BadLine) && broken.has(line.ticket)) {
      unchecked++;
      continue;
    }
    try {
      if (line instanceof BadLine) throw line;
      await carry(line);
    } catch (error) {
      problems.push({ line: number, reason: reasonOf(error) });
      if (!(line instanceof BadLine)) broken.add(line.ticket);
    }
  }
  const { size: tickets, events } = rehearsal;
  return { lines: count, tickets, events, from, to, people: [...people.values()], problems, unchecked };
}

function callerOf(by: HistoryActor, { tenant: { id: tenant }, staff }: Directory): Caller {
  const id = by.id as PersonId;
  switch (by.kind) {
    case 'person':
      return { tenant, id, kind: 'person', name: by.name ?? null, role: by.role, sites: by.sites };
    case 'staff': {
      const known = staff.get(id);
      if (!known) throw new BadLine('by.id: nobody of the service company who works for this client');
      return { tenant, id, kind: 'person', name: shownProfile(known).name, role: known.role, sites: [] };
    }
    case 'integration':
      return {
        tenant,
        id,
        kind: 'integration',
        name: by.name ?? null,
        role: 'integration',
        sites: [],
        scopes: ['tickets'],
      };
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof BadLine) return error.message;
  if (!(error instanceof Refusal)) throw error;
  const { pointer, allowed } = error.details;
  const where = pointer ? `body${pointer.replaceAll('/', '.')}: ` : '';
  return `${where}${error.message}${allowed ? ` (it takes ${allowed.join(', ')})` : ''}`;
}
