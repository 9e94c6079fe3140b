import type { en } from './en.ts';

/** Names a sentence. */
export type TextKey = keyof typeof en;
/** A sentence, or its plural forms by CLDR category. */
export type Message = string | { readonly [C in Intl.LDMLPluralRule]?: string };
/** All sentences of one language. */
export type Catalogue = Readonly<Record<TextKey, Message>>;
export type Values = Readonly<Record<string, string | number>>;
/** Says a sentence with its gaps filled; `{n}` chooses the plural form. */
export type Translate = (key: TextKey, values?: Values) => string;
/** Whether a key made from what a newer server may have sent names a sentence. */
export type Has = (key: string) => key is TextKey;

/** @param labels what this client calls otherwise, by text key */
export function translator(
  catalogue: Catalogue,
  locale: string,
  labels: Readonly<Record<string, string>> = {},
): Translate {
  const plural = new Intl.PluralRules(locale);
  const numbers = new Intl.NumberFormat(locale);
  return (key, values = {}) => {
    const message: Message = Object.hasOwn(labels, key) ? labels[key]! : catalogue[key];
    const text =
      typeof message === 'string' ? message : (message[plural.select(Number(values['n']))] ?? message.other!);
    return text.replace(/\{(\w+)\}/g, (gap, name: string) => {
      const value = Object.hasOwn(values, name) ? values[name]! : gap;
      return typeof value === 'number' ? numbers.format(value) : value;
    });
  };
}
