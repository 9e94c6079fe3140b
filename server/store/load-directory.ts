import type { TenantId } from '../contract/ids.ts';
import type { Theme } from '../contract/portal.ts';
import { policyKey } from '../contract/sla.ts';
import type { Directory, TenantSettings } from '../directory/directory.ts';
import { toAsset, toCategory, toPolicy, toPrice, toPriority, toSite, toStaff } from './directory-rows.ts';
import type { Database } from './open-database.ts';

const PLAIN: Theme = { light: {}, dark: {}, labels: {} };

/** All that a tenant's administrators keep and have not retired, in their order. To be read in one transaction. */
export async function loadDirectory(tx: Database, id: TenantId): Promise<Directory | undefined> {
  const tenant = await tx.selectFrom('tenant').selectAll().where('id', '=', id).executeTakeFirst();
  if (!tenant) return undefined;
  const { log, epoch, settings } = tenant;
  const theme = await tx.selectFrom('theme').select('theme').where('tenant', '=', id).executeTakeFirst();
  const sites = await tx
    .selectFrom('site')
    .selectAll()
    .where('tenant', '=', id)
    .where('active', '=', 1)
    .orderBy('ordinal')
    .execute();
  const assets = await tx
    .selectFrom('asset')
    .selectAll()
    .where('tenant', '=', id)
    .where('active', '=', 1)
    .orderBy('ordinal')
    .execute();
  const categories = await tx
    .selectFrom('category')
    .selectAll()
    .where('tenant', '=', id)
    .where('active', '=', 1)
    .orderBy('ordinal')
    .execute();
  const priorities = await tx
    .selectFrom('priority')
    .selectAll()
    .where('tenant', '=', id)
    .where('active', '=', 1)
    .orderBy('ordinal')
    .execute();
  const prices = await tx
    .selectFrom('price')
    .selectAll()
    .where('tenant', '=', id)
    .where('active', '=', 1)
    .orderBy('ordinal')
    .execute();
  const staff = await tx
    .selectFrom('staff')
    .selectAll()
    .where('tenant', '=', id)
    .where('active', '=', 1)
    .orderBy('ordinal')
    .execute();
  const policyRows = await tx.selectFrom('policy').selectAll().where('tenant', '=', id).orderBy('ordinal').execute();
  const policies = policyRows.map(toPolicy);
  return {
    tenant: { id, log, epoch, ...(JSON.parse(settings) as TenantSettings) },
    theme: theme ? (JSON.parse(theme.theme) as Theme) : PLAIN,
    sites: byId(sites.map(toSite)),
    assets: byId(assets.map(toAsset)),
    categories: byId(categories.map(toCategory)),
    priorities: byId(priorities.map(toPriority)),
    policies: new Map(policies.map((policy) => [policyKey(policy), policy])),
    policy: policies.at(-1) ?? null,
    prices: Map.groupBy(prices.map(toPrice), ({ code }) => code),
    staff: byId(staff.map(toStaff)),
  };
}

const byId = <Id extends string, T extends { readonly id: Id }>(list: readonly T[]): ReadonlyMap<Id, T> =>
  new Map(list.map((item) => [item.id, item]));
