import type { CommandTexts } from './command-text.ts';

export const TRIAGE = {
  accept: {
    summary: 'Take the ticket on',
    text: 'The service company has read it and will do it.',
    facts: ['accepted'],
    example: {},
  },
  assign: {
    summary: 'Send an engineer',
    text:
      '`engineer` is an id of the client’s `people` with the role `engineer`. A registered ticket is accepted by it too. Refused where he is ' +
      'assigned already.',
    facts: ['accepted', 'assigned'],
    example: { engineer: 'marat' },
  },
  unassign: {
    summary: 'Take the engineer off again',
    text: 'Refused where nobody is assigned.',
    facts: ['unassigned'],
    example: {},
  },
  prioritise: {
    summary: 'Change the priority',
    text: 'From then on the norm of the new priority holds. Refused for an unknown priority, or the one that it has.',
    facts: ['prioritised'],
    example: { priority: 'p1', reason: 'The only till of this site.' },
  },
  recategorise: {
    summary: 'Change the category',
    text: 'From then on the norm of the new category holds. Refused for an unknown category, or the one that it has.',
    facts: ['recategorised'],
    example: { category: 'network', reason: 'The till works, its line does not.' },
  },
  'mark-duplicate': {
    summary: 'Say that it was reported before',
    text:
      '`of` is the id of the earlier ticket of the same client; the first one counts. It is a claim that this ticket leaves the contract’s ' +
      'figures: the client accepts or contests it. Refused for an excluded ticket.',
    facts: ['duplicate_marked'],
    example: { of: '0199b2a4-6c1e-7d53-9f0a-3b1c5d7e9f11', reason: 'The same till, reported by the morning shift.' },
  },
  decline: {
    summary: 'Refuse the work',
    text: 'The ticket is cancelled as out of scope, which is a claim: the client accepts or contests it. Open pauses end.',
    facts: ['declined', 'resumed'],
    example: { reason: 'The landlord repairs the lift.' },
  },
} as const satisfies CommandTexts<
  'accept' | 'assign' | 'unassign' | 'prioritise' | 'recategorise' | 'mark-duplicate' | 'decline'
>;
