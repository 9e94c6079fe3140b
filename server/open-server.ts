import { randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Logger } from 'pino';
import { createApp } from './app.ts';
import { readAssets } from './assets.ts';
import { unusable, type Config } from './config.ts';
import type { TicketId } from './contract/ids.ts';
import { findDirectoryIn } from './directory/find-directory.ts';
import { finishRequests } from './http/finish-requests.ts';
import { nodeListener } from './http/node-listener.ts';
import { openIdentity } from './identity/open-identity.ts';
import { openPokes } from './live/pokes.ts';
import { openLive } from './live/sockets.ts';
import type { Report } from './report.ts';
import { adminApiKeysRoutes } from './routes/admin-api-keys.ts';
import { adminClientRoutes } from './routes/admin-client.ts';
import { adminDirectoryRoutes } from './routes/admin-directory.ts';
import { adminKeysRoutes } from './routes/admin-keys.ts';
import { adminClientPeopleRoutes } from './routes/admin-client-people.ts';
import { adminSignInRoutes } from './routes/admin-sign-in.ts';
import { assetRoutes } from './routes/assets.ts';
import { commandRoutes } from './routes/commands.ts';
import { docsRoutes } from './routes/docs.ts';
import { operatorRoutes } from './routes/operator.ts';
import { portalRoutes } from './routes/portal.ts';
import { positionRoutes } from './routes/positions.ts';
import { promiseRoutes } from './routes/promise.ts';
import { sessionRoutes } from './routes/session.ts';
import { ticketRoutes } from './routes/tickets.ts';
import { visitRoutes } from './routes/visits.ts';
import { findRemembered, forgetKeysBefore } from './store/command-keys.ts';
import { openDirectories } from './store/directory.ts';
import { openEventLog } from './store/event-log.ts';
import { openDatabase } from './store/open-database.ts';
import { openTickets } from './store/tickets.ts';
import { openWriter } from './store/writer-queue.ts';
import { openHandle } from './tickets/handle.ts';
import { openReading } from './tickets/reading.ts';
import { uuidV7 } from './uuid-v7.ts';
import { openPositions } from './visits/positions.ts';
import { openVisitors } from './visits/visitors.ts';

export interface OpenedServer {
  /** Where it listens, as it is reached on this computer. */
  readonly url: string;
  /** Only at the first start on a database: nobody can read it again. */
  readonly administratorKey: string | undefined;
  /** In reverse: no new request, sockets told when to come back, what was begun finished, the database closed. */
  close(): Promise<void>;
}

const DAY_MS = 86_400_000;
const KEYS_KEPT_MS = 7 * DAY_MS;
/** Against slow headers and bodies (H13). Node looks for them every half minute where it is not told otherwise. */
const TIMEOUTS = {
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  keepAliveTimeout: 65_000,
  connectionsCheckingInterval: 2000,
} as const;

/** Wires the parts together and listens; the whole house in the order in which it is built. */
export async function openServer(
  config: Config,
  {
    logger,
    now = Date.now,
    random = Math.random,
  }: { readonly logger: Logger; readonly now?: () => number; readonly random?: () => number },
): Promise<OpenedServer> {
  const report: Report = ({ level, event, error, ...more }) => logger[level]({ ...more, err: error }, event);
  const db = await openDatabase(config.databaseFile).catch((error: unknown) => {
    throw unusable('DATABASE_URL', config.databaseFile, error);
  });
  const pokes = openPokes();
  const log = openEventLog(db);
  const tickets = openTickets(db, log);
  const writer = openWriter(db, (tenant, head) => pokes.poke(tenant, head));
  const directories = openDirectories(db);
  const findDirectory = findDirectoryIn(directories);
  const identity = openIdentity({ db, findDirectory, ownOrigin: config.publicUrl, report, now });

  const handle = openHandle({
    log,
    tickets,
    writer,
    findDirectory,
    findRemembered: (key) => findRemembered(db, key),
    newTicketId: () => uuidV7(now()) as TicketId,
    now,
  });
  const http = createServer(TIMEOUTS);
  const positions = openPositions({ tickets, findDirectory, now });
  const reading = openReading({ tickets, log, findDirectory, etaOf: positions.etaOf, now });

  const app = createApp({
    authenticate: identity.authenticate,
    ownOrigin: config.publicUrl,
    isRegistered: (origin) => identity.origins.isRegistered(origin),
    report,
    newInstance: randomUUID,
    routes: [
      operatorRoutes({ securityContact: config.securityContact, now }),
      sessionRoutes({
        signIn: identity.signIn,
        endSession: (token) => identity.gate.end(token),
        findDirectory,
        head: (tenant) => log.head(tenant),
        now,
      }),
      portalRoutes({ findDirectory }),
      promiseRoutes({ findDirectory, now }),
      ticketRoutes({ handle, reading }),
      commandRoutes({ handle }),
      positionRoutes({ positions }),
      visitRoutes({ findVisitors: openVisitors({ tickets, findDirectory, etaOf: positions.etaOf, now }) }),
      adminClientRoutes({ findDirectory, ...directories, randomHex: (bytes) => randomBytes(bytes).toString('hex') }),
      ...adminDirectoryRoutes({ findDirectory, change: directories.change }),
      adminSignInRoutes({ ...identity, findDirectory }),
      adminKeysRoutes({ ...identity, findDirectory, now }),
      adminApiKeysRoutes({ ...identity, findDirectory }),
      adminClientPeopleRoutes({ ...identity, findDirectory }),
      assetRoutes(readAssets()),
      docsRoutes(),
    ],
  });
  http.on('request', nodeListener(app));
  const live = openLive(http, {
    gate: identity.gate,
    origins: identity.origins,
    positions,
    pokes,
    log,
    tickets,
    findDirectory,
    now,
    random,
    report,
  });

  const sweep = setInterval(() => {
    forgetKeysBefore(db, now() - KEYS_KEPT_MS).catch((error: unknown) =>
      report({ level: 'error', event: 'sweep', error }),
    );
  }, DAY_MS).unref();

  await listen(http, config);
  const { port } = http.address() as AddressInfo;
  // Told once: a start that came to nothing must not have used it up.
  const administratorKey = await identity.apiKeys.openAdministratorKey();
  return {
    url: `http://localhost:${port}`,
    administratorKey,
    async close() {
      clearInterval(sweep);
      const finished = finishRequests(http);
      await live.close();
      await finished;
      await writer.drain();
      await db.destroy();
    },
  };
}

async function listen(http: Server, { port, host }: Config): Promise<void> {
  http.listen(port, host);
  try {
    await once(http, 'listening');
  } catch (error) {
    const isPort = error instanceof Error && 'code' in error && /^(EADDRINUSE|EACCES)$/.test(String(error.code));
    throw isPort ? unusable('PORT', port, error) : unusable('HOST', host, error);
  }
}
