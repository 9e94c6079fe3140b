import type { Ticket, Visit } from '../contract/ticket.ts';
import type { Visitor, VisitsAnswer } from '../contract/visits.ts';
import { Refusal } from '../contract/faults.ts';
import type { TenantId } from '../contract/ids.ts';
import { isOpen, STAGES } from '../contract/ticket.ts';
import type { Directory, FindDirectory } from '../directory/directory.ts';
import { shownProfile } from '../directory/shown-profile.ts';
import { may } from '../identity/may.ts';
import type { Caller } from '../tickets/caller.ts';
import { visibleTo, type TicketScope } from '../tickets/scope.ts';
import type { EtaOf } from '../tickets/view.ts';

export interface VisitorsDeps {
  readonly tickets: {
    list(
      tenant: TenantId,
      query: {
        readonly scopes: readonly TicketScope[];
        readonly stages: readonly Ticket['stage'][];
        readonly site: string;
        readonly before?: number | undefined;
        readonly limit: number;
      },
    ): Promise<{ readonly tickets: readonly Ticket[]; readonly next: number | null }>;
  };
  readonly findDirectory: FindDirectory;
  readonly etaOf: EtaOf;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/** Who comes to a site: of the tickets that the caller may see. `on` is a day of the site's calendar, without it today. */
export type FindVisitors = (
  caller: Caller,
  ask: { readonly site: string; readonly on?: string | undefined },
) => Promise<VisitsAnswer>;

const PAGE = 200;
const OPEN = STAGES.filter(isOpen);
/** In this order they are told. */
const STATES: readonly Visitor['state'][] = ['on_site', 'en_route', 'agreed', 'proposed'];

export function openVisitors({ tickets, findDirectory, etaOf, now }: VisitorsDeps): FindVisitors {
  async function openAt(caller: Caller, site: string, siteSharing: boolean): Promise<readonly Ticket[]> {
    const found: Ticket[] = [];
    let before: number | undefined;
    for (;;) {
      const scopes = [visibleTo(caller, siteSharing)];
      const page = await tickets.list(caller.tenant, { scopes, stages: OPEN, site, before, limit: PAGE });
      found.push(...page.tickets);
      if (page.next === null) return found;
      before = page.next;
    }
  }

  return async (caller, { site: id, on }) => {
    if (!may(caller, 'see')) throw new Refusal('forbidden', 'this key does not read tickets');
    const directory = await findDirectory(caller.tenant);
    const site = directory?.sites.get(id);
    if (!directory || !site || !may(caller, 'see_site', { site: id }))
      throw new Refusal('not_found', 'there is no such site for you');
    const at = now();
    const today = dayOf(at, site.timeZone);
    const day = on ?? today;
    const found = await openAt(caller, id, directory.tenant.siteSharing);
    const ofDay = { day, isToday: day === today, timeZone: site.timeZone };
    // What is over needs no pass any more, and who does not work here needs none at all.
    const showsPass = day >= today && worksAt(caller, id);
    const visits = found.flatMap((ticket) =>
      comings(ticket, ofDay).map((coming) => ({
        ticket: ticket.id,
        number: ticket.number,
        subject: ticket.subject,
        ...coming,
        ...engineerOf(ticket, directory, showsPass && coming.state !== 'proposed'),
        eta: coming.state === 'en_route' ? etaOf(ticket, directory, at) : null,
      })),
    );
    return { site: id, on: day, company: directory.tenant.provider.name, visits: visits.toSorted(inOrder) };
  };
}

const worksAt = ({ role, sites }: Caller, site: string): boolean =>
  (role === 'employee' || role === 'approver') && sites.includes(site);

type Coming = Pick<Visitor, 'state' | 'window' | 'arrivedAt'>;

/** How somebody comes for a ticket on that day; a proposal beside an agreed time is one of its own. */
function comings(
  { stage, visits, course }: Ticket,
  { day, isToday, timeZone }: { readonly day: string; readonly isToday: boolean; readonly timeZone: string },
): readonly Coming[] {
  const windowOf = (state: Visit['state']): Coming['window'] => {
    const found = visits.findLast((visit) => visit.state === state);
    return found ? { from: found.from, to: found.to } : null;
  };
  const isOfDay = ({ from, to }: NonNullable<Coming['window']>): boolean =>
    dayOf(Date.parse(from), timeZone) <= day && day <= dayOf(Date.parse(to) - 1, timeZone);

  const agreed = windowOf('agreed');
  const proposed = windowOf('proposed');
  const offered: readonly Coming[] =
    proposed && isOfDay(proposed) ? [{ state: 'proposed', window: proposed, arrivedAt: null }] : [];
  if (isToday && (stage === 'en_route' || stage === 'on_site')) {
    const arrived = stage === 'on_site' && course.findLast(({ type }) => type === 'arrived');
    return [{ state: stage, window: agreed, arrivedAt: arrived ? arrived.at : null }, ...offered];
  }
  return agreed && isOfDay(agreed) ? [{ state: 'agreed', window: agreed, arrivedAt: null }, ...offered] : offered;
}

/** By what is recorded of him today, whatever was when he was assigned. */
function engineerOf(
  { assignee }: Ticket,
  { staff }: Directory,
  showsPass: boolean,
): Pick<Visitor, 'engineer' | 'pass'> {
  const known = assignee && staff.get(assignee.id);
  if (!known) return { engineer: null, pass: null };
  const { name, specialty } = shownProfile(known);
  const pass = showsPass && known.basis ? (known.pass ?? null) : null;
  return { engineer: { name, ...(specialty !== undefined && { specialty }) }, pass };
}

function inOrder(a: Visitor, b: Visitor): number {
  const rank = STATES.indexOf(a.state) - STATES.indexOf(b.state);
  return rank || (a.window?.from ?? '').localeCompare(b.window?.from ?? '') || a.number - b.number;
}

/** `2026-01-31`: Swedish writes a date as ISO 8601 does. */
const dayOf = (at: number, timeZone: string): string => new Date(at).toLocaleDateString('sv-SE', { timeZone });
