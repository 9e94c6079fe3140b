import { words } from '../../words.ts';
import type { Tenant } from '../client.ts';

/** Bank branches in four countries of the euro. Money in cents, VAT per rate as EN 16931 has it. */
export const TENANT: Tenant = {
  name: words('Calloway Bank', 'Банк Calloway'),
  locale: 'en',
  currency: 'EUR',
  timeZone: 'Europe/Dublin',
  vatRounding: 'rate',
  tier: 'distance',
  siteSharing: true,
  approval: { free: 15_000, employee: 50_000, approver: 500_000 },
  provider: { name: words('Volga Service Europe', 'Волга-Сервис Европа'), phone: '+353 1 000 0000' },
};
