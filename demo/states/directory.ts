import type { Language, Words } from '../words.ts';
import { words } from './state.ts';

/** Degrees × 10⁷. Every site stands here, so that one engineer is as far from each. */
export const PLACE = { latitude: 557_898_000, longitude: 491_168_000 } as const;

/** The client whose people see a state: one for each language, as a real client writes in one; a history comes into one of its own. */
export const tenantOf = ({ history }: { readonly history?: number }, language: Language): string =>
  ['states', ...(history ? ['long'] : []), ...(language === 'en' ? [] : [language])].join('-');

/** A trading company; money in kopecks. */
export const SETTINGS = {
  name: { en: 'Gallery Stores', ru: 'Магазины «Галерея»' },
  currency: 'RUB',
  timeZone: 'Europe/Moscow',
  vatRounding: 'line',
  tier: 'exact',
  siteSharing: true,
  approval: { free: 300_000, employee: 1_000_000, approver: 6_000_000 },
  provider: { name: { en: 'Volga Service', ru: 'Волга-Сервис' }, phone: '+7 843 200-00-00' },
} as const;

const PRIORITIES = [
  { id: 'p1', name: words('Priority 1', 'Приоритет 1') },
  { id: 'p2', name: words('Priority 2', 'Приоритет 2') },
];

const CATEGORIES = [
  {
    id: 'till',
    name: words('Till equipment', 'Кассовое оборудование'),
    priority: 'p1',
    fields: [
      { id: 'till', label: words('Till number', 'Номер кассы'), kind: 'number', required: false },
      { id: 'sells', label: words('Does it still sell?', 'Продаёт?'), kind: 'yes_no', required: true },
    ],
  },
  { id: 'cold', name: words('Refrigeration', 'Холодильное оборудование'), priority: 'p1', fields: [] },
  { id: 'water', name: words('Plumbing', 'Сантехника'), priority: 'p2', fields: [] },
  { id: 'doors', name: words('Doors and locks', 'Двери и замки'), priority: 'p2', fields: [] },
  { id: 'light', name: words('Electricity and light', 'Электрика и свет'), priority: 'p2', fields: [] },
];

const POLICY = {
  id: 'states-2026',
  version: 1,
  norms: [
    {
      category: '*',
      priority: 'p1',
      reaction: { elapsed: 'PT15M' },
      resolution: { elapsed: 'PT4H' },
      arrival: { elapsed: 'PT2H' },
    },
    { category: '*', priority: '*', reaction: { elapsed: 'PT1H' }, resolution: { elapsed: 'PT24H' } },
  ],
  reactionStops: ['accepted', 'assigned', 'commented'],
  pauses: {
    reaction: [],
    resolution: ['info_insufficient', 'awaiting_approval', 'no_access', 'customer_postponed', 'parts'],
    arrival: ['no_access', 'customer_postponed'],
  },
} as const;

const price = (code: string, title: Words, unit: Words, roubles: number) => ({ code, title, unit, roubles });
const PIECE = words('pc', 'шт.');
const PRICES = [
  price('K-110', words('Diagnostics on site', 'Диагностика на объекте'), words('visit', 'выезд'), 983.61),
  price('K-342', words('Print head, replacement', 'Печатающая головка, замена'), PIECE, 5032.79),
  price('K-310', words('Paper feed roller, replacement', 'Ролик подачи бумаги, замена'), PIECE, 1460),
  price('K-210', words('Power supply of a till, replacement', 'Блок питания кассы, замена'), PIECE, 2350),
  price('G-030', words('Work of an engineer', 'Работа инженера'), words('h', 'ч'), 1150),
];

interface Staff {
  readonly id: string;
  readonly role: 'dispatcher' | 'engineer';
  readonly name: Words;
  readonly phone?: string;
  readonly specialty?: Words;
  readonly basis: 'consent' | null;
}

const STAFF: readonly Staff[] = [
  { id: 'olga', role: 'dispatcher', name: words('Olga Belova', 'Ольга Белова'), basis: 'consent' },
  {
    id: 'marat',
    role: 'engineer',
    name: words('Marat Galiev', 'Марат Галиев'),
    phone: '+7 900 000-00-11',
    specialty: words('Till equipment', 'Кассовое оборудование'),
    basis: 'consent',
  },
  // Has recorded no consent.
  { id: 'ilnur', role: 'engineer', name: words('Ilnur Sadykov', 'Ильнур Садыков'), basis: null },
  {
    id: 'rashid',
    role: 'engineer',
    name: words('عبد الرحمن بن راشد الفلاسي', 'عبد الرحمن بن راشد الفلاسي'),
    phone: '+7 900 000-00-17',
    specialty: words('Tills and scales', 'Кассы и весы'),
    basis: 'consent',
  },
];

interface SiteOf {
  readonly id: string;
  readonly zone?: string | undefined;
}

/** What an administrator saves, door by door: every state has a site of its own. */
export function doorsOf(
  sites: readonly SiteOf[],
  language: Language,
): readonly (readonly [path: string, body: object])[] {
  const say = (text: Words): string => text[language];
  const shown = sites.map(({ id, zone = 'Europe/Moscow' }, index) => ({
    id,
    name: words(`Shop ${index + 1}`, `Магазин ${index + 1}`),
    address: words(`${index + 1} Baumana St, Kazan`, `Казань, ул. Баумана, ${index + 1}`),
    timeZone: zone,
    ...PLACE,
  }));
  return [
    ['', { ...SETTINGS, locale: language }],
    ['/priorities', { priorities: PRIORITIES }],
    ['/categories', { categories: CATEGORIES }],
    ['/sites', { sites: shown }],
    [
      '/assets',
      {
        assets: sites.map(({ id }) => ({
          id: `${id}/till-3`,
          site: id,
          name: words('Till 3', 'Касса 3'),
          category: 'till',
        })),
      },
    ],
    ['/policies', { policies: [POLICY] }],
    [
      '/prices',
      {
        prices: PRICES.map(({ code, title, unit, roubles }) => ({
          code,
          title: say(title),
          unit: say(unit),
          unitPrice: Math.round(roubles * 100),
          vatRate: 2200,
          prices: 'net',
        })),
      },
    ],
    [
      '/people',
      {
        people: STAFF.map(({ id, role, name, phone, specialty, basis }) => ({
          id,
          role,
          profile: { name: say(name), ...(phone && { phone }), ...(specialty && { specialty: say(specialty) }) },
          basis,
        })),
      },
    ],
    ['/sign-in', { issuers: [ISSUER], roles: ['employee', 'approver', 'auditor'] }],
  ];
}

/** Who issues the client's assertions. */
export const ISSUER = 'states-gallery';
