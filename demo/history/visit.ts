import { SENTENCES } from '../company/sentences.ts';
import type { Staff } from '../company/staff.ts';
import type { Life } from './life.ts';
import { whenOpen } from './opening-hours.ts';
import { chat } from './talk.ts';
import { AWAY_FROM_SITE, DECLINED, NO_ACCESS, NO_ACCESS_CALL, POSTPONED } from './sentences.ts';
import { engineersAt } from './setting.ts';

/** Somebody's way to a site and back. Milliseconds since the epoch. */
export interface Trip {
  readonly engineer: Staff;
  readonly departs: number;
  readonly arrives: number;
}

const HALF_HOUR_MS = 30 * 60_000;
/** With everything that can come between, an approval above all. */
const LONGEST_STAY_MS = 200 * 60_000;
const TRIES = 80;
/** A degree × 10⁷ of latitude is a centimetre: this many are some forty metres. */
const NEARBY = 4_000;

/** Finds who is free, from that time on while the site is open, and keeps him free. */
export function planTrip(life: Life, earliest: number, engineer?: Staff): Trip {
  const { dice, setting, fault } = life;
  const crew = engineer ? [engineer] : engineersAt(setting, fault.site);
  const onTheWay = dice.minutes(14, 45);
  let start = Math.max(earliest, life.at + dice.minutes(4, 10));
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const opening = whenOpen(start + onTheWay, fault.site.timeZone, setting.hours);
    const arrives = opening > start + onTheWay ? opening + dice.minutes(5, 50) : opening;
    const departs = arrives - onTheWay;
    const free = setting.crew.free(crew, fault.report.category, departs, arrives + LONGEST_STAY_MS);
    if (free) {
      setting.crew.book(free.id, departs, arrives + LONGEST_STAY_MS);
      return { engineer: free, departs, arrives };
    }
    start = departs + HALF_HOUR_MS;
  }
  throw new Error(`nobody could come for ${life.ticket}`);
}

/** From the assignment to the open door. */
export function visit(life: Life, planned: Trip): void {
  const { dice, setting, fault } = life;
  let trip = planned;
  assignFor(life, trip);
  const isAgreed = setting.client.scenarios[fault.report.category]?.visit || dice.is(0.35);
  if (isAgreed) trip = agree(life, trip);
  if (life.isLate && trip.departs - life.at > 2 * HALF_HOUR_MS) chat(life);
  travel(life, trip);
  if (dice.is(0.04)) notLetIn(life);
}

/** Gives the ticket to who comes. */
export function assignFor(life: Life, { engineer }: Trip): void {
  if (life.engineer?.id === engineer.id) return;
  life.engineer = engineer;
  life.wait(1, 6);
  life.act(life.dispatcher, 'assign', { engineer: engineer.id });
}

/** Two hours around the arrival, from a full half hour on. */
function windowOf({ dice, at }: Life, { arrives }: Trip): { from: string; to: string } {
  const begins = Math.floor((arrives - dice.minutes(0, 60)) / HALF_HOUR_MS) * HALF_HOUR_MS;
  const from = Math.max(begins, Math.ceil(at / HALF_HOUR_MS) * HALF_HOUR_MS);
  const to = Math.max(from + 4 * HALF_HOUR_MS, arrives + dice.minutes(5, 60));
  return {
    from: new Date(from).toISOString(),
    to: new Date(Math.ceil(to / HALF_HOUR_MS) * HALF_HOUR_MS).toISOString(),
  };
}

function agree(life: Life, first: Trip): Trip {
  const { dice, dispatcher } = life;
  const person = life.person(life.onShift());
  let trip = first;
  const name = `visit ${life.arrivals + 1}`;
  life.wait(1, 5);
  if (dice.is(0.2)) {
    byTelephone(life, trip);
    return trip;
  }
  life.act(dispatcher, 'propose-visit', windowOf(life, trip), name);
  life.at += Math.min(dice.minutes(3, 60), Math.max(0, trip.departs - life.at) * dice.between(0.2, 0.6));
  if (dice.is(0.12)) {
    const { reason, wish } = dice.of(DECLINED);
    life.act(person, 'decline-visit', { visit: name, reason: life.say(reason), wish: life.say(wish) });
    trip = again(life, trip, dice.minutes(120, 26 * 60));
    life.act(dispatcher, 'propose-visit', windowOf(life, trip), `${name}, moved`);
    life.at += Math.min(dice.minutes(3, 40), Math.max(0, trip.departs - life.at) * 0.5);
    life.act(person, 'agree-visit', { visit: `${name}, moved` });
  } else life.act(person, 'agree-visit', { visit: name });
  if (!life.isUrgent && dice.is(0.05)) {
    life.wait(5, 30);
    life.act(person, 'postpone', { wish: life.say(dice.of(POSTPONED)) });
    trip = again(life, trip, dice.minutes(22 * 60, 30 * 60));
    byTelephone(life, trip);
  }
  return trip;
}

/** Another time, with whoever is free then. */
function again(life: Life, { arrives }: Trip, later: number): Trip {
  life.wait(2, 12);
  const trip = planTrip(life, arrives + later);
  assignFor(life, trip);
  return trip;
}

/** The dispatcher calls and enters what was agreed. */
export function byTelephone(life: Life, trip: Trip): void {
  const { dispatcher, setting } = life;
  const by = life.say(life.onShift().name);
  life.wait(1, 6);
  life.act(dispatcher, 'log-call', { with: by, number: setting.client.phone, result: life.say(SENTENCES.called) });
  life.act(dispatcher, 'propose-visit', { ...windowOf(life, trip), agreed: { by, channel: 'telephone' } });
}

export function travel(life: Life, { departs, arrives }: Trip): void {
  const { dice, fault } = life;
  const { latitude, longitude } = fault.site;
  const near = (degrees: number): number => Math.round(degrees + dice.between(-NEARBY, NEARBY));
  life.until(departs);
  life.act(life.worker, 'depart');
  life.until(arrives);
  life.arrivals++;
  const isAway = dice.is(0.02);
  life.act(life.worker, 'arrive', {
    position: { latitude: near(latitude) + (isAway ? 12 * NEARBY : 0), longitude: near(longitude) },
    ...(isAway && { reason: life.say(AWAY_FROM_SITE) }),
  });
}

/** In front of a locked door; the clocks wait until it is open. */
function notLetIn(life: Life): void {
  const { dice } = life;
  const { engineer } = life;
  life.wait(3, 12);
  life.act(life.worker, 'report-no-access', {
    reason: life.say(dice.of(NO_ACCESS)),
    call: life.say(dice.of(NO_ACCESS_CALL)),
  });
  life.wait(25, 180);
  life.opened();
  life.act(life.person(life.onShift()), 'allow-access');
  const trip = planTrip(life, life.at + dice.minutes(20, 180), engineer);
  byTelephone(life, trip);
  travel(life, trip);
}
