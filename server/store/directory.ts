import type { TenantId } from '../contract/ids.ts';
import type { Directory, DirectoryChange, Tenant } from '../directory/directory.ts';
import {
  writeAssets,
  writeCategories,
  writePolicies,
  writePrices,
  writePriorities,
  writeSites,
  writeStaff,
  writeTheme,
} from './directory-lists.ts';
import { loadDirectory } from './load-directory.ts';
import type { Database } from './open-database.ts';

/** What a tenant's administrators keep, as it is stored. */
export interface DirectoryStore {
  /** Raised by every change; undefined for a tenant that does not exist. One cheap read. */
  versionOf(tenant: TenantId): Promise<number | undefined>;
  load(tenant: TenantId): Promise<Directory | undefined>;
  /** Whether it was made: false where the tenant exists, and then nothing was changed. */
  create(tenant: Tenant): Promise<boolean>;
  /**
   * Changes lists in one transaction with the raised version, so that what `decide` checked still holds when it is written. Each list that
   * it returns is the whole list; what a list lacks is retired. False where there is no such tenant; what `decide` throws undoes everything.
   */
  change(tenant: TenantId, decide: (directory: Directory) => DirectoryChange): Promise<boolean>;
}

export const openDirectories = (db: Database): DirectoryStore => ({
  async versionOf(tenant) {
    const row = await db.selectFrom('tenant').select('version').where('id', '=', tenant).executeTakeFirst();
    return row?.version;
  },
  load: (tenant) =>
    db
      .transaction()
      .setIsolationLevel('repeatable read')
      .execute((tx) => loadDirectory(tx, tenant)),
  async create({ id, log, epoch, ...settings }) {
    const made = await db
      .insertInto('tenant')
      .values({ id, log, epoch, head: 0, number: 0, version: 1, settings: JSON.stringify(settings) })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .executeTakeFirst();
    return made.numInsertedOrUpdatedRows === 1n;
  },
  change: (tenant, decide) =>
    db.transaction().execute(async (tx) => {
      const raised = await tx
        .updateTable('tenant')
        .set((eb) => ({ version: eb('version', '+', 1) }))
        .where('id', '=', tenant)
        .executeTakeFirst();
      const directory = raised.numUpdatedRows === 1n ? await loadDirectory(tx, tenant) : undefined;
      if (directory) await write(tx, tenant, decide(directory));
      return directory !== undefined;
    }),
});

/** In the order of their references. */
async function write(tx: Database, tenant: TenantId, change: DirectoryChange): Promise<void> {
  const { settings, theme, priorities, categories, sites, assets, policies, prices, staff } = change;
  if (settings)
    await tx
      .updateTable('tenant')
      .set({ settings: JSON.stringify(settings) })
      .where('id', '=', tenant)
      .execute();
  if (theme) await writeTheme(tx, tenant, theme);
  if (priorities) await writePriorities(tx, tenant, priorities);
  if (categories) await writeCategories(tx, tenant, categories);
  if (sites) await writeSites(tx, tenant, sites);
  if (assets) await writeAssets(tx, tenant, assets);
  if (policies) await writePolicies(tx, tenant, policies);
  if (prices) await writePrices(tx, tenant, prices);
  if (staff) await writeStaff(tx, tenant, staff);
}
