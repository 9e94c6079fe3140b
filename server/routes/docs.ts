import { DOCS } from '../docs/read-docs.ts';
import { openRoutes } from './open-route.ts';
import { sendAsset } from './send-asset.ts';

/**
 * People paste keys there: the page runs and asks nothing but this server, stands in no frame and keeps no window to whoever opened it. Its
 * icons are pictures in its own stylesheet. Trusted Types its viewer does not know.
 */
const HEADERS = {
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; connect-src 'self'; " +
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

/** `/docs`: the API to be read and tried, for anybody. It says what `/v1/openapi.json` says, and no more. */
export function docsRoutes() {
  const routes = openRoutes();
  for (const [path, bring] of DOCS) routes.get(path, async (c) => sendAsset(c, await bring(), HEADERS));
  return routes;
}
