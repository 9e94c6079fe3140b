import type { Command } from './command.ts';
import { importHistory } from './import-history.ts';

/** All that `vitrine` can do, in the order of its help. */
export const COMMANDS: readonly Command[] = [importHistory];
