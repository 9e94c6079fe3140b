import type { Selectable } from 'kysely';
import type { PersonId } from '../contract/ids.ts';
import type { Asset, Category, Priority, Site } from '../contract/portal.ts';
import type { PricePosition } from '../contract/prices.ts';
import type { Policy } from '../contract/sla.ts';
import type { Pass } from '../contract/visits.ts';
import type { Staff } from '../directory/directory.ts';
import type { Tables } from './tables.ts';

type Row<T extends keyof Tables> = Selectable<Tables[T]>;
/** A row before it has its place: tenant, ordinal and active are given where it is written. */
type Bare<T extends keyof Tables> = Omit<Row<T>, 'tenant' | 'ordinal' | 'active'>;

const json = JSON.stringify;
const parsed = <T>(text: string): T => JSON.parse(text) as T;

export const toSite = ({ id, name, address, time_zone, latitude, longitude }: Row<'site'>): Site => ({
  id,
  name: parsed(name),
  address: parsed(address),
  timeZone: time_zone,
  latitude,
  longitude,
});
export const siteRow = ({ id, name, address, timeZone, latitude, longitude }: Site): Bare<'site'> => ({
  id,
  name: json(name),
  address: json(address),
  time_zone: timeZone,
  latitude,
  longitude,
});

export const toPriority = ({ id, name }: Row<'priority'>): Priority => ({ id, name: parsed(name) });
export const priorityRow = ({ id, name }: Priority): Bare<'priority'> => ({ id, name: json(name) });

export const toCategory = ({ id, name, priority, fields }: Row<'category'>): Category => ({
  id,
  name: parsed(name),
  priority,
  fields: parsed(fields),
});
export const categoryRow = ({ id, name, priority, fields }: Category): Bare<'category'> => ({
  id,
  name: json(name),
  priority,
  fields: json(fields),
});

export const toAsset = ({ id, site, name, category }: Row<'asset'>): Asset => ({
  id,
  site,
  name: parsed(name),
  category,
});
export const assetRow = ({ id, site, name, category }: Asset): Bare<'asset'> => ({
  id,
  site,
  name: json(name),
  category,
});

export const toPrice = ({
  code,
  title,
  unit,
  kind,
  unit_price,
  vat_rate,
  prices,
  ...row
}: Row<'price'>): PricePosition => ({
  code,
  title,
  unit,
  kind: kind as PricePosition['kind'],
  unitPrice: unit_price,
  vatRate: vat_rate,
  prices: prices as PricePosition['prices'],
  ...(row.valid_from && { validFrom: row.valid_from }),
  ...(row.valid_to && { validTo: row.valid_to }),
  ...parsed<Partial<PricePosition>>(row.rule),
});
export const priceRow = (position: PricePosition): Bare<'price'> => {
  const { code, title, unit, kind, unitPrice, vatRate, prices, validFrom = '', validTo = null, ...rule } = position;
  return {
    code,
    title,
    unit,
    kind,
    unit_price: unitPrice,
    vat_rate: vatRate,
    prices,
    valid_from: validFrom,
    valid_to: validTo,
    rule: json(rule),
  };
};

export const toStaff = ({ id, role, profile, basis, pass }: Row<'staff'>): Staff => ({
  id: id as PersonId,
  role: role as Staff['role'],
  profile: parsed(profile),
  basis: basis as Staff['basis'],
  ...(pass !== null && { pass: parsed<Pass>(pass) }),
});
export const staffRow = ({ id, role, profile, basis, pass }: Staff): Bare<'staff'> => ({
  id,
  role,
  profile: json(profile),
  basis,
  pass: pass ? json(pass) : null,
});

export const toPolicy = ({ policy }: Row<'policy'>): Policy => parsed(policy);
