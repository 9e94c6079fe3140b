import type { TenantId } from '../contract/ids.ts';
import type { Directory, FindDirectory } from './directory.ts';

/** Where directories are kept; see `store/directory.ts`. */
export interface DirectorySource {
  versionOf(tenant: TenantId): Promise<number | undefined>;
  load(tenant: TenantId): Promise<Directory | undefined>;
}

interface Loaded {
  readonly version: number;
  readonly directory: Promise<Directory | undefined>;
}

/**
 * Keeps each tenant's directory in memory and asks only whether its version is still the newest, so that a change holds from the next
 * question on, whichever server made it. Whoever asks while it is being read waits for the same reading, and all who ask in one turn of
 * the event loop ask for the version once: that question begins after the last of them, so nobody gets an answer older than his own.
 */
export function findDirectoryIn({ versionOf, load }: DirectorySource): FindDirectory {
  const kept = new Map<TenantId, Loaded>();
  const asked = new Map<TenantId, Promise<number | undefined>>();

  function newestOf(tenant: TenantId): Promise<number | undefined> {
    const joined = asked.get(tenant);
    if (joined) return joined;
    const asking = Promise.resolve().then(() => {
      asked.delete(tenant);
      return versionOf(tenant);
    });
    asked.set(tenant, asking);
    return asking;
  }

  return async (tenant) => {
    const version = await newestOf(tenant);
    if (version === undefined) return undefined;
    const known = kept.get(tenant);
    if (known && known.version >= version) return known.directory;

    const loaded: Loaded = { version, directory: load(tenant) };
    kept.set(tenant, loaded);
    try {
      return await loaded.directory;
    } catch (error) {
      // The next question tries again.
      if (kept.get(tenant) === loaded) kept.delete(tenant);
      throw error;
    }
  };
}
