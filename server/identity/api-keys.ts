import { randomBytes, timingSafeEqual } from 'node:crypto';
import { BlockList, isIP } from 'node:net';
import type { TenantId } from '../contract/ids.ts';
import type { ApiKey, ApiKeyStore } from '../store/api-keys.ts';
import { Remembered } from './remembered.ts';
import { hashOf, newToken } from './tokens.ts';
import { unauthorized } from './unauthorized.ts';

export type { ApiKey };

/** What is asked of a new key. */
export type NewApiKey = Pick<ApiKey, 'tenant' | 'name' | 'scopes' | 'cidrs' | 'expiresAt'>;

export interface ApiKeys {
  /** The key as it is shown, once: `vk_<id>_<secret>`. */
  create(key: NewApiKey): Promise<{ readonly id: string; readonly key: string }>;
  listOf(tenant: TenantId): Promise<readonly ApiKey[]>;
  revoke(tenant: TenantId, id: string): Promise<boolean>;
  /** @throws the one 401: unknown, revoked, expired, or from an address that it is not for */
  identify(token: string, address: string | undefined): Promise<ApiKey>;
  /** The key of the whole server, the first time that it is asked for; afterwards undefined. */
  openAdministratorKey(): Promise<string | undefined>;
}

export interface ApiKeysDeps {
  readonly store: ApiKeyStore;
  readonly now: () => number;
}

/** There is one such row or none, whoever starts first. */
const ADMINISTRATOR = 'administrator';

export function createApiKeys({ store, now }: ApiKeysDeps): ApiKeys {
  const remembered = new Remembered((id: string) => store.find(id), now);

  async function add(id: string, key: NewApiKey): Promise<string | undefined> {
    const secret = newToken();
    const added = await store.add({ ...key, id, hash: hashOf(secret), revoked: false, createdAt: now() });
    return added ? `vk_${id}_${secret}` : undefined;
  }

  return {
    async create(key) {
      const id = randomBytes(8).toString('hex');
      const shown = await add(id, key);
      if (!shown) throw new Error('a random id of a key was taken');
      return { id, key: shown };
    },
    listOf: (tenant) => store.all(tenant),
    async revoke(tenant, id) {
      const revoked = await store.revoke(tenant, id);
      remembered.forget();
      return revoked;
    },
    async identify(token, address) {
      const [, id, secret] = /^vk_([a-z0-9]{1,32})_([\w-]{43})$/.exec(token) ?? [];
      if (id === undefined || secret === undefined) throw unauthorized('not the form of a key');
      const key = await remembered.get(id);
      if (!key || !timingSafeEqual(Buffer.from(hashOf(secret)), Buffer.from(key.hash)))
        throw unauthorized('no such key');
      if (key.revoked) throw unauthorized(`key ${id} is revoked`);
      if (key.expiresAt !== null && key.expiresAt <= now()) throw unauthorized(`key ${id} has expired`);
      if (!isWithin(key.cidrs, address)) throw unauthorized(`key ${id} is not for the address that it came from`);
      return key;
    },
    openAdministratorKey: () =>
      add(ADMINISTRATOR, { tenant: null, name: ADMINISTRATOR, scopes: ['admin'], cidrs: [], expiresAt: null }),
  };
}

/** Whether it is `address/prefix` or one address. */
export function isCidr(text: string): boolean {
  const [address = '', prefix, ...more] = text.split('/');
  const bits = isIP(address) === 6 ? 128 : 32;
  return (
    isIP(address) !== 0 &&
    more.length === 0 &&
    (prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= bits))
  );
}

function isWithin(cidrs: readonly string[], address: string | undefined): boolean {
  if (cidrs.length === 0) return true;
  if (address === undefined || isIP(address) === 0) return false;
  const list = new BlockList();
  for (const cidr of cidrs) {
    const [net = '', prefix] = cidr.split('/');
    const family = isIP(net) === 6 ? 'ipv6' : 'ipv4';
    list.addSubnet(net, prefix === undefined ? (family === 'ipv6' ? 128 : 32) : Number(prefix), family);
  }
  // BlockList itself reads ::ffff:10.0.0.1 as the IPv4 address that it is.
  return list.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
}
