import type { CommandTexts } from './command-text.ts';

export const VISITS = {
  'propose-visit': {
    summary: 'Propose a time',
    text:
      'A new proposal replaces an open one. `agreed` where it was agreed by telephone, say: then the visit stands at once. Refused for a ' +
      'window that ends before it begins, or is over.',
    facts: ['visit_proposed', 'visit_agreed'],
    example: { from: '2026-02-20T10:00:00Z', to: '2026-02-20T12:00:00Z' },
  },
  'agree-visit': {
    summary: 'Agree to a proposed time',
    text: '`visit` is its id, from `visits` of the ticket. Refused where it is not proposed any more.',
    facts: ['visit_agreed'],
    example: { visit: 'visit-4' },
  },
  'decline-visit': {
    summary: 'Decline a time, or take an agreed one back',
    text: '`wish` says what would suit. Refused for a visit that was declined, replaced or ended.',
    facts: ['visit_declined'],
    example: { visit: 'visit-4', wish: 'Before noon, please: the delivery comes at two.' },
  },
  depart: {
    summary: 'The engineer sets out',
    text: 'From now on his position may be shown as far as the client’s `tier` allows. A pause that waited for a visit ends.',
    facts: ['departed', 'resumed'],
    example: {},
  },
  arrive: {
    summary: 'The engineer is there',
    text:
      'Of `position` (degrees × 10⁷) only “within 300 m of the site, yes or no” is kept. Farther away `reason` says why it counts as arrived, ' +
      'otherwise it is refused. A pause that waited for a visit ends.',
    facts: ['arrived', 'resumed'],
    example: { position: { latitude: 557_898_000, longitude: 491_168_000 } },
  },
  postpone: {
    summary: 'Ask to come later',
    text: 'The client’s own wish. Pauses the clocks that the contract names until the next agreed visit begins.',
    facts: ['postponed', 'paused'],
    example: { wish: 'Not today: we are counting stock. Any time tomorrow.' },
  },
  'report-no-access': {
    summary: 'Stand before a closed door',
    text:
      '`call` says whom the engineer called and what came of it. Pauses the clocks that the contract names until the client allows access or ' +
      'the next visit begins. It is a claim. `files` are refused until uploads are available.',
    facts: ['access_denied', 'paused'],
    example: { reason: 'The shop is locked.', call: 'Called +7 900 000-00-00 twice, nobody answered.' },
  },
  'allow-access': {
    summary: 'Say that the door is open again',
    text: 'Ends the pause after refused access. Refused where there is none.',
    facts: ['access_allowed'],
    example: {},
  },
  'end-visit': {
    summary: 'Leave without having resolved it',
    text: '`temporary`: it works for now. `continue`: somebody comes again. `not_needed`: there was nothing to do.',
    facts: ['visit_ended'],
    example: { outcome: 'continue' },
  },
} as const satisfies CommandTexts<
  | 'propose-visit'
  | 'agree-visit'
  | 'decline-visit'
  | 'depart'
  | 'arrive'
  | 'postpone'
  | 'report-no-access'
  | 'allow-access'
  | 'end-visit'
>;
