import type { Clock } from '../../server/contract/clock.ts';
import type { Eta } from '../../server/contract/eta.ts';
import { partsOf, type Actor, type TicketEvent, type TicketFact } from '../../server/contract/events.ts';
import type { PersonId, TenantId, TicketId } from '../../server/contract/ids.ts';
import type { CostLine } from '../../server/contract/money.ts';
import type { PortalBoot } from '../../server/contract/portal.ts';
import { replay, type TicketView } from '../../server/contract/ticket.ts';

/** Noon in Kazan (UTC+3), a Tuesday: when the ticket of a scene is registered. */
export const NOON = Date.parse('2026-11-24T09:00:00.000Z');
export const MINUTE_MS = 60_000;
export const minutes = (after: number): string => new Date(NOON + after * MINUTE_MS).toISOString();

const actor = (id: string, role: Actor['role'], name: string | null): Actor => ({
  kind: role === 'system' ? 'system' : 'person',
  id: id as PersonId,
  role,
  name,
});
export const ANA = actor('ana', 'employee', 'Anna Petrova');
export const OLGA = actor('olga', 'dispatcher', 'Olga');
export const MARAT = actor('marat', 'engineer', 'Marat Galiev');
export const SYSTEM = actor('system', 'system', null);

/** What was done, how many minutes after noon, by whom. */
export type Done = readonly [after: number, by: Actor, fact: TicketFact];

export const registered = (more: Partial<Extract<TicketFact, { type: 'registered' }>> = {}): TicketFact => ({
  type: 'registered',
  number: 4127,
  kind: 'incident',
  channel: 'widget',
  site: 'p12',
  asset: 'till-3',
  category: 'till',
  priority: 'p1',
  requester: ANA.id,
  requesterName: ANA.name,
  subject: 'Till 3 does not print receipts',
  text: 'Red light, paper is in. Since this morning.',
  contact: null,
  fields: null,
  files: [],
  policy: { id: 'main', version: 1 },
  currency: 'RUB',
  vatRounding: 'line',
  ...more,
});

export const assigned: Done = [
  10,
  OLGA,
  {
    type: 'assigned',
    engineer: MARAT.id,
    profile: { name: 'Marat Galiev', phone: '+7 900 000-00-12', specialty: 'Till equipment' },
  },
];
export const accepted: Done = [7, OLGA, { type: 'accepted' }];
export const proposed: Done = [20, OLGA, { type: 'visit_proposed', visit: 'v1', from: minutes(120), to: minutes(240) }];
export const agreed: Done = [31, ANA, { type: 'visit_agreed', visit: 'v1', by: ANA.name, channel: 'widget' }];
export const departed: Done = [108, MARAT, { type: 'departed' }];
export const arrived: Done = [140, MARAT, { type: 'arrived', inside: true, reason: null }];
export const resolved: Done = [
  220,
  MARAT,
  { type: 'resolved', summary: 'Print head replaced, test receipt printed.', firstVisit: true },
];

/** What stands in `data` for a personal value; nothing here checks it. */
const COMMITMENT = 'c29tZSBjb21taXRtZW50';

/** The events of a scene, as the log would hold them. It begins with a registration at noon unless it brings its own. */
export function eventsOf(scene: readonly Done[], ticket = 't1'): TicketEvent[] {
  const whole = scene[0]?.[2].type === 'registered' ? scene : [[0, ANA, registered()] as Done, ...scene];
  return whole.map(([after, by, fact], index) => {
    const { open, personal } = partsOf(fact);
    return {
      v: 1,
      log: 'apteka-one/1',
      position: index + 1,
      seq: index + 1,
      tenant: 'apteka-one' as TenantId,
      ticket: ticket as TicketId,
      type: fact.type,
      at: minutes(after),
      actor: by,
      data: { ...open, ...Object.fromEntries(Object.keys(personal).map((field) => [field, COMMITMENT])) },
      prev: null,
      private: Object.fromEntries(
        Object.entries(personal).map(([field, value]) => [`/${field}`, { value, salt: 'c2FsdA' }]),
      ),
    };
  });
}

/** The ticket that a scene leads to, with what only the server counts. */
export function viewOf(
  scene: readonly Done[],
  more: { clocks?: readonly Clock[]; eta?: Eta | null; ticket?: string } = {},
): TicketView {
  return { ...replay(eventsOf(scene, more.ticket))!, clocks: more.clocks ?? [], eta: more.eta ?? null };
}

/** A clock of elapsed time that runs from noon. */
export function clock(kind: Clock['kind'], targetMinutes: number, more: Partial<Clock> = {}): Clock {
  const dueAt = minutes(targetMinutes);
  return {
    kind,
    state: 'running',
    startedAt: minutes(0),
    dueAt,
    stoppedAt: null,
    targetMs: targetMinutes * MINUTE_MS,
    elapsedMs: 0,
    asOf: minutes(0),
    policy: { id: 'main', version: 1 },
    ahead: [[minutes(0), dueAt]],
    ...more,
  };
}

export const metReaction = clock('reaction', 15, {
  state: 'met',
  stoppedAt: minutes(7),
  elapsedMs: 6.2 * MINUTE_MS,
  asOf: minutes(7),
  ahead: [],
});

export const onTheWay: Eta = {
  tier: 'eta',
  asOf: minutes(114.8),
  distance: 7000,
  arrivesAt: minutes(140),
  source: 'great_circle',
  place: null,
};

export const costLine = (more: Partial<CostLine> = {}): CostLine => ({
  id: 'c1',
  code: 'K-110',
  title: 'Diagnostics on site',
  quantity: '1',
  unit: 'visit',
  unitPrice: 98361,
  discount: 0,
  vatRate: 2200,
  billing: 'billable',
  net: 98361,
  vat: 21639,
  total: 120000,
  listTotal: 120000,
  performer: MARAT.id,
  state: 'within_limit',
  ...more,
});

export const printHead = costLine({
  id: 'c2',
  code: 'K-342',
  title: 'Print head, replacement',
  unit: 'pc',
  unitPrice: 503279,
  net: 503279,
  vat: 110721,
  total: 614000,
  listTotal: 614000,
  state: 'awaiting',
});

/** What the portal of a pharmacy chain boots with, for its employee Anna. */
export const BOOT: PortalBoot = {
  tenant: {
    id: 'apteka-one' as TenantId,
    name: { en: 'Apteka One', ru: 'Аптека Один' },
    locale: 'en',
    currency: 'RUB',
    timeZone: 'Europe/Moscow',
    siteSharing: true,
  },
  provider: { name: 'Remont Service', phone: '+7 800 000-00-00' },
  theme: { light: {}, dark: {}, labels: {} },
  person: { id: ANA.id, name: ANA.name, role: 'employee', approvalLimit: null },
  tier: 'eta',
  sites: [
    {
      id: 'p12',
      name: { en: 'Pharmacy 12, Baumana 44', ru: 'Аптека 12, Баумана 44' },
      address: { en: 'Baumana 44, Kazan', ru: 'Казань, Баумана, 44' },
      timeZone: 'Europe/Moscow',
      latitude: 557900000,
      longitude: 491200000,
    },
    {
      id: 'p30',
      name: { en: 'Pharmacy 30, Lenina 2', ru: 'Аптека 30, Ленина 2' },
      address: { en: 'Lenina 2, Yekaterinburg', ru: 'Екатеринбург, Ленина, 2' },
      timeZone: 'Asia/Yekaterinburg',
      latitude: 568400000,
      longitude: 606000000,
    },
  ],
  assets: [
    { id: 'till-3', site: 'p12', name: { en: 'Till 3', ru: 'Касса 3' }, category: 'till' },
    { id: 'fridge', site: 'p12', name: { en: 'Vaccine fridge', ru: 'Холодильник для вакцин' }, category: 'cooling' },
  ],
  categories: [
    {
      id: 'till',
      name: { en: 'Tills and scanners', ru: 'Кассы и сканеры' },
      priority: 'p1',
      fields: [
        { id: 'model', label: { en: 'Model on the label', ru: 'Модель на наклейке' }, kind: 'text', required: true },
        {
          id: 'state',
          label: { en: 'Does it sell?', ru: 'Работает?' },
          kind: 'choice',
          required: false,
          choices: [
            { id: 'yes', label: { en: 'Yes', ru: 'Да' } },
            { id: 'no', label: { en: 'No', ru: 'Нет' } },
          ],
        },
      ],
    },
    { id: 'cooling', name: { en: 'Fridges', ru: 'Холодильники' }, priority: 'p2', fields: [] },
  ],
  priorities: [
    { id: 'p1', name: { en: 'Urgent', ru: 'Срочно' } },
    { id: 'p2', name: { en: 'Normal', ru: 'Обычно' } },
  ],
  limits: { subject: 120, text: 4000 },
};
