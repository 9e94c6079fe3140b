import { randomUUID } from 'node:crypto';
import { CompactSign, exportJWK, generateKeyPair, type CryptoKey, type JWK } from 'jose';
import type { Algorithm } from '../../server/contract/algorithms.ts';
import { ASSERTION_TYPE } from '../../server/identity/assertion.ts';

export const OWN_ORIGIN = 'https://service.example';
export const ISSUER = 'https://intranet.apteka.example';

/** What a tenant's backend signs with. */
export interface Signer {
  readonly kid: string;
  readonly algorithm: string;
  readonly key: CryptoKey | Uint8Array;
}

/** A new pair: what signs, and what is registered of it. */
export async function newPair(
  algorithm: Exclude<Algorithm, 'HS256'>,
  kid: string,
): Promise<{ signer: Signer; jwk: JWK }> {
  const { privateKey, publicKey } = await generateKeyPair(algorithm, { extractable: true });
  return { signer: { kid, algorithm, key: privateKey }, jwk: await exportJWK(publicKey) };
}

export const newSecret = (kid: string): Signer & { key: Uint8Array } => ({
  kid,
  algorithm: 'HS256',
  key: crypto.getRandomValues(new Uint8Array(32)),
});

/** What a good assertion claims at this moment. */
export const claimsAt = (now: number, tenant: string, claims: Readonly<Record<string, unknown>> = {}) => ({
  iss: ISSUER,
  aud: `${OWN_ORIGIN}/t/${tenant}`,
  sub: 'anna',
  iat: Math.floor(now / 1000),
  exp: Math.floor(now / 1000) + 300,
  jti: randomUUID(),
  ...claims,
});

/** Signs what it is given, good or not. */
export const signAssertion = (
  { kid, algorithm, key }: Signer,
  claims: object,
  header: Readonly<Record<string, unknown>> = {},
): Promise<string> =>
  new CompactSign(Buffer.from(JSON.stringify(claims)))
    .setProtectedHeader({ alg: algorithm, kid, typ: ASSERTION_TYPE, ...header })
    .sign(key);
