import { randomUUID } from 'node:crypto';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createApp } from '../../server/app.ts';
import type { TenantId } from '../../server/contract/ids.ts';
import { CLIENT_ROLES } from '../../server/contract/people.ts';
import type { FindDirectory } from '../../server/directory/directory.ts';
import { nodeListener } from '../../server/http/node-listener.ts';
import { openIdentity, type Identity } from '../../server/identity/open-identity.ts';
import type { Incident } from '../../server/report.ts';
import { adminApiKeysRoutes } from '../../server/routes/admin-api-keys.ts';
import { adminKeysRoutes } from '../../server/routes/admin-keys.ts';
import { adminClientPeopleRoutes } from '../../server/routes/admin-client-people.ts';
import { adminSignInRoutes } from '../../server/routes/admin-sign-in.ts';
import { operatorRoutes } from '../../server/routes/operator.ts';
import type { Routes } from '../../server/routes/open-route.ts';
import { sessionRoutes } from '../../server/routes/session.ts';
import { openDatabase } from '../../server/store/open-database.ts';
import { claimsAt, ISSUER, newSecret, OWN_ORIGIN, signAssertion } from './assertions.ts';
import { DIRECTORY } from './directory.ts';
import { START, TENANT } from './timeline.ts';

export const OTHER = 'other' as TenantId;
/** Where the tenant's intranet page is. */
export const PAGE = 'https://intranet.apteka.example';

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly text: string;
}

export const jsonOf = (answer: Answer) => JSON.parse(answer.text) as Record<string, unknown>;

export interface EdgeOptions {
  readonly file?: string;
  readonly routes?: (identity: Identity) => readonly Routes[];
}

/**
 * Identity and the HTTP edge on a real database and a real socket: two tenants, of which TENANT signs with one secret; a clock that stands
 * until it is moved.
 */
export async function openEdge({ file = ':memory:', routes = () => [] }: EdgeOptions = {}) {
  const db = await openDatabase(file);
  const clock = { now: START };
  const now = () => clock.now;
  const incidents: Incident[] = [];
  const report = (incident: Incident) => void incidents.push(incident);
  const directories = new Map([TENANT, OTHER].map((id) => [id, { ...DIRECTORY, tenant: { ...DIRECTORY.tenant, id } }]));
  const findDirectory: FindDirectory = (tenant) => Promise.resolve(directories.get(tenant));
  for (const id of directories.keys()) {
    const row = { id, log: `log-${id}`, epoch: 'epoch-1', head: 0, number: 0, version: 1, settings: '{}' };
    await db
      .insertInto('tenant')
      .values(row)
      .onConflict((on) => on.column('id').doNothing())
      .execute();
  }

  const identity = openIdentity({ db, findDirectory, ownOrigin: OWN_ORIGIN, report, now });
  const signer = newSecret('k1');
  await identity.settings.save(TENANT, { issuers: [ISSUER], roles: CLIENT_ROLES, jwksUrl: null });
  await identity.keys.add(TENANT, {
    kid: signer.kid,
    algorithm: 'HS256',
    secret: Buffer.from(signer.key).toString('base64url'),
    jwk: null,
    validUntil: null,
    createdAt: START,
  });
  await identity.origins.replace(TENANT, [PAGE]);

  const app = createApp({
    authenticate: identity.authenticate,
    isRegistered: (origin) => identity.origins.isRegistered(origin),
    ownOrigin: OWN_ORIGIN,
    report,
    newInstance: randomUUID,
    routes: [
      sessionRoutes({
        signIn: identity.signIn,
        endSession: (token) => identity.gate.end(token),
        findDirectory,
        head: () => Promise.resolve(7),
        now,
      }),
      operatorRoutes({ securityContact: 'mailto:security@service.example', now }),
      adminSignInRoutes({ ...identity, findDirectory }),
      adminKeysRoutes({ ...identity, findDirectory, now }),
      adminApiKeysRoutes({ ...identity, findDirectory }),
      adminClientPeopleRoutes({ ...identity, findDirectory }),
      ...routes(identity),
    ],
  });
  const server = createServer(nodeListener(app));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  /** Sends what it is told to, byte for byte: no address is tidied up. */
  const ask = (
    method: string,
    path: string,
    headers: Readonly<Record<string, string>> = {},
    body?: string | Uint8Array,
  ): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const asked = request({ host: '127.0.0.1', port, method, path, headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => void chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () =>
          resolve({ status: response.statusCode!, headers: response.headers, text: Buffer.concat(chunks).toString() }),
        );
      });
      asked.on('error', reject);
      asked.end(body);
    });

  const post = (path: string, body: unknown, headers: Readonly<Record<string, string>> = {}) =>
    ask('POST', path, { 'content-type': 'application/json', ...headers }, JSON.stringify(body));

  return {
    db,
    clock,
    identity,
    incidents,
    signer,
    port,
    ask,
    post,
    /** Shows an assertion at the tenant's door, from the tenant's page. */
    show: (assertion: string, tenant: string = TENANT, headers: Readonly<Record<string, string>> = { origin: PAGE }) =>
      post('/v1/session', { tenant, assertion }, headers),
    /** A good assertion, but for what is given. */
    assert: (claims: Readonly<Record<string, unknown>> = {}, header: Readonly<Record<string, unknown>> = {}) =>
      signAssertion(signer, claimsAt(clock.now, TENANT, claims), header),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await db.destroy();
    },
  };
}

export type Edge = Awaited<ReturnType<typeof openEdge>>;
