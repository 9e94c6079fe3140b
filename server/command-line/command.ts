/** A flag of a command. */
export interface Option {
  readonly type: 'boolean' | 'string';
  /** Of a string, as the help calls it: `ID`. */
  readonly value?: string;
  readonly help: string;
}

/** What stood on the command line after the command's name, checked against what the command takes. */
export interface Asked {
  /** By the names in {@link Command.takes}. */
  readonly argument: (name: string) => string;
  readonly text: (option: string) => string | undefined;
  readonly is: (option: string) => boolean;
}

/** Where a command runs: nothing else of the process is seen by one. */
export interface Terminal {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly now: () => number;
  /** One line each. */
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
}

/** One command of `vitrine`: a file of its own, and a line in `commands.ts`. */
export interface Command {
  /** What stands after `vitrine`: `import history`. */
  readonly name: string;
  /** In the list of commands, one line. */
  readonly summary: string;
  /** Names of the arguments, all of them needed. */
  readonly takes: readonly string[];
  readonly options: Readonly<Record<string, Option>>;
  /** What its `--help` says after the usage. */
  readonly help: string;
  /** @throws {CommandError} for what is to be set right by whoever typed it */
  readonly run: (asked: Asked, terminal: Terminal) => Promise<number>;
}

/** How `vitrine` ends. */
export const EXIT = { done: 0, refused: 1, usage: 2 } as const;

/** Why a command came to nothing, in a sentence that says what to do. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
  readonly exit: number;

  constructor(message: string, exit: number = EXIT.refused, options?: ErrorOptions) {
    super(message, options);
    this.exit = exit;
  }
}
