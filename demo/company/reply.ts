import { dispatcher, reportLanguage, step, type Move } from './move.ts';
import { SENTENCES } from './sentences.ts';
import { isOpen, type Ticket, type TicketEvent } from './ticket.ts';

const REPLY_MS = 8_000;

/** What the dispatcher writes back where the client wrote last or sent the ticket back. */
export function replyTo(ticket: Ticket, events: readonly TicketEvent[]): Move | undefined {
  const last = events.findLast(({ type }) => type === 'commented' || type === 'reopened');
  if (!last || !isOpen(ticket) || last.actor.role === 'dispatcher' || last.actor.role === 'engineer') return undefined;
  const { again, noted } = SENTENCES;
  const text = (last.type === 'reopened' ? again : noted)[reportLanguage(ticket)];
  return dispatcher(Date.parse(last.at) + REPLY_MS, step('comment', { text }));
}

/** What the client wished for when he last declined or postponed a visit. */
export function wishIn(events: readonly TicketEvent[]): string | null {
  const last = events.findLast(({ type }) => type === 'visit_declined' || type === 'postponed');
  const wish = last?.private['/wish']?.value;
  return typeof wish === 'string' ? wish : null;
}
