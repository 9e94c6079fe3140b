import type { ActName } from '../../contract/acts.ts';
import type { CommandInput } from '../../contract/commands.ts';
import type { FactType } from '../../contract/events.ts';

/** What somebody who builds against the API has to know of a command, beside its body and whose it is in which stage. */
export interface CommandText<A extends ActName> {
  readonly summary: string;
  /** What it does and why it may be refused (422). Markdown. */
  readonly text: string;
  /** What it may record, in this order. */
  readonly facts: readonly FactType[];
  /** A body that fits the schema. */
  readonly example: CommandInput<A>;
}

export type CommandTexts<A extends ActName> = { readonly [K in A]: CommandText<K> };
