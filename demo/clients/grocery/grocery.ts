import type { Client } from '../client.ts';
import { ASSETS } from './assets.ts';
import { CATEGORIES, PRIORITIES } from './categories.ts';
import { GROCERY_PAGE } from './page.ts';
import { COLLEAGUES, PEOPLE } from './people.ts';
import { POLICY } from './policy.ts';
import { PRICES } from './prices.ts';
import { OUTAGE, REPORTS } from './reports.ts';
import { AGAIN, SCENARIOS } from './scenarios.ts';
import { SCENES } from './scenes.ts';
import { SITES } from './sites.ts';
import { TENANT } from './tenant.ts';
import { THEME } from './theme.ts';

/** Groceries from Kaliningrad to Vladivostok, in six time zones. */
export const GROCERY: Client = {
  id: 'shirota',
  issuer: 'shirota-staff-room',
  tenant: TENANT,
  sites: SITES,
  assets: ASSETS,
  categories: CATEGORIES,
  priorities: PRIORITIES,
  policy: POLICY,
  prices: PRICES,
  theme: THEME,
  people: PEOPLE,
  colleagues: COLLEAGUES,
  reports: REPORTS,
  outage: OUTAGE,
  scenarios: SCENARIOS,
  again: AGAIN,
  scenes: SCENES,
  phone: '+7 495 000-00-60',
  hours: { from: 8, to: 23, weekend: true },
  page: GROCERY_PAGE,
};
