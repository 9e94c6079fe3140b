import { z } from 'zod';
import { ACTS, type ActName } from '../../contract/acts.ts';
import { COMMAND_BODIES, line, REGISTRATION, type TicketCommand } from '../../contract/commands.ts';
import { LIMITS } from '../../contract/limits.ts';
import { PERSON } from '../../identity/assertion.ts';

const id = line(LIMITS.id);
const { sub, ...claims } = PERSON;

/** Who did it: somebody of the client, somebody of the service company as its directory knows him, or a machine. */
const ACTOR = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('person'), id: sub, ...claims }),
  z.strictObject({ kind: z.literal('staff'), id }),
  z.strictObject({ kind: z.literal('integration'), id, name: claims.name }),
]);

const LINE = z.strictObject({
  at: z.iso.datetime({ offset: true }).transform((at) => Date.parse(at)),
  by: ACTOR,
  ticket: id,
  command: z.enum(['register', ...(Object.keys(ACTS) as ActName[])]),
  body: z.record(z.string(), z.unknown()).default({}),
  as: id.optional(),
});

/** The first line may say whose history it is. */
const HEADING = z.strictObject({ tenant: id });

/**
 * One line of a history: one command as it would have come by HTTP, with its own time and author.
 *
 * `ticket` is the file's own name of the ticket, which its `register` makes known. `as` gives what the command makes (a question, a visit,
 * a pause, an exclusion, a cost line) a name of the file's own, which later bodies of the same ticket may say wherever they take its id.
 */
export type HistoryLine = z.output<typeof LINE>;
export type HistoryActor = HistoryLine['by'];

/** A line that cannot be carried out; the message is the reason, for whoever made the file. */
export class BadLine extends Error {
  override readonly name = 'BadLine';
}

/** @throws {BadLine} for what is no line of a history */
export const asLine = (value: unknown): HistoryLine => checked(LINE, value, '');

/** Undefined for a line that is no heading. */
export function asHeading(value: unknown): { readonly tenant: string } | undefined {
  const isHeading = typeof value === 'object' && value !== null && 'tenant' in value && !('command' in value);
  return isHeading ? checked(HEADING, value, '') : undefined;
}

/**
 * The command of a line, its body checked as the HTTP API checks it.
 *
 * @throws {BadLine} naming the first field that is wrong
 */
export function asCommand(command: HistoryLine['command'], body: unknown): TicketCommand {
  const schema: z.ZodType<object> = command === 'register' ? REGISTRATION : COMMAND_BODIES[command];
  return { command, ...checked(schema, body, 'body') } as TicketCommand;
}

function checked<T>(schema: z.ZodType<T>, value: unknown, at: string): T {
  const { error, data } = schema.safeParse(value);
  if (!error) return data as T;
  const issue = error.issues[0]!;
  const keys = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
  const path = [at, ...issue.path, ...keys].filter((step) => step !== '').join('.');
  throw new BadLine(`${path || 'the line'}: ${keys.length > 0 ? 'nobody knows this field' : issue.message}`);
}
