import { Refusal } from '../contract/faults.ts';
import type { Asset, Category, Priority, Site } from '../contract/portal.ts';
import type { Directory, DirectoryChange, Staff } from './directory.ts';
import { refuseUnknownZone } from './keep-settings.ts';

/** A list as an administrator sent it. */
export interface Sent<T> {
  readonly items: readonly T[];
  /** Where the list stands in what was sent, as a JSON pointer. */
  readonly pointer: string;
  /** Whether what it lacks is retired; otherwise that stays as it is. */
  readonly isWhole: boolean;
}

/** What a list as sent makes of the directory, or why not. */
export type Keep<T> = (directory: Directory, sent: Sent<T>) => DirectoryChange;

export const refused = (pointer: string, detail: string): Refusal => new Refusal('refused', detail, { pointer });

/** What is sent takes the place of what was kept under the same id, or comes after it. */
function merged<T>(
  kept: ReadonlyMap<string, T>,
  { items, pointer, isWhole }: Sent<T>,
  idOf: (item: T) => string,
): ReadonlyMap<string, T> {
  const next = new Map(isWhole ? [] : kept);
  const seen = new Set<string>();
  for (const [index, item] of items.entries()) {
    const id = idOf(item);
    if (seen.has(id)) throw refused(`${pointer}/${index}/id`, `"${id}" stands twice in this list`);
    seen.add(id);
    next.set(id, item);
  }
  return next;
}

const byId = (item: { readonly id: string }): string => item.id;

/** Refuses to retire what something that stays refers to. */
function refuseNeeded<T extends { readonly id: string }>(
  next: ReadonlyMap<string, unknown>,
  users: ReadonlyMap<string, T>,
  needs: (user: T) => string | null,
  { named, pointer }: { readonly named: readonly [needed: string, user: string]; readonly pointer: string },
): void {
  for (const user of users.values()) {
    const id = needs(user);
    if (id === null || next.has(id)) continue;
    throw refused(pointer, `${named[0]} "${id}" cannot be retired: ${named[1]} "${user.id}" refers to it`);
  }
}

export const keepSites: Keep<Site> = ({ sites, assets }, sent) => {
  for (const [index, { timeZone }] of sent.items.entries())
    refuseUnknownZone(timeZone, `${sent.pointer}/${index}/timeZone`);
  const next = merged(sites, sent, byId);
  refuseNeeded(next, assets, ({ site }) => site, { named: ['site', 'asset'], pointer: sent.pointer });
  return { sites: [...next.values()] };
};

export const keepAssets: Keep<Asset> = ({ sites, categories, assets }, sent) => {
  for (const [index, { site, category }] of sent.items.entries()) {
    if (!sites.has(site)) throw refused(`${sent.pointer}/${index}/site`, `there is no site "${site}"`);
    if (category !== null && !categories.has(category))
      throw refused(`${sent.pointer}/${index}/category`, `there is no category "${category}"`);
  }
  return { assets: [...merged(assets, sent, byId).values()] };
};

export const keepCategories: Keep<Category> = ({ priorities, categories, assets }, sent) => {
  for (const [index, { priority }] of sent.items.entries()) {
    if (!priorities.has(priority))
      throw refused(`${sent.pointer}/${index}/priority`, `there is no priority "${priority}"`);
  }
  const next = merged(categories, sent, byId);
  refuseNeeded(next, assets, ({ category }) => category, { named: ['category', 'asset'], pointer: sent.pointer });
  return { categories: [...next.values()] };
};

export const keepPriorities: Keep<Priority> = ({ priorities, categories }, sent) => {
  const next = merged(priorities, sent, byId);
  refuseNeeded(next, categories, ({ priority }) => priority, {
    named: ['priority', 'category'],
    pointer: sent.pointer,
  });
  return { priorities: [...next.values()] };
};

export const keepPeople: Keep<Staff> = ({ staff }, sent) => ({ staff: [...merged(staff, sent, byId).values()] });
