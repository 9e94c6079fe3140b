import { setImmediate } from 'node:timers/promises';
import { Refusal } from '../contract/faults.ts';
import type { TenantId } from '../contract/ids.ts';
import { appendBatch, type Append, type Appended } from './append.ts';
import type { Database } from './open-database.ts';

/** The one door for writes to the log, one queue per process (E2). */
export interface Writer {
  append(append: Append): Promise<Appended>;
  /** Settles when all that was handed in is written. */
  drain(): Promise<void>;
}

interface Waiting {
  readonly append: Append;
  readonly resolve: (appended: Appended) => void;
  readonly reject: (error: unknown) => void;
}

const BATCH = 64;

/**
 * Group commit: what arrives while a transaction is being made durable goes into the next one, so that one wait for the disk serves up
 * to 64 commands.
 *
 * @param committed told after a commit, never during one
 */
export function openWriter(db: Database, committed: (tenant: TenantId, head: number) => void): Writer {
  const waiting: Waiting[] = [];
  let running: Promise<void> | undefined;

  async function run(): Promise<void> {
    while (waiting.length > 0) {
      // Lets everything that is ready in this turn of the event loop join the batch.
      await setImmediate();
      await write(waiting.splice(0, BATCH));
    }
    running = undefined;
  }

  async function write(batch: readonly Waiting[]): Promise<void> {
    try {
      const outcomes = await appendBatch(
        db,
        batch.map(({ append }) => append),
      );
      announce(outcomes);
      for (const [index, { resolve }] of batch.entries()) resolve(outcomes[index]!);
    } catch (error) {
      // One bad command must not take the others of its batch with it: each is tried alone.
      if (batch.length === 1) batch[0]!.reject(asRefusal(error));
      else for (const one of batch) await write([one]);
    }
  }

  function announce(outcomes: readonly Appended[]): void {
    const heads = new Map<TenantId, number>();
    for (const outcome of outcomes) {
      const last = outcome.state === 'written' ? outcome.sealed.at(-1)?.event : undefined;
      if (last) heads.set(last.tenant, last.position);
    }
    for (const [tenant, head] of heads) committed(tenant, head);
  }

  return {
    append: (append) =>
      new Promise((resolve, reject) => {
        waiting.push({ append, resolve, reject });
        running ??= run();
      }),
    drain: () => running ?? Promise.resolve(),
  };
}

function asRefusal(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'SQLITE_FULL') {
    return new Refusal('storage_full', 'the disk is full: nothing was written; try again later', {}, { cause: error });
  }
  if (code.startsWith('SQLITE_IOERR')) {
    return new Refusal(
      'unavailable',
      'the disk did not answer: nothing was acknowledged; try again',
      { retryAfterMs: 5000 },
      { cause: error },
    );
  }
  return error;
}
