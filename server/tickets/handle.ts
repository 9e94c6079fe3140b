import type { TicketCommand } from '../contract/commands.ts';
import type { TicketEvent } from '../contract/events.ts';
import { FAULTS, Refusal } from '../contract/faults.ts';
import type { TicketId } from '../contract/ids.ts';
import { replay, type Ticket } from '../contract/ticket.ts';
import type { Directory, FindDirectory } from '../directory/directory.ts';
import { may } from '../identity/may.ts';
import type { CommandKey, Remembered } from '../store/command-keys.ts';
import type { EventLog } from '../store/event-log.ts';
import type { Tickets } from '../store/tickets.ts';
import type { Writer } from '../store/writer-queue.ts';
import { actorOf, type Caller } from './caller.ts';
import { decide } from './decide.ts';
import type { Decided, Situation } from './decision.ts';
import { NO_SUCH_SITE, register } from './register.ts';
import { inView } from './scope.ts';

/** One command as it came to the door. */
export interface Submission {
  readonly caller: Caller;
  readonly command: TicketCommand;
  /** Null for a registration: the ticket is made. */
  readonly ticket: TicketId | null;
  readonly route: string;
  /** The caller's Idempotency-Key. */
  readonly key: string;
  /** Of the route and the body as sent. */
  readonly fingerprint: string;
  /** The `seq` of `If-Match`. */
  readonly ifMatch?: number;
}

export interface Handled {
  readonly status: number;
  readonly events: readonly TicketEvent[];
  /** As these events left it, or later. */
  readonly ticket: Ticket;
  /** Carried out before; this is the same answer again. */
  readonly replayed: boolean;
}

export interface HandleDeps {
  readonly log: Pick<EventLog, 'ofTicket'>;
  readonly tickets: Pick<Tickets, 'find' | 'spentBeside'>;
  readonly writer: Pick<Writer, 'append'>;
  readonly findDirectory: FindDirectory;
  readonly findRemembered: (key: CommandKey) => Promise<Remembered | undefined>;
  readonly newTicketId: () => TicketId;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

export type Handle = (submission: Submission) => Promise<Handled>;

const ATTEMPTS = 3;
const RETRY_MS = 1000;

/** Refusals that stand in the ticket's own rules are kept with the key; what a repetition may overcome is not. */
const KEPT: ReadonlySet<string> = new Set(['stage', 'refused']);

/** What a month's budget of the site may have to be held against. */
const COSTING: ReadonlySet<string> = new Set(['add-cost', 'revise-cost', 'remove-cost']);

/**
 * The only path that writes: replay → decide → append, where a key seen before is answered as it was, whatever would be decided today.
 * Commands to one ticket wait for each other here, and so do a client's that cost, which may share a site's budget; when
 * another server's got in between, the command is decided again on what the ticket has become, three times at most (W4).
 */
export function openHandle(deps: HandleDeps): Handle {
  const inFlight = new Set<string>();
  const last = new Map<string, Promise<Handled>>();

  async function inTurn(id: string, carry: () => Promise<Handled>): Promise<Handled> {
    const mine = last.get(id)?.then(carry, carry) ?? carry();
    last.set(id, mine);
    try {
      return await mine;
    } finally {
      if (last.get(id) === mine) last.delete(id);
    }
  }

  function carry(submission: Submission): Promise<Handled> {
    const { caller, command, ticket } = submission;
    const alone = (): Promise<Handled> => carryOut(submission, deps);
    if (ticket === null) return alone();
    const ofCosts = (): Promise<Handled> => inTurn(JSON.stringify([caller.tenant]), alone);
    return inTurn(JSON.stringify([caller.tenant, ticket]), COSTING.has(command.command) ? ofCosts : alone);
  }

  return async (submission) => {
    const { caller, route, key } = submission;
    const id = JSON.stringify([caller.tenant, caller.id, route, key]);
    if (inFlight.has(id)) {
      throw new Refusal('in_flight', 'this key is being carried out right now: ask again in a second', {
        retryAfterMs: RETRY_MS,
      });
    }
    inFlight.add(id);
    try {
      return await carry(submission);
    } finally {
      inFlight.delete(id);
    }
  };
}

async function carryOut(submission: Submission, deps: HandleDeps): Promise<Handled> {
  const { caller, route, key } = submission;
  const commandKey: CommandKey = { tenant: caller.tenant, principal: caller.id, route, key };
  const directory = await deps.findDirectory(caller.tenant);
  if (!directory) throw new Refusal('not_found', 'there is no such client');

  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const outcome = await attemptOnce(submission, commandKey, directory, deps);
    if (outcome) return outcome;
  }
  throw new Refusal('busy', 'the ticket changed three times meanwhile: try again', { retryAfterMs: RETRY_MS });
}

/** Undefined when another writer was faster. */
async function attemptOnce(
  submission: Submission,
  key: CommandKey,
  directory: Directory,
  deps: HandleDeps,
): Promise<Handled | undefined> {
  const { caller, command, fingerprint, ifMatch } = submission;
  const before = await findSeen(submission, directory, deps);
  if (before && ifMatch !== undefined && ifMatch !== before.seq) {
    const known = await deps.findRemembered(key);
    if (known) return answerAgain(known, submission, directory, deps);
    throw new Refusal('changed', `the ticket is at ${before.seq}, not at ${ifMatch}: read it again and decide anew`);
  }
  // Never before the ticket's last event: a clock that was set back must not turn the timeline around.
  const at = Math.max(deps.now(), before ? Date.parse(before.changedAt) : 0);
  const ticket = before?.id ?? deps.newTicketId();
  const status = command.command === 'register' ? 201 : 200;
  const isBudgeted = COSTING.has(command.command) && typeof directory.tenant.approval.siteMonth === 'number';
  const spent = before && isBudgeted ? await deps.tickets.spentBeside(before) : undefined;

  let facts: readonly Decided[] = [];
  let refusal: Refusal | undefined;
  try {
    facts = await decideOn(submission, before, directory, at, deps, spent);
  } catch (error) {
    if (!(error instanceof Refusal) || !KEPT.has(error.code)) throw error;
    refusal = error;
  }
  const appended = await deps.writer.append({
    key,
    fingerprint,
    status: refusal ? FAULTS[refusal.code] : status,
    ticket: refusal && !before ? null : ticket,
    before,
    spent,
    facts,
    actor: actorOf(caller),
    at,
  });
  if (appended.state === 'overtaken') return undefined;
  if (appended.state === 'known') return answerAgain(appended.as, submission, directory, deps);
  if (refusal) throw refusal;
  return { status, events: appended.sealed.map(({ event }) => event), ticket: appended.ticket!, replayed: false };
}

/** "Not there" and "not yours" are one answer (W5). */
async function findSeen(
  { caller, ticket: id, command }: Submission,
  directory: Directory,
  { tickets }: HandleDeps,
): Promise<Ticket | undefined> {
  if (command.command === 'register') return undefined;
  const ticket = id ? await tickets.find(caller.tenant, id) : undefined;
  if (!ticket || !maySee(caller, ticket, directory)) throw new Refusal('not_found', 'there is no such ticket');
  return ticket;
}

const maySee = (caller: Caller, ticket: Ticket, directory: Directory): boolean =>
  may(caller, 'see', inView(ticket, directory));

async function decideOn(
  { caller, command }: Submission,
  before: Ticket | undefined,
  directory: Directory,
  now: number,
  { tickets }: HandleDeps,
  spent?: Situation['spent'],
): Promise<readonly Decided[]> {
  if (command.command === 'register') {
    if (!may(caller, 'register')) throw new Refusal('forbidden', `${caller.role} does not report faults`);
    if (!may(caller, 'register', { site: command.site }))
      throw new Refusal('refused', NO_SUCH_SITE, { pointer: '/site' });
    return register(command, { caller, directory, now });
  }
  if (!may(caller, command.command, inView(before!, directory))) {
    throw new Refusal('forbidden', `"${command.command}" is not yours to send for this ticket`);
  }
  const named = otherIn(command);
  const other = named === undefined ? undefined : await tickets.find(caller.tenant, named as TicketId);
  return decide(command, before!, {
    caller,
    directory,
    now,
    spent,
    other: other && maySee(caller, other, directory) ? other : undefined,
  });
}

/** The other ticket that a command is about. */
function otherIn(command: TicketCommand): string | undefined {
  if (command.command === 'mark-duplicate') return command.of;
  return command.command === 'link' ? command.parent : undefined;
}

/** Rebuilds the answer that the key had (W2): its events from the log, or its refusal by deciding again on what was seen then. */
async function answerAgain(
  known: Remembered,
  submission: Submission,
  directory: Directory,
  deps: HandleDeps,
): Promise<Handled> {
  const { caller, fingerprint } = submission;
  if (known.fingerprint !== fingerprint) {
    throw new Refusal('key_reused', 'this key was used for another request: send the new one under a key of its own');
  }
  const timeline = known.ticket ? await deps.log.ofTicket(caller.tenant, known.ticket, 0, known.last) : [];
  const ticket = replay(timeline);
  if (known.status >= 400) {
    await decideOn(submission, ticket, directory, ticket ? Date.parse(ticket.changedAt) : deps.now(), deps);
    throw new Refusal('refused', 'this request was refused when it first came: send it anew under another key');
  }
  if (!ticket || !maySee(caller, ticket, directory)) throw new Refusal('not_found', 'there is no such ticket');
  return { status: known.status, events: timeline.filter((event) => event.seq > known.seen), ticket, replayed: true };
}
