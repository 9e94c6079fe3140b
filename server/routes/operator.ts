import { openRoutes } from './open-route.ts';

export interface OperatorRouteDeps {
  /** Where a hole may be reported, as a URI; null: nowhere. */
  readonly securityContact: string | null;
  readonly now: () => number;
}

const HALF_A_YEAR_MS = 182 * 24 * 3_600_000;

/** What operators and strangers ask. `/healthz` answers any origin, so that a page can tell a refused origin from a dead server. */
export const operatorRoutes = ({ securityContact, now }: OperatorRouteDeps) =>
  openRoutes()
    .get('/healthz', (c) => c.json({ ok: true }, 200, { 'Access-Control-Allow-Origin': '*' }))
    .get('/.well-known/security.txt', (c) => {
      if (securityContact === null) return c.notFound();
      // RFC 9116
      const expires = new Date(now() + HALF_A_YEAR_MS).toISOString();
      return c.text(`Contact: ${securityContact}\nExpires: ${expires}\n`, 200, { 'Access-Control-Allow-Origin': '*' });
    });
