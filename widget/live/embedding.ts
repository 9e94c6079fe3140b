import type { Embedding, GetToken } from '../store/machinery.ts';
import type { PortalFault } from '../store/state.ts';

import { fromTokenUrl } from './token-url.ts';

const TOKEN_ATTRIBUTES = ['token', 'assertion', 'jwt', 'session', 'access-token'];
const TOKEN_IN_ADDRESS = /[?#&](vitrine[-_])?(token|assertion|session)=(eyJ|vs_)/i;

/** What keeps a portal from starting at all. */
export function findMistake({ tenant, server, tokenUrl, getToken }: Embedding): PortalFault | undefined {
  if (!tenant) {
    return {
      code: 'no_tenant',
      detail: 'The portal does not know whose it is.',
      help: 'Name the client: <vitrine-portal tenant="…">.',
    };
  }
  if (!URL.canParse(server) || !/^https?:/.test(server)) {
    return {
      code: 'no_server',
      detail: server ? `"${server}" is no address of a server.` : 'The portal does not know its server.',
      help: 'Write <vitrine-portal server="https://…">; without it, it is where vitrine.js came from.',
    };
  }
  if (!tokenUrl && !getToken) {
    return {
      code: 'no_token',
      detail: 'The portal cannot know who is in front of it.',
      help: 'Set token-url to an address of your backend that answers with an assertion, or the property getToken.',
    };
  }
  return undefined;
}

/** A token where everybody can read it. It is not used; the portal goes on with the one that it asks for. */
export function findLeak(host: Element): PortalFault | undefined {
  const attribute = TOKEN_ATTRIBUTES.find((name) => host.hasAttribute(name));
  const where = attribute
    ? `the attribute ${attribute}`
    : TOKEN_IN_ADDRESS.test(location.href) && 'the address of the page';
  if (!where) return undefined;
  return {
    code: 'token_in_page',
    detail: `A token in ${where} is ignored: histories, logs and other scripts read it there.`,
    help: 'Take it out, regard it as known to others, and use token-url or the property getToken.',
  };
}

/** The function is asked for at each call: the page may have set another one meanwhile. */
export const tokenFrom =
  (embedding: () => Embedding): GetToken =>
  (ask) => {
    const { getToken, tokenUrl } = embedding();
    return (getToken ?? fromTokenUrl(tokenUrl))(ask);
  };
