import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';

/** A page that somebody embeds the portal in, with whatever mistakes a test puts there. */
export interface HostPage {
  /** Its Content-Security-Policy; none without it. */
  readonly policy?: string;
  readonly head: string;
  readonly body: string;
  /** What its backend answers at `/token`. */
  readonly token?: (request: Request) => Response | Promise<Response>;
}

export interface HostPages {
  readonly origin: string;
  /** Puts a page there; gives its address. */
  put(page: HostPage): string;
  close(): void;
}

/** Pages on an origin of their own, each with its own backend for tokens. */
export async function openHostPages(): Promise<HostPages> {
  const pages: HostPage[] = [];
  const fetch = (request: Request): Response | Promise<Response> => {
    const [, number = '', path] = new URL(request.url).pathname.split('/');
    const page = pages[Number(number || NaN)];
    if (!page) return new Response(null, { status: number === 'favicon.ico' ? 204 : 404 });
    if (path === 'token') return page.token?.(request) ?? new Response(null, { status: 404 });
    return new Response(documentOf(page), {
      headers: {
        'content-type': 'text/html; charset=utf-8',
        ...(page.policy && { 'content-security-policy': page.policy }),
      },
    });
  };
  const server = serve({ fetch, port: 0, hostname: '127.0.0.1' });
  if (!server.listening) await once(server, 'listening');
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    put: (page) => `${origin}/${pages.push(page) - 1}/`,
    close: () => void server.close(),
  };
}

const documentOf = ({ head, body }: HostPage): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8" /><title>Intranet</title>${head}</head><body>${body}</body></html>`;
