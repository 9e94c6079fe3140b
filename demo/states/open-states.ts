import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { createGallery } from './gallery.ts';
import { openLine } from './line.ts';
import { openStage } from './stage.ts';

export interface StatesOptions {
  /** The origin of the portal's server. */
  readonly server: string;
  readonly administratorKey: string;
  /** The server's, as DATABASE_URL names it. */
  readonly database: string;
  readonly host: string;
  /** 0 for any free one. */
  readonly port: number;
}

export interface OpenedStates {
  /** Where every state is shown. */
  readonly url: string;
  close(): void;
}

/** The gallery of every state. Nothing is made before somebody opens it. */
export async function openStates({
  server,
  administratorKey,
  database,
  host,
  port,
}: StatesOptions): Promise<OpenedStates> {
  const line = openLine(server);
  line.listen(0, host);
  await once(line, 'listening');
  const lineOrigin = `http://localhost:${(line.address() as AddressInfo).port}`;

  let gallery: ReturnType<typeof createGallery> | undefined;
  const pages = serve({ fetch: (request, env) => gallery!.fetch(request, env), port, hostname: host });
  if (!pages.listening) await once(pages, 'listening');
  const origin = `http://localhost:${(pages.address() as AddressInfo).port}`;
  gallery = createGallery({
    server,
    line: lineOrigin,
    origin,
    stage: openStage({ server, administratorKey, origin, database }),
  });
  return {
    url: origin,
    close() {
      pages.close();
      line.close();
      line.closeAllConnections();
    },
  };
}
