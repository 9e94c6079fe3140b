import type { Words } from '../words.ts';

/** What the company says whatever the fault. */
export const SENTENCES = {
  noted: {
    en: 'Thank you, noted. I have passed it on to the engineer.',
    ru: 'Спасибо, приняли. Передала инженеру.',
  },
  again: {
    en: 'Sorry that it happened again. The engineer is coming back at our cost.',
    ru: 'Извините, что повторилось. Инженер вернётся за наш счёт.',
  },
  called: { en: 'Agreed by telephone', ru: 'Согласовали по телефону' },
  unanswered: { en: 'No answer, twice, five minutes apart', ru: 'Не ответили, звонили дважды через пять минут' },
  locked: { en: 'The entrance is locked, nobody comes to the door', ru: 'Вход закрыт, к двери никто не выходит' },
  ordered: { en: 'The part is ordered and comes tomorrow', ru: 'Деталь заказана, приедет завтра' },
  desk: { en: 'the person on duty', ru: 'дежурный' },
} as const satisfies Readonly<Record<string, Words>>;
