import type { ReactiveElement } from 'lit';
import type { Fault } from '../../server/contract/faults.ts';
import type { Outcome } from '../store/actions.ts';

/** One request of an element at a time: whether it is on its way, and why the last one was refused. */
export class Sending {
  busy = false;
  fault: Fault | undefined;
  readonly #host: ReactiveElement;

  constructor(host: ReactiveElement) {
    this.#host = host;
  }

  /** @returns what came of it; undefined where it was refused, or one is under way */
  async run<T>(ask: () => Promise<Outcome<T>> | undefined): Promise<Outcome<T> | undefined> {
    if (this.busy) return undefined;
    this.busy = true;
    this.fault = undefined;
    this.#host.requestUpdate();
    const outcome = await ask();
    this.busy = false;
    this.fault = outcome?.fault;
    this.#host.requestUpdate();
    return outcome?.fault ? undefined : outcome;
  }
}
