import type { Algorithm } from '../contract/algorithms.ts';
import type { PublicJwk } from '../store/tenant-keys.ts';

/** What a public key is made of, and what it is used for; a key of another kind does not sign assertions. */
const KINDS: readonly {
  readonly algorithm: Algorithm;
  readonly kty: string;
  readonly crv?: string;
  readonly members: readonly string[];
}[] = [
  { algorithm: 'EdDSA', kty: 'OKP', crv: 'Ed25519', members: ['x'] },
  { algorithm: 'ES256', kty: 'EC', crv: 'P-256', members: ['x', 'y'] },
  { algorithm: 'RS256', kty: 'RSA', members: ['n', 'e'] },
];

/** 2048 bits. */
const SHORTEST_MODULUS = 256;

/** The algorithm that a public key stands for by its kind, and its members that count. Undefined for every other key. */
export function readPublicJwk(
  jwk: Readonly<Record<string, unknown>>,
): { algorithm: Algorithm; jwk: PublicJwk } | undefined {
  const kind = KINDS.find(({ kty, crv }) => jwk['kty'] === kty && (crv === undefined || jwk['crv'] === crv));
  if (!kind || 'd' in jwk) return undefined;
  if (jwk['alg'] !== undefined && jwk['alg'] !== kind.algorithm) return undefined;
  if (jwk['use'] !== undefined && jwk['use'] !== 'sig') return undefined;
  const members = kind.members.map((name) => [name, jwk[name]] as const);
  if (!members.every(([, value]) => typeof value === 'string' && /^[\w-]{1,2000}$/.test(value))) return undefined;
  if (kind.kty === 'RSA' && Buffer.from(jwk['n'] as string, 'base64url').byteLength < SHORTEST_MODULUS)
    return undefined;
  const { kty, crv } = kind;
  return {
    algorithm: kind.algorithm,
    jwk: { kty, ...(crv && { crv }), ...(Object.fromEntries(members) as Record<string, string>) },
  };
}
