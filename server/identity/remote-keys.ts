import { createRemoteJWKSet, importJWK, type RemoteJWKSet } from 'jose';
import type { Report } from '../report.ts';
import { readPublicJwk } from './public-jwk.ts';
import type { VerifyingKey } from './verifying-keys.ts';

/** Keys that a tenant publishes under an address of its own (JWKS, RFC 7517). */
export interface RemoteKeys {
  find(url: string, kid: string): Promise<VerifyingKey | undefined>;
}

export interface RemoteKeysDeps {
  readonly now: () => number;
  readonly report: Report;
}

const MINUTE_MS = 60_000;
/** Fetched anew after this; */
const FRESH_MS = 10 * MINUTE_MS;
/** where that fails, used on until this, and then no more; */
const USABLE_MS = 60 * MINUTE_MS;
/** and asked for at most this often, whoever sends kids that nobody knows. */
const COOLDOWN_MS = 30_000;
const TIMEOUT_MS = 5000;

interface KeySet {
  readonly remote: RemoteJWKSet;
  fetchedAt: number;
  askedAt: number;
  asking: Promise<void> | undefined;
}

/** Keeps one set per address. jose fetches: no redirects, JSON only, in {@link TIMEOUT_MS}. */
export function createRemoteKeys({ now, report }: RemoteKeysDeps): RemoteKeys {
  const sets = new Map<string, KeySet>();

  /** Whoever comes while it is being fetched waits for the same answer. */
  function refresh(url: string, set: KeySet): Promise<void> {
    if (!set.asking && now() - set.askedAt < COOLDOWN_MS) return Promise.resolve();
    set.asking ??= fetchKeys(url, set).finally(() => {
      set.asking = undefined;
    });
    return set.asking;
  }

  async function fetchKeys(url: string, set: KeySet): Promise<void> {
    set.askedAt = now();
    try {
      await set.remote.reload();
      set.fetchedAt = set.askedAt;
    } catch (error) {
      report({
        level: 'error',
        event: 'key_set_not_fetched',
        reason: `the key set at ${url} could not be fetched`,
        error,
      });
    }
  }

  const keyIn = ({ remote, fetchedAt }: KeySet, kid: string) =>
    now() - fetchedAt < USABLE_MS ? remote.jwks()?.keys.find((jwk) => jwk.kid === kid) : undefined;

  return {
    async find(url, kid) {
      const set = sets.get(url) ?? open(url);
      sets.set(url, set);
      if (now() - set.fetchedAt >= FRESH_MS || !keyIn(set, kid)) await refresh(url, set);
      const found = readPublicJwk(keyIn(set, kid) ?? {});
      return found && { algorithm: found.algorithm, key: await importJWK(found.jwk, found.algorithm) };
    },
  };
}

const open = (url: string): KeySet => ({
  remote: createRemoteJWKSet(new URL(url), { timeoutDuration: TIMEOUT_MS }),
  fetchedAt: -Infinity,
  askedAt: -Infinity,
  asking: undefined,
});
