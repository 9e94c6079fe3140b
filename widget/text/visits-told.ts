import { factOf, type TicketEvent } from '../../server/contract/events.ts';
import type { Instant } from '../../server/contract/ids.ts';

export const VISIT_RESULTS = [
  'proposed',
  'agreed',
  'replaced',
  'declined',
  'postponed',
  'dropped',
  'en_route',
  'on_site',
  'fixed',
  'temporary',
  'continue',
  'not_needed',
  'no_access',
] as const;

/** One visit of a ticket: when it was to be, who came, and what came of it. */
export interface ToldVisit {
  readonly id: string | null;
  /** Null where somebody came without an agreed time. */
  readonly window: { readonly from: Instant; readonly to: Instant } | null;
  /** Null while nobody is assigned, or where the name is erased. */
  readonly engineer: string | null;
  readonly arrivedAt: Instant | null;
  readonly result: (typeof VISIT_RESULTS)[number];
}

const isPlanned = ({ result }: ToldVisit): boolean => result === 'proposed' || result === 'agreed';
const isUnderWay = ({ result }: ToldVisit): boolean => result === 'en_route' || result === 'on_site';

/** All visits of a timeline, in the order in which they were planned. */
export function visitsTold(timeline: readonly TicketEvent[]): readonly ToldVisit[] {
  let visits: readonly ToldVisit[] = [];
  let engineer: string | null = null;

  const change = (which: (visit: ToldVisit) => boolean, to: Partial<ToldVisit>): void => {
    visits = visits.map((visit) => (which(visit) ? { ...visit, ...to } : visit));
  };
  /** Whoever sets out goes to the agreed visit, or to one that nobody planned. */
  const set = (to: Partial<ToldVisit>): void => {
    const at = visits.findLastIndex((visit) => isUnderWay(visit) || visit.result === 'agreed');
    if (at < 0) visits = [...visits, { id: null, window: null, arrivedAt: null, result: 'en_route', engineer, ...to }];
    else visits = visits.with(at, { ...visits[at]!, engineer, ...to });
  };

  for (const event of timeline) {
    const fact = factOf(event);
    const held = event.effectiveAt ?? event.at;
    switch (fact.type) {
      case 'assigned':
        engineer = fact.profile?.name ?? null;
        change(isPlanned, { engineer });
        break;
      case 'unassigned':
        engineer = null;
        change(isPlanned, { engineer });
        break;
      case 'visit_proposed': {
        const { visit: id, from, to } = fact;
        change(({ result }) => result === 'proposed', { result: 'replaced' });
        visits = [...visits, { id, window: { from, to }, engineer, arrivedAt: null, result: 'proposed' }];
        break;
      }
      case 'visit_agreed':
        change(({ id, result }) => result === 'agreed' && id !== fact.visit, { result: 'replaced' });
        change(({ id }) => id === fact.visit, { result: 'agreed' });
        break;
      case 'visit_declined':
        change(({ id }) => id === fact.visit, { result: 'declined' });
        break;
      case 'postponed':
        change(({ result }) => result === 'agreed', { result: 'postponed' });
        break;
      case 'departed':
        set({ result: 'en_route' });
        break;
      case 'arrived':
        set({ result: 'on_site', arrivedAt: held });
        break;
      case 'visit_ended':
        change(isUnderWay, { result: fact.outcome });
        break;
      case 'access_denied':
        change(isUnderWay, { result: 'no_access' });
        break;
      case 'resolved':
        change(({ result }) => result === 'on_site', { result: 'fixed' });
        change(isPlanned, { result: 'dropped' });
        break;
      case 'cancelled':
      case 'declined':
        change((visit) => isPlanned(visit) || isUnderWay(visit), { result: 'dropped' });
        break;
      default:
    }
  }
  return visits;
}

/** Whether an agreed time was kept: coming earlier counts. Undefined where none was agreed or nobody has come. */
export const isKept = ({ window, arrivedAt }: ToldVisit): boolean | undefined =>
  window && arrivedAt ? Date.parse(arrivedAt) <= Date.parse(window.to) : undefined;
