import type { Client } from './clients/client.ts';

export interface Addresses {
  readonly intranet: string;
  readonly server: string;
  readonly clients: readonly Client[];
  /** The gallery of every state. */
  readonly states: string;
  readonly isQuiet: boolean;
}

const WIDTH = 21;

/** The addresses in a frame, the start page first. */
export function announcement({ intranet, server, clients, states, isQuiet }: Addresses): string {
  const lines = [
    `Vitrine demo${isQuiet ? ', without the simulated service company' : ''}`,
    '',
    `${'Start here'.padEnd(WIDTH)} ${intranet}/`,
    ...clients.map(
      ({ id, tenant, people }) => `${tenant.name.en.padEnd(WIDTH)} ${intranet}/${id}?person=${people[0]!.id}`,
    ),
    `${'Every state'.padEnd(WIDTH)} ${states}/`,
    `${'The portal’s server'.padEnd(WIDTH)} ${server}`,
    `${'Its API, to be tried'.padEnd(WIDTH)} ${server}/docs`,
    '',
    'Ctrl+C ends it. What was reported stays in ./data;',
    '"npm run demo -- --fresh" starts over.',
  ];
  const width = Math.max(...lines.map((line) => line.length));
  const framed = lines.map((line) => `│ ${line.padEnd(width)} │`);
  const edge = '─'.repeat(width + 2);
  return ['', `┌${edge}┐`, ...framed, `└${edge}┘`, '', ''].join('\n');
}
