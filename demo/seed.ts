import type { Client, PricePosition, Site } from './clients/client.ts';
import { ask } from './company/api.ts';
import { staffOf, type Staff } from './company/staff.ts';
import type { KeptClient } from './kept.ts';
import type { Language } from './words.ts';

const KID = 'intranet';

type NewKeys = Pick<KeptClient, 'companyKey' | 'signing'>;

const pathOf = (client: Client): string => `/v1/admin/tenants/${client.id}`;

/** Sets a client up as its administrator would, door by door. May be repeated: each door takes the whole. */
export async function setUpClient(
  client: Client,
  server: string,
  administratorKey: string,
  language: Language,
): Promise<NewKeys> {
  const headers = { Authorization: `Bearer ${administratorKey}` };
  const put = (path: string, body: unknown) =>
    ask<unknown>(server, `${pathOf(client)}${path}`, { method: 'PUT', body, headers });

  await put('', { ...client.tenant, locale: language });
  await put('/priorities', { priorities: client.priorities });
  await put('/categories', { categories: client.categories });
  await put('/sites', { sites: client.sites.map(keptSite) });
  await put('/assets', { assets: client.assets });
  await put('/policies', { policies: [client.policy] });
  await put('/prices', { prices: client.prices.map((price) => priceIn(price, language)) });
  await put('/people', { people: staffOf(client.id).map((staff) => staffIn(staff, language)) });
  await put('/theme', client.theme);
  await put('/sign-in', { issuers: [client.issuer], roles: ['employee', 'approver', 'auditor'] });

  const kid = `${KID}-${crypto.randomUUID().slice(0, 8)}`;
  const { secret } = await ask<{ secret: string }>(server, `${pathOf(client)}/keys/${kid}`, {
    method: 'PUT',
    body: { algorithm: 'HS256' },
    headers,
  });
  const { key } = await ask<{ key: string }>(server, `${pathOf(client)}/api-keys`, {
    method: 'POST',
    body: { name: 'Volga Service, desk and telephones', scopes: ['tickets', 'act-as'] },
    headers,
  });
  return { companyKey: key, signing: { kid, secret } };
}

/** Tells the server where the client's page stands, which is another port where the usual one is taken. */
export async function registerOrigin(
  client: Client,
  server: string,
  administratorKey: string,
  origin: string,
): Promise<void> {
  const headers = { Authorization: `Bearer ${administratorKey}` };
  await ask(server, `${pathOf(client)}/origins`, { method: 'PUT', body: { origins: [origin] }, headers });
}

const keptSite = ({ id, name, address, timeZone, latitude, longitude }: Site) => ({
  id,
  name,
  address,
  timeZone,
  latitude,
  longitude,
});

const priceIn = ({ title, unit, ...price }: PricePosition, language: Language) => ({
  ...price,
  title: title[language],
  unit: unit[language],
});

const staffIn = ({ id, role, name, phone, specialty, basis }: Staff, language: Language) => ({
  id,
  role,
  profile: {
    name: name[language],
    ...(phone !== null && { phone }),
    ...(specialty !== null && { specialty: specialty[language] }),
  },
  basis,
  ...(role === 'engineer' && phone !== null && { pass: passFor(phone, language) }),
});

/** What a guard is told of an engineer: made up, as his telephone number is. */
function passFor(phone: string, language: Language) {
  const number = phone.replaceAll(/\D/g, '').slice(-3);
  return language === 'ru'
    ? { document: `Пропуск № ${number}`, vehicle: `Лада Ларгус, А ${number} КМ` }
    : { document: `Pass No. ${number}`, vehicle: `Van, SV ${number}` };
}
