import type { Fault } from '../../server/contract/faults.ts';
import type { Outcome } from '../store/actions.ts';
import { faultLike, request, type Line, type RequestOptions } from './request.ts';
import { backoffMs, type Pauses } from './time.ts';

const AGAIN: ReadonlySet<string> = new Set(['in_flight', 'busy', 'unavailable', 'too_many']);

export interface GatewayOptions extends Line {
  readonly pauses: Pauses;
  /** The session to use, another one than `refused`; undefined when there is none and will be none by itself. */
  readonly bearer: (refused?: string) => Promise<string | undefined>;
  /** The server was heard. */
  readonly heard: () => void;
}

export interface AskOptions extends Omit<RequestOptions, 'bearer'> {
  /** How often at most; without it until the server answers or the signal says stop. */
  readonly tries?: number;
  /** Hears why it has to be tried again. */
  readonly waiting?: (fault: Fault) => void;
}

/** Speaks HTTP for one person: with his session, again after what passes by itself, never after a refusal that is final. */
export class Gateway {
  readonly #options: GatewayOptions;

  constructor(options: GatewayOptions) {
    this.#options = options;
  }

  get server(): string {
    return this.#options.server;
  }

  async ask<T>(
    method: 'GET' | 'POST',
    path: string,
    { tries = Infinity, waiting, ...sent }: AskOptions = {},
  ): Promise<Outcome<T>> {
    const { bearer, heard, pauses, time } = this.#options;
    const { signal } = sent;
    let refused: string | undefined;
    for (let attempt = 0; ;) {
      const session = await bearer(refused);
      if (signal?.aborted) return { fault: STOPPED };
      if (!session) return { fault: SIGNED_OUT };

      const outcome = await request<T>(this.#options, method, path, { ...sent, bearer: session });
      if (signal?.aborted) return { fault: STOPPED };
      const { fault } = outcome;
      if (!fault || fault.status > 0) heard();
      if (!fault) return outcome;
      if (fault.code === 'unauthorized' && !refused) {
        refused = session;
        continue;
      }
      attempt += 1;
      if (!AGAIN.has(fault.code) || attempt >= tries) return { fault };
      waiting?.(fault);
      await pauses.pause(fault.retryAfterMs ?? backoffMs(time, attempt - 1));
      refused = undefined;
    }
  }
}

const STOPPED = faultLike('unavailable', 0, 'Stopped.');
const SIGNED_OUT = faultLike('unauthorized', 401, 'There is no session.');
