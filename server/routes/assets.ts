import type { Assets } from '../assets.ts';
import { openRoutes } from './open-route.ts';

const YEAR = 'public, max-age=31536000, immutable';
/** The entry keeps its name through every version, so a page asks for it anew, and is told cheaply that nothing changed. */
const ASK = 'public, max-age=0, must-revalidate';

/** `/vitrine.js` and its chunks, for any page. */
export function assetRoutes(assets: Assets) {
  const routes = openRoutes();
  for (const [path, { type, etag, immutable, plain, brotli }] of assets) {
    // Said here, not in the file: there every page would load its address.
    const map = assets.has(`${path}.map`) ? { SourceMap: `${path.split('/').at(-1)}.map` } : {};
    routes.get(path, (c) => {
      const isPacked = /\bbr\b/.test(c.req.header('accept-encoding') ?? '');
      const headers = {
        'Content-Type': type,
        'Cache-Control': immutable ? YEAR : ASK,
        ETag: etag,
        Vary: 'Accept-Encoding',
        'Access-Control-Allow-Origin': '*',
        'Cross-Origin-Resource-Policy': 'cross-origin',
        ...map,
      };
      if (c.req.header('if-none-match') === etag) return c.body(null, 304, headers);
      return c.body(isPacked ? brotli : plain, 200, isPacked ? { ...headers, 'Content-Encoding': 'br' } : headers);
    });
  }
  return routes;
}
