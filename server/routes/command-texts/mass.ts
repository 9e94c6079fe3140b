import type { CommandTexts } from './command-text.ts';

export const MASS = {
  'declare-mass': {
    summary: 'Declare a fault of many sites',
    text:
      '`text` is what everybody concerned may read, `sites` where it is: without them everywhere. Whoever works at one of them sees this ' +
      'ticket from then on. Declared anew it has another text and other sites. Refused for an unknown site, and for a ticket that is a part of ' +
      'another incident.',
    facts: ['mass_declared'],
    example: {
      text: 'The provider’s line to Kazan is down. Tills work offline.',
      sites: ['pharmacy-12', 'pharmacy-14'],
    },
  },
  'end-mass': {
    summary: 'Say that the fault of many sites is over',
    text: 'The ticket itself goes on. Refused where none is declared.',
    facts: ['mass_ended'],
    example: {},
  },
  link: {
    summary: 'Make the ticket a part of a mass incident',
    text: '`parent` is the id of its ticket. Each keeps its own life. Refused where the incident was not declared for the site of this ticket.',
    facts: ['linked'],
    example: { parent: '0199b2a4-6c1e-7d53-9f0a-3b1c5d7e9f11', reason: 'The same line.' },
  },
  unlink: {
    summary: 'Take the ticket out of a mass incident',
    text: 'Refused where it is a part of none.',
    facts: ['unlinked'],
    example: { reason: 'The till has a fault of its own.' },
  },
} as const satisfies CommandTexts<'declare-mass' | 'end-mass' | 'link' | 'unlink'>;
