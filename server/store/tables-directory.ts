import type { Fixed } from './tables.ts';

/** What every record of a tenant's administrators has. A retired one is kept: tickets still name it. */
interface Kept {
  tenant: Fixed<string>;
  id: Fixed<string>;
  /** Its place in the list as it was sent. */
  ordinal: number;
  /** 0 or 1: retired. */
  active: number;
}

/** Names and addresses are JSON: a text, or texts by language. */
interface SiteTable extends Kept {
  name: string;
  address: string;
  time_zone: string;
  /** Degrees × 10⁷, as `longitude`. */
  latitude: number;
  longitude: number;
}

interface PriorityTable extends Kept {
  name: string;
}

interface CategoryTable extends Kept {
  name: string;
  priority: string;
  /** JSON. */
  fields: string;
}

interface AssetTable extends Kept {
  site: string;
  name: string;
  category: string | null;
}

/** Every version, never changed: tickets carry its stamp. */
interface PolicyTable {
  tenant: Fixed<string>;
  id: Fixed<string>;
  version: Fixed<number>;
  /** 0, 1, 2 … within the tenant, in the order of saving; the newest is in force. */
  ordinal: Fixed<number>;
  /** JSON. */
  policy: Fixed<string>;
}

interface PriceTable extends Omit<Kept, 'id'> {
  code: Fixed<string>;
  title: string;
  unit: string;
  /** Minor units of the tenant's currency. */
  unit_price: number;
  /** Basis points; null: without VAT. */
  vat_rate: number | null;
  prices: string;
  kind: string;
  /** First day, `2026-01-01`; empty: always. With the code it names a version. */
  valid_from: Fixed<string>;
  /** Last day. */
  valid_to: string | null;
  /** JSON: when it is charged, and what it is computed from. */
  rule: string;
}

interface StaffTable extends Kept {
  role: string;
  /** JSON. */
  profile: string;
  basis: string | null;
  /** JSON. */
  pass: string | null;
}

interface ThemeTable {
  tenant: Fixed<string>;
  /** JSON. */
  theme: string;
}

export interface DirectoryTables {
  theme: ThemeTable;
  site: SiteTable;
  priority: PriorityTable;
  category: CategoryTable;
  asset: AssetTable;
  policy: PolicyTable;
  price: PriceTable;
  staff: StaffTable;
}
