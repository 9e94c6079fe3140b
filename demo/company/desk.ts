import { ask } from './api.ts';
import type { Step } from './move.ts';
import type { Place } from './road.ts';
import type { Ticket, TicketEvent } from './ticket.ts';

/** The service company's doors: one API key, under which each of its people acts in his own name. */
export interface Desk {
  /** One page of tickets, newest change first. */
  list(by: string, after?: string): Promise<{ readonly tickets: readonly Ticket[]; readonly next: string | null }>;
  read(by: string, ticket: string): Promise<{ readonly ticket: Ticket; readonly events: readonly TicketEvent[] }>;
  /** @param key makes a repetition harmless */
  send(by: string, ticket: string, step: Step, key: string): Promise<void>;
  /** Enters what came by telephone. */
  register(by: string, body: Step['body'], key: string): Promise<void>;
  locate(by: string, place: Place): Promise<void>;
}

const PAGE = 200;
const ACCURACY_METRES = 12;

export function openDesk(server: string, apiKey: string): Desk {
  const as = (staff: string) => ({ Authorization: `Bearer ${apiKey}`, 'Vitrine-Actor': staff });
  return {
    list: (by, after) => {
      const query = new URLSearchParams({ scope: 'tenant', limit: String(PAGE), ...(after && { after }) });
      return ask(server, `/v1/tickets?${query.toString()}`, { headers: as(by) });
    },
    read: (by, ticket) => ask(server, `/v1/tickets/${ticket}`, { headers: as(by) }),
    send: (by, ticket, { command, body }, key) =>
      ask(server, `/v1/tickets/${ticket}/${command}`, { method: 'POST', body, key, headers: as(by) }),
    register: (by, body, key) => ask(server, '/v1/tickets', { method: 'POST', body, key, headers: as(by) }),
    locate: (by, { latitude, longitude }) => {
      const body = { at: new Date().toISOString(), latitude, longitude, accuracy: ACCURACY_METRES };
      return ask(server, '/v1/positions', { method: 'POST', body, headers: as(by) });
    },
  };
}
