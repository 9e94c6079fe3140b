import type { PersonId, TenantId } from '../../server/contract/ids.ts';
import { policyKey } from '../../server/contract/sla.ts';
import type { Directory } from '../../server/directory/directory.ts';
import type { Caller } from '../../server/tickets/caller.ts';
import { TENANT } from './timeline.ts';

const byId = <T extends { readonly id: string }>(...items: readonly T[]): ReadonlyMap<string, T> =>
  new Map(items.map((item) => [item.id, item]));

const policy = {
  id: 'standard',
  version: 1,
  norms: [
    { category: '*', priority: '1', reaction: { elapsed: 'PT15M' }, resolution: { elapsed: 'PT4H' } },
    { category: '*', priority: '2', reaction: { elapsed: 'PT1H' }, resolution: { elapsed: 'P2D' } },
  ],
  reactionStops: ['accepted', 'assigned', 'commented'],
  pauses: { reaction: [], resolution: ['info_insufficient', 'no_access', 'customer_postponed'], arrival: [] },
} as const;

const site = (id: string, name: string) => ({
  id,
  name,
  address: name,
  timeZone: 'Europe/Moscow',
  latitude: 557_887_000,
  longitude: 491_221_000,
});

/** A small client: two sites, two categories, two engineers, one price. */
export const DIRECTORY: Directory = {
  tenant: {
    id: TENANT,
    name: 'Apteka One',
    log: `${TENANT}/0000000000000000`,
    epoch: 'epoch-1',
    locale: 'ru',
    currency: 'RUB',
    timeZone: 'Europe/Moscow',
    vatRounding: 'line',
    tier: 'eta',
    siteSharing: true,
    approval: { free: 600_000, employee: 1_000_000, approver: null },
    provider: { name: 'Servis', phone: '+7 800 000-00-00' },
  },
  theme: { light: {}, dark: {}, labels: {} },
  sites: byId(site('baumana-44', 'Baumana 44'), site('pushkina-3', 'Pushkina 3')),
  assets: byId({ id: 'till-3', site: 'baumana-44', name: 'Till 3', category: 'till' }),
  categories: byId(
    {
      id: 'till',
      name: 'Till',
      priority: '1',
      fields: [{ id: 'model', label: 'Model', kind: 'text', required: false }],
    },
    { id: 'door', name: 'Door', priority: '2', fields: [] },
  ),
  priorities: byId({ id: '1', name: 'Urgent' }, { id: '2', name: 'Normal' }),
  policies: new Map([[policyKey(policy), policy]]),
  policy,
  prices: new Map([
    [
      'K-110',
      [
        {
          code: 'K-110',
          title: 'Diagnostics',
          unit: 'visit',
          kind: 'work',
          unitPrice: 100_000,
          vatRate: 2200,
          prices: 'net',
        },
      ],
    ],
  ]),
  staff: new Map([
    [
      'marat' as PersonId,
      { id: 'marat' as PersonId, role: 'engineer', profile: { name: 'Marat Galiev' }, basis: 'consent' },
    ],
    [
      'rustam' as PersonId,
      { id: 'rustam' as PersonId, role: 'engineer', profile: { name: 'Rustam Aminov' }, basis: null },
    ],
    [
      'olga' as PersonId,
      { id: 'olga' as PersonId, role: 'dispatcher', profile: { name: 'Olga Smirnova' }, basis: 'consent' },
    ],
  ]),
};

const person = (
  id: string,
  role: Caller['role'],
  sites: readonly string[] = [],
  tenant: TenantId = TENANT,
): Caller => ({
  tenant,
  id: id as PersonId,
  kind: 'person',
  name: id,
  role,
  sites,
});

export const CALLERS = {
  anna: person('anna', 'employee', ['baumana-44']),
  boris: person('boris', 'employee', ['baumana-44']),
  vera: person('vera', 'employee', ['pushkina-3']),
  elena: person('elena', 'approver', ['baumana-44', 'pushkina-3']),
  auditor: person('audrey', 'auditor'),
  manager: person('mila', 'contract_manager'),
  olga: person('olga', 'dispatcher'),
  marat: person('marat', 'engineer'),
  rustam: person('rustam', 'engineer'),
} as const;
