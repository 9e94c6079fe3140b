import type { Category } from '../clients/client.ts';
import type { Line } from './chronicle.ts';
import { whenOpen } from './opening-hours.ts';
import { askBack, chat } from './talk.ts';
import { conclude } from './conclude.ts';
import { Life } from './life.ts';
import { CANCELLED, DETAILS, OUT_OF_SCOPE, REMOTE, REMOTE_DONE, URGENT } from './sentences.ts';
import { engineersAt, type Fault, type Setting } from './setting.ts';
import { planTrip, visit } from './visit.ts';
import { awaitParts, workOnSite } from './work.ts';

/** What can be mended without going there. */
const REMOTELY = /till|scanner|network|printer|video|terminal|atm|software/;

/**
 * The whole life of one ticket, from the report to the stars.
 *
 * @param partAt when the part comes that it waits for, whatever else chance would have; milliseconds since the epoch
 */
export function tellTicket(
  ticket: string,
  at: number,
  setting: Setting,
  fault: Fault,
  partAt?: number,
): readonly Line[] {
  const life = new Life(ticket, at, setting, fault);
  const { dice } = life;
  register(life);
  const isWaiting = partAt !== undefined;
  const fate = isWaiting ? 0.5 : dice.between(0, 1);
  if (fate < 0.04) withdraw(life);
  else if (fate < 0.055) decline(life);
  else {
    accept(life);
    const isRemote = !isWaiting && REMOTELY.test(fault.report.category) && dice.is(0.25);
    if (isRemote) mendFromAfar(life);
    else mendOnSite(life, partAt);
    conclude(life);
  }
  return life.lines;
}

function register(life: Life): void {
  const { fault, dice, setting } = life;
  const { site, asset, report, by, isCall } = fault;
  const detail = dice.is(0.7) ? `\n${life.say(dice.of(DETAILS))}` : '';
  const category = setting.client.categories.find(({ id }) => id === report.category)!;
  const fields = fieldsOf(life, category);
  const body = {
    site: site.id,
    ...(asset && { asset: asset.id }),
    category: category.id,
    text: life.say(report.text) + detail,
    ...(fields && { fields }),
  };
  const contact = { name: life.say(by.name), phone: setting.client.phone };
  if (!isCall) {
    life.act(life.person(by), 'register', { ...body, ...(dice.is(0.3) && { contact }) });
    return;
  }
  const calledAt = new Date(life.at).toISOString();
  life.wait(1, 6);
  life.act(life.dispatcher, 'register', {
    ...body,
    contact,
    channel: 'telephone',
    at: calledAt,
    requester: contact.name,
  });
}

function fieldsOf({ dice }: Life, { fields }: Category): Readonly<Record<string, unknown>> | undefined {
  const told = fields.flatMap(({ id, kind, choices, required }): (readonly [string, unknown])[] => {
    if (!required && dice.is(0.5)) return [];
    if (kind === 'number') return [[id, dice.whole(1, 4)]];
    if (kind === 'yes_no') return [[id, dice.is(0.5)]];
    if (kind === 'choice') return choices ? [[id, dice.of(choices).id]] : [];
    return required ? [[id, '—']] : [];
  });
  return told.length > 0 ? Object.fromEntries(told) : undefined;
}

/** The reaction: mostly well within the norm. */
function accept(life: Life): void {
  const { dice, dispatcher } = life;
  const norm = Math.min(life.norm('reaction'), 4 * 3600_000);
  life.at += norm * (life.isLate && dice.is(0.4) ? dice.between(1.1, 2) : dice.between(0.1, 0.7));
  life.act(dispatcher, 'accept');
  const { priorities } = life.setting.client;
  const higher = priorities[priorities.findIndex(({ id }) => id === life.priority) - 1];
  if (higher && dice.is(0.03)) life.act(dispatcher, 'prioritise', { priority: higher.id, reason: life.say(URGENT) });
}

function withdraw(life: Life): void {
  life.wait(8, 50);
  if (life.dice.is(0.5)) life.act(life.dispatcher, 'accept');
  life.wait(3, 30);
  life.act(life.person(life.fault.by), 'cancel', { reason: life.say(life.dice.of(CANCELLED)) });
}

function decline(life: Life): void {
  life.wait(10, 60);
  life.act(life.dispatcher, 'accept');
  life.wait(10, 90);
  life.act(life.dispatcher, 'decline', { reason: life.say(life.dice.of(OUT_OF_SCOPE)) });
}

function mendFromAfar(life: Life): void {
  const { dice, setting, fault } = life;
  if (dice.is(0.5)) askBack(life);
  life.wait(5, 30);
  const crew = engineersAt(setting, fault.site);
  const engineer = setting.crew.free(crew, fault.report.category, life.at, life.at) ?? crew[0]!;
  life.engineer = engineer;
  life.act(life.dispatcher, 'assign', { engineer: engineer.id });
  life.wait(5, 40);
  life.act(life.worker, 'comment', { text: life.say(dice.of(REMOTE)) });
  life.wait(6, 45);
  life.act(life.worker, 'resolve', { summary: life.say(dice.of(REMOTE_DONE)) });
}

function mendOnSite(life: Life, partAt: number | undefined): void {
  const { dice, setting, fault } = life;
  const { question } = setting.client.scenarios[fault.report.category] ?? {};
  if (question && dice.is(0.35)) askBack(life);
  if (dice.is(0.12)) chat(life);
  visit(life, planTrip(life, partAt === undefined ? earliest(life) : life.at));
  if (partAt !== undefined || dice.is(0.05)) awaitParts(life, partAt);
  workOnSite(life, setting.client.scenarios[fault.report.category]!);
}

/** When somebody should set out: as soon as possible, or on one of the days that the contract leaves. */
function earliest(life: Life): number {
  const { dice, isLate, openedAt, at, fault, setting } = life;
  const norm = life.norm('resolution');
  if (isLate) return openedAt + norm * dice.between(0.95, 1.5);
  const soon = at + dice.minutes(8, 30);
  if (life.isUrgent) return soon;
  const later = at + Math.min(norm * dice.between(0.05, 0.35), dice.minutes(90, 60 * 60));
  // Before closing, where the next opening would be too late.
  return whenOpen(later, fault.site.timeZone, setting.hours) > openedAt + norm * 0.7 ? soon : later;
}
