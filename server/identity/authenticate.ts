import { Refusal } from '../contract/faults.ts';
import type { PersonId } from '../contract/ids.ts';
import type { FindDirectory } from '../directory/directory.ts';
import { shownProfile } from '../directory/shown-profile.ts';
import type { Caller } from '../tickets/caller.ts';
import type { ApiKey, ApiKeys } from './api-keys.ts';
import type { Administrator } from './may.ts';
import type { SessionGate } from './sessions.ts';
import { unauthorized } from './unauthorized.ts';

/** What a request shows of who asks. */
export interface Presented {
  readonly authorization: string | undefined;
  readonly origin: string | undefined;
  /** The header `Vitrine-Actor`. */
  readonly actor: string | undefined;
  /** The peer's. */
  readonly address: string | undefined;
}

/** From a request to who asks. Throws the one 401 for what does not count, 403 for what a key may not. */
export interface Authenticate {
  caller(presented: Presented): Promise<Caller>;
  administrator(presented: Presented): Promise<Administrator>;
}

export interface AuthenticateDeps {
  readonly sessions: SessionGate;
  readonly apiKeys: Pick<ApiKeys, 'identify'>;
  readonly findDirectory: FindDirectory;
}

export function createAuthenticate({ sessions, apiKeys, findDirectory }: AuthenticateDeps): Authenticate {
  return {
    async caller({ authorization, origin, actor, address }) {
      const token = tokenOf(authorization);
      if (!token.startsWith('vk_')) return (await sessions.admit({ session: token, origin })).caller;
      const key = await apiKeys.identify(token, address);
      return actor === undefined ? machineOf(key) : personOf(key, actor);
    },

    async administrator({ authorization, origin, address }) {
      const token = tokenOf(authorization);
      if (!token.startsWith('vk_')) {
        await sessions.admit({ session: token, origin });
        throw new Refusal('forbidden', 'administration needs an API key with the scope admin');
      }
      const { id, tenant, scopes } = await apiKeys.identify(token, address);
      if (!scopes.includes('admin')) throw new Refusal('forbidden', 'this key lacks the scope admin');
      return { kind: 'administrator', id: id as PersonId, tenant };
    },
  };

  function machineOf({ id, name, scopes, ...key }: ApiKey): Caller {
    const tenant = tenantOf(key);
    return { tenant, id: id as PersonId, kind: 'integration', name, role: 'integration', sites: [], scopes };
  }

  async function personOf(key: ApiKey, actor: string): Promise<Caller> {
    const tenant = tenantOf(key);
    if (!key.scopes.includes('act-as'))
      throw new Refusal('forbidden', 'Vitrine-Actor needs a key with the scope act-as');
    const staff = (await findDirectory(tenant))?.staff.get(actor as PersonId);
    if (!staff)
      throw new Refusal('forbidden', 'Vitrine-Actor names nobody of the service company who works for this client');
    return { tenant, id: staff.id, kind: 'person', name: shownProfile(staff).name, role: staff.role, sites: [] };
  }
}

function tenantOf({ tenant }: Pick<ApiKey, 'tenant'>) {
  if (tenant === null)
    throw new Refusal('forbidden', 'the administrator’s key administers only: use a key of the client');
  return tenant;
}

function tokenOf(authorization: string | undefined): string {
  const [, token] = /^Bearer ([\w-]{1,200})$/i.exec(authorization ?? '') ?? [];
  if (token === undefined)
    throw unauthorized(
      authorization === undefined ? 'no Authorization header' : 'the Authorization header is no bearer token',
    );
  return token;
}
