import type { Clock } from '../../server/contract/clock.ts';
import type { TicketEvent, TicketFact } from '../../server/contract/events.ts';
import { Refusal } from '../../server/contract/faults.ts';
import type { PersonId, TenantId, TicketId } from '../../server/contract/ids.ts';
import type { Role } from '../../server/contract/people.ts';
import type { Ticket } from '../../server/contract/ticket.ts';
import type { Directory } from '../../server/directory/directory.ts';
import { openPokes } from '../../server/live/pokes.ts';
import type { Admission, Rights, SessionGate } from '../../server/live/rights.ts';
import type { FeedDeps } from '../../server/live/tenant-feed.ts';
import { openEventLog } from '../../server/store/event-log.ts';
import { openDatabase } from '../../server/store/open-database.ts';
import { openTickets } from '../../server/store/tickets.ts';
import { openWriter } from '../../server/store/writer-queue.ts';
import type { Caller } from '../../server/tickets/caller.ts';

export const APTEKA = 'apteka-one' as TenantId;
export const EPOCH = 'e1';
export const ORIGIN = 'https://intranet.apteka.example';
/** 2026-01-31T09:00:00Z, the beginning of every test's time. */
export const NINE = Date.UTC(2026, 0, 31, 9);

export const ticketId = (id: string): TicketId => id as TicketId;
export const personId = (id: string): PersonId => id as PersonId;

export const person = (id: string, role: Caller['role'], ...sites: string[]): Caller => ({
  tenant: APTEKA,
  id: personId(id),
  kind: 'person',
  name: null,
  role,
  sites,
});

/** A client's directory with one site `s1` in the middle of Kazan. */
export function directoryOf(tenant: Partial<Directory['tenant']> = {}): Directory {
  const none = new Map<never, never>();
  return {
    tenant: {
      id: APTEKA,
      name: 'Apteka One',
      log: 'log-1',
      epoch: EPOCH,
      locale: 'ru',
      currency: 'RUB',
      timeZone: 'Europe/Moscow',
      vatRounding: 'line',
      tier: 'eta',
      siteSharing: true,
      approval: { free: 0, employee: 0, approver: null },
      provider: { name: 'Service', phone: null },
      ...tenant,
    },
    theme: { light: {}, dark: {}, labels: {} },
    sites: new Map([
      [
        's1',
        {
          id: 's1',
          name: 'Bauman 1',
          address: 'Bauman 1, Kazan',
          timeZone: 'Europe/Moscow',
          latitude: 557_900_000,
          longitude: 491_200_000,
        },
      ],
    ]),
    assets: none,
    categories: none,
    priorities: none,
    policies: none,
    policy: null,
    prices: none,
    staff: new Map(),
  };
}

/** A real log in memory, written fact by fact without asking whether the rules allow it. */
export async function openLogged(directory = directoryOf()) {
  const db = await openDatabase(':memory:');
  const { id, log: name, epoch } = directory.tenant;
  await db
    .insertInto('tenant')
    .values({ id, log: name, epoch, head: 0, number: 0, version: 0, settings: '{}' })
    .execute();
  const log = openEventLog(db);
  const tickets = openTickets(db, log);
  const pokes = openPokes();
  const writer = openWriter(db, (tenant, head) => pokes.poke(tenant, head));
  const sessions = new Map<string, Rights>();
  const asked = new Set<string>();
  const clock = { now: NINE };
  const failures: unknown[] = [];
  let keys = 0;

  const write = async (
    ticket: string,
    fact: TicketFact,
    by: { id: string; role: Role } = { id: 'dina', role: 'dispatcher' },
  ): Promise<TicketEvent> => {
    const appended = await writer.append({
      key: { tenant: id, principal: personId(by.id), route: 'test', key: `${++keys}` },
      fingerprint: '',
      status: 200,
      ticket: ticketId(ticket),
      before: await tickets.find(id, ticketId(ticket)),
      facts: [{ fact }],
      actor: { kind: 'person', id: personId(by.id), role: by.role, name: by.id },
      at: clock.now,
    });
    if (appended.state !== 'written') throw new Error(`not written: ${appended.state}`);
    return appended.sealed[0]!.event;
  };

  const gate: SessionGate = {
    async admit({ session, origin }) {
      const rights = sessions.get(session);
      if (!rights || origin !== ORIGIN) throw new Refusal('unauthorized', 'no such session');
      return { session, ...rights };
    },
    async current(named) {
      for (const session of named) asked.add(session);
      return new Map(named.flatMap((session) => (sessions.has(session) ? [[session, sessions.get(session)!]] : [])));
    },
  };
  const deps: FeedDeps = {
    log,
    tickets,
    findDirectory: async (tenant) => (tenant === id ? held.directory : undefined),
    clocksOf: (ticket, policy, now) => [clockLike(ticket, policy, now)],
    gate,
    now: () => clock.now,
    report: (error) => failures.push(error),
  };
  const held = {
    db,
    log,
    tickets,
    pokes,
    sessions,
    /** Whose rights were read. */
    asked,
    clock,
    failures,
    gate,
    deps,
    directory,
    write,
    register: (ticket: string, { requester = 'ana', site = 's1' } = {}) =>
      write(ticket, registered(requester, site), { id: requester, role: 'employee' }),
    comment: (ticket: string, text = 'hello') => write(ticket, { type: 'commented', text, files: [] }),
    assign: (ticket: string, engineer: string) =>
      write(ticket, { type: 'assigned', engineer: personId(engineer), profile: { name: engineer } }),
    /** A session of somebody, for an hour unless told otherwise. */
    admit(session: string, caller: Caller, rights: Partial<Rights> = {}): Admission {
      const all = { caller, expiresAt: clock.now + 3_600_000, version: 1, ...rights };
      sessions.set(session, all);
      return { session, ...all };
    },
  };
  return held;
}
export type Logged = Awaited<ReturnType<typeof openLogged>>;

const clockLike = (ticket: Ticket, policy: { id: string; version: number }, now: number): Clock => ({
  kind: 'resolution',
  state: 'running',
  startedAt: ticket.openedAt,
  dueAt: ticket.openedAt,
  stoppedAt: null,
  targetMs: 0,
  elapsedMs: 0,
  asOf: new Date(now).toISOString(),
  policy,
  ahead: [],
});

const registered = (requester: string, site: string): TicketFact => ({
  type: 'registered',
  number: 0,
  kind: 'incident',
  channel: 'widget',
  site,
  asset: null,
  category: 'tills',
  priority: 'high',
  requester: personId(requester),
  requesterName: requester,
  subject: 'Till',
  text: 'The till is dead',
  contact: null,
  fields: null,
  files: [],
  policy: { id: 'norms', version: 1 },
  currency: 'RUB',
  vatRounding: 'line',
});
