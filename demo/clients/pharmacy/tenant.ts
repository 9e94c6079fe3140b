import type { Tenant } from '../client.ts';

/** A pharmacy chain in Kazan. Money in kopecks. */
export const TENANT: Tenant = {
  name: { en: 'Apteka One', ru: 'Аптека №1' },
  locale: 'ru',
  currency: 'RUB',
  timeZone: 'Europe/Moscow',
  vatRounding: 'line',
  tier: 'exact',
  siteSharing: true,
  approval: { free: 300_000, employee: 1_000_000, approver: 6_000_000 },
  provider: { name: { en: 'Volga Service', ru: 'Волга-Сервис' }, phone: '+7 843 200-00-00' },
};
