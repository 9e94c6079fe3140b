import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { pino } from 'pino';
import type { Client } from '../../demo/clients/client.ts';
import { PHARMACY } from '../../demo/clients/pharmacy/pharmacy.ts';
import { ask } from '../../demo/company/api.ts';
import { mintAssertion, type SigningKey } from '../../demo/identity/assertion.ts';
import { createIntranet } from '../../demo/pages/intranet.ts';
import { findGuest } from '../../demo/pages/choice.ts';
import { findFree } from '../../demo/ports.ts';
import { registerOrigin, setUpClient } from '../../demo/seed.ts';
import { openServer } from '../../server/open-server.ts';

const HOST = '127.0.0.1';
const ACCURACY_METRES = 10;

/** Degrees × 10⁷. */
export interface Place {
  readonly latitude: number;
  readonly longitude: number;
}

export interface OpenedService {
  /** The origin of the server. */
  readonly url: string;
  /** The intranet page of the client's person, under its strict policy. */
  pageOf(person: string, choice?: { readonly lang?: string; readonly scheme?: string }): string;
  /** What the client's backend says of its person. */
  assertionOf(person: string): string;
  /** Makes this origin, and no other, one of the client's pages. */
  allow(origin: string): Promise<void>;
  /** What somebody of the service company does to a ticket, by the HTTP API. */
  act(staff: string, ticket: string, command: string, body?: object): Promise<void>;
  /** Where an engineer's phone was so many seconds ago. */
  locate(engineer: string, place: Place, secondsAgo: number): Promise<void>;
  /** In order, as at a new version. */
  stop(): Promise<void>;
  /** On the same port and file. */
  start(): Promise<void>;
  close(): Promise<void>;
}

/**
 * The whole service in front of a browser: the real server on a file, one of the demo's clients set up through the doors, and its intranet.
 *
 * @param random what the server takes for chance, from 0 up to 1
 */
export async function openService(
  random: () => number = Math.random,
  client: Client = PHARMACY,
): Promise<OpenedService> {
  const folder = await mkdtemp(join(tmpdir(), 'vitrine-'));
  const port = await findFree(0, HOST);
  if (port === undefined) throw new Error('no free port');
  const publicUrl = `http://localhost:${port}`;
  const logger = pino({ level: 'silent' });
  const databaseFile = join(folder, 'e2e.sqlite');
  const config = { port, host: HOST, databaseFile, publicUrl, logLevel: 'silent', securityContact: null } as const;
  const open = () => openServer(config, { logger, random });
  let server: Awaited<ReturnType<typeof open>> | undefined = await open();
  const { administratorKey } = server;
  if (!administratorKey) throw new Error('a new database came without an administrator’s key');

  const { companyKey, signing } = await setUpClient(client, publicUrl, administratorKey, 'en');
  const key: SigningKey = { ...signing, issuer: client.issuer, audience: `${publicUrl}/t/${client.id}` };
  const pages = serve({
    fetch: createIntranet({ server: publicUrl, keys: { [client.id]: key }, isQuiet: true }).fetch,
    port: 0,
    hostname: HOST,
  });
  if (!pages.listening) await once(pages, 'listening');
  const intranet = `http://localhost:${(pages.address() as AddressInfo).port}`;
  const allow = (origin: string): Promise<void> => registerOrigin(client, publicUrl, administratorKey, origin);
  await allow(intranet);

  const as = (staff: string) => ({ Authorization: `Bearer ${companyKey}`, 'Vitrine-Actor': staff });
  const stop = async (): Promise<void> => {
    await server?.close();
    server = undefined;
  };
  return {
    url: publicUrl,
    pageOf: (person, { lang = 'en', scheme = 'light' } = {}) =>
      `${intranet}/${client.id}?${new URLSearchParams({ person, lang, scheme }).toString()}`,
    assertionOf(person) {
      const guest = findGuest(client, person)!;
      return mintAssertion({ ...guest, name: guest.name.en }, key);
    },
    allow,
    async act(staff, ticket, command, body = {}) {
      const path = `/v1/tickets/${ticket}/${command}`;
      await ask(publicUrl, path, { method: 'POST', body, key: crypto.randomUUID(), headers: as(staff) });
    },
    async locate(engineer, place, secondsAgo) {
      const at = new Date(Date.now() - secondsAgo * 1000).toISOString();
      const body = { at, ...place, accuracy: ACCURACY_METRES };
      await ask(publicUrl, '/v1/positions', { method: 'POST', body, headers: as(engineer) });
    },
    stop,
    async start() {
      server = await open();
    },
    async close() {
      pages.close();
      await stop();
      await rm(folder, { recursive: true });
    },
  };
}
