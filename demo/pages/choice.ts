import { findPerson, PEOPLE, type Person } from '../pharmacy/people.ts';
import { LANGUAGES, type Language } from '../words.ts';

export const SCHEMES = ['auto', 'light', 'dark'] as const;
export type Scheme = (typeof SCHEMES)[number];

/** What a visitor chose in the address: `?person=elena&lang=ru&scheme=dark`. */
export interface Choice {
  readonly person: Person;
  readonly lang: Language;
  readonly scheme: Scheme;
}

const oneOf = <T extends string>(list: readonly T[], value: string | undefined): T | undefined =>
  list.find((one) => one === value);

/**
 * Reads a choice; what is missing or unknown is the first person, the browser's language, and the device's colours.
 *
 * @param accepted the request's `Accept-Language`
 */
export function choiceOf(query: Readonly<Record<string, string>>, accepted: string | undefined): Choice {
  const spoken = accepted
    ?.split(',')
    .map((part) => oneOf(LANGUAGES, part.trim().slice(0, 2).toLowerCase()))
    .find((language) => language !== undefined);
  return {
    person: findPerson(query['person'] ?? '') ?? PEOPLE[0]!,
    lang: oneOf(LANGUAGES, query['lang']) ?? spoken ?? 'en',
    scheme: oneOf(SCHEMES, query['scheme']) ?? 'auto',
  };
}

/** The address of a page with this choice, some of it changed. */
export function addressOf(
  path: string,
  choice: Choice,
  change: { person?: string; lang?: Language; scheme?: Scheme } = {},
): string {
  const { person, lang, scheme } = { person: choice.person.id, lang: choice.lang, scheme: choice.scheme, ...change };
  return `${path}?${new URLSearchParams({ person, lang, scheme }).toString()}`;
}
