import { words, type Words } from '../words.ts';
import { ENGINEERS } from './engineers.ts';

/** One of the service company's people. */
export interface Staff {
  readonly id: string;
  readonly role: 'dispatcher' | 'engineer';
  readonly name: Words;
  readonly phone: string | null;
  readonly specialty: Words | null;
  /** On what ground a client may see name and telephone; null: only role and initials are shown. */
  readonly basis: 'consent' | 'legitimate_interest' | null;
  /** Categories of faults, the ones known best first. */
  readonly skills: readonly string[];
  /** The clients that they work for. */
  readonly clients: readonly string[];
  /** Where an engineer drives; null: nowhere. */
  readonly region: string | null;
}

const dispatcher = (id: string, en: string, ru: string, ...clients: readonly string[]): Staff => ({
  id,
  role: 'dispatcher',
  name: words(en, ru),
  phone: null,
  specialty: null,
  basis: 'consent',
  skills: [],
  clients,
  region: null,
});

export const DISPATCHERS: readonly Staff[] = [
  dispatcher('olga', 'Olga Belova', 'Ольга Белова', 'apteka-one'),
  dispatcher('dina', 'Dina Karimova', 'Дина Каримова', 'apteka-one', 'shirota'),
  dispatcher('vera', 'Vera Antonova', 'Вера Антонова', 'shirota'),
  dispatcher('maeve', 'Maeve O’Connor', 'Мейв О’Коннор', 'calloway-bank'),
  dispatcher('tomas', 'Tomas Novak', 'Томас Новак', 'calloway-bank'),
];

/** Everybody who works for a client, the desk first. */
export const staffOf = (client: string): readonly Staff[] =>
  [...DISPATCHERS, ...ENGINEERS].filter(({ clients }) => clients.includes(client));

export const engineersOf = (client: string): readonly Staff[] =>
  staffOf(client).filter(({ role }) => role === 'engineer');

/** Ids of a client's dispatchers; the first one talks to visitors. */
export function dispatchersOf(client: string): readonly [string, ...string[]] {
  const [first, ...others] = staffOf(client).filter(({ role }) => role === 'dispatcher');
  if (!first) throw new Error(`nobody sits at the desk for ${client}`);
  return [first.id, ...others.map(({ id }) => id)];
}
