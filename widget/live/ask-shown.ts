import type { TicketAnswer, TicketsAnswer } from '../../server/contract/answers.ts';
import type { Outcome } from '../store/actions.ts';
import type { Shown } from '../store/snapshot.ts';
import type { Showing } from '../store/state.ts';
import type { AskOptions, Gateway } from './gateway.ts';
import { ticketPath, ticketsPath } from './ticket-actions.ts';

/** What these elements show, from the server: what several of them show is asked for once. A ticket that is not there is none. */
export async function askShown(
  gateway: Gateway,
  showings: readonly Showing[],
  options: AskOptions,
): Promise<Outcome<readonly Shown[]>> {
  const asked = new Map<string, Promise<Outcome<unknown>>>();
  const ask = <T>(path: string): Promise<Outcome<T>> => {
    const answer = asked.get(path) ?? gateway.ask<T>('GET', path, options);
    asked.set(path, answer);
    return answer as Promise<Outcome<T>>;
  };
  const answers = await Promise.all(
    showings.map(async ({ alone, list, openTicket }) => {
      const [page, open] = await Promise.all([
        alone ? undefined : ask<TicketsAnswer>(ticketsPath(list)),
        openTicket ? ask<TicketAnswer>(ticketPath(openTicket)) : undefined,
      ]);
      return { fault: page?.fault, shown: { openTicket, list: page?.value, open: open?.value } };
    }),
  );
  const fault = answers.find((answer) => answer.fault)?.fault;
  return fault ? { fault } : { value: answers.map(({ shown }) => shown) };
}
