import type { Billing, CostLine, TicketLine } from '../contract/money.ts';
import type { PricePosition } from '../contract/prices.ts';
import { isOpen, type Ticket } from '../contract/ticket.ts';
import { baseOf, countLines, quantityOf } from '../costs/counted-lines.ts';
import { Ledger } from '../costs/ledger.ts';
import { fits, performanceOf, sayWhen, visitAt, wastedVisit } from '../costs/performance.ts';
import type { CostedVisit, Performance, Zones } from '../costs/performance.ts';
import { lineOf, positionOn, type LineBase } from '../costs/price-list.ts';
import { settleVisit } from '../costs/settle-visit.ts';
import { endWaiting } from './decide-pause.ts';
import { idOf, refused, refuseOutside, type Decide, type Decided, type Situation } from './decision.ts';

const lineAt = (ticket: Ticket, id: string, pointer: string): TicketLine => {
  const found = ticket.costs.lines.find((line) => line.id === id);
  if (!found) throw refused(pointer, 'there is no such cost line');
  return found;
};

const zonesOf = ({ site }: Ticket, { sites, tenant }: Situation['directory']): Zones => ({
  site: sites.get(site)?.timeZone ?? tenant.timeZone,
  tenant: tenant.timeZone,
});

const openLedger = (ticket: Ticket, { directory: { tenant }, spent }: Situation): Ledger =>
  new Ledger(ticket.costs.lines, { ...tenant.approval, ...(spent && { spent }) });

/** Where nothing waits for an approval any more, the pause that waited for it ends, as it does by a decision. */
function decidedBy({ facts, lines }: Ledger, ticket: Ticket, { now }: Situation): readonly Decided[] {
  const isWaiting = lines.some(({ state }) => state === 'awaiting');
  return [...facts.map((fact) => ({ fact })), ...(isWaiting ? [] : endWaiting(ticket, now, 'awaiting_approval'))];
}

/** Who is to bear it may contest that, so he is told why. */
function refuseWithoutReason(billing: Billing, reason: string | null | undefined): void {
  if (reason || (billing !== 'client_fault' && billing !== 'provider_cost')) return;
  throw refused('/reason', `"${billing}" takes a reason, which the other side may contest`);
}

/** Call-outs, minimums and coefficients stand once on a visit. */
const ONCE: readonly PricePosition['kind'][] = ['call_out', 'minimum', 'coefficient'];

/** What is charged once is so whatever its quantity would say. */
const SINGLE: readonly PricePosition['kind'][] = ['call_out', 'wasted_trip'];

function refuseSeveral(kind: PricePosition['kind'], quantity: string): void {
  if (SINGLE.includes(kind) && Number(quantity) !== 1)
    throw refused('/quantity', 'it is charged once: its quantity is 1');
}

/** What the visit must have for a position to be charged, or why it may not be. */
function refuseUnfit(position: PricePosition, { visit }: Performance, lines: readonly CostLine[]): void {
  const { code, kind, when, automatic } = position;
  if (!visit) {
    if (!when && (kind === 'work' || kind === 'part')) return;
    throw refused('/code', `"${code}" is charged for a visit: no arrival is recorded yet`);
  }
  const { date, time, weekday } = visit.arrived;
  if (!fits(position, visit.arrived)) {
    const came = `${time} on ${date} (${weekday}), the site's time`;
    throw refused('/code', `"${code}" is charged for an arrival ${sayWhen(when!)}: this one was recorded at ${came}`);
  }
  const isThere = lines.some((line) => line.code === code && line.arrival === visit.arrival);
  if (isThere && (automatic || ONCE.includes(kind)))
    throw refused('/code', `"${code}" stands on this visit already: it is charged once`);
}

/** Whatever is told of it, a wasted trip belongs to a refused access that was accepted. */
function wastedTrip(ticket: Ticket, zones: Zones, now: number): Performance {
  const wasted = ticket.costs.lines.filter(({ kind }) => kind === 'wasted_trip');
  const visit = wastedVisit(ticket, zones, new Set(wasted.map(({ arrival = 0 }) => arrival)));
  if (!visit)
    throw refused('/code', 'a wasted trip is charged once for each refused access that the client has accepted');
  const arrived = ticket.course.find(({ seq }) => seq === visit.arrival)!;
  return { ...performanceOf(ticket, zones, now, Date.parse(arrived.at)), visit };
}

export const addCost: Decide<'add-cost'> = (command, ticket, situation) => {
  const { code, quantity, discount, billing, reason, performedAt } = command;
  const { caller, directory, now } = situation;
  const zones = zonesOf(ticket, directory);
  if (performedAt !== undefined) refuseOutside(ticket, performedAt, now, '/performedAt');
  refuseWithoutReason(billing, reason);
  let performance = performanceOf(ticket, zones, now, performedAt === undefined ? undefined : Date.parse(performedAt));
  const isWasted = directory.prices.get(code)?.[0]?.kind === 'wasted_trip';
  if (isWasted) performance = wastedTrip(ticket, zones, now);
  const { date, visit } = performance;
  const position = positionOn(directory.prices, code, date);
  const ledger = openLedger(ticket, situation);
  refuseUnfit(position, performance, ledger.lines);
  refuseSeveral(position.kind, quantity);

  const performer = ticket.assignee?.id ?? caller.id;
  const { base, amount } = countedFor(position, quantity, visit, ledger);
  const line = lineOf(base, {
    quantity: amount,
    discount,
    billing,
    performer,
    id: idOf('line', ticket),
    state: 'within_limit',
    performedOn: date,
    ...(visit && { arrival: visit.arrival }),
  });
  ledger.add(line, reason);
  settleAround(line, ledger, ticket, situation, reason);
  return decidedBy(ledger, ticket, situation);
};

/** A line that counts others takes price and quantity from them. */
function countedFor(position: PricePosition, quantity: string, visit: CostedVisit | null, ledger: Ledger) {
  const base = baseOf(position);
  if (!base.of) return { base, amount: quantity };
  if (Number(quantity) !== 1) throw refused('/quantity', 'its amount follows from the other lines: it is added once');
  const counted = countLines(base, quantityOf(position.share ?? 0), ledger.linesOf(visit!.arrival));
  if (!counted) throw refused('/code', `there is nothing on this visit that "${position.code}" would be charged for`);
  return { base: { ...base, unitPrice: counted.unitPrice }, amount: counted.quantity };
}

/** At the price that the line was made with: a new price list does not change work that was shown. */
export const reviseCost: Decide<'revise-cost'> = (command, ticket, situation) => {
  const before = lineAt(ticket, command.line, '/line');
  refuseClosed(ticket, before);
  const { quantity = before.quantity, discount = before.discount, billing = before.billing, reason } = command;
  if (before.of && quantity !== before.quantity)
    throw refused('/quantity', 'its amount follows from the other lines of the visit');
  if (quantity !== before.quantity) refuseSeveral(before.kind ?? 'work', quantity);
  // Why it was billed otherwise is not why it is billed so.
  const isSame = billing === before.billing;
  refuseWithoutReason(billing, reason ?? (isSame ? before.reason : null));
  const { id, performer, state, arrival, automatic } = before;
  const revised = lineOf(asMade(before, situation), {
    quantity,
    discount,
    billing,
    performer,
    id,
    state,
    performedOn: before.performedOn ?? performanceOf(ticket, zonesOf(ticket, situation.directory), situation.now).date,
    ...(arrival !== undefined && { arrival }),
    ...(automatic && { automatic }),
  });
  const ledger = openLedger(ticket, situation);
  ledger.revise(before, revised, reason ?? (isSame ? undefined : null));
  settleAround(revised, ledger, ticket, situation, reason);
  return decidedBy(ledger, ticket, situation);
};

/** A line that is older than its kind and its way of pricing takes them from the list. */
const asMade = (line: CostLine, { directory }: Situation): LineBase => ({
  ...line,
  kind: line.kind ?? 'work',
  prices: line.prices ?? directory.prices.get(line.code)?.[0]?.prices ?? 'net',
});

export const removeCost: Decide<'remove-cost'> = ({ line: id }, ticket, situation) => {
  const line = lineAt(ticket, id, '/line');
  refuseClosed(ticket, line);
  if (line.automatic)
    throw refused('/line', 'the price list adds this line by itself: revise its billing, for example to "included"');
  const ledger = openLedger(ticket, situation);
  ledger.remove(line);
  settleAround(line, ledger, ticket, situation);
  return decidedBy(ledger, ticket, situation);
};

/** Once a ticket is closed only what the client disputes may change. */
function refuseClosed({ stage }: Ticket, { state }: CostLine): void {
  if (isOpen(stage) || stage === 'resolved' || state === 'disputed') return;
  throw refused('/line', `the ticket is ${stage}: only a disputed line may still be changed`);
}

/** The other lines of the visit that this one stands on. */
function settleAround(line: CostLine, ledger: Ledger, ticket: Ticket, situation: Situation, reason?: string): void {
  const { directory } = situation;
  const { performer, billing, performedOn: date = '' } = line;
  const visit = visitAt(ticket, zonesOf(ticket, directory), line.arrival);
  const newId = (): string => idOf('line', ticket, ledger.facts.length);
  if (visit) settleVisit(ledger, { visit, prices: directory.prices, date, performer, billing, reason, newId });
}
