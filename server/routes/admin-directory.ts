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
