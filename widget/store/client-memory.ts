import type { PortalBoot } from '../../server/contract/portal.ts';

/** What belongs to a client and to none of its people: it may be kept in the browser, and stands on screen before any answer. */
export type Client = Pick<PortalBoot, 'tenant' | 'provider' | 'theme'>;

interface Kept {
  /** When it was kept, milliseconds since the epoch. */
  readonly at: number;
  readonly client: Client;
}

const OLDEST_MS = 90 * 86_400_000;

const keyOf = (server: string, tenant: string): string => `vitrine ${server} ${tenant}`;

/** What was last known of a client in this browser, if that was not long ago. Storage may be closed, and anything may stand in it. */
export function recallClient(server: string, tenant: string): Client | null {
  try {
    const { at, client } = JSON.parse(localStorage.getItem(keyOf(server, tenant))!) as Kept;
    return Date.now() - at < OLDEST_MS &&
      client.tenant.name &&
      client.provider &&
      client.theme.light &&
      client.theme.dark
      ? client
      : null;
  } catch {
    return null;
  }
}

/** Nothing of the person is in it. */
export const clientOf = ({ tenant, provider, theme }: PortalBoot): Client => ({ tenant, provider, theme });

export function keepClient(server: string, tenant: string, client: Client): void {
  try {
    localStorage.setItem(keyOf(server, tenant), JSON.stringify({ at: Date.now(), client } satisfies Kept));
  } catch {
    // Then the next visit begins without it.
  }
}
