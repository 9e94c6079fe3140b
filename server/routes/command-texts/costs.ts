import type { CommandTexts } from './command-text.ts';

export const COSTS = {
  'add-cost': {
    summary: 'Add a position of work',
    text:
      '`code` is of the client’s price list, `quantity` a decimal string of up to three places, `discount` in basis points (1000 is 10 %). ' +
      'Price, VAT and totals are stamped by the server, by the version of the price list that holds on the day of performance ' +
      '(`performedAt`, else the recorded arrival, else now). What the client or the service company is to bear (`client_fault`, ' +
      '`provider_cost`) takes a `reason`. Beyond what is free on a ticket the line waits for approval. Call-outs, minimums and ' +
      'coefficients that the price list adds by itself come with it. Refused for a position that is charged on another occasion, ' +
      'or stands on the visit already.',
    facts: ['cost_added', 'cost_revised', 'cost_removed'],
    example: { code: 'K-110', quantity: '1.5', billing: 'billable' },
  },
  'revise-cost': {
    summary: 'Change a position of work',
    text:
      'At the price that the line was made with; what is left out stays. Of an approved line only what is more has to be approved. Of a ' +
      'closed or cancelled ticket only what is disputed.',
    facts: ['cost_revised', 'cost_added', 'cost_removed'],
    example: { line: 'line-6', quantity: '2' },
  },
  'remove-cost': {
    summary: 'Take a position of work away',
    text: '`line` is its id, from `costs.lines` of the ticket. Refused for a line that the price list adds by itself: revise its billing.',
    facts: ['cost_removed', 'cost_revised'],
    example: { line: 'line-6' },
  },
  'request-approval': {
    summary: 'Ask for approval',
    text: 'Of lines that are not approved.',
    facts: ['approval_requested'],
    example: { lines: ['line-6'] },
  },
  'approve-cost': {
    summary: 'Approve what it costs',
    text:
      'The limit of the person’s role is held against all that waits on the ticket, not against the lines that are named. When nothing ' +
      'waits any more, the pause that waited for it ends.',
    facts: ['cost_approved', 'resumed'],
    example: { lines: ['line-6'] },
  },
  'dispute-cost': {
    summary: 'Dispute what it costs',
    text: 'Of lines that are not disputed already. When nothing waits any more, the pause that waited for it ends.',
    facts: ['cost_disputed', 'resumed'],
    example: { lines: ['line-6'], reason: 'This is covered by the warranty.' },
  },
} as const satisfies CommandTexts<
  'add-cost' | 'revise-cost' | 'remove-cost' | 'request-approval' | 'approve-cost' | 'dispute-cost'
>;
