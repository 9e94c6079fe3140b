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
  desk: { en: 'the person on duty', ru: 'дежурный' },
} as const satisfies Readonly<Record<string, Words>>;
