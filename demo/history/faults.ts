import type { Asset, Client, Person, Report, Site } from '../clients/client.ts';
import { Dice } from './dice.ts';
import { DAY_MS, hourBefore } from './opening-hours.ts';
import { peopleAt, normOf, type Fault, type Setting } from './setting.ts';

/** When and what: one line of a year's bad luck. */
export interface Happened {
  readonly at: number;
  readonly fault: Fault;
}

const HOUR_MS = 3600_000;
/** Things that fail again and again, per client. */
const WEAK = 4;
const WEAK_SHARE = 0.14;
const CALLS = 0.14;
/** The last report comes so long before now. */
const QUIET_MS = 2 * HOUR_MS;

/** So many faults of the last days, in the order of their times: at opening hours, at every site, some things again and again. */
export function faultsOf(setting: Setting, count: number, days: number, now: number): readonly Happened[] {
  const { client } = setting;
  const dice = new Dice(`${client.id}:faults`);
  // Where a visitor looks first there is more to see.
  const sites = [...client.sites, ...client.people.flatMap((person) => peoplesSite(client, person))];
  const weak = Array.from({ length: WEAK }, () => {
    const report = dice.of(client.reports);
    const site = dice.of(sites);
    return { site, report, asset: assetFor(setting, site, report, dice) };
  });
  return Array.from({ length: count }, (_, index): Happened => {
    const again = dice.is(WEAK_SHARE) ? dice.of(weak) : undefined;
    const site = again?.site ?? dice.of(sites);
    const report = again?.report ?? dice.of(client.reports);
    const asset = again?.asset ?? assetFor(setting, site, report, dice);
    const fault = { site, report, asset, by: dice.of(peopleAt(setting, site)), isCall: dice.is(CALLS) };
    const daysAgo = ((index + dice.between(0, 1)) / count) * days;
    return { at: timeOf(setting, fault, daysAgo, now, dice), fault };
  }).toSorted((a, b) => a.at - b.at);
}

const peoplesSite = ({ sites }: Client, { role, sites: [own] }: Person): readonly Site[] =>
  role === 'employee' ? sites.filter(({ id }) => id === own) : [];

/** About then. What is urgent is reported early enough to be repaired before the site closes. */
function timeOf(setting: Setting, { site, report }: Fault, daysAgo: number, now: number, dice: Dice): number {
  const { hours, client } = setting;
  const { priority } = client.categories.find(({ id }) => id === report.category)!;
  const isUrgent = normOf(setting, report.category, priority, 'resolution') < DAY_MS / 2;
  const last = isUrgent ? hours.to - 5 : hours.to - 1;
  for (let shift = 0; ; shift += dice.between(0, 1)) {
    const early = dice.is(0.6);
    const hour = dice.between(hours.from + 0.1, early ? Math.min(hours.from + 4, last) : last);
    const at = hourBefore(now, Math.round(daysAgo + shift), hour, site.timeZone, hours);
    if (at !== undefined && at < now - QUIET_MS) return at;
  }
}

/** The thing that the report speaks of, where the site has one: "till 2" is the second one. */
function assetFor({ client }: Setting, site: Site, { category, text }: Report, dice: Dice): Asset | undefined {
  const there = client.assets.filter((asset) => asset.site === site.id && asset.category === category);
  const [number] = /\d+/.exec(text.en) ?? [];
  const named = there.find(({ name }) => number !== undefined && name.en.includes(` ${number}`));
  if (named || there.length === 0) return named;
  return number === undefined && dice.is(0.8) ? dice.of(there) : undefined;
}
