import type { CommandTexts } from './command-text.ts';

export const TALK = {
  comment: {
    summary: 'Write into the timeline',
    text:
      'Everybody who sees the ticket reads it. Where the contract says so, the first comment of the service company stops the reaction clock. ' +
      '`files` are refused until uploads are available.',
    facts: ['commented'],
    example: { text: 'The till works again after a restart, for now.' },
  },
  ask: {
    summary: 'Ask the client something',
    text: 'The question stays open until it is answered. Asking alone stops no clock: see `pause` with `info_insufficient`.',
    facts: ['asked'],
    example: { text: 'Does the red light blink or stay on?' },
  },
  answer: {
    summary: 'Answer an open question',
    text: '`question` is its id, from `questions` of the ticket. The answer to the last open question ends the pause that waited for it.',
    facts: ['answered', 'resumed'],
    example: { question: 'question-3', text: 'It blinks, twice a second.' },
  },
  'log-call': {
    summary: 'Record a telephone call',
    text: 'With whom, under which number, and what came of it.',
    facts: ['call_logged'],
    example: { with: 'Elena Safina', number: '+7 900 000-00-00', result: 'She is at the site until 20:00.' },
  },
} as const satisfies CommandTexts<'comment' | 'ask' | 'answer' | 'log-call'>;
