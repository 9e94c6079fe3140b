import type { Command } from './command.ts';

const indented = (rows: readonly (readonly [string, string])[]): string => {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`).join('\n');
};

/** What there is under `vitrine`, or under its first word. */
export function overview(commands: readonly Command[], words: string): string {
  const known = commands.filter(({ name }) => `${name} `.startsWith(words && `${words} `));
  return [
    `Usage: vitrine ${words || 'COMMAND'} …`,
    '',
    indented(known.map(({ name, takes, summary }) => [[name, ...takes].join(' '), summary])),
    '',
    'Each says more with --help. The data is where DATABASE_URL says: by default ./data/vitrine.sqlite.',
  ].join('\n');
}

/** What one command takes and does. */
export function manual({ name, takes, options, summary, help }: Command): string {
  const all: Command['options'] = { ...options, help: { type: 'boolean', help: 'says this' } };
  const rows = Object.entries(all).map(
    ([flag, option]) => [`--${flag}${option.value ? ` ${option.value}` : ''}`, option.help] as const,
  );
  const usage = `Usage: vitrine ${[name, ...takes].join(' ')} [options]`;
  return [usage, '', `${summary}.`, '', indented(rows), '', help].join('\n');
}
