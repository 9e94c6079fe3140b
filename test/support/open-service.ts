import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { pino } from 'pino';
import { ask } from '../../demo/company/api.ts';
import type { SigningKey } from '../../demo/pages/assertion.ts';
import { createIntranet } from '../../demo/pages/intranet.ts';
import { TENANT_ID } from '../../demo/pharmacy/tenant.ts';
import { findFree } from '../../demo/ports.ts';
import { ISSUER, registerOrigin, setUpClient } from '../../demo/seed.ts';
import { openServer } from '../../server/open-server.ts';

const HOST = '127.0.0.1';

export interface OpenedService {
  /** The intranet page of the client's person, under its strict policy. */
  pageOf(person: string, choice?: { readonly lang?: string; readonly scheme?: string }): string;
  /** What somebody of the service company does to a ticket, by the HTTP API. */
  act(staff: string, ticket: string, command: string, body?: object): Promise<void>;
  close(): Promise<void>;
}

/** The whole service in front of a browser: the real server on a file, the demo's client set up through the doors, and its intranet. */
export async function openService(): Promise<OpenedService> {
  const folder = await mkdtemp(join(tmpdir(), 'vitrine-'));
  const port = await findFree(0, HOST);
  if (port === undefined) throw new Error('no free port');
  const publicUrl = `http://localhost:${port}`;
  const logger = pino({ level: 'silent' });
  const databaseFile = join(folder, 'e2e.sqlite');
  const config = { port, host: HOST, databaseFile, publicUrl, logLevel: 'silent', securityContact: null } as const;
  const server = await openServer(config, { logger });
  if (!server.administratorKey) throw new Error('a new database came without an administrator’s key');

  const { companyKey, signing } = await setUpClient(publicUrl, server.administratorKey, 'en');
  const key: SigningKey = { ...signing, issuer: ISSUER, audience: `${publicUrl}/t/${TENANT_ID}` };
  const pages = serve({
    fetch: createIntranet({ server: publicUrl, key, isQuiet: true }).fetch,
    port: 0,
    hostname: HOST,
  });
  if (!pages.listening) await once(pages, 'listening');
  const intranet = `http://localhost:${(pages.address() as AddressInfo).port}`;
  await registerOrigin(publicUrl, server.administratorKey, intranet);

  return {
    pageOf: (person, { lang = 'en', scheme = 'light' } = {}) =>
      `${intranet}/intranet?${new URLSearchParams({ person, lang, scheme }).toString()}`,
    async act(staff, ticket, command, body = {}) {
      const headers = { Authorization: `Bearer ${companyKey}`, 'Vitrine-Actor': staff };
      await ask(publicUrl, `/v1/tickets/${ticket}/${command}`, {
        method: 'POST',
        body,
        key: crypto.randomUUID(),
        headers,
      });
    },
    async close() {
      pages.close();
      await server.close();
      await rm(folder, { recursive: true });
    },
  };
}
