import type { Asset, Client, Person, Report, Site } from '../clients/client.ts';
import { staffOf, type Staff } from '../company/staff.ts';
import type { Language } from '../words.ts';
import type { CrewCalendar } from './crew-calendar.ts';
import type { OpeningHours } from './opening-hours.ts';

/** Where a client's history happens. */
export interface Setting {
  readonly client: Client;
  readonly language: Language;
  readonly hours: OpeningHours;
  readonly crew: CrewCalendar;
  readonly dispatchers: readonly string[];
}

/** Something that broke. */
export interface Fault {
  readonly site: Site;
  readonly report: Report;
  readonly asset: Asset | undefined;
  readonly by: Person;
  /** Told by telephone: the dispatcher enters it. */
  readonly isCall: boolean;
}

/** Where nothing else is known: from nine to nine, every day. */
const ALWAYS: OpeningHours = { from: 9, to: 21, weekend: true };

export function settingOf(client: Client, language: Language, crew: CrewCalendar): Setting {
  const dispatchers = staffOf(client.id).filter(({ role }) => role === 'dispatcher');
  return { client, language, hours: client.hours ?? ALWAYS, crew, dispatchers: dispatchers.map(({ id }) => id) };
}

export const engineersAt = ({ client }: Setting, { region }: Site): readonly Staff[] =>
  staffOf(client.id).filter((one) => one.role === 'engineer' && one.region === region);

/** Those who report from there. */
export const peopleAt = ({ client }: Setting, { id }: Site): readonly Person[] =>
  [...client.colleagues, ...client.people].filter(({ role, sites }) => role === 'employee' && sites.includes(id));

const HOUR_MS = 3600_000;
const DURATION = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?$/;

/** How long the contract gives for a fault of this category and priority; milliseconds. */
export function normOf(
  { client }: Setting,
  category: string,
  priority: string,
  kind: 'reaction' | 'resolution',
): number {
  const fits = (value: string, wanted: string): boolean => value === '*' || value === wanted;
  const norm = client.policy.norms.find(
    (one) => fits(one.category, category) && fits(one.priority, priority) && one[kind],
  );
  const [, days = '0', hours = '0', minutes = '0'] = DURATION.exec(norm?.[kind]?.elapsed ?? 'PT24H') ?? [];
  return (Number(days) * 24 + Number(hours)) * HOUR_MS + Number(minutes) * 60_000;
}
