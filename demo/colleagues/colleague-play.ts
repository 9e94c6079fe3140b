import { between, oneOf, seeded } from '../company/seeded.ts';
import type { Step } from '../company/move.ts';
import { count, isOpen, type Ticket } from '../company/ticket.ts';
import type { Client, Person } from '../clients/client.ts';
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
const TOO_MUCH: Words = {
  en: 'The same part was replaced in spring. We should not pay for it twice.',
  ru: 'Эту деталь уже меняли весной. Второй раз платить не должны.',
};
const WISHES: readonly [Words, ...Words[]] = [
  { en: 'Better after 14:00', ru: 'Лучше после 14:00' },
  { en: 'Tomorrow morning, please', ru: 'Лучше завтра утром' },
];
/** One first estimate in so many is disputed, one proposed visit in so many declined. */
const DISPUTED = 0.2;
const DECLINED = 0.15;
/** One repair in so many does not hold. */
const SENT_BACK = 0.12;

export interface Reply extends Step {
  /** Milliseconds since the epoch. */
  readonly due: number;
}

/** What a simulated colleague does next in a ticket of his site; undefined: nothing. */
export function nextReply(ticket: Ticket, person: Person, { tenant }: Pick<Client, 'tenant'>): Reply | undefined {
  const due = Date.parse(ticket.changedAt) + between(`${ticket.id}:${ticket.seq}:reply`, WAIT_MS);
  const language = languageOf(ticket.text ?? '');
  const reply = (command: string, body: Step['body'] = {}): Reply => ({ command, body, due });

  if (ticket.stage === 'resolved') {
    return count(ticket, 'reopened') === 0 && seeded(`${ticket.id}:back`) < SENT_BACK
      ? reply('reopen', { reason: NOT_FIXED[language] })
      : reply('confirm');
  }
  if (ticket.stage === 'closed' && !ticket.rating && ticket.requester.id === person.id) {
    return reply('rate', {
      stars: seeded(`${ticket.id}:stars`) < 0.7 ? 5 : 4,
      text: oneOf(ticket.id, THANKS)[language],
    });
  }
  if (!isOpen(ticket)) return undefined;

  const question = ticket.questions.find(({ answeredAt }) => !answeredAt);
  if (question) return reply('answer', { question: question.id, text: oneOf(ticket.id, ANSWERS)[language] });
  if (ticket.pauses.some(({ reason, to }) => reason === 'no_access' && !to)) return reply('allow-access');
  return cost(ticket, tenant, reply) ?? visit(ticket, reply);
}

type Say = (command: string, body?: Step['body']) => Reply;

/** What is over their own limit they leave to the region's manager, whom only a visitor plays. */
function cost(ticket: Ticket, { approval }: Client['tenant'], reply: Say): Reply | undefined {
  const awaiting = ticket.costs.lines.filter(({ state }) => state === 'awaiting');
  const [line] = awaiting;
  if (!line) return undefined;
  const language = languageOf(ticket.text ?? '');
  if (line.discount === 0 && seeded(`${ticket.id}:dispute`) < DISPUTED)
    return reply('dispute-cost', { lines: [line.id], reason: TOO_MUCH[language] });
  const sum = awaiting.reduce((total, one) => total + one.total, 0);
  return sum <= (approval.employee ?? Infinity)
    ? reply('approve-cost', { lines: awaiting.map(({ id }) => id) })
    : undefined;
}

function visit(ticket: Ticket, reply: Say): Reply | undefined {
  const last = ticket.visits.at(-1);
  if (last?.state !== 'proposed') return undefined;
  const isFirst = !ticket.visits.some(({ state }) => state === 'declined');
  return isFirst && seeded(`${ticket.id}:decline`) < DECLINED
    ? reply('decline-visit', { visit: last.id, wish: oneOf(ticket.id, WISHES)[languageOf(ticket.text ?? '')] })
    : reply('agree-visit', { visit: last.id });
}
