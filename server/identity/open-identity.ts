import type { TenantId } from '../contract/ids.ts';
import type { FindDirectory } from '../directory/directory.ts';
import type { Report } from '../report.ts';
import { openApiKeys } from '../store/api-keys.ts';
import type { Database } from '../store/open-database.ts';
import { openOrigins } from '../store/origins.ts';
import { openPersons } from '../store/persons.ts';
import { openSessions } from '../store/sessions.ts';
import { openSignInSettings } from '../store/sign-in-settings.ts';
import { openTenantKeys } from '../store/tenant-keys.ts';
import { createApiKeys } from './api-keys.ts';
import { createAuthenticate } from './authenticate.ts';
import { createOrigins } from './origins.ts';
import { createRemoteKeys } from './remote-keys.ts';
import { createSessionGate } from './sessions.ts';
import { createSignIn } from './sign-in.ts';
import { createVerifyingKeys } from './verifying-keys.ts';

export interface IdentityDeps {
  readonly db: Database;
  readonly findDirectory: FindDirectory;
  /** Origin of the server's public address: what assertions are made out to. */
  readonly ownOrigin: string;
  readonly report: Report;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

export type Identity = ReturnType<typeof openIdentity>;

/** Who is who: everything that tells a request, a socket or an assertion from a stranger's. */
export function openIdentity({ db, findDirectory, ownOrigin, report, now }: IdentityDeps) {
  const settings = openSignInSettings(db);
  const keys = openTenantKeys(db);
  const sessions = openSessions(db);
  const origins = createOrigins({ store: openOrigins(db), now });
  const apiKeys = createApiKeys({ store: openApiKeys(db), now });
  const gate = createSessionGate({ sessions, origins, now });
  const persons = openPersons(db);
  const changed = () => gate.forget();
  const { find: findSettings } = settings;
  const findKey = createVerifyingKeys({ keys, findSettings, remoteKeys: createRemoteKeys({ now, report }), now });
  return {
    settings,
    keys,
    origins,
    apiKeys,
    gate,
    persons: {
      ...persons,
      async setActive(tenant: TenantId, id: string, active: boolean) {
        const isKnown = await persons.setActive(tenant, id, active);
        changed();
        return isKnown;
      },
    },
    authenticate: createAuthenticate({ sessions: gate, apiKeys, findDirectory }),
    signIn: createSignIn({ sessions, origins, findSettings, findKey, ownOrigin, now, changed }),
  };
}
