import { createContext } from '@lit/context';
import { Format } from './format.ts';
import type { TellRare } from './rare-sentence.ts';
import { translator, type Catalogue, type Has, type TextKey, type Translate, type Wording } from './translate.ts';

/** One language: its sentences and its formats. */
export interface Texts {
  readonly t: Translate;
  readonly has: Has;
  readonly format: Format;
  /** What seldom happens, told in full; arrives with the sentences for it. */
  readonly rare?: TellRare;
}

/** Empty until the language has arrived. */
export const textsContext = createContext<Texts | undefined>(Symbol('vitrine-texts'));

/** Chunks of each language: what a live ticket says, and the rest. Other languages are shown in English, with their own dates. */
const CATALOGUES = {
  en: {
    first: async () => (await import('./en.ts')).en,
    rest: async () => (await import('./en-rest.ts')).enRest,
  },
  ru: {
    first: async () => (await import('./ru.ts')).ru,
    rest: async () => (await import('./ru-rest.ts')).ruRest,
  },
};

/** @param more how what seldom happens is told; before that has arrived, what to do when a sentence is missed */
export function textsOf(
  catalogue: Catalogue,
  locale: string,
  wording?: Wording,
  more: { readonly missing?: () => void; readonly rare?: TellRare } = {},
): Texts {
  const { missing, rare } = more;
  const t = translator(catalogue, locale, wording, missing);
  const has: Has = (key): key is TextKey => Boolean(missing) || Object.hasOwn(catalogue, key);
  return { t, has, format: new Format(locale, t), ...(rare && { rare }) };
}

/**
 * Tells a language as it arrives: first with what a live ticket says; whole as soon as anything else is asked for.
 *
 * @param locale a BCP 47 tag; what is none counts as `en`
 * @param wording what this client says otherwise; left alone where it is written in another language
 */
export async function loadTexts(
  locale: string,
  wording: Wording | undefined,
  arrived: (texts: Texts) => void,
): Promise<void> {
  const tag = canonical(locale);
  const [language] = tag.split('-');
  const { first, rest } = CATALOGUES[language === 'ru' ? 'ru' : 'en'];
  const own = wording?.locale && wording.locale !== language ? undefined : wording;
  const catalogue = await first();
  let coming: Promise<void> | undefined;
  const bringRest = (): void => {
    coming ??= Promise.all([rest(), import('./rare-sentence.ts')]).then(
      ([more, { tellRare: rare }]) => arrived(textsOf({ ...catalogue, ...more }, tag, own, { rare })),
      // Asked for again when it is next missed.
      () => (coming = undefined),
    );
  };
  arrived(textsOf(catalogue, tag, own, { missing: bringRest }));
}

function canonical(locale: string): string {
  try {
    return Intl.getCanonicalLocales(locale)[0] ?? 'en';
  } catch {
    return 'en';
  }
}
