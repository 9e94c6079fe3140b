import type { ActName } from '../../server/contract/acts.ts';
import type { TicketsAnswer } from '../../server/contract/answers.ts';
import type { CommandInput, RegistrationInput } from '../../server/contract/commands.ts';
import type { TicketId } from '../../server/contract/ids.ts';
import type { TicketView } from '../../server/contract/ticket.ts';
import { withoutReceipt } from '../store/acted.ts';
import type { Kept, Outcome } from '../store/actions.ts';
import type { OwnCommands } from './own-commands.ts';
import { TRIES, type TicketActionsOptions } from './ticket-actions.ts';

const OPEN = 'registered,accepted,scheduled,en_route,on_site';

/** What one person does in one element, by what is kept for him on this device. */
export class KeptHere implements Kept {
  readonly #options: TicketActionsOptions;
  readonly #own: OwnCommands;
  readonly #signal: AbortSignal;

  constructor(options: TicketActionsOptions, own: OwnCommands, signal: AbortSignal) {
    this.#options = options;
    this.#own = own;
    this.#signal = signal;
  }

  async report(input: RegistrationInput, instead?: string): Promise<Outcome<TicketView | undefined>> {
    const form = instead === undefined ? 'report' : `report/${instead}`;
    const pressed = { ticket: 'new', command: 'register', body: { ...input }, form } as const;
    const { value, fault } = await this.#own.press(this.#options, pressed, instead);
    return fault ? { fault } : { value: value && this.#options.store.current.tickets.get(value) };
  }

  async send<A extends ActName>(ticket: TicketId, command: A, body: CommandInput<A>): Promise<Outcome<undefined>> {
    const about = 'question' in body ? `/${body.question}` : '';
    const pressed = { ticket, command, body: { ...body }, form: `${ticket}/${command}${about}` };
    const { fault } = await this.#own.press(this.#options, pressed);
    return fault ? { fault } : { value: undefined };
  }

  findDraft(form: string): Promise<unknown> {
    return this.#own.drafts.find(form);
  }

  keepDraft(form: string, value: unknown, isAtOnce = false): void {
    if (this.#signal.aborted) return;
    this.#own.drafts.keep(form, value);
    if (isAtOnce) void this.#own.drafts.flush();
  }

  show(key: string): void {
    this.#options.store.update((state) => ({ ...state, view: 'form', waiting: key }));
  }

  discard(key: string): Promise<boolean> {
    return this.#own.discard(key);
  }

  again(key: string): Promise<void> {
    return this.#own.again(key);
  }

  dismiss(ticket: TicketId): void {
    this.#options.store.update((state) => withoutReceipt(state, ticket));
  }

  openAt(site: string): Promise<Outcome<TicketsAnswer>> {
    const query = new URLSearchParams({ site, stage: OPEN, limit: '200' });
    return this.#options.gateway.ask('GET', `/v1/tickets?${query}`, { tries: TRIES, signal: this.#signal });
  }
}
