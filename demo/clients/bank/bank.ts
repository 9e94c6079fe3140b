import type { Client } from '../client.ts';
import { ASSETS } from './assets.ts';
import { CATEGORIES, PRIORITIES } from './categories.ts';
import { BANK_PAGE } from './page.ts';
import { COLLEAGUES, PEOPLE } from './people.ts';
import { POLICY } from './policy.ts';
import { PRICES } from './prices.ts';
import { OUTAGE, REPORTS } from './reports.ts';
import { AGAIN, SCENARIOS } from './scenarios.ts';
import { SCENES } from './scenes.ts';
import { SITES } from './sites.ts';
import { TENANT } from './tenant.ts';
import { THEME } from './theme.ts';

/** Branches in Ireland, Malta, the Netherlands and Germany. */
export const BANK: Client = {
  id: 'calloway-bank',
  issuer: 'calloway-intranet',
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
  phone: '+353 1 000 0010',
  hours: { from: 9, to: 18, weekend: false },
  page: BANK_PAGE,
};
