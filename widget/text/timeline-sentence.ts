import { factOf, type TicketEvent, type TicketFact } from '../../server/contract/events.ts';
import type { TicketView } from '../../server/contract/ticket.ts';
import { isolate } from './format.ts';
import { pauseReason, type Tone } from './headline.ts';
import type { Values } from './translate.ts';
import { nameOf, zoneOf, type Viewing } from './viewing.ts';

/** One entry of a timeline, as it is read. */
export interface TimelineSentence {
  readonly sentence: string;
  readonly tone: Tone;
  /** What somebody wrote, as plain text. */
  readonly quote: string | null;
  /** What else is to be said of it; empty for most. */
  readonly note: string;
  /** Something of it was erased on request. */
  readonly erased: boolean;
  /** How many files belong to it. */
  readonly files: number;
}

const TONES: { readonly [T in TicketFact['type']]?: Tone } = {
  asked: 'warn',
  paused: 'warn',
  approval_requested: 'warn',
  cost_disputed: 'warn',
  access_denied: 'warn',
  warned: 'warn',
  reopened: 'warn',
  breached: 'late',
  resolved: 'done',
  confirmed: 'done',
};

/** Where a fact keeps what somebody wrote. */
const QUOTED = ['text', 'summary', 'wish', 'evidence', 'how', 'result', 'reason'] as const;

/**
 * Says what happened. A fact that this page does not know gets a neutral sentence (E4).
 *
 * @param timeline where a correction finds what it corrects
 */
export function timelineSentence(
  event: TicketEvent,
  ticket: TicketView,
  viewing: Viewing,
  timeline: readonly TicketEvent[] = [],
): TimelineSentence {
  const fact = factOf(event);
  const key = `fact.${fact.type}`;
  const known = viewing.has(key);
  const rare = viewing.rare?.(event, fact, ticket, viewing, (seq) => {
    const other = seq < event.seq && timeline.find((one) => one.seq === seq);
    return other ? timelineSentence(other, ticket, viewing, timeline).sentence : undefined;
  });
  const values = { who: whoOf(event, viewing), ...valuesOf(fact, ticket, viewing), ...rare?.values };
  return {
    sentence: viewing.t(rare?.key && viewing.has(rare.key) ? rare.key : known ? key : 'fact.unknown', values),
    tone: rare?.tone ?? (known ? (TONES[fact.type] ?? 'neutral') : 'neutral'),
    quote: rare?.quote ?? (known ? quoteOf(fact) : null),
    note: rare?.note ?? '',
    erased: Object.values(event.private).includes(null),
    files: 'files' in fact && Array.isArray(fact.files) ? fact.files.length : 0,
  };
}

/** `You`, a name, or what the person is where the name is erased or there is none. */
export function whoOf({ actor }: TicketEvent, { boot, t }: Viewing): string {
  if (actor.id === boot.person.id) return t('you');
  if (!actor.name) return t(`who.${actor.role}`);
  return actor.role === 'dispatcher' ? t('desk', { name: isolate(actor.name) }) : isolate(actor.name);
}

function quoteOf(fact: TicketFact): string | null {
  if (fact.type === 'paused') return null;
  const said: Readonly<Record<string, unknown>> = { ...fact };
  for (const field of QUOTED) {
    const value = said[field];
    if (typeof value === 'string') return value;
  }
  return null;
}

function valuesOf(fact: TicketFact, ticket: TicketView, viewing: Viewing): Values {
  const { boot, t, format, now } = viewing;
  switch (fact.type) {
    case 'assigned':
      return { name: fact.profile ? isolate(fact.profile.name) : t('who.engineer') };
    case 'visit_proposed':
      return { window: format.window(fact.from, fact.to, zoneOf(ticket, boot), now) };
    case 'visit_agreed': {
      const visit = ticket.visits.find(({ id }) => id === fact.visit);
      return { window: visit ? format.window(visit.from, visit.to, zoneOf(ticket, boot), now) : '…' };
    }
    case 'paused':
      return { reason: pauseReason(fact.reason, viewing) };
    case 'cost_added':
    case 'cost_revised':
      return { title: isolate(fact.line.title), sum: format.money(fact.line.total, ticket.costs.currency) };
    case 'prioritised':
      return { name: nameOf(boot.priorities, fact.priority, viewing) };
    case 'recategorised':
      return { name: nameOf(boot.categories, fact.category, viewing) };
    case 'rated':
      return { n: fact.stars };
    case 'warned':
      return { n: fact.threshold, clock: t(`clock.${fact.clock}`) };
    case 'breached':
      return { clock: t(`clock.${fact.clock}`) };
    default:
      return {};
  }
}
