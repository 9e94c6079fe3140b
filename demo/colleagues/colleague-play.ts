import { between, oneOf, seeded } from '../company/seeded.ts';
import type { Step } from '../company/play.ts';
import { isOpen, type Ticket } from '../company/ticket.ts';
import type { Client } from '../clients/client.ts';
import { languageOf, type Words } from '../words.ts';

const ANSWERS: readonly [Words, ...Words[]] = [
  {
    en: 'Yes, since this morning. Somebody is here until nine in the evening.',
    ru: 'Да, с утра. Мы на месте до девяти вечера.',
  },
  {
    en: 'We looked again: it is still so, nothing has changed.',
    ru: 'Посмотрели ещё раз: всё так же, ничего не изменилось.',
  },
];
const THANKS: readonly [Words, ...Words[]] = [
  { en: 'Quick and tidy, thank you.', ru: 'Быстро и аккуратно, спасибо.' },
  { en: 'Works again.', ru: 'Снова работает.' },
];
const NOT_FIXED: Words = { en: 'It has begun again after an hour.', ru: 'Через час всё повторилось.' };
const WAIT_MS = [20_000, 70_000] as const;
/** One repair in so many does not hold. */
const SENT_BACK = 0.12;

export interface Reply extends Step {
  /** Milliseconds since the epoch. */
  readonly due: number;
}

/** What a simulated colleague does next in a ticket of his own; undefined: nothing. */
export function nextReply(ticket: Ticket, { tenant }: Pick<Client, 'tenant'>): Reply | undefined {
  const due = Date.parse(ticket.changedAt) + between(`${ticket.id}:${ticket.seq}:reply`, WAIT_MS);
  const language = languageOf(ticket.text ?? '');
  const reply = (command: string, body: Step['body'] = {}): Reply => ({ command, body, due });

  if (ticket.stage === 'resolved') {
    const isFirst = !ticket.course.some(({ type }) => type === 'reopened');
    return isFirst && seeded(`${ticket.id}:back`) < SENT_BACK
      ? reply('reopen', { reason: NOT_FIXED[language] })
      : reply('confirm');
  }
  if (ticket.stage === 'closed' && !ticket.rating) {
    return reply('rate', {
      stars: seeded(`${ticket.id}:stars`) < 0.7 ? 5 : 4,
      text: oneOf(ticket.id, THANKS)[language],
    });
  }
  if (!isOpen(ticket)) return undefined;

  const question = ticket.questions.find(({ answeredAt }) => !answeredAt);
  if (question) return reply('answer', { question: question.id, text: oneOf(ticket.id, ANSWERS)[language] });
  const awaiting = ticket.costs.lines.filter(({ state }) => state === 'awaiting');
  // What is over their own limit they leave to the region's manager, whom only a visitor plays.
  const limit = tenant.approval.employee ?? Infinity;
  if (awaiting.length > 0 && awaiting.reduce((sum, { total }) => sum + total, 0) <= limit) {
    return reply('approve-cost', { lines: awaiting.map(({ id }) => id) });
  }
  const visit = ticket.visits.at(-1);
  return visit?.state === 'proposed' ? reply('agree-visit', { visit: visit.id }) : undefined;
}
