import type { PortalBoot } from '../../server/contract/portal.ts';
import type { Question, TicketView, Visit } from '../../server/contract/ticket.ts';
import { awaitingSum, mayApprove, mayDo } from '../text/viewing.ts';

/** What a ticket asks of one person now. */
export interface Asks {
  readonly questions: readonly Question[];
  readonly visit: Visit | undefined;
  readonly access: boolean;
  /** A sum that waits for this person's word, minor units; 0 where none does. */
  readonly cost: number;
  readonly confirm: boolean;
  readonly rate: boolean;
}

/** Whoever has not confirmed yet is not asked to rate: one thing at a time. */
export function asksOf(ticket: TicketView, boot: PortalBoot): Asks {
  const own = (act: Parameters<typeof mayDo>[0]): boolean => mayDo(act, ticket, boot);
  const confirm = own('confirm');
  return {
    questions: own('answer') ? ticket.questions.filter((question) => !question.answeredAt) : [],
    visit: own('agree-visit') ? ticket.visits.findLast((visit) => visit.state === 'proposed') : undefined,
    access: own('allow-access') && ticket.pauses.some((pause) => pause.reason === 'no_access' && !pause.to),
    cost: mayApprove(ticket, boot) ? awaitingSum(ticket) : 0,
    confirm,
    rate: own('rate') && !confirm && !ticket.rating && ticket.requester.id === boot.person.id,
  };
}

/** Whether there is anything to ask. */
export const asksAnything = ({ questions, visit, access, cost, confirm, rate }: Asks): boolean =>
  questions.length > 0 || Boolean(visit) || access || cost > 0 || confirm || rate;
