import type { RequestListener } from 'node:http';
import { getRequestListener, type HttpBindings } from '@hono/node-server';
import { Refusal } from '../contract/faults.ts';
import { toProblem } from './problem.ts';

/** On every answer; a route that serves something else than the API sets its own over them. */
const HEADERS = new Map([
  ['Strict-Transport-Security', 'max-age=31536000; includeSubDomains'],
  ['X-Content-Type-Options', 'nosniff'],
  ['Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'"],
  ['Referrer-Policy', 'no-referrer'],
  ['Cache-Control', 'no-store'],
  ['Vary', 'Origin'],
]);

/** What only somebody writes who hopes that two readers understand an address differently. */
const AMBIGUOUS = /\\|\/\/|\/\.{1,2}(\/|$)|\.$|%(2e|2f|5c|00|25)/i;

interface Application {
  fetch(request: Request, env: HttpBindings): Response | Promise<Response>;
}

/**
 * The application as Node's HTTP server calls it. The headers are set here, natively: as middleware they cost more than all else together.
 * An ambiguous address is unknown before anybody has resolved it.
 */
export function nodeListener(app: Application): RequestListener {
  const { body, ...init } = toProblem(new Refusal('not_found', 'there is nothing at this address'));
  const unknown = () => new Response(body, init);
  const listener = getRequestListener(
    (request, env) => (isAmbiguous(env.incoming.url) ? unknown() : app.fetch(request, env as HttpBindings)),
    // Thrown where the address or the Host header cannot be understood at all.
    { errorHandler: unknown },
  );
  return (incoming, outgoing) => {
    outgoing.setHeaders(HEADERS);
    void listener(incoming, outgoing);
  };
}

const isAmbiguous = (url = '/'): boolean => AMBIGUOUS.test(url.split('?', 1)[0]!);
