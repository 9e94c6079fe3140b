import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { findFree } from '../../demo/ports.ts';
import { openStates } from '../../demo/states/open-states.ts';
import { openServer } from '../../server/open-server.ts';

const HOST = '127.0.0.1';

export interface OpenedGallery {
  readonly url: string;
  close(): Promise<void>;
}

/** The real server on a file, and the gallery of every state in front of it. */
export async function openGallery(): Promise<OpenedGallery> {
  const folder = await mkdtemp(join(tmpdir(), 'vitrine-states-'));
  const port = await findFree(0, HOST);
  if (port === undefined) throw new Error('no free port');
  const publicUrl = `http://localhost:${port}`;
  const databaseFile = join(folder, 'states.sqlite');
  const config = { port, host: HOST, databaseFile, publicUrl, logLevel: 'silent', securityContact: null } as const;
  const { administratorKey, close } = await openServer(config, { logger: pino({ level: 'silent' }) });
  if (!administratorKey) throw new Error('a new database came without an administrator’s key');
  const states = await openStates({ server: publicUrl, administratorKey, database: databaseFile, host: HOST, port: 0 });
  return {
    url: states.url,
    async close() {
      states.close();
      await close();
      await rm(folder, { recursive: true });
    },
  };
}
