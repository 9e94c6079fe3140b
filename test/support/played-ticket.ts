import type { Ticket } from '../../demo/company/ticket.ts';

export const NOW = Date.parse('2026-03-02T09:00:00.000Z');

/** So many milliseconds after {@link NOW}. */
export const at = (ms: number): string => new Date(NOW + ms).toISOString();

/** A ticket of the pharmacies as the simulation sees it, registered just now. */
export const playedTicket = (change: Partial<Ticket> = {}): Ticket => ({
  id: 't1',
  number: 1,
  stage: 'registered',
  site: 'pharmacy-12',
  category: 'till',
  priority: 'p1',
  text: 'Till 3 does not print',
  requester: { id: 'elena' },
  assignee: null,
  visits: [],
  pauses: [],
  questions: [],
  costs: { lines: [], total: 0 },
  mass: null,
  rating: null,
  openedAt: at(0),
  changedAt: at(0),
  seq: 1,
  course: [],
  ...change,
});

type Line = Ticket['costs']['lines'][number];

export const costLine = (code: string, change: Partial<Line> = {}): Line => ({
  id: code,
  code,
  quantity: '1',
  discount: 0,
  billing: 'billable',
  total: 100_000,
  state: 'within_limit',
  ...change,
});

/** A course of acts, one second apart. */
export const courseOf = (...types: readonly string[]): Ticket['course'] =>
  types.map((type, index) => ({ seq: index + 1, type, at: at(index * 1000) }));
