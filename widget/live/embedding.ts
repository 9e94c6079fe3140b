import type { Embedding, GetToken } from '../store/machinery.ts';
import { fromTokenUrl } from './token-url.ts';

const TOKEN_ATTRIBUTES = ['token', 'assertion', 'jwt', 'session', 'access-token'];
const TOKEN_IN_ADDRESS = /[?#&](vitrine[-_])?(token|assertion|session)=(eyJ|vs_)/i;

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

/** Where a token stands that everybody can read. It is not used; the portal goes on with the one that it asks for. */
export function findLeak(host: Element): string | undefined {
  const attribute = TOKEN_ATTRIBUTES.find((name) => host.hasAttribute(name));
  if (attribute) return `the attribute ${attribute}`;
  return TOKEN_IN_ADDRESS.test(location.href) ? 'the address of the page' : undefined;
}

/** Where the tokens come from is asked at each call: the page may have set another function meanwhile. */
export const tokenFrom =
  (source: () => GetToken | string | undefined): GetToken =>
  (ask) => {
    const from = source();
    return (typeof from === 'function' ? from : fromTokenUrl(from ?? ''))(ask);
  };
