import type { PortalFault } from '../store/state.ts';
import { explainLeak } from './explain-embedding.ts';

const TOKEN_ATTRIBUTES = ['token', 'assertion', 'jwt', 'session', 'access-token'];
const TOKEN_IN_ADDRESS = /[?#&](vitrine[-_])?(token|assertion|session)=(eyJ|vs_)/i;

/** Where a token stands that everybody can read. */
function whereLeaked(host: Element): string | undefined {
  const attribute = TOKEN_ATTRIBUTES.find((name) => host.hasAttribute(name));
  if (attribute) return `the attribute ${attribute}`;
  return TOKEN_IN_ADDRESS.test(location.href) ? 'the address of the page' : undefined;
}

/** A token in the page is not used; the portal goes on with the one that it asks for, and says so. */
export function findLeak(host: Element): PortalFault | undefined {
  const where = whereLeaked(host);
  return where ? explainLeak(where) : undefined;
}
