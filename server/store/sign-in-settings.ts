import type { TenantId } from '../contract/ids.ts';
import type { ClientRole } from '../contract/people.ts';
import type { Database } from './open-database.ts';

/** Who may sign in for a tenant: by whom its assertions are issued, and as what. */
export interface SignInSettings {
  readonly issuers: readonly string[];
  readonly roles: readonly ClientRole[];
  /** Where its public keys are fetched; null: only registered keys count. */
  readonly jwksUrl: string | null;
}

export interface SignInSettingsStore {
  find(tenant: TenantId): Promise<SignInSettings | undefined>;
  save(tenant: TenantId, settings: SignInSettings): Promise<void>;
}

export const openSignInSettings = (db: Database): SignInSettingsStore => ({
  async find(tenant) {
    const row = await db.selectFrom('identity').selectAll().where('tenant', '=', tenant).executeTakeFirst();
    return (
      row && {
        issuers: JSON.parse(row.issuers) as string[],
        roles: JSON.parse(row.roles) as ClientRole[],
        jwksUrl: row.jwks_url,
      }
    );
  },
  async save(tenant, { issuers, roles, jwksUrl }) {
    const changes = { issuers: JSON.stringify(issuers), roles: JSON.stringify(roles), jwks_url: jwksUrl };
    await db
      .insertInto('identity')
      .values({ tenant, ...changes })
      .onConflict((on) => on.column('tenant').doUpdateSet(changes))
      .execute();
  },
});
