import type { Kysely } from 'kysely';
import type { TenantId } from '../contract/ids.ts';
import type { Asset, Category, Priority, Site, Theme } from '../contract/portal.ts';
import type { PricePosition } from '../contract/prices.ts';
import type { Policy } from '../contract/sla.ts';
import type { Staff } from '../directory/directory.ts';
import { assetRow, categoryRow, priceRow, priorityRow, siteRow, staffRow } from './directory-rows.ts';
import type { Database } from './open-database.ts';

/** Rows of one statement: databases limit how many values one may carry. */
const AT_ONCE = 500;

/** The lists that are written whole, with what names an item within its tenant. */
const KEYS = {
  site: ['id'],
  priority: ['id'],
  category: ['id'],
  asset: ['id'],
  price: ['code', 'valid_from'],
  staff: ['id'],
} as const;
type ListTable = keyof typeof KEYS;

/** All lists are written alike, whatever their columns are: this is what the writing sees of them. */
type ListRow = Record<string, string | number | null>;

/** Writes a whole list: what it lacks is retired, what it has is active and in this order. */
async function writeList(db: Database, table: ListTable, tenant: TenantId, items: readonly ListRow[]): Promise<void> {
  const tx = db as unknown as Kysely<Record<ListTable, ListRow>>;
  await tx.updateTable(table).set({ active: 0 }).where('tenant', '=', tenant).execute();
  const rows = items.map((item, ordinal): ListRow => ({ ...item, tenant, ordinal, active: 1 }));
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    const slice = rows.slice(from, from + AT_ONCE);
    await tx
      .insertInto(table)
      .values(slice)
      .onConflict((conflict) =>
        conflict.columns(['tenant', ...KEYS[table]]).doUpdateSet((eb) => {
          const columns = Object.keys(slice[0]!);
          return Object.fromEntries(columns.map((column) => [column, eb.ref(`excluded.${column}`)]));
        }),
      )
      .execute();
  }
}

type WriteList<T> = (db: Database, tenant: TenantId, list: readonly T[]) => Promise<void>;

export const writeSites: WriteList<Site> = (db, tenant, sites) => writeList(db, 'site', tenant, sites.map(siteRow));
export const writePriorities: WriteList<Priority> = (db, tenant, priorities) =>
  writeList(db, 'priority', tenant, priorities.map(priorityRow));
export const writeCategories: WriteList<Category> = (db, tenant, categories) =>
  writeList(db, 'category', tenant, categories.map(categoryRow));
export const writeAssets: WriteList<Asset> = (db, tenant, assets) =>
  writeList(db, 'asset', tenant, assets.map(assetRow));
export const writePrices: WriteList<PricePosition> = (db, tenant, prices) =>
  writeList(db, 'price', tenant, prices.map(priceRow));
export const writeStaff: WriteList<Staff> = (db, tenant, staff) => writeList(db, 'staff', tenant, staff.map(staffRow));

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
