import type { Embedding, GetToken } from '../store/machinery.ts';
import { fromTokenUrl } from './token-url.ts';

/** What keeps a portal from starting at all. */
export function findMistake({
  tenant,
  server,
  tokenUrl,
  getToken,
}: Embedding): 'no_tenant' | 'no_server' | 'no_token' | undefined {
  if (!tenant) return 'no_tenant';
  if (!/^https?:\/\/[^/]/.test(server)) return 'no_server';
  return tokenUrl || getToken ? undefined : 'no_token';
}

/** Where the tokens come from is asked at each call: the page may have set another function meanwhile. */
export const tokenFrom =
  (source: () => GetToken | string | undefined): GetToken =>
  (ask) => {
    const from = source();
    return (typeof from === 'function' ? from : fromTokenUrl(from ?? ''))(ask);
  };
