import { ask } from './company/api.ts';
import { DISPATCHERS, ENGINEERS, type Staff } from './company/staff.ts';
import type { Kept } from './kept.ts';
import { ASSETS } from './pharmacy/assets.ts';
import { CATEGORIES, PRIORITIES } from './pharmacy/categories.ts';
import { POLICY } from './pharmacy/policy.ts';
import { PRICES } from './pharmacy/prices.ts';
import { SITES } from './pharmacy/sites.ts';
import { TENANT, TENANT_ID } from './pharmacy/tenant.ts';
import { THEME } from './pharmacy/theme.ts';
import type { Language } from './words.ts';

/** Who issues the client's assertions. */
export const ISSUER = 'apteka-one-intranet';

const KID = 'intranet';
const PATH = `/v1/admin/tenants/${TENANT_ID}`;

type NewKeys = NonNullable<Kept['setUp']>;

/** Sets the client up as its administrator would, door by door. May be repeated: each door takes the whole. */
export async function setUpClient(server: string, administratorKey: string, language: Language): Promise<NewKeys> {
  const headers = { Authorization: `Bearer ${administratorKey}` };
  const put = (path: string, body: unknown) => ask<unknown>(server, `${PATH}${path}`, { method: 'PUT', body, headers });

  await put('', { ...TENANT, locale: language });
  await put('/priorities', { priorities: PRIORITIES });
  await put('/categories', { categories: CATEGORIES });
  await put('/sites', { sites: SITES });
  await put('/assets', { assets: ASSETS });
  await put('/policies', { policies: [POLICY] });
  await put('/prices', { prices: pricesIn(language) });
  await put('/people', { people: [...DISPATCHERS, ...ENGINEERS].map((staff) => staffIn(staff, language)) });
  await put('/theme', THEME);
  await put('/sign-in', { issuers: [ISSUER], roles: ['employee', 'approver', 'auditor'] });

  const kid = `${KID}-${crypto.randomUUID().slice(0, 8)}`;
  const { secret } = await ask<{ secret: string }>(server, `${PATH}/keys/${kid}`, {
    method: 'PUT',
    body: { algorithm: 'HS256' },
    headers,
  });
  const { key } = await ask<{ key: string }>(server, `${PATH}/api-keys`, {
    method: 'POST',
    body: { name: 'Volga Service, desk and telephones', scopes: ['tickets', 'act-as'] },
    headers,
  });
  return { companyKey: key, signing: { kid, secret } };
}

/** Tells the server where the client's page stands, which is another port where the usual one is taken. */
export async function registerOrigin(server: string, administratorKey: string, origin: string): Promise<void> {
  const headers = { Authorization: `Bearer ${administratorKey}` };
  await ask(server, `${PATH}/origins`, { method: 'PUT', body: { origins: [origin] }, headers });
}

const pricesIn = (language: Language) =>
  PRICES.map(({ title, unit, ...price }) => ({ ...price, title: title[language], unit: unit[language] }));

const staffIn = ({ id, role, name, phone, specialty, basis }: Staff, language: Language) => ({
  id,
  role,
  profile: {
    name: name[language],
    ...(phone !== null && { phone }),
    ...(specialty !== null && { specialty: specialty[language] }),
  },
  basis,
});
