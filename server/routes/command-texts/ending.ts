import type { CommandTexts } from './command-text.ts';

export const ENDING = {
  restore: {
    summary: 'It works again, though not for good',
    text: 'Service is restored, by a replacement device for example. The ticket stays open.',
    facts: ['restored'],
    example: { how: 'A spare till stands in its place.' },
  },
  resolve: {
    summary: 'It is repaired',
    text: 'The clocks stop and open pauses end. The client confirms or reopens it.',
    facts: ['resolved', 'resumed', 'cost_unapproved'],
    example: { summary: 'Replaced the print head, printed ten receipts.', firstVisit: true },
  },
  confirm: {
    summary: 'Confirm that it is repaired',
    text: 'The ticket is closed.',
    facts: ['confirmed'],
    example: {},
  },
  reopen: {
    summary: 'It is not repaired',
    text: 'The ticket is accepted again, and its clocks run on.',
    facts: ['reopened'],
    example: { reason: 'It printed two receipts and stopped.' },
  },
  rate: {
    summary: 'Rate the work',
    text: 'Once, and only by the person who reported it.',
    facts: ['rated'],
    example: { stars: 5, text: 'Quick and friendly.' },
  },
  cancel: {
    summary: 'Withdraw the ticket',
    text: 'By the client: it does not count. By the service company: that is a claim, which the client accepts or contests. Open pauses end.',
    facts: ['cancelled', 'resumed'],
    example: { reason: 'It was the wrong plug.' },
  },
  correct: {
    summary: 'Mend when something happened',
    text:
      '`event` is the `seq` of an event of this ticket. Either `effectiveAt`: it held then, not before the registration and not in the future. ' +
      'Or `void`: it never held. The event itself stays as it is.',
    facts: ['corrected'],
    example: { event: 5, effectiveAt: '2026-02-20T10:05:00Z', reason: 'He pressed the button an hour late.' },
  },
} as const satisfies CommandTexts<'restore' | 'resolve' | 'confirm' | 'reopen' | 'rate' | 'cancel' | 'correct'>;
