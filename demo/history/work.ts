import type { Scenario } from '../clients/client.ts';
import { mostOf, worksAt } from './estimate.ts';
import type { Life } from './life.ts';
import { approverAt } from './managers.ts';
import { isOddTime } from './opening-hours.ts';
import { DISPUTED, PART_HERE, PARTS, RESTORED } from './sentences.ts';
import { byTelephone, planTrip, travel } from './visit.ts';

const DAY_MINUTES = 24 * 60;

/** The works of the price list, with an approval where they may come to more than needs none, then the repair. */
export function workOnSite(life: Life, { works, summary }: Pick<Scenario, 'works' | 'summary'>): void {
  const { dice, setting, fault } = life;
  const { free } = setting.client.tenant.approval;
  const done = worksAt(works.slice(0, dice.whole(1, works.length)), fault.site);
  const costs: Life['costs'] = [];
  for (const work of done) {
    life.wait(6, 22);
    const cost = { line: `line ${life.costs.length + 1}`, quantity: work.quantity };
    costs.push(cost);
    life.costs.push(cost);
    life.act(life.worker, 'add-cost', work, cost.line);
  }
  const most = mostOf(setting.client, done, isOddTime(life.at, fault.site.timeZone));
  if (most > (free ?? Infinity)) askApproval(life, costs, most);
  life.wait(8, 35);
  life.act(life.worker, 'resolve', { summary: life.say(summary), firstVisit: life.arrivals === 1 });
}

/** The work stands still until somebody who may has decided. */
function askApproval(life: Life, costs: Life['costs'], most: number): void {
  const { dice, setting, fault, worker } = life;
  const { employee } = setting.client.tenant.approval;
  const isSmall = most <= (employee ?? Infinity);
  const person = life.person(isSmall ? life.onShift() : approverAt(setting.client, fault.site));
  life.wait(1, 4);
  life.act(worker, 'request-approval', { lines: costs.map(({ line }) => line) });
  life.act(worker, 'pause', { reason: 'awaiting_approval' });
  life.wait(5, isSmall ? 30 : 90);
  const disputed = costs.length > 1 && dice.is(0.12) ? costs.at(-1) : undefined;
  if (disputed) {
    const { line, quantity } = disputed;
    life.act(person, 'dispute-cost', { lines: [line], reason: life.say(dice.of(DISPUTED)) });
    life.wait(3, 25);
    life.act(worker, 'revise-cost', { line, quantity, billing: 'included' });
    life.wait(1, 10);
  }
  life.act(person, 'approve-cost', { lines: 'awaiting' });
}

/** The first visit only shows which part is broken: the clocks wait for it, and a second visit is agreed at once. */
export function awaitParts(life: Life, partAt: number | undefined): void {
  const { dice, engineer, dispatcher } = life;
  life.wait(15, 50);
  if (dice.is(0.5)) life.act(life.worker, 'restore', { how: life.say(dice.of(RESTORED)) });
  life.act(life.worker, 'end-visit', { outcome: 'continue' });
  life.wait(4, 30);
  life.act(dispatcher, 'pause', { reason: 'parts', evidence: life.say(dice.of(PARTS)) }, 'parts');
  const trip = planTrip(life, partAt ?? life.at + dice.minutes(2 * DAY_MINUTES, 5 * DAY_MINUTES), engineer);
  byTelephone(life, trip);
  life.until(trip.departs - dice.minutes(30, 90));
  life.act(dispatcher, 'resume', { pause: 'parts' });
  life.act(dispatcher, 'comment', { text: life.say(PART_HERE) });
  travel(life, trip);
}
