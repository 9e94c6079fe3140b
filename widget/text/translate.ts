import type { Theme } from '../../server/contract/portal.ts';
import type { enRest } from './en-rest.ts';
import type { en } from './en.ts';

/** Names a sentence of a live ticket. */
export type FirstKey = keyof typeof en;
/** Names one of the others, which arrive once they are needed. */
export type RestKey = keyof typeof enRest;
export type TextKey = FirstKey | RestKey;
/** A sentence, or its plural forms by CLDR category. */
export type Message = string | { readonly [C in Intl.LDMLPluralRule]?: string };
/** The sentences of one language. */
export type Catalogue = Readonly<Record<FirstKey, Message> & Partial<Record<RestKey, Message>>>;
export type Values = Readonly<Record<string, string | number>>;
/** What a client says otherwise: sentences by key, and words wherever they stand. */
export type Wording = Pick<Theme, 'labels' | 'terms' | 'locale'>;
/** Says a sentence with its gaps filled; `{n}` chooses the plural form. Empty where it has not arrived yet. */
export type Translate = (key: TextKey, values?: Values) => string;
/** Whether a key names a sentence that is there or may still arrive: one made from what a newer server sent may name none. */
export type Has = (key: string) => key is TextKey;

/**
 * @param wording what this client says otherwise, in the catalogue's language
 * @param missing called when a sentence is asked for that has not arrived yet
 */
export function translator(
  catalogue: Catalogue,
  locale: string,
  { labels, terms = {} }: Wording = { labels: {} },
  missing?: () => void,
): Translate {
  const plural = new Intl.PluralRules(locale);
  const numbers = new Intl.NumberFormat(locale);
  return (key, values = {}) => {
    const message: Message | undefined = Object.hasOwn(labels, key) ? labels[key] : catalogue[key];
    if (message === undefined) {
      missing?.();
      return '';
    }
    const text =
      typeof message === 'string' ? message : (message[plural.select(Number(values['n']))] ?? message.other!);
    return text.replace(/\{(\w+)\}|\p{L}+/gu, (found, name?: string) => {
      const [given, key] = name ? [values, name] : [terms, found];
      const value = Object.hasOwn(given, key) ? given[key]! : found;
      return typeof value === 'number' ? numbers.format(value) : value;
    });
  };
}
