export interface Addresses {
  readonly intranet: string;
  readonly server: string;
  readonly isQuiet: boolean;
}

/** The addresses in a frame, the start page first. */
export function announcement({ intranet, server, isQuiet }: Addresses): string {
  const lines = [
    `Vitrine demo${isQuiet ? ', without the simulated service company' : ''}`,
    '',
    `Start here           ${intranet}/`,
    `The client’s page    ${intranet}/intranet?person=elena`,
    `The portal’s server  ${server}`,
    '',
    'Ctrl+C ends it. What was reported stays in ./data;',
    '"npm run demo -- --fresh" starts over.',
  ];
  const width = Math.max(...lines.map((line) => line.length));
  const framed = lines.map((line) => `│ ${line.padEnd(width)} │`);
  const edge = '─'.repeat(width + 2);
  return ['', `┌${edge}┐`, ...framed, `└${edge}┘`, '', ''].join('\n');
}
