import type { Algorithm } from '../contract/algorithms.ts';
import { Refusal } from '../contract/faults.ts';
import type { TenantId } from '../contract/ids.ts';
import type { TenantKey, TenantKeyStore } from '../store/tenant-keys.ts';
import { readPublicJwk } from './public-jwk.ts';
import { newToken } from './tokens.ts';

/** A new one can be handed out before the old one ends: two at a time, never more. */
const MOST_SECRETS = 2;

export interface KeyRequest {
  readonly kid: string;
  readonly algorithm: Algorithm;
  /** Of a public key; a secret is made here and nowhere else. */
  readonly jwk: Readonly<Record<string, unknown>> | undefined;
  /** Milliseconds since the epoch. */
  readonly validUntil: number | null;
}

export interface RegisteredKey {
  readonly isNew: boolean;
  /** Of a new HS256 key: 32 bytes, base64url, told this once. */
  readonly secret: string | null;
}

/** Registers a key that a tenant signs with. Of one that is there only the end of its life can be changed. */
export async function registerKey(
  keys: TenantKeyStore,
  tenant: TenantId,
  { kid, algorithm, jwk, validUntil }: KeyRequest,
  now: number,
): Promise<RegisteredKey> {
  const read = jwk && readPublicJwk(jwk);
  if (jwk && read?.algorithm !== algorithm)
    throw refused('/jwk', 'must be a public key of that algorithm: Ed25519, P-256, or RSA of 2048 bits or more');

  const known = await keys.find(tenant, kid);
  if (known) {
    const isSame = known.algorithm === algorithm && (!read || JSON.stringify(read.jwk) === JSON.stringify(known.jwk));
    if (!isSame) throw refused('/algorithm', 'this kid names another key: register the new one under a new kid');
    await keys.limit(tenant, kid, validUntil);
    return { isNew: false, secret: null };
  }

  if (algorithm !== 'HS256' && !read) throw refused('/jwk', 'a public key is missing');
  const secret = algorithm === 'HS256' ? newToken() : null;
  if (secret !== null && (await keys.all(tenant)).filter((key) => isLiveSecret(key, now)).length >= MOST_SECRETS)
    throw refused('/algorithm', 'there are two valid secrets: let one of them end first');
  await keys.add(tenant, { kid, algorithm, secret, jwk: read?.jwk ?? null, validUntil, createdAt: now });
  return { isNew: true, secret };
}

const isLiveSecret = ({ secret, validUntil }: TenantKey, now: number): boolean =>
  secret !== null && (validUntil === null || validUntil > now);

const refused = (pointer: string, detail: string): Refusal => new Refusal('refused', detail, { pointer });
