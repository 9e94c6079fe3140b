import type { RegistrationAnswer, TicketAnswer, TicketsAnswer } from '../contract/answers.ts';
import { Refusal } from '../contract/faults.ts';
import { cursorOf, parseCursor } from '../contract/feed.ts';
import type { TicketId } from '../contract/ids.ts';
import type { Stage, Ticket, TicketView } from '../contract/ticket.ts';
import { policyKey } from '../contract/sla.ts';
import { limitOf } from '../costs/approval.ts';
import type { Directory, FindDirectory } from '../directory/directory.ts';
import { may } from '../identity/may.ts';
import { explainClock, type ClockExplanation } from '../sla/explain.ts';
import type { EventLog } from '../store/event-log.ts';
import type { Tickets } from '../store/tickets.ts';
import type { Caller } from './caller.ts';
import type { Handled } from './handle.ts';
import { answeredFor, askedFor, concerning, inView, visibleTo, type ListScope } from './scope.ts';
import { viewOf, type EtaOf } from './view.ts';

export interface ReadingDeps {
  readonly tickets: Tickets;
  readonly log: EventLog;
  readonly findDirectory: FindDirectory;
  readonly etaOf: EtaOf;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/** What is asked of a list; `after` is the `next` of the page before. */
export interface ListQuery {
  readonly scope: ListScope;
  readonly stages?: readonly Stage[] | undefined;
  readonly site?: string | undefined;
  readonly asset?: string | undefined;
  readonly parent?: string | undefined;
  readonly words?: string | undefined;
  /** Only what this reader may approve or dispute. */
  readonly waiting?: 'approval' | undefined;
  readonly after?: string | undefined;
  readonly limit: number;
}

/** Everything that a caller may read of tickets. What he may not see is not there (W5). */
export interface Reading {
  list(caller: Caller, query: ListQuery): Promise<TicketsAnswer>;
  open(caller: Caller, id: TicketId): Promise<TicketAnswer>;
  explain(caller: Caller, id: TicketId, kind: 'reaction' | 'resolution' | 'arrival'): Promise<ClockExplanation>;
  /** The answer to a registration, with what proves it later. */
  receipt(caller: Caller, registered: Handled): Promise<RegistrationAnswer>;
}

export function openReading({ tickets, log, findDirectory, etaOf, now }: ReadingDeps): Reading {
  async function directoryOf({ tenant }: Caller): Promise<Directory> {
    const directory = await findDirectory(tenant);
    if (!directory) throw new Refusal('not_found', 'there is no such client');
    return directory;
  }

  async function find(caller: Caller, directory: Directory, id: TicketId): Promise<Ticket> {
    const ticket = await tickets.find(caller.tenant, id);
    if (!ticket || !may(caller, 'see', inView(ticket, directory)))
      throw new Refusal('not_found', 'there is no such ticket');
    return ticket;
  }

  return {
    async list(caller, { scope, after, waiting, ...asked }) {
      if (!may(caller, 'see')) throw new Refusal('forbidden', 'this key does not read tickets');
      const directory = await directoryOf(caller);
      const { epoch, siteSharing } = directory.tenant;
      const place = after === undefined ? undefined : parseCursor(after);
      if (after !== undefined && place?.epoch !== epoch) {
        throw new Refusal('invalid', 'query after: this is no "next" of an earlier page');
      }
      const visible = visibleTo(caller, siteSharing);
      const scopes = [waiting ? answeredFor(visible) : visible, askedFor(caller, scope)];
      // Whoever may approve nothing has a limit under which nothing waits.
      const limit = limitOf(caller.role, directory.tenant.approval);
      const approvable = waiting && (limit === undefined ? 0 : limit);
      const query = { ...asked, scopes, before: place?.position, approvable };
      const [page, incidents, sums] = await Promise.all([
        tickets.list(caller.tenant, query),
        place || waiting ? [] : tickets.incidents(caller.tenant, concerning(caller)),
        waiting && tickets.awaiting(caller.tenant, query),
      ]);
      const at = now();
      const toView = (ticket: Ticket): TicketView => viewOf(ticket, directory, at, etaOf);
      return {
        tickets: page.tickets.map(toView),
        next: page.next === null ? null : cursorOf(epoch, page.next),
        ...(sums && { waiting: sums }),
        ...(incidents.length > 0 && { incidents: incidents.map(toView) }),
      };
    },

    async open(caller, id) {
      const directory = await directoryOf(caller);
      // Read before the events: what comes in between is sent again and ignored, never missed.
      const position = await log.head(caller.tenant);
      const ticket = await find(caller, directory, id);
      const events = await log.ofTicket(caller.tenant, id, 0, ticket.seq);
      return {
        ticket: viewOf(ticket, directory, now(), etaOf),
        events,
        asOf: { epoch: directory.tenant.epoch, position },
      };
    },

    async explain(caller, id, kind) {
      const directory = await directoryOf(caller);
      const ticket = await find(caller, directory, id);
      const explained = explainClock(ticket, directory.policies.get(policyKey(ticket.policy))!, kind, now());
      if (!explained) throw new Refusal('not_found', `the contract promises no ${kind} for this ticket`);
      return explained;
    },

    async receipt(caller, { ticket, events }) {
      const [{ position }] = events as [(typeof events)[0]];
      const leafHash = (await log.leafOf(caller.tenant, position))!;
      const view = viewOf(ticket, await directoryOf(caller), now(), etaOf);
      return { ticket: view, events, receipt: { number: ticket.number, position, leafHash } };
    },
  };
}
