import type { TicketEvent, TicketFact } from '../../server/contract/events.ts';
import type { TicketView } from '../../server/contract/ticket.ts';
import { isolate } from './format.ts';
import type { Tone } from './headline.ts';
import { zoneOf, type Viewing } from './viewing.ts';
import type { TextKey, Values } from './translate.ts';

/** Entered later than this after the call, an entry says so. */
const PROMPT_MS = 10 * 60_000;

/** What is told of a fact beside the usual. */
export interface Rare {
  /** Another sentence than the fact's own. */
  readonly key?: TextKey;
  readonly values?: Values;
  readonly tone?: Tone;
  readonly quote?: string | null;
  /** A line of its own below what was written. */
  readonly note?: string;
}

/** The entry that a correction is about, as it is told. Undefined where it is not at hand. */
export type Corrected = (seq: number) => string | undefined;

/** Arrives with the sentences that a live ticket does without. */
export type TellRare = (
  event: TicketEvent,
  fact: TicketFact,
  ticket: TicketView,
  viewing: Viewing,
  corrected: Corrected,
) => Rare;

export const tellRare: TellRare = (event, fact, ticket, viewing, corrected) => {
  const { t, format, now, boot } = viewing;
  const zone = zoneOf(ticket, boot);
  switch (fact.type) {
    case 'registered':
      return fact.channel === 'widget' ? {} : entered(event, fact.channel, viewing, zone);
    case 'visit_agreed':
      return fact.channel === 'widget' || !fact.by
        ? {}
        : { key: 'fact.visit_agreed.by', values: { name: isolate(fact.by), channel: t(`channel.${fact.channel}`) } };
    case 'visit_declined':
      return {
        quote: fact.reason ?? fact.wish,
        ...(fact.reason && fact.wish && { note: t('wish', { wish: fact.wish }) }),
      };
    case 'access_denied':
      return { quote: fact.reason, ...(fact.call && { note: t('fact.access_denied.call', { call: fact.call }) }) };
    case 'visit_ended':
      return { key: `fact.visit_ended.${fact.outcome}` };
    case 'resolved':
      return isRemote(ticket, event.seq) ? { key: 'fact.resolved.remote' } : {};
    case 'call_logged': {
      const [name, number] = [fact.with, fact.number];
      return name && number ? { key: 'fact.call_logged.to', values: { name: isolate(name), number } } : {};
    }
    case 'corrected': {
      const what = corrected(fact.event);
      if (!what) return {};
      return fact.effectiveAt
        ? { key: 'fact.corrected.time', values: { what, time: format.moment(fact.effectiveAt, zone, now) } }
        : { key: 'fact.corrected.void', values: { what } };
    }
    case 'cost_added':
      // Its title says what it is.
      return (fact.line.kind ?? 'work') === 'work' ? {} : { key: 'fact.cost_added.beside' };
    case 'cost_removed':
      return { values: { title: isolate(fact.title ?? '…') } };
    case 'cost_unapproved':
      return { note: linesOf(fact.lines, ticket, viewing), tone: 'warn' };
    case 'approval_requested':
    case 'cost_approved':
    case 'cost_disputed':
      return { note: linesOf(fact.lines, ticket, viewing) };
    case 'mass_declared':
      return { note: fact.sites ? t('mass.sites', { n: fact.sites.length }) : t('mass.all') };
    case 'linked':
      return { values: { number: String(fact.number) } };
    default:
      return {};
  }
};

/** Which cost lines, as far as they still stand there. */
const linesOf = (ids: readonly string[], { costs }: TicketView, { format }: Viewing): string =>
  new Intl.ListFormat(format.locale).format(
    costs.lines.filter(({ id }) => ids.includes(id)).map(({ title }) => isolate(title)),
  );

/** What somebody else has entered for the person who called or wrote. */
function entered(
  event: TicketEvent,
  channel: 'telephone' | 'mail' | 'api',
  { t, format, now }: Viewing,
  zone: string,
): Rare {
  const held = event.effectiveAt ?? event.at;
  const lateMs = Date.parse(event.at) - Date.parse(held);
  const values = { time: format.moment(held, zone, now), entered: format.moment(event.at, zone, now) };
  return {
    key: `fact.registered.${channel}`,
    values,
    ...(lateMs > PROMPT_MS && {
      tone: 'warn' as const,
      note: t('entered.late', { late: format.duration(lateMs, 'down') }),
    }),
  };
}

/** Whether nobody came before this repair, since the one that did not hold. */
export function isRemote({ course }: TicketView, seq = Infinity): boolean {
  const before = course.filter((act) => act.seq < seq);
  const since = before.slice(before.findLastIndex(({ type }) => type === 'reopened') + 1);
  return !since.some(({ type }) => type === 'arrived');
}
