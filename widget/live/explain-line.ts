import type { PortalFault } from '../store/state.ts';
import type { Line } from './request.ts';
import type { SessionTrouble } from './session.ts';

const MAX_LIFE_S = 300;
const PROBE_TIMEOUT_MS = 5_000;

export interface Embedding {
  readonly server: string;
  readonly tenant: string;
  /** The server's clock, seconds since the epoch, as far as it is known. */
  readonly nowS: number;
}

/**
 * What is most likely wrong with an assertion that the server refused. The server says only "no", so that nobody learns from it; but
 * whoever minted the assertion may look at his own. The signature is the server's to judge.
 */
export function explainRefusal(assertion: string, { server, tenant, nowS }: Embedding, instance?: string): PortalFault {
  const refused = (detail: string, help: string): PortalFault => ({ code: 'assertion_refused', detail, help });
  const claims = claimsOf(assertion);
  if (!claims)
    return refused(
      'The token is no JWT.',
      'Let getToken or token-url give the signed assertion itself, and nothing around it.',
    );

  const { aud, exp, iat } = claims;
  const expected = `${new URL(server).origin}/t/${tenant}`;
  if (aud !== expected) {
    return refused(
      `The assertion's aud is ${shown(aud)}; this portal's server expects "${expected}".`,
      'Mint it for this server and tenant, as one exact string; compare the tenant attribute and the server’s PUBLIC_URL.',
    );
  }
  if (typeof exp !== 'number' || typeof iat !== 'number') {
    return refused('The assertion has no exp or no iat.', 'Set both, in seconds since 1970.');
  }
  if (exp - iat > MAX_LIFE_S) {
    return refused(
      `The assertion lives ${exp - iat} s.`,
      `Let it live ${MAX_LIFE_S} s at most, and mint a new one for each call.`,
    );
  }
  if (exp < nowS) {
    return refused(
      `The assertion ended ${Math.round(nowS - exp)} s ago by the server's clock.`,
      'Mint a new one for each call of getToken, keep none, and set the clock of the machine that mints it.',
    );
  }
  if (iat > nowS + 60) {
    return refused(
      `The assertion begins in ${Math.round(iat - nowS)} s.`,
      'Set the clock of the machine that mints it.',
    );
  }
  return refused(
    'The server refused an assertion whose aud and times look right.',
    `Check kid and key, iss, jti (each used once), and that ${location.origin} is among the tenant's origins. ` +
      `The reason stands in the server's log${instance ? ` under ${instance}` : ''}.`,
  );
}

/** Tells a server that does not answer at all from one that does not answer this page: `/healthz` answers any origin. */
export async function explainSilence(line: Line): Promise<PortalFault> {
  const { server } = line;
  if (await answers(line)) {
    return {
      code: 'origin_refused',
      detail: `${server} is there, but does not answer pages of ${location.origin}.`,
      help: `Add ${location.origin} to the origins of the tenant.`,
    };
  }
  return unreachable(server);
}

const unreachable = (server: string): PortalFault => ({
  code: 'server_unreachable',
  detail: `${server} does not answer.`,
  help:
    'Check the address and that the server runs, that connect-src of the page allows it, and, where it has a private address, ' +
    'that the browser may use the local network (permission "local-network-access", or an administrator’s policy).',
});

/** A line that never opened, though HTTP passes. */
export async function explainBlocked(line: Line): Promise<PortalFault> {
  if (!(await answers(line))) return unreachable(line.server);
  const address = line.server.replace(/^http/, 'ws');
  return {
    code: 'websocket_blocked',
    detail: `${line.server} answers, but no WebSocket to it opens.`,
    help: `Let proxies pass the upgrade of ${address}/v1/live and name ${address} in connect-src of the page.`,
  };
}

export const WRONG_PROTOCOL: PortalFault = {
  code: 'protocol',
  detail: 'The server speaks another version of the protocol than this widget.',
  help: 'Reload the page; if that does not help, let nothing keep an old vitrine.js.',
};

export function explainTrouble(
  trouble: SessionTrouble,
  embedding: Embedding,
  line: Line,
): PortalFault | Promise<PortalFault> {
  switch (trouble.code) {
    case 'token_failed':
      return {
        code: 'token_failed',
        detail: `The page gave no usable token: ${trouble.reason}.`,
        help: 'Look at getToken or at what token-url answers; it is asked again by itself.',
      };
    case 'assertion_refused':
      return explainRefusal(trouble.assertion, embedding, trouble.fault.instance);
    case 'no_answer': {
      const { status, detail } = trouble.fault;
      if (status === 0) return explainSilence(line);
      return {
        code: 'server_error',
        detail,
        help: 'It is tried again by itself; if it stays, look at the log of the server.',
      };
    }
  }
}

async function answers({ server, fetch, time }: Line): Promise<boolean> {
  const abort = new AbortController();
  const cancel = time.after(PROBE_TIMEOUT_MS, () => abort.abort());
  try {
    const init = { __proto__: null, credentials: 'omit', cache: 'no-store', signal: abort.signal };
    await fetch(`${server}/healthz`, init as RequestInit);
    return true;
  } catch {
    return false;
  } finally {
    cancel();
  }
}

const shown = (aud: unknown): string => (aud === undefined ? 'missing' : JSON.stringify(aud).slice(0, 200));

function claimsOf(assertion: string): Record<string, unknown> | undefined {
  try {
    const [, payload] = assertion.split('.');
    const bytes = Uint8Array.from(atob(payload!.replace(/-/g, '+').replace(/_/g, '/')), (unit) => unit.charCodeAt(0));
    const claims: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return typeof claims === 'object' && claims !== null ? (claims as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
