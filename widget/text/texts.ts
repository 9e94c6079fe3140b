import { createContext } from '@lit/context';
import { Format } from './format.ts';
import { translator, type Catalogue, type Has, type TextKey, type Translate } from './translate.ts';

/** One language: its sentences and its formats. */
export interface Texts {
  readonly t: Translate;
  readonly has: Has;
  readonly format: Format;
}

/** Empty until the language has arrived. */
export const textsContext = createContext<Texts | undefined>(Symbol('vitrine-texts'));

/** One lazy chunk for each language. Others than these are shown in English, with their own dates and numbers. */
const CATALOGUES: Readonly<Record<string, () => Promise<Catalogue>>> = {
  en: async () => (await import('./en.ts')).en,
  ru: async () => (await import('./ru.ts')).ru,
};

export function textsOf(catalogue: Catalogue, locale: string, labels?: Readonly<Record<string, string>>): Texts {
  const t = translator(catalogue, locale, labels);
  const has: Has = (key): key is TextKey => Object.hasOwn(catalogue, key);
  return { t, has, format: new Format(locale, t) };
}

/**
 * @param locale a BCP 47 tag; what is none counts as `en`
 * @param labels what this client calls otherwise, by text key
 */
export async function loadTexts(locale: string, labels?: Readonly<Record<string, string>>): Promise<Texts> {
  const tag = canonical(locale);
  const language = tag.split('-')[0]!;
  const load = Object.hasOwn(CATALOGUES, language) ? CATALOGUES[language]! : CATALOGUES['en']!;
  return textsOf(await load(), tag, labels);
}

function canonical(locale: string): string {
  try {
    return Intl.getCanonicalLocales(locale)[0] ?? 'en';
  } catch {
    return 'en';
  }
}
