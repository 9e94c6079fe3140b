import type { Assets } from '../assets.ts';
import { openRoutes } from './open-route.ts';
import { sendAsset } from './send-asset.ts';

/** `/vitrine.js` and its chunks, for any page. */
export function assetRoutes(assets: Assets) {
  const routes = openRoutes();
  for (const [path, asset] of assets) {
    // Said here, not in the file: there every page would load its address.
    const map = assets.has(`${path}.map`) ? { SourceMap: `${path.split('/').at(-1)}.map` } : {};
    routes.get(path, (c) =>
      sendAsset(c, asset, {
        'Access-Control-Allow-Origin': '*',
        'Cross-Origin-Resource-Policy': 'cross-origin',
        ...map,
      }),
    );
  }
  return routes;
}
