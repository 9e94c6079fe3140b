import type { CommandTexts } from './command-text.ts';

const OWN_CASE =
  'Nobody judges his own case: the service company may give `rejected` (it withdraws its claim), the client `upheld` (he accepts it).';

export const CLAIMS = {
  pause: {
    summary: 'Stop the clocks',
    text:
      'Which clocks a reason stops is the contract’s. `info_insufficient` needs an open question, `awaiting_approval` a cost line that waits, ' +
      'and `no_access` comes from `report-no-access` alone. `from` in the past needs `evidence`. A pause is a claim: the client accepts or ' +
      'contests it.',
    facts: ['paused'],
    example: { reason: 'parts', evidence: 'Order 4711: the print head comes on Thursday.' },
  },
  resume: {
    summary: 'Let the clocks run again',
    text: '`pause` is the id of an open one, from `pauses` of the ticket.',
    facts: ['resumed'],
    example: { pause: 'pause-5' },
  },
  'accept-pause': {
    summary: 'Accept that the clocks stood',
    text: 'Of a pause that is claimed or contested.',
    facts: ['pause_accepted'],
    example: { pause: 'pause-5' },
  },
  'contest-pause': {
    summary: 'Contest that the clocks stood',
    text: 'Of a pause that is claimed.',
    facts: ['pause_contested'],
    example: { pause: 'pause-5', reason: 'The part was in stock on Tuesday.' },
  },
  'settle-pause': {
    summary: 'End a quarrel about a pause',
    text: `Of a contested pause. ${OWN_CASE}`,
    facts: ['pause_settled'],
    example: { pause: 'pause-5', outcome: 'upheld' },
  },
  'claim-exclusion': {
    summary: 'Claim that the ticket does not count',
    text: 'Then it is left out of the contract’s figures unless the client contests it. Refused for an excluded ticket.',
    facts: ['exclusion_claimed'],
    example: { reason: 'client_fault', evidence: 'Water was poured over the keyboard.' },
  },
  'accept-exclusion': {
    summary: 'Accept that the ticket does not count',
    text: 'Of an exclusion that is claimed or contested; `exclusion` is the id in `counting` of the ticket.',
    facts: ['exclusion_accepted'],
    example: { exclusion: 'exclusion-7' },
  },
  'contest-exclusion': {
    summary: 'Contest that the ticket does not count',
    text: 'Of an exclusion that is claimed.',
    facts: ['exclusion_contested'],
    example: { exclusion: 'exclusion-7', reason: 'The keyboard was dry.' },
  },
  'settle-exclusion': {
    summary: 'End a quarrel about an exclusion',
    text: `Of a contested exclusion. With \`rejected\` the ticket counts again. ${OWN_CASE}`,
    facts: ['exclusion_settled'],
    example: { exclusion: 'exclusion-7', outcome: 'rejected' },
  },
} as const satisfies CommandTexts<
  | 'pause'
  | 'resume'
  | 'accept-pause'
  | 'contest-pause'
  | 'settle-pause'
  | 'claim-exclusion'
  | 'accept-exclusion'
  | 'contest-exclusion'
  | 'settle-exclusion'
>;
