import type { Client, Person, Site } from '../clients/client.ts';
import { words } from '../words.ts';

const NAMES = [
  words('Tatiana Orekhova', 'Татьяна Орехова'),
  words('Sergei Vinogradov', 'Сергей Виноградов'),
  words('Larisa Kim', 'Лариса Ким'),
  words('Maxim Yefimov', 'Максим Ефимов'),
] as const;

/** Who may approve there what is over an employee's limit: one of those whom a visitor can be, otherwise the region's manager. */
export function approverAt({ id, people, sites }: Client, site: Site): Person {
  const known = people.find((person) => person.role === 'approver' && person.sites.includes(site.id));
  if (known) return known;
  const regions = [...new Set(sites.map(({ region }) => region))];
  return {
    id: `manager-${site.region}`,
    name: NAMES[(id.length + regions.indexOf(site.region)) % NAMES.length]!,
    role: 'approver',
    sites: sites.filter(({ region }) => region === site.region).map((one) => one.id),
    post: words('Manager of the region', 'Управляющий регионом'),
  };
}
