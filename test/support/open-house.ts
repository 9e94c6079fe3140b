import { randomUUID } from 'node:crypto';
import { pino, type Logger } from 'pino';
import type { TicketAnswer } from '../../server/contract/answers.ts';
import type { SessionAnswer } from '../../server/contract/feed.ts';
import type { TenantId } from '../../server/contract/ids.ts';
import type { ClientRole } from '../../server/contract/people.ts';
import { openServer } from '../../server/open-server.ts';
import { claimsAt, ISSUER, OWN_ORIGIN, signAssertion } from './assertions.ts';
import { DIRECTORY } from './directory.ts';
import { TENANT } from './timeline.ts';

/** Where the tenant's intranet page is, when a test does not say. */
export const PAGE = 'https://intranet.apteka.example';

export interface HouseOptions {
  readonly file?: string;
  /** Origins of the tenant's pages. */
  readonly origins?: readonly string[];
  /** What assertions are made out to; the server is reached at its own port all the same. */
  readonly publicUrl?: string;
  readonly port?: number;
  readonly logger?: Logger;
}

interface Asked {
  /** A session or an API key. */
  readonly as?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The whole server on a real port and database, one client set up through the administrators' doors: nothing behind the doors is touched. */
export async function openHouse({
  file = ':memory:',
  origins = [PAGE],
  publicUrl = OWN_ORIGIN,
  port = 0,
  logger = pino({ level: 'silent' }),
}: HouseOptions = {}) {
  const config = {
    port,
    host: '127.0.0.1',
    databaseFile: file,
    publicUrl,
    logLevel: 'silent',
    securityContact: null,
  } as const;
  const { url, administratorKey, close } = await openServer(config, { logger });
  const house = await furnish({ url, administratorKey: administratorKey!, origins, publicUrl });
  return { close, administratorKey: administratorKey!, ...house };
}

export interface Unfurnished {
  /** Where the server is reached. */
  readonly url: string;
  readonly administratorKey: string;
  readonly origins: readonly string[];
  readonly publicUrl: string;
  readonly tenant?: TenantId;
  /** Stands in whatever the client keeps and can be read. */
  readonly mark?: string;
}

/** Sets a client up on a server that has none, and gives the ways in. */
export async function furnish({ url, administratorKey, origins, publicUrl, tenant = TENANT, mark = '' }: Unfurnished) {
  async function ask<T>(
    method: string,
    path: string,
    { as, body, headers }: Asked = {},
  ): Promise<{ status: number; body: T; headers: Headers }> {
    const response = await fetch(url + path, {
      method,
      headers: {
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(as && { authorization: `Bearer ${as}` }),
        ...(as?.startsWith('vs_') && { origin: origins[0]! }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: (text ? JSON.parse(text) : undefined) as T };
  }

  async function administer<T>(method: string, path: string, body: unknown): Promise<T> {
    const answer = await ask<T>(method, `/v1/admin/tenants/${tenant}${path}`, { as: administratorKey, body });
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  }

  const { locale, currency, timeZone, vatRounding, tier, siteSharing, approval, provider } = DIRECTORY.tenant;
  const name = `${String(DIRECTORY.tenant.name)}${mark}`;
  await administer('PUT', '', { name, locale, currency, timeZone, vatRounding, tier, siteSharing, approval, provider });
  await administer('PUT', '/sites', {
    sites: [...DIRECTORY.sites.values()].map((site) => ({ ...site, address: `${String(site.address)}${mark}` })),
  });
  await administer('PUT', '/priorities', { priorities: [...DIRECTORY.priorities.values()] });
  await administer('PUT', '/categories', { categories: [...DIRECTORY.categories.values()] });
  await administer('PUT', '/assets', { assets: [...DIRECTORY.assets.values()] });
  await administer('PUT', '/policies', { policies: [DIRECTORY.policy] });
  await administer('PUT', '/prices', { prices: [...DIRECTORY.prices.values()].flat() });
  await administer('PUT', '/people', { people: [...DIRECTORY.staff.values()] });
  await administer('PUT', '/origins', { origins });
  await administer('PUT', '/sign-in', { issuers: [ISSUER] });
  const { secret } = await administer<{ secret: string }>('PUT', '/keys/k1', { algorithm: 'HS256' });
  const { key: desk } = await administer<{ key: string }>('POST', '/api-keys', {
    name: 'desk',
    scopes: ['read', 'tickets', 'act-as'],
  });
  const signer = { kid: 'k1', algorithm: 'HS256', key: Buffer.from(secret, 'base64url') };

  /** An assertion as the client's backend mints it. */
  const assertion = (
    sub: string,
    role: ClientRole = 'employee',
    sites: readonly string[] = ['baumana-44'],
  ): Promise<string> =>
    signAssertion(signer, {
      ...claimsAt(Date.now(), tenant, { sub, name: sub, role, sites }),
      aud: `${publicUrl}/t/${tenant}`,
    });

  return {
    url,
    ask,
    administer,
    assertion,
    /** The provider's API key, with the scope to name its people. */
    desk,
    async signIn(
      sub: string,
      role: ClientRole = 'employee',
      sites: readonly string[] = ['baumana-44'],
    ): Promise<SessionAnswer> {
      const body = { tenant, assertion: await assertion(sub, role, sites) };
      const answer = await ask<SessionAnswer>('POST', '/v1/session', { body, headers: { origin: origins[0]! } });
      if (answer.status !== 200) throw new Error(`no session for ${sub}: ${JSON.stringify(answer.body)}`);
      return answer.body;
    },
    /** Sends a command; `staff` acts by the provider's key. */
    send: <T = { readonly events: TicketAnswer['events'] }>(
      as: string,
      path: string,
      body: unknown,
      staff?: string,
      key: string = randomUUID(),
    ) =>
      ask<T>('POST', path, { as, body, headers: { 'idempotency-key': key, ...(staff && { 'vitrine-actor': staff }) } }),
  };
}

export type House = Awaited<ReturnType<typeof openHouse>>;
