import type { Words } from '../words.ts';

/** One of the service company's people who works for this client. */
export interface Staff {
  readonly id: string;
  readonly role: 'dispatcher' | 'engineer';
  readonly name: Words;
  readonly phone: string | null;
  readonly specialty: Words | null;
  /** On what ground the client may see name and telephone; null: only role and initials are shown. */
  readonly basis: 'consent' | null;
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
  name: { en, ru },
  phone: null,
  specialty: null,
  basis: 'consent',
  skills: [],
  clients,
  region: null,
});

export const DISPATCHERS: readonly Staff[] = [
  dispatcher('olga', 'Olga Belova', 'Ольга Белова', 'apteka-one'),
  dispatcher('dina', 'Dina Karimova', 'Дина Каримова', 'apteka-one'),
];

export const ENGINEERS: readonly Staff[] = [
  {
    id: 'marat',
    role: 'engineer',
    name: { en: 'Marat Galiev', ru: 'Марат Галиев' },
    phone: '+7 900 000-00-11',
    specialty: { en: 'Till equipment', ru: 'Кассовое оборудование' },
    basis: 'consent',
    skills: ['till', 'scanner', 'printer'],
    clients: ['apteka-one'],
    region: 'kazan',
  },
  {
    id: 'timur',
    role: 'engineer',
    name: { en: 'Timur Khasanov', ru: 'Тимур Хасанов' },
    phone: '+7 900 000-00-12',
    specialty: { en: 'Networks and video', ru: 'Сети и видеонаблюдение' },
    basis: 'consent',
    skills: ['network', 'video', 'printer', 'scanner', 'till'],
    clients: ['apteka-one'],
    region: 'kazan',
  },
  {
    id: 'ruslan',
    role: 'engineer',
    name: { en: 'Ruslan Nigmatullin', ru: 'Руслан Нигматуллин' },
    phone: '+7 900 000-00-13',
    specialty: { en: 'Plumbing', ru: 'Сантехника' },
    basis: 'consent',
    skills: ['plumbing', 'furniture', 'doors'],
    clients: ['apteka-one'],
    region: 'kazan',
  },
  {
    id: 'aidar',
    role: 'engineer',
    name: { en: 'Aidar Zakirov', ru: 'Айдар Закиров' },
    phone: '+7 900 000-00-14',
    specialty: { en: 'Electricity and signs', ru: 'Электрика и вывески' },
    basis: 'consent',
    skills: ['electricity', 'signage', 'refrigeration', 'video', 'network', 'air'],
    clients: ['apteka-one'],
    region: 'kazan',
  },
  {
    id: 'sergei',
    role: 'engineer',
    name: { en: 'Sergei Morozov', ru: 'Сергей Морозов' },
    phone: '+7 900 000-00-15',
    specialty: { en: 'Refrigeration and air', ru: 'Холод и кондиционирование' },
    basis: 'consent',
    skills: ['refrigeration', 'air', 'electricity'],
    clients: ['apteka-one'],
    region: 'kazan',
  },
  {
    // Has recorded no consent yet.
    id: 'ilnur',
    role: 'engineer',
    name: { en: 'Ilnur Sadykov', ru: 'Ильнур Садыков' },
    phone: '+7 900 000-00-16',
    specialty: { en: 'Doors and furniture', ru: 'Двери и мебель' },
    basis: null,
    skills: ['doors', 'furniture', 'signage', 'plumbing'],
    clients: ['apteka-one'],
    region: 'kazan',
  },
];

/** Everybody who works for a client. */
export const staffOf = (client: string): readonly Staff[] =>
  [...DISPATCHERS, ...ENGINEERS].filter(({ clients }) => clients.includes(client));
