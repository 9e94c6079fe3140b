import assert from 'node:assert/strict';
import type { ActName } from '../../server/contract/acts.ts';
import { COMMAND_BODIES, type CommandInput } from '../../server/contract/commands.ts';
import type { TicketFact } from '../../server/contract/events.ts';
import { Refusal } from '../../server/contract/faults.ts';
import { replay } from '../../server/contract/ticket.ts';
import type { Directory } from '../../server/directory/directory.ts';
import type { Caller } from '../../server/tickets/caller.ts';
import { decide } from '../../server/tickets/decide.ts';
import type { Decided, Situation } from '../../server/tickets/decision.ts';
import { DIRECTORY } from './directory.ts';
import { registered, START, timeline, type Told } from './timeline.ts';

/** An hour after the registration. */
export const NOW = START + 3_600_000;

/** Given what happened, when a command comes: the facts that it brings about. */
export const given = (...told: readonly (TicketFact | Told)[]) => givenIn({}, ...told);

/** {@link given}, where something else is kept, or known of the other tickets. */
export function givenIn(
  { spent, now = NOW, ...kept }: Partial<Directory> & Pick<Partial<Situation>, 'spent' | 'now'>,
  ...told: readonly (TicketFact | Told)[]
) {
  const ticket = replay(timeline(registered, ...told))!;
  const when = <A extends ActName>(caller: Caller, command: A, body: CommandInput<A>): readonly Decided[] =>
    decide({ command, ...COMMAND_BODIES[command].parse(body) } as never, ticket, {
      caller,
      directory: { ...DIRECTORY, ...kept },
      now,
      spent,
    });
  return {
    ticket,
    when: <A extends ActName>(caller: Caller, command: A, body: CommandInput<A>) =>
      when(caller, command, body).map(({ fact }) => fact),
    decided: when,
    refuses: <A extends ActName>(caller: Caller, command: A, body: CommandInput<A>, pointer: string, why = /./) =>
      assert.throws(
        () => when(caller, command, body),
        (error) =>
          error instanceof Refusal &&
          error.code === 'refused' &&
          error.details.pointer === pointer &&
          why.test(error.message),
      ),
  };
}

export const types = (facts: readonly TicketFact[]): readonly string[] => facts.map(({ type }) => type);
