/** The two languages of the demo. */
export const LANGUAGES = ['en', 'ru'] as const;
export type Language = (typeof LANGUAGES)[number];

/** One text in both languages. */
export type Words = Readonly<Record<Language, string>>;

export const words = (en: string, ru: string): Words => ({ en, ru });

/** In which language to answer a text: Russian when it holds Cyrillic letters. */
export const languageOf = (text: string): Language => (/\p{Script=Cyrillic}/u.test(text) ? 'ru' : 'en');
