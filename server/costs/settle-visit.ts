import { isCharged, type Billing, type CostLine, type TicketLine } from '../contract/money.ts';
import type { PricePosition } from '../contract/prices.ts';
import { baseOf, countLines, quantityOf } from './counted-lines.ts';
import type { Ledger } from './ledger.ts';
import { fits, type CostedVisit } from './performance.ts';
import { automaticOn, lineOf, type LineBase, type PriceList } from './price-list.ts';

/** Whose visit is settled, and by which prices. */
export interface Settlement {
  readonly visit: CostedVisit;
  readonly prices: PriceList;
  /** The day of the line that was changed, in the client's zone. */
  readonly date: string;
  readonly performer: CostLine['performer'];
  /** Of the line that was changed: what comes with it is billed alike. */
  readonly billing: Billing;
  readonly reason?: string | undefined;
  readonly newId: () => string;
}

/** In this order: a coefficient may count a minimum. */
const COUNTING = ['minimum', 'coefficient'] as const;

/**
 * Makes the lines that the price list brings along agree with the others of a visit, after any of those was added, revised or removed: what
 * it adds by itself stands while the visit has work and its arrival fits, and what counts other lines is counted anew. Facts are made only
 * where something changes.
 */
export function settleVisit(ledger: Ledger, settlement: Settlement): void {
  const { visit, prices, date } = settlement;
  const own = (): readonly TicketLine[] => ledger.linesOf(visit.arrival);
  const isThere = ({ code }: PricePosition): boolean => own().some((line) => line.code === code);
  const isWorked = own().some(({ kind }) => kind === 'work' || kind === 'part');
  const offered = automaticOn(prices, date).filter((position) => fits(position, visit.arrived));

  for (const line of own()) if (!isWorked && line.automatic && !line.of) ledger.remove(line);
  for (const position of offered)
    if (isWorked && !position.of && !isThere(position)) addAutomatic(ledger, settlement, baseOf(position), '1');

  for (const kind of COUNTING) {
    for (const line of own()) if (line.kind === kind) countAnew(ledger, line, own());
    for (const position of offered) {
      if (position.kind !== kind || isThere(position)) continue;
      const base = baseOf(position);
      const counted = countLines(base, quantityOf(position.share ?? 0), own());
      if (counted) addAutomatic(ledger, settlement, { ...base, unitPrice: counted.unitPrice }, counted.quantity);
    }
  }
}

function addAutomatic(ledger: Ledger, settlement: Settlement, base: LineBase, quantity: string): void {
  const { visit, date, performer, reason, newId } = settlement;
  // What counts charged lines is charged, whatever the line was that brought it.
  const billing = base.of && !isCharged(settlement.billing) ? 'billable' : settlement.billing;
  const line = lineOf(base, {
    quantity,
    discount: 0,
    billing,
    performer,
    id: newId(),
    state: 'within_limit',
    performedOn: date,
    arrival: visit.arrival,
    automatic: true,
  });
  ledger.add(line, billing === settlement.billing ? reason : undefined);
}

/** At the price list that the line was made by. What has nothing more to count goes. */
function countAnew(ledger: Ledger, line: TicketLine, visit: readonly CostLine[]): void {
  const base = line as LineBase;
  const counted = countLines(base, line.quantity, visit);
  if (!counted) return ledger.remove(line);
  if (counted.unitPrice === line.unitPrice) return;
  const { id, discount, billing, performer, state, performedOn, arrival, automatic } = line as Required<TicketLine>;
  const { unitPrice, quantity } = counted;
  const same = { id, discount, billing, performer, state, performedOn, arrival, automatic };
  ledger.revise(line, lineOf({ ...base, unitPrice }, { ...same, quantity }));
}
