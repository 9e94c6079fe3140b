import type { TenantId } from '../contract/ids.ts';
import type { PricePosition } from '../contract/money.ts';
import type { Asset, Category, Priority, Site, Theme } from '../contract/portal.ts';
import type { Policy } from '../contract/sla.ts';
import type { Staff } from '../directory/directory.ts';
import { assetRow, categoryRow, priceRow, priorityRow, siteRow, staffRow } from './directory-rows.ts';
import type { Database } from './open-database.ts';

/** Rows of one statement: databases limit how many values one may carry. */
const AT_ONCE = 500;

type Placed<T> = T & { readonly tenant: TenantId; readonly ordinal: number; readonly active: 1 };

/** Writes a whole list: what it lacks is retired, what it has is active and in this order. */
type WriteList<T> = (tx: Database, tenant: TenantId, list: readonly T[]) => Promise<void>;

async function inSlices<T extends object>(
  tenant: TenantId,
  rows: readonly T[],
  write: (rows: readonly Placed<T>[]) => Promise<unknown>,
): Promise<void> {
  const placed = rows.map((row, ordinal) => ({ ...row, tenant, ordinal, active: 1 as const }));
  for (let from = 0; from < placed.length; from += AT_ONCE) await write(placed.slice(from, from + AT_ONCE));
}

export const writeSites: WriteList<Site> = async (tx, tenant, sites) => {
  await tx.updateTable('site').set({ active: 0 }).where('tenant', '=', tenant).execute();
  await inSlices(tenant, sites.map(siteRow), (rows) =>
    tx
      .insertInto('site')
      .values(rows)
      .onConflict((conflict) =>
        conflict.columns(['tenant', 'id']).doUpdateSet((eb) => ({
          ordinal: eb.ref('excluded.ordinal'),
          active: 1,
          name: eb.ref('excluded.name'),
          address: eb.ref('excluded.address'),
          time_zone: eb.ref('excluded.time_zone'),
          latitude: eb.ref('excluded.latitude'),
          longitude: eb.ref('excluded.longitude'),
        })),
      )
      .execute(),
  );
};

export const writePriorities: WriteList<Priority> = async (tx, tenant, priorities) => {
  await tx.updateTable('priority').set({ active: 0 }).where('tenant', '=', tenant).execute();
  await inSlices(tenant, priorities.map(priorityRow), (rows) =>
    tx
      .insertInto('priority')
      .values(rows)
      .onConflict((conflict) =>
        conflict.columns(['tenant', 'id']).doUpdateSet((eb) => ({
          ordinal: eb.ref('excluded.ordinal'),
          active: 1,
          name: eb.ref('excluded.name'),
        })),
      )
      .execute(),
  );
};

export const writeCategories: WriteList<Category> = async (tx, tenant, categories) => {
  await tx.updateTable('category').set({ active: 0 }).where('tenant', '=', tenant).execute();
  await inSlices(tenant, categories.map(categoryRow), (rows) =>
    tx
      .insertInto('category')
      .values(rows)
      .onConflict((conflict) =>
        conflict.columns(['tenant', 'id']).doUpdateSet((eb) => ({
          ordinal: eb.ref('excluded.ordinal'),
          active: 1,
          name: eb.ref('excluded.name'),
          priority: eb.ref('excluded.priority'),
          fields: eb.ref('excluded.fields'),
        })),
      )
      .execute(),
  );
};

export const writeAssets: WriteList<Asset> = async (tx, tenant, assets) => {
  await tx.updateTable('asset').set({ active: 0 }).where('tenant', '=', tenant).execute();
  await inSlices(tenant, assets.map(assetRow), (rows) =>
    tx
      .insertInto('asset')
      .values(rows)
      .onConflict((conflict) =>
        conflict.columns(['tenant', 'id']).doUpdateSet((eb) => ({
          ordinal: eb.ref('excluded.ordinal'),
          active: 1,
          site: eb.ref('excluded.site'),
          name: eb.ref('excluded.name'),
          category: eb.ref('excluded.category'),
        })),
      )
      .execute(),
  );
};

export const writePrices: WriteList<PricePosition> = async (tx, tenant, prices) => {
  await tx.updateTable('price').set({ active: 0 }).where('tenant', '=', tenant).execute();
  await inSlices(tenant, prices.map(priceRow), (rows) =>
    tx
      .insertInto('price')
      .values(rows)
      .onConflict((conflict) =>
        conflict.columns(['tenant', 'code']).doUpdateSet((eb) => ({
          ordinal: eb.ref('excluded.ordinal'),
          active: 1,
          title: eb.ref('excluded.title'),
          unit: eb.ref('excluded.unit'),
          unit_price: eb.ref('excluded.unit_price'),
          vat_rate: eb.ref('excluded.vat_rate'),
          prices: eb.ref('excluded.prices'),
        })),
      )
      .execute(),
  );
};

export const writeStaff: WriteList<Staff> = async (tx, tenant, staff) => {
  await tx.updateTable('staff').set({ active: 0 }).where('tenant', '=', tenant).execute();
  await inSlices(tenant, staff.map(staffRow), (rows) =>
    tx
      .insertInto('staff')
      .values(rows)
      .onConflict((conflict) =>
        conflict.columns(['tenant', 'id']).doUpdateSet((eb) => ({
          ordinal: eb.ref('excluded.ordinal'),
          active: 1,
          role: eb.ref('excluded.role'),
          profile: eb.ref('excluded.profile'),
          basis: eb.ref('excluded.basis'),
        })),
      )
      .execute(),
  );
};

/** A version that is there stays as it is. The list is in the order in which the versions were saved. */
export const writePolicies: WriteList<Policy> = async (tx, tenant, policies) => {
  if (policies.length === 0) return;
  await tx
    .insertInto('policy')
    .values(
      policies.map((policy, ordinal) => ({
        tenant,
        id: policy.id,
        version: policy.version,
        ordinal,
        policy: JSON.stringify(policy),
      })),
    )
    .onConflict((conflict) => conflict.columns(['tenant', 'id', 'version']).doNothing())
    .execute();
};

export const writeTheme = async (tx: Database, tenant: TenantId, theme: Theme): Promise<void> => {
  await tx
    .insertInto('theme')
    .values({ tenant, theme: JSON.stringify(theme) })
    .onConflict((conflict) => conflict.column('tenant').doUpdateSet((eb) => ({ theme: eb.ref('excluded.theme') })))
    .execute();
};
