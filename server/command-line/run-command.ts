import { parseArgs } from 'node:util';
import { ConfigError } from '../config.ts';
import { CommandError, EXIT, type Asked, type Command, type Terminal } from './command.ts';
import { COMMANDS } from './commands.ts';
import { manual, overview } from './help.ts';

/**
 * Finds the command, reads its flags and runs it.
 *
 * @param args what stood after `vitrine`
 * @returns the exit code: 0 done, 1 refused or impossible, 2 typed wrong
 */
export async function runCommand(args: readonly string[], terminal: Terminal): Promise<number> {
  try {
    const words = args.slice(0, args.findIndex(isFlag) < 0 ? args.length : args.findIndex(isFlag));
    const command = COMMANDS.find(({ name }) => `${words.join(' ')} `.startsWith(`${name} `));
    if (command) return await run(command, args.slice(command.name.split(' ').length), terminal);
    return explain(words, args, terminal);
  } catch (error) {
    if (!(error instanceof CommandError || error instanceof ConfigError)) throw error;
    terminal.err(`vitrine: ${error.message}`);
    return error instanceof CommandError ? error.exit : EXIT.refused;
  }
}

const isFlag = (arg: string): boolean => arg.startsWith('-');

/** The help of a level above the commands. */
function explain(words: readonly string[], args: readonly string[], { out, err }: Terminal): number {
  const level = words.join(' ');
  const isLevel = level === '' || COMMANDS.some(({ name }) => name.startsWith(`${level} `));
  if (!isLevel) throw new CommandError(`there is no command "${level}": vitrine --help lists them`, EXIT.usage);
  const flag = args.find((arg) => isFlag(arg) && arg !== '--help' && arg !== '-h');
  if (flag) throw new CommandError(`there is no option ${flag} here: vitrine --help lists the commands`, EXIT.usage);
  const isAsked = args.some(isFlag);
  (isAsked ? out : err)(overview(COMMANDS, level));
  return isAsked ? EXIT.done : EXIT.usage;
}

async function run(command: Command, args: readonly string[], terminal: Terminal): Promise<number> {
  const { positionals, ...read } = readFlags(command, args);
  const values: Readonly<Record<string, unknown>> = read.values;
  if (values['help']) {
    terminal.out(manual(command));
    return EXIT.done;
  }
  const { name, takes } = command;
  if (positionals.length !== takes.length) {
    const extra = positionals[takes.length];
    const said = extra === undefined ? `${takes[positionals.length]} is missing` : `"${extra}" is one too many`;
    throw new CommandError(`${name}: ${said}: vitrine ${name} --help says what it takes`, EXIT.usage);
  }
  const asked: Asked = {
    argument: (argument) => positionals[takes.indexOf(argument)]!,
    text: (option) => values[option] as string | undefined,
    is: (option) => values[option] === true,
  };
  return command.run(asked, terminal);
}

function readFlags({ name, options }: Command, args: readonly string[]) {
  const flags = Object.entries(options).map(([option, { type }]) => [option, { type }] as const);
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { ...Object.fromEntries(flags), help: { type: 'boolean', short: 'h' } },
    });
  } catch (error) {
    // Node's own sentence; what follows its first one is about arguments that begin with a dash.
    const said = error instanceof Error ? error.message.split(/\. |\n/)[0] : 'it cannot be read';
    throw new CommandError(`${name}: ${said}: vitrine ${name} --help lists its options`, EXIT.usage, { cause: error });
  }
}
