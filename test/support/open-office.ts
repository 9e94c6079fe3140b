import { randomBytes, randomUUID } from 'node:crypto';
import { createApp } from '../../server/app.ts';
import type { SessionAnswer } from '../../server/contract/feed.ts';
import type { TenantId } from '../../server/contract/ids.ts';
import { CLIENT_ROLES } from '../../server/contract/people.ts';
import type { Scope } from '../../server/contract/scopes.ts';
import { findDirectoryIn } from '../../server/directory/find-directory.ts';
import { openIdentity } from '../../server/identity/open-identity.ts';
import { adminClientRoutes } from '../../server/routes/admin-client.ts';
import { adminDirectoryRoutes } from '../../server/routes/admin-directory.ts';
import { portalRoutes } from '../../server/routes/portal.ts';
import { promiseRoutes } from '../../server/routes/promise.ts';
import { sessionRoutes } from '../../server/routes/session.ts';
import { openDirectories } from '../../server/store/directory.ts';
import { openDatabase } from '../../server/store/open-database.ts';
import { claimsAt, ISSUER, newSecret, OWN_ORIGIN, signAssertion } from './assertions.ts';
import { START } from './timeline.ts';

export const APTEKA = 'apteka-one' as TenantId;
const PAGE = 'https://intranet.apteka.example';

/** A small contract, as its administrator sends it door by door. */
export const CONTRACT = {
  tenant: {
    name: { en: 'Apteka One', ru: 'Аптека №1' },
    locale: 'ru',
    currency: 'RUB',
    timeZone: 'Europe/Moscow',
    tier: 'area',
    approval: { free: 300_000, employee: 1_000_000, approver: null },
    provider: { name: 'Volga Service', phone: '+7 843 200-00-00' },
  },
  priorities: [
    { id: 'p1', name: 'Urgent' },
    { id: 'p2', name: 'Normal' },
  ],
  categories: [
    { id: 'till', name: { en: 'Till', ru: 'Касса' }, priority: 'p1', fields: [] },
    { id: 'door', name: 'Door', priority: 'p2', fields: [] },
  ],
  sites: ['s1', 's2'].map((id) => ({
    id,
    name: `Pharmacy ${id}`,
    address: { ru: 'ул. Баумана, 44' },
    timeZone: 'Europe/Moscow',
    latitude: 557_898_000,
    longitude: 491_168_000,
  })),
  assets: [
    { id: 's1/till-1', site: 's1', name: 'Till 1', category: 'till' },
    { id: 's2/till-1', site: 's2', name: 'Till 1', category: null },
  ],
  prices: [
    {
      code: 'K-110',
      title: 'Чистка кассы',
      unit: 'шт.',
      kind: 'work',
      unitPrice: 124_000,
      vatRate: 2200,
      prices: 'net',
      validTo: '2026-12-31',
    },
    {
      code: 'K-110',
      title: 'Чистка кассы',
      unit: 'шт.',
      kind: 'work',
      unitPrice: 131_000,
      vatRate: 2200,
      prices: 'net',
      validFrom: '2027-01-01',
    },
    {
      code: 'G-900',
      title: 'Ночной коэффициент',
      unit: '%',
      kind: 'coefficient',
      unitPrice: 0,
      vatRate: 2200,
      prices: 'net',
      when: [{ hours: ['22:00', '06:00'] }, { weekdays: ['sat', 'sun'] }, { dates: ['2027-01-01'] }],
      share: 5000,
      of: ['work', 'call_out'],
      automatic: true,
    },
  ],
  people: [
    { id: 'marat', role: 'engineer', profile: { name: 'Marat Galiev', phone: '+7 900' }, basis: 'consent' },
    { id: 'ilnur', role: 'engineer', profile: { name: 'Ilnur Sadykov' }, basis: null },
  ],
  policies: [
    {
      id: 'main',
      version: 1,
      norms: [
        { category: '*', priority: 'p1', reaction: { elapsed: 'PT15M' }, resolution: { elapsed: 'PT4H' } },
        { category: '*', priority: '*', resolution: { elapsed: 'P2D' } },
      ],
      reactionStops: ['accepted', 'commented'],
      pauses: { reaction: [], resolution: ['parts'], arrival: [] },
    },
  ],
} as const;

export interface Reply {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

/** What administrators and the portal's first questions need, on a real database, without sockets. */
export async function openOffice() {
  const db = await openDatabase(':memory:');
  const clock = { now: START };
  const now = () => clock.now;
  const directories = openDirectories(db);
  const findDirectory = findDirectoryIn(directories);
  const report = () => undefined;
  const identity = openIdentity({ db, findDirectory, ownOrigin: OWN_ORIGIN, report, now });
  const deps = {
    findDirectory,
    change: directories.change,
    create: directories.create,
    randomHex: (bytes: number) => randomBytes(bytes).toString('hex'),
    now,
  };
  const app = createApp({
    authenticate: identity.authenticate,
    ownOrigin: OWN_ORIGIN,
    isRegistered: (origin) => identity.origins.isRegistered(origin),
    report,
    newInstance: randomUUID,
    routes: [
      sessionRoutes({
        signIn: identity.signIn,
        endSession: (token) => identity.gate.end(token),
        findDirectory,
        head: () => Promise.resolve(0),
        now,
      }),
      adminClientRoutes(deps),
      ...adminDirectoryRoutes(deps),
      portalRoutes(deps),
      promiseRoutes(deps),
    ],
  });
  const administrator = (await identity.apiKeys.openAdministratorKey())!;

  const send = async (token: string, method: string, path: string, body?: unknown, headers = {}): Promise<Reply> => {
    const response = await app.request(path, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', origin: PAGE, ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  };
  /** To the doors of a client, with the key of the whole server. */
  const at = (method: string, door: string, body?: unknown, tenant: string = APTEKA) =>
    send(administrator, method, `/v1/admin/tenants/${tenant}${door}`, body);

  return {
    send,
    put: (door: string, body: unknown, tenant?: string) => at('PUT', door, body, tenant),
    get: (door: string, tenant?: string) => at('GET', door, undefined, tenant),
    findDirectory,
    authenticate: identity.authenticate,
    app,
    key: async (tenant: TenantId, scopes: readonly Scope[]) =>
      (await identity.apiKeys.create({ tenant, name: 'a key', scopes, cidrs: [], expiresAt: null })).key,
    /** Sends the whole contract. */
    async setUp(tenant: TenantId = APTEKA) {
      const { tenant: settings, ...lists } = CONTRACT;
      await at('PUT', '', settings, tenant);
      for (const [name, list] of Object.entries(lists)) await at('PUT', `/${name}`, { [name]: list }, tenant);
    },
    /** A session of one of APTEKA's people. */
    async session(claims: Readonly<Record<string, unknown>>): Promise<string> {
      const { kid, key, ...rest } = newSecret(randomUUID().slice(0, 8));
      await identity.settings.save(APTEKA, { issuers: [ISSUER], roles: CLIENT_ROLES, jwksUrl: null });
      const secret = Buffer.from(key).toString('base64url');
      const registered = { kid, algorithm: 'HS256' as const, secret, jwk: null, validUntil: null, createdAt: START };
      await identity.keys.add(APTEKA, registered);
      await identity.origins.replace(APTEKA, [PAGE]);
      const assertion = await signAssertion({ kid, key, ...rest }, claimsAt(clock.now, APTEKA, claims));
      const { body } = await send('none', 'POST', '/v1/session', { tenant: APTEKA, assertion });
      return (body as unknown as SessionAnswer).session;
    },
  };
}
