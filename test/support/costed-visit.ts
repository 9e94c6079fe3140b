import type { ActName } from '../../server/contract/acts.ts';
import type { CommandInput } from '../../server/contract/commands.ts';
import type { TicketFact } from '../../server/contract/events.ts';
import type { TicketLine } from '../../server/contract/money.ts';
import type { PricePosition } from '../../server/contract/prices.ts';
import type { Caller } from '../../server/tickets/caller.ts';
import { CALLERS } from './directory.ts';
import { givenIn } from './given.ts';
import { assigned, type Told } from './timeline.ts';

const HOUR_MS = 3_600_000;

export const position = (code: string, change: Partial<PricePosition> = {}): PricePosition => ({
  code,
  title: code,
  unit: 'pc',
  kind: 'work',
  unitPrice: 1000_00,
  vatRate: 2200,
  prices: 'net',
  ...change,
});

/** Work by the hour, and what a visit brings along by itself: a call-out, a minimum of 2500 and a night that is half as dear again. */
export const NIGHT_LIST: readonly PricePosition[] = [
  position('W'),
  position('P', { kind: 'part', unitPrice: 333_33 }),
  position('CALL', { kind: 'call_out', unitPrice: 700_00, automatic: true, when: [{ hours: ['22:00', '06:00'] }] }),
  position('MIN', { kind: 'minimum', unitPrice: 2500_00, automatic: true, of: ['work', 'part'] }),
  position('NIGHT', {
    kind: 'coefficient',
    unitPrice: 0,
    unit: '%',
    automatic: true,
    when: [{ hours: ['22:00', '06:00'] }, { weekdays: ['sat', 'sun'] }, { dates: ['2026-01-14'] }],
    share: 5000,
    of: ['work', 'call_out', 'minimum'],
  }),
  position('TRIP', { kind: 'wasted_trip', unitPrice: 900_00 }),
];

/** A ticket that goes on by commands, with Marat on the way to the site in Moscow's time. Money in kopecks. */
export function costedVisit(prices: readonly PricePosition[], limits: Parameters<typeof givenIn>[0] = {}) {
  const told: (TicketFact | Told)[] = [{ type: 'accepted' }, assigned];
  const list = Map.groupBy(prices, ({ code }) => code);
  let now = Date.parse('2026-01-12T09:05:00Z');
  const ticket = () => givenIn({ prices: list, ...limits }, ...told).ticket;
  return {
    ticket,
    costs: () => ticket().costs,
    /** `code total` of each line, in roubles. */
    lines: () => ticket().costs.lines.map(({ code, total }) => `${code} ${total / 100}`),
    line: (code: string): TicketLine => ticket().costs.lines.findLast((line) => line.code === code)!,
    happened(fact: TicketFact, at: string) {
      now = Date.parse(at);
      told.push({ fact, at: now });
    },
    arrived(at: string) {
      this.happened({ type: 'arrived', inside: true, reason: null }, at);
    },
    send<A extends ActName>(command: A, body: CommandInput<A>, by: Caller = CALLERS.marat): readonly TicketFact[] {
      now += HOUR_MS / 60;
      const facts = givenIn({ prices: list, ...limits, now }, ...told).when(by, command, body);
      told.push(...facts.map((fact) => ({ fact, at: now })));
      return facts;
    },
    refuses: <A extends ActName>(command: A, body: CommandInput<A>, pointer: string, why: RegExp) =>
      givenIn({ prices: list, ...limits, now }, ...told).refuses(CALLERS.marat, command, body, pointer, why),
  };
}
