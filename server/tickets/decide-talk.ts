import { endWaiting } from './decide-pause.ts';
import { idOf, just, refused, refuseFiles, refuseOutside, type Decide, type Decided } from './decision.ts';

export const comment: Decide<'comment'> = ({ text, files }) => {
  refuseFiles(files);
  return just({ type: 'commented', text, files });
};

export const ask: Decide<'ask'> = ({ text }, ticket) =>
  just({ type: 'asked', question: idOf('question', ticket), text });

/** The last open answer ends the pause that waited for it: a pause ends when it is answered, not when it is read. */
export const answer: Decide<'answer'> = ({ question, text }, ticket, { now }) => {
  const open = ticket.questions.filter((one) => !one.answeredAt);
  if (!open.some((one) => one.id === question)) throw refused('/question', 'there is no such open question');
  const answered: Decided = { fact: { type: 'answered', question, text } };
  return open.length > 1 ? [answered] : [answered, ...endWaiting(ticket, now, 'info_insufficient')];
};

export const logCall: Decide<'log-call'> = ({ with: whom, number, result }) =>
  just({ type: 'call_logged', with: whom, number, result });

export const confirm: Decide<'confirm'> = () => just({ type: 'confirmed' });

export const reopen: Decide<'reopen'> = ({ reason }) => just({ type: 'reopened', reason });

export const rate: Decide<'rate'> = ({ stars, text = null }, ticket) => {
  if (ticket.rating) throw refused('', 'this ticket has been rated already');
  return just({ type: 'rated', stars, text });
};

/** When something happened is mended beside the event, never in it. */
export const correct: Decide<'correct'> = (command, ticket, { now }) => {
  const { event, effectiveAt, reason } = command;
  if (event > ticket.seq) throw refused('/event', `this ticket has ${ticket.seq} events`);
  if (effectiveAt !== undefined) refuseOutside(ticket, effectiveAt, now, '/effectiveAt');
  return just({
    type: 'corrected',
    event,
    effectiveAt: effectiveAt === undefined ? null : new Date(effectiveAt).toISOString(),
    void: command.void ?? false,
    reason,
  });
};
