import { keepAssets, keepCategories, keepPriorities, keepSites, keepPeople } from '../directory/keep-lists.ts';
import { keepPolicies } from '../directory/keep-policies.ts';
import { keepPrices } from '../directory/keep-prices.ts';
import { adminListRoutes, type AdminDirectoryDeps } from './admin-list.ts';
import { ASSET, CATEGORY, POLICY, PRIORITY, SITE, STAFF } from './directory-bodies.ts';
import { PRICE } from './price-body.ts';
import type { Routes } from './open-route.ts';

/** `/v1/admin/tenants/{tenant}/…`: every list that a client's administrators keep. */
export const adminDirectoryRoutes = (deps: AdminDirectoryDeps): readonly Routes[] => [
  adminListRoutes(
    {
      name: 'sites',
      example: {
        id: 'pharmacy-12',
        name: { en: 'Pharmacy 12', ru: 'Аптека 12' },
        address: { en: '44 Bauman St, Kazan', ru: 'Казань, ул. Баумана, 44' },
        timeZone: 'Europe/Moscow',
        latitude: 557_898_000,
        longitude: 491_168_000,
      },
      item: SITE,
      keep: keepSites,
      read: ({ sites }) => sites.values(),
      note: 'Where the client’s equipment stands. `latitude` and `longitude` in degrees × 10⁷.',
    },
    deps,
  ),
  adminListRoutes(
    {
      name: 'assets',
      example: { id: 'pharmacy-12/till-3', site: 'pharmacy-12', name: 'Till 3', category: 'till' },
      item: ASSET,
      keep: keepAssets,
      read: ({ assets }) => assets.values(),
      note: 'What stands at the sites; its site and category must be kept.',
    },
    deps,
  ),
  adminListRoutes(
    {
      name: 'priorities',
      example: { id: 'p1', name: { en: 'Urgent', ru: 'Срочно' } },
      item: PRIORITY,
      keep: keepPriorities,
      read: ({ priorities }) => priorities.values(),
      note: 'What norms and tickets are ranked by.',
    },
    deps,
  ),
  adminListRoutes(
    {
      name: 'categories',
      example: {
        id: 'till',
        name: { en: 'Till', ru: 'Касса' },
        priority: 'p1',
        fields: [{ id: 'receipts', label: 'Does it still print receipts?', kind: 'yes_no', required: true }],
      },
      item: CATEGORY,
      keep: keepCategories,
      read: ({ categories }) => categories.values(),
      note: 'What can break, the priority of a ticket that names none, and the fields that only this category asks for.',
    },
    deps,
  ),
  adminListRoutes(
    {
      name: 'prices',
      example: {
        code: 'K-110',
        title: 'Till, cleaning',
        unit: 'pcs',
        unitPrice: 124_000,
        vatRate: 2000,
        prices: 'net',
      },
      item: PRICE,
      keep: keepPrices,
      read: ({ prices }) => [...prices.values()].flat(),
      note:
        'The price list. A code may have several versions, each with its days of validity (`validFrom`, `validTo`), of which no two may ' +
        'overlap; a version is named by code and `validFrom`. A cost line takes the version of the day of its performance and keeps it.',
    },
    deps,
  ),
  adminListRoutes(
    {
      name: 'people',
      example: {
        id: 'marat',
        role: 'engineer',
        profile: { name: 'Marat Galiev', phone: '+7 900 000-00-00', specialty: 'Tills' },
        basis: 'consent',
      },
      item: STAFF,
      keep: keepPeople,
      read: ({ staff }) => staff.values(),
      note: 'The service company’s people who work for this client. Without a `basis` the client sees role and initials only.',
    },
    deps,
  ),
  adminListRoutes(
    {
      name: 'policies',
      example: {
        id: 'main',
        version: 1,
        norms: [{ category: '*', priority: '*', reaction: { elapsed: 'PT15M' }, resolution: { elapsed: 'PT4H' } }],
        reactionStops: ['accepted', 'assigned'],
        pauses: { reaction: [], resolution: ['customer_postponed', 'no_access'], arrival: [] },
      },
      item: POLICY,
      keep: keepPolicies,
      read: ({ policies }) => policies.values(),
      note:
        'The contract’s norms, in versions. A version never changes and is never retired, whatever `replace` says; the one saved last is ' +
        'in force for tickets registered from then on. Targets are elapsed time: working time and working days are refused (422) until ' +
        'business calendars are available.',
    },
    deps,
  ),
];
