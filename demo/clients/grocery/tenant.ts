import { words } from '../../words.ts';
import type { Tenant } from '../client.ts';

/** Groceries from Kaliningrad to Vladivostok. Money in kopecks. */
export const TENANT: Tenant = {
  name: words('Shirota Grocers', 'Широта'),
  locale: 'ru',
  currency: 'RUB',
  timeZone: 'Europe/Moscow',
  vatRounding: 'line',
  tier: 'eta',
  siteSharing: true,
  approval: { free: 500_000, employee: 1_500_000, approver: 12_000_000 },
  provider: { name: words('Volga Service', 'Волга-Сервис'), phone: '+7 843 200-00-50' },
};
