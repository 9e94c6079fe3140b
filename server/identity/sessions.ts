import type { OpenSession, SessionStore } from '../store/sessions.ts';
import type { Caller } from '../tickets/caller.ts';
import type { Origins } from './origins.ts';
import { Remembered } from './remembered.ts';
import { hashOf } from './tokens.ts';
import { unauthorized } from './unauthorized.ts';

/** What a session stands for at this moment. */
export interface Rights {
  readonly caller: Caller;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
  /** Another one as soon as the caller's role or sites are others. */
  readonly version: number;
}

export interface Admission extends Rights {
  /** Names the session from now on; opens nothing. */
  readonly session: string;
}

/** Where a session is shown: by a request, or at the start of a socket. */
export interface SessionGate {
  /** @throws the one 401: unknown, over, ended, of a person who is no longer active, or from a page of another origin */
  admit(shown: { readonly session: string; readonly origin: string | undefined }): Promise<Admission>;
  /** What these sessions, named by their admission, may now. One that is over is left out. */
  current(sessions: readonly string[]): Promise<ReadonlyMap<string, Rights>>;
  /** By its token. */
  end(token: string): Promise<void>;
  /** To be told after whatever changes somebody's rights, so that it counts here at once. */
  forget(): void;
}

export interface SessionGateDeps {
  readonly sessions: SessionStore;
  readonly origins: Origins;
  readonly now: () => number;
}

export function createSessionGate({ sessions, origins, now }: SessionGateDeps): SessionGate {
  const remembered = new Remembered(async (hash: string) => (await sessions.findMany([hash], now()))[0], now);

  async function find(token: string): Promise<OpenSession | undefined> {
    const found = await remembered.get(hashOf(token));
    return found && found.expiresAt > now() ? found : undefined;
  }

  return {
    async admit({ session: token, origin }) {
      if (!isSessionToken(token)) throw unauthorized('neither a session nor a key');
      const found = await find(token);
      if (!found) throw unauthorized('no such session, or it is over');
      if (!(await origins.isOf(found.tenant, origin))) throw unauthorized(`the session's client has no such origin`);
      return { session: found.hash, ...rightsOf(found) };
    },
    async current(hashes) {
      const found = await sessions.findMany(hashes, now());
      return new Map(found.map((session) => [session.hash, rightsOf(session)]));
    },
    async end(token) {
      const found = await find(token);
      if (found) await sessions.end(found.tenant, found.hash);
      remembered.forget();
    },
    forget: () => remembered.forget(),
  };
}

export const isSessionToken = (token: string): boolean => /^vs_[\w-]{43}$/.test(token);

const rightsOf = ({ tenant, person: { id, name, role }, sites, expiresAt, version }: OpenSession): Rights => ({
  caller: { tenant, id, kind: 'person', name, role, sites },
  expiresAt,
  version,
});
