import type { ReactiveElement } from 'lit';
import type { Fault } from '../../server/contract/faults.ts';
import type { TicketId } from '../../server/contract/ids.ts';
import type { Outcome } from '../store/actions.ts';
import { Select } from '../store/select.ts';
import { Sending } from './sending.ts';

/** {@link Sending} of what changes a ticket: while one act about it waits to be carried out, no second one is begun. */
export class Acting {
  readonly #sending: Sending;
  readonly #waits: Select<boolean | undefined>;

  constructor(host: ReactiveElement, ticket: () => TicketId | undefined) {
    this.#sending = new Sending(host);
    this.#waits = new Select(host, ({ pending }) =>
      pending.get(ticket() ?? 'new')?.some(({ command, refused }) => command !== 'comment' && !refused),
    );
  }

  get busy(): boolean {
    return this.#sending.busy || Boolean(this.#waits.value);
  }

  get fault(): Fault | undefined {
    return this.#sending.fault;
  }

  run<T>(ask: () => Promise<Outcome<T>> | undefined): Promise<Outcome<T> | undefined> {
    return this.#sending.run(ask);
  }
}
