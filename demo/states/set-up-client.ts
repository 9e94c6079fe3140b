import { ask } from '../company/api.ts';
import type { SigningKey } from '../identity/assertion.ts';
import type { Language } from '../words.ts';
import { doorsOf, ISSUER } from './directory.ts';
import { STATES } from './states.ts';

export interface SetUp {
  readonly server: string;
  readonly administratorKey: string;
  /** Where the client's pages are. */
  readonly origin: string;
}

/** A client, and the ways in for its people and for the service company. */
export interface Client {
  readonly tenant: string;
  readonly key: SigningKey;
  readonly companyKey: string;
}

interface Keys {
  readonly keys: readonly { readonly kid: string }[];
}

interface ApiKeys {
  readonly apiKeys: readonly { readonly id: string }[];
}

/** Sets a client up as its administrator would. May be repeated: what an earlier start was given is gone with it. */
export async function setUpClient(
  { server, administratorKey, origin }: SetUp,
  tenant: string,
  language: Language,
): Promise<Client> {
  const path = `/v1/admin/tenants/${tenant}`;
  const headers = { Authorization: `Bearer ${administratorKey}` };
  for (const [door, body] of doorsOf(STATES, language))
    await ask(server, path + door, { method: 'PUT', body, headers });
  await ask(server, `${path}/origins`, { method: 'PUT', body: { origins: [origin] }, headers });
  const kept = await ask<Keys>(server, `${path}/keys`, { headers });
  const { apiKeys } = await ask<ApiKeys>(server, `${path}/api-keys`, { headers });
  for (const { kid } of kept.keys) await ask(server, `${path}/keys/${kid}`, { method: 'DELETE', headers });
  for (const { id } of apiKeys) await ask(server, `${path}/api-keys/${id}`, { method: 'DELETE', headers });
  const kid = `gallery-${crypto.randomUUID().slice(0, 8)}`;
  const { secret } = await ask<{ secret: string }>(server, `${path}/keys/${kid}`, {
    method: 'PUT',
    body: { algorithm: 'HS256' },
    headers,
  });
  const { key: companyKey } = await ask<{ key: string }>(server, `${path}/api-keys`, {
    method: 'POST',
    body: { name: 'Gallery of states', scopes: ['tickets', 'act-as'] },
    headers,
  });
  return { tenant, companyKey, key: { kid, secret, issuer: ISSUER, audience: `${server}/t/${tenant}` } };
}
