import type { Report } from './client.ts';

/** Something that breaks, said in both languages. */
export const report = (category: string, en: string, ru: string): Report => ({ category, text: { en, ru } });
