import type { Life } from './life.ts';
import { ANSWERS, ASKED_AGAIN, REASSURED } from './sentences.ts';

/** A question before anybody is sent; the clocks wait for the answer. */
export function askBack(life: Life): void {
  const { dice, dispatcher, setting, fault } = life;
  const question = setting.client.scenarios[fault.report.category]?.question;
  if (!question) return;
  life.wait(1, 8);
  life.act(dispatcher, 'ask', { text: life.say(question) }, 'question');
  life.act(dispatcher, 'pause', { reason: 'info_insufficient' });
  life.wait(3, life.isUrgent ? 25 : 120);
  life.opened();
  life.act(life.person(life.onShift()), 'answer', { question: 'question', text: life.say(dice.of(ANSWERS)) });
}

/** Somebody wants to know how it stands. */
export function chat(life: Life): void {
  const { dice, dispatcher } = life;
  life.wait(4, 30);
  life.opened();
  life.act(life.person(life.onShift()), 'comment', { text: life.say(dice.of(ASKED_AGAIN)) });
  life.wait(2, 12);
  life.act(dispatcher, 'comment', { text: life.say(dice.of(REASSURED)) });
}
