import { importJWK, type CryptoKey } from 'jose';
import type { Algorithm } from '../contract/algorithms.ts';
import type { TenantId } from '../contract/ids.ts';
import type { SignInSettings } from '../store/sign-in-settings.ts';
import type { TenantKeyStore } from '../store/tenant-keys.ts';
import type { RemoteKeys } from './remote-keys.ts';

/** A key with the one algorithm that it may be used for. */
export interface VerifyingKey {
  readonly algorithm: Algorithm;
  readonly key: CryptoKey | Uint8Array;
}

export interface VerifyingKeysDeps {
  readonly keys: TenantKeyStore;
  readonly findSettings: (tenant: TenantId) => Promise<SignInSettings | undefined>;
  readonly remoteKeys: RemoteKeys;
  readonly now: () => number;
}

/** Finds the key that a tenant signs with: a registered one, else one of its key set. */
export const createVerifyingKeys =
  ({ keys, findSettings, remoteKeys, now }: VerifyingKeysDeps) =>
  async (tenant: TenantId, kid: string): Promise<VerifyingKey | undefined> => {
    const registered = await keys.find(tenant, kid);
    if (!registered) {
      const url = (await findSettings(tenant))?.jwksUrl;
      return url ? remoteKeys.find(url, kid) : undefined;
    }
    const { algorithm, secret, jwk, validUntil } = registered;
    if (validUntil !== null && validUntil <= now()) return undefined;
    if (secret !== null) return { algorithm, key: Buffer.from(secret, 'base64url') };
    return jwk ? { algorithm, key: await importJWK(jwk, algorithm) } : undefined;
  };
