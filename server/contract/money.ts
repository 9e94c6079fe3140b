import type { Actor, Personal } from './events.ts';
import type { Instant, PersonId } from './ids.ts';

/** A Russian invoice rounds VAT per line, EN 16931 per rate on the summed nets. */
export type VatRounding = 'line' | 'rate';
export type Billing = 'included' | 'billable' | 'warranty' | 'client_fault' | 'provider_cost';
/**
 * What a position is. A minimum tops the charged lines of a visit up to an amount; a coefficient adds a share of them; a wasted trip is charged
 * for refused access that the client has accepted.
 */
export const POSITION_KINDS = ['work', 'part', 'call_out', 'travel', 'minimum', 'coefficient', 'wasted_trip'] as const;
export type PositionKind = (typeof POSITION_KINDS)[number];
export type CostState = 'within_limit' | 'awaiting' | 'approved' | 'disputed';

/** One position of work. Money in minor units, rates in basis points, quantity a decimal string of up to three places. */
export interface CostLine {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly quantity: string;
  readonly unit: string;
  readonly unitPrice: number;
  readonly discount: number;
  /** Null: without VAT, which is not the same as 0 %. */
  readonly vatRate: number | null;
  readonly billing: Billing;
  readonly net: number;
  readonly vat: number;
  /** Gross. What is not charged shows 0 here; its list value is `listTotal`. */
  readonly total: number;
  readonly listTotal: number;
  readonly performer: PersonId;
  readonly state: CostState;
  /** Of a line revised after its approval: the gross that stood approved, so that only the difference is asked for. */
  readonly approved?: number;
  /** Of a line that came while another one waited for approval, or still waited when the work was done: payable only once approved. */
  readonly unapproved?: true;
  /** Without one: work. */
  readonly kind?: PositionKind;
  /** Whether its unit price is net or gross. */
  readonly prices?: Price['prices'];
  /** `2026-11-23`, the day of performance in the client's zone: its price and its rate of VAT are of that day. */
  readonly performedOn?: string;
  /** `seq` of the recorded arrival of its visit; without one it belongs to no visit. */
  readonly arrival?: number;
  /** The price list added it by itself. */
  readonly automatic?: true;
  /** Of a coefficient or a minimum: the kinds of its visit's lines that it is computed from; its unit price is what they come to, or lack. */
  readonly of?: readonly PositionKind[];
  /** Of a minimum: the amount that it tops up to, in minor units. */
  readonly least?: number;
}

/** A line as it stands on its ticket. */
export interface TicketLine extends CostLine {
  /** Why it is billed so; null once erased. */
  readonly reason?: Personal<string>;
  /** Who put it up for approval, and when, where it was. */
  readonly asked?: { readonly at: Instant; readonly actor: Actor };
}

export interface Costs {
  readonly currency: string;
  readonly vatRounding: VatRounding;
  readonly lines: readonly TicketLine[];
  readonly net: number;
  readonly vat: number;
  readonly total: number;
}

/** What an amount is made of, beside the quantity. */
export interface Price {
  /** Minor units. */
  readonly unitPrice: number;
  /** Basis points; null: without VAT. */
  readonly vatRate: number | null;
  readonly prices: 'net' | 'gross';
}

const FULL = 10_000n;
const QUANTITY = /^(\d{1,9})(?:\.(\d{1,3}))?$/;

/** Rounds `a / b` half away from zero. `b` > 0. */
export function roundDiv(a: bigint, b: bigint): bigint {
  const half = a < 0n ? -b : b;
  return (2n * a + half) / (2n * b);
}

/** A decimal string as thousandths; undefined when it is none, is zero, or has more than three places. */
export function thousandthsOf(quantity: string): bigint | undefined {
  const [, whole, places = ''] = QUANTITY.exec(quantity) ?? [];
  if (whole === undefined) return undefined;
  const thousandths = BigInt(whole) * 1000n + BigInt(places.padEnd(3, '0'));
  return thousandths > 0n ? thousandths : undefined;
}

/** net, VAT and gross of one line: net = round(quantity × price × (1 − discount)); with gross prices VAT = round(gross × r ÷ (1 + r)). */
export function priceLine(
  price: Price,
  thousandths: bigint,
  discount: number,
): { net: number; vat: number; total: number } {
  const amount = roundDiv(thousandths * BigInt(price.unitPrice) * (FULL - BigInt(discount)), 1000n * FULL);
  const rate = BigInt(price.vatRate ?? 0);
  if (price.prices === 'gross') {
    const vat = roundDiv(amount * rate, FULL + rate);
    return { net: Number(amount - vat), vat: Number(vat), total: Number(amount) };
  }
  const vat = roundDiv(amount * rate, FULL);
  return { net: Number(amount), vat: Number(vat), total: Number(amount + vat) };
}

/** How much of a line nobody has approved; of one revised after its approval only the difference. */
export const pendingOf = ({ state, total, approved = 0 }: Pick<CostLine, 'state' | 'total' | 'approved'>): number =>
  state === 'approved' ? 0 : Math.max(0, total - approved);

/** What of the lines in these states nobody has approved; in all of them where none is named. Minor units. */
export const pendingIn = (lines: readonly CostLine[], ...states: readonly CostState[]): number =>
  lines.reduce((sum, line) => (states[0] && !states.includes(line.state) ? sum : sum + pendingOf(line)), 0);

/** `2026-11`: to which month's budget a line belongs, by the day of its performance. Empty for a line without one. */
export const monthOf = ({ performedOn = '' }: Pick<CostLine, 'performedOn'>): string => performedOn.slice(0, 7);

/** What these lines are charged in each month, minor units, approved or not. */
export function chargedByMonth(lines: readonly CostLine[]): ReadonlyMap<string, number> {
  const months = new Map<string, number>();
  for (const line of lines) {
    const month = monthOf(line);
    if (month && line.total > 0) months.set(month, (months.get(month) ?? 0) + line.total);
  }
  return months;
}

/** Whether it is charged; what is not shows 0 with its list value beside. */
export const isCharged = (billing: Billing): boolean => billing === 'billable' || billing === 'client_fault';

/** What the lines of one rate of VAT come to. */
export interface VatSum {
  readonly rate: number | null;
  readonly net: number;
  readonly vat: number;
}

/**
 * The charged lines by rate of VAT, as an invoice shows them: per line the VAT of each is rounded and summed, per rate that of the summed
 * nets is rounded once (EN 16931, BG-23).
 */
export function vatByRate(lines: readonly CostLine[], vatRounding: VatRounding): readonly VatSum[] {
  const sums = new Map<number | null, VatSum>();
  for (const { vatRate: rate, ...line } of lines) {
    if (!isCharged(line.billing)) continue;
    const sum = sums.get(rate);
    const net = line.net + (sum?.net ?? 0);
    const perRate = vatRounding === 'rate';
    const vat = perRate ? Number(roundDiv(BigInt(net) * BigInt(rate ?? 0), FULL)) : line.vat + (sum?.vat ?? 0);
    sums.set(rate, { rate, net, vat });
  }
  return [...sums.values()];
}

/** The ticket's totals over its charged lines, VAT rounded as its contract says. */
export function sumOf(lines: readonly CostLine[], vatRounding: VatRounding): Pick<Costs, 'net' | 'vat' | 'total'> {
  const sums = vatByRate(lines, vatRounding);
  const net = sums.reduce((sum, each) => sum + each.net, 0);
  const vat = sums.reduce((sum, each) => sum + each.vat, 0);
  return { net, vat, total: net + vat };
}
