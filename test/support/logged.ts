import type { TicketEvent, TicketFact } from '../../server/contract/events.ts';
import type { PersonId, TenantId, TicketId } from '../../server/contract/ids.ts';
import type { ClientRole, Role } from '../../server/contract/people.ts';
import type { Directory } from '../../server/directory/directory.ts';
import { createOrigins } from '../../server/identity/origins.ts';
import { createSessionGate, type Admission, type SessionGate } from '../../server/identity/sessions.ts';
import { hashOf, newToken } from '../../server/identity/tokens.ts';
import { openPokes } from '../../server/live/pokes.ts';
import type { Incident } from '../../server/report.ts';
import { openEventLog } from '../../server/store/event-log.ts';
import { openDatabase } from '../../server/store/open-database.ts';
import { openOrigins } from '../../server/store/origins.ts';
import { rememberPerson } from '../../server/store/persons.ts';
import { openSessions } from '../../server/store/sessions.ts';
import { openTickets } from '../../server/store/tickets.ts';
import { openWriter } from '../../server/store/writer-queue.ts';
import type { Caller } from '../../server/tickets/caller.ts';
import { DIRECTORY } from './directory.ts';
import { registered, START } from './timeline.ts';

export const { epoch: EPOCH } = DIRECTORY.tenant;
export const PAGE = 'https://intranet.apteka.example';
const HOUR = 3_600_000;

export const ticketId = (id: string): TicketId => id as TicketId;
export const personId = (id: string): PersonId => id as PersonId;

interface Writer {
  readonly id: string;
  readonly role: Role;
}

/** A real log, real sessions and origins in memory; facts are written one by one, without asking whether the rules allow them. */
export async function openLogged() {
  const db = await openDatabase(':memory:');
  const { id, log: name, epoch } = DIRECTORY.tenant;
  await db
    .insertInto('tenant')
    .values({ id, log: name, epoch, head: 0, number: 0, version: 1, settings: '{}' })
    .execute();
  const clock = { now: START };
  const now = (): number => clock.now;
  const log = openEventLog(db);
  const tickets = openTickets(db, log);
  const pokes = openPokes();
  const writer = openWriter(db, (tenant, head) => pokes.poke(tenant, head));
  const sessions = openSessions(db);
  const origins = createOrigins({ store: openOrigins(db), now });
  await origins.replace(id, [PAGE]);
  const gate: SessionGate = createSessionGate({ sessions, origins, now });
  const incidents: Incident[] = [];
  const kept: { directory: Directory } = { directory: DIRECTORY };
  let count = 0;

  const deps = {
    log,
    tickets,
    gate,
    findDirectory: async (tenant: TenantId) => (tenant === id ? kept.directory : undefined),
    now,
    report: (incident: Incident) => void incidents.push(incident),
  };

  const write = async (ticket: string, fact: TicketFact, by?: Writer): Promise<TicketEvent> =>
    (await writeAll(ticket, [fact], by))[0]!;

  async function writeAll(
    ticket: string,
    facts: readonly TicketFact[],
    by: Writer = { id: 'olga', role: 'dispatcher' },
  ): Promise<readonly TicketEvent[]> {
    const appended = await writer.append({
      key: { tenant: id, principal: personId(by.id), route: 'test', key: `${++count}` },
      fingerprint: '',
      status: 200,
      ticket: ticketId(ticket),
      before: await tickets.find(id, ticketId(ticket)),
      facts: facts.map((fact) => ({ fact })),
      actor: { kind: 'person', id: personId(by.id), role: by.role, name: by.id },
      at: clock.now,
    });
    if (appended.state !== 'written') throw new Error(`not written: ${appended.state}`);
    return appended.sealed.map(({ event }) => event);
  }

  /** A session of somebody, for an hour unless told otherwise. The desk has none yet; here it gets one like everybody. */
  async function signIn({ id: person, name: called, role, sites }: Caller, lifeMs = HOUR): Promise<string> {
    const token = `vs_${newToken()}`;
    await sessions.open(
      {
        tenant: id,
        jti: `${++count}`,
        jtiExpiresAt: clock.now + HOUR,
        person: { id: person, name: called, role: role as ClientRole, sites },
        hash: hashOf(token),
        expiresAt: clock.now + lifeMs,
      },
      clock.now,
    );
    return token;
  }

  return {
    db,
    log,
    tickets,
    pokes,
    gate,
    origins,
    clock,
    incidents,
    kept,
    deps,
    write,
    signIn,
    admit: async (caller: Caller, lifeMs?: number): Promise<Admission> =>
      gate.admit({ session: await signIn(caller, lifeMs), origin: PAGE }),
    /** What the next assertion says of somebody. */
    claim: ({ id: person, name: called, role, sites }: Caller) =>
      rememberPerson(db, id, { id: person, name: called, role: role as ClientRole, sites }, clock.now),
    register: (ticket: string, requester = 'anna', site = 'baumana-44') =>
      write(
        ticket,
        { ...registered, site, requester: personId(requester), requesterName: requester },
        { id: requester, role: 'employee' },
      ),
    /** So many comments in one commit. */
    flood: (ticket: string, count: number) =>
      writeAll(
        ticket,
        Array.from({ length: count }, () => ({ type: 'commented', text: 'hello', files: [] }) as const),
      ),
    comment: (ticket: string, text = 'hello') => write(ticket, { type: 'commented', text, files: [] }),
    assign: (ticket: string, engineer: string) =>
      write(ticket, { type: 'assigned', engineer: personId(engineer), profile: { name: engineer } }),
    depart: (ticket: string, engineer: string) =>
      write(ticket, { type: 'departed' }, { id: engineer, role: 'engineer' }),
    arrive: (ticket: string, engineer: string) =>
      write(ticket, { type: 'arrived', inside: null, reason: null }, { id: engineer, role: 'engineer' }),
  };
}
export type Logged = Awaited<ReturnType<typeof openLogged>>;
