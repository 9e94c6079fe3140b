import type { Life } from './life.ts';
import { BLAME, DISPUTED, NOT_FIXED, PRAISE, REVISED } from './sentences.ts';
import { SENTENCES } from '../company/sentences.ts';
import { assignFor, byTelephone, planTrip, travel } from './visit.ts';
import { workOnSite } from './work.ts';

const DAY_MINUTES = 24 * 60;

/** What the site says of the repair: mostly yes, now and then not yet, sometimes not for that money. */
export function conclude(life: Life): void {
  const { dice } = life;
  life.wait(4, dice.is(0.6) ? 90 : 20 * 60);
  life.opened();
  if (dice.is(0.06)) sendBack(life);
  const [first] = life.costs;
  if (first && dice.is(0.05)) disputeAfterwards(life, first);
  life.act(life.person(life.onShift()), 'confirm');
  // Only who reported may rate; what came by telephone was entered by the dispatcher.
  if (!life.fault.isCall && dice.is(0.62)) rate(life);
}

function sendBack(life: Life): void {
  const { dice, dispatcher, setting } = life;
  life.act(life.person(life.onShift()), 'reopen', { reason: life.say(dice.of(NOT_FIXED)) });
  life.wait(3, 20);
  life.act(dispatcher, 'comment', { text: life.say(SENTENCES.again) });
  const trip = planTrip(life, life.at + dice.minutes(30, life.isUrgent ? 120 : DAY_MINUTES));
  assignFor(life, trip);
  if (dice.is(0.6)) byTelephone(life, trip);
  travel(life, trip);
  workOnSite(life, setting.client.again);
  life.wait(5, 120);
  life.opened();
}

/** A line that needed no approval is looked at afterwards, and the company gives way. */
function disputeAfterwards(life: Life, { line, quantity }: Life['costs'][number]): void {
  const { dice, dispatcher } = life;
  life.act(life.person(life.onShift()), 'dispute-cost', { lines: [line], reason: life.say(dice.of(DISPUTED)) });
  life.wait(15, 240);
  life.act(dispatcher, 'revise-cost', { line, quantity, billing: 'included' });
  life.act(dispatcher, 'comment', { text: life.say(REVISED) });
  life.wait(5, 90);
  life.opened();
}

function rate(life: Life): void {
  const { dice, isLate, fault } = life;
  const stars = isLate ? dice.whole(1, 4) : dice.of([5, 5, 5, 5, 4, 4, 3]);
  const said = stars >= 4 ? PRAISE : BLAME;
  life.wait(0.2, 20);
  life.act(life.person(fault.by), 'rate', { stars, ...(dice.is(0.45) && { text: life.say(dice.of(said)) }) });
}
