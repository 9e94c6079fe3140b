import type { Report, Site } from '../clients/client.ts';
import type { Line } from './chronicle.ts';
import { Dice } from './dice.ts';
import { Life } from './life.ts';
import { DAY_MS, hourBefore } from './opening-hours.ts';
import { MASS } from './sentences.ts';
import { engineersAt, peopleAt, type Setting } from './setting.ts';

/** Sites that are cut off at once. */
const SITES = 4;
const CATEGORY = 'network';

/** A line of the provider breaks: one ticket for all, those of the sites under it, and one repair. Nothing where a client has no network. */
export function tellMass(setting: Setting, daysAgo: number, now: number): readonly Line[] {
  const { client, hours } = setting;
  const dice = new Dice(`${client.id}:mass:${daysAgo}`);
  const began = [0, 1, 2].map((more) =>
    hourBefore(now, daysAgo + more, hours.from + 1.5, client.tenant.timeZone, hours),
  );
  const at = began.find((one) => one !== undefined);
  const { region } = dice.of(client.sites);
  const sites = client.sites.filter((site) => site.region === region).slice(0, SITES);
  if (!client.categories.some(({ id }) => id === CATEGORY) || at === undefined || at < now - 90 * DAY_MS) return [];

  const of = (text: Report['text'], site: Site, isCall: boolean): Life =>
    new Life(`mass-${daysAgo}-${isCall ? 'all' : site.id}`, at, setting, {
      site,
      report: { category: CATEGORY, text },
      asset: undefined,
      by: dice.of(peopleAt(setting, site)),
      isCall,
    });
  const whole = of(MASS.report, sites[0]!, true);
  const parts = sites.map((site) => of(MASS.part, site, false));
  for (const part of parts) {
    part.wait(0, 25);
    report(part, part.person(part.fault.by));
  }
  whole.wait(12, 18);
  report(whole, whole.dispatcher, { channel: 'telephone' });
  whole.act(whole.dispatcher, 'accept');
  whole.act(whole.dispatcher, 'declare-mass', { text: whole.say(MASS.notice), sites: sites.map(({ id }) => id) });
  for (const part of parts) {
    part.until(whole.at);
    part.wait(1, 9);
    part.act(whole.dispatcher, 'accept');
    part.act(whole.dispatcher, 'link', { parent: whole.ticket, reason: part.say(MASS.link) });
  }
  whole.engineer = engineersAt(setting, sites[0]!)[0];
  whole.wait(10, 20);
  whole.act(whole.dispatcher, 'assign', { engineer: whole.worker.id });
  whole.wait(70, 150);
  whole.act(whole.worker, 'resolve', { summary: whole.say(MASS.summary) });
  whole.act(whole.dispatcher, 'end-mass');
  for (const part of parts) end(part, whole);
  whole.wait(20, 90);
  whole.act(whole.person(whole.onShift()), 'confirm');
  return [whole, ...parts].flatMap(({ lines }) => lines);
}

function report(life: Life, by: Life['dispatcher'], more?: object): void {
  const { site, report: told } = life.fault;
  life.act(by, 'register', { site: site.id, category: told.category, text: life.say(told.text), ...more });
}

/** With the whole every part is repaired. */
function end(part: Life, whole: Life): void {
  part.until(whole.at);
  part.wait(1, 10);
  part.act(whole.dispatcher, 'resolve', { summary: part.say(MASS.summary) });
  part.wait(5, 120);
  part.act(part.person(part.fault.by), 'confirm');
}
