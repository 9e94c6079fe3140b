import type { Client, Guest } from '../clients/client.ts';
import { LANGUAGES, type Language } from '../words.ts';

export const SCHEMES = ['auto', 'light', 'dark'] as const;
export type Scheme = (typeof SCHEMES)[number];

/** How a page should be shown. */
export interface Look {
  readonly lang: Language;
  readonly scheme: Scheme;
}

/** What a visitor chose in the address of a client's page: `?person=elena&lang=ru&scheme=dark`. */
export interface Choice extends Look {
  readonly person: Guest;
}

type Query = Readonly<Record<string, string>>;

const oneOf = <T extends string>(list: readonly T[], value: string | undefined): T | undefined =>
  list.find((one) => one === value);

/** What is missing or unknown is as the device has it, and in this language. */
export const lookOf = (query: Query, language: Language): Look => ({
  lang: oneOf(LANGUAGES, query['lang']) ?? language,
  scheme: oneOf(SCHEMES, query['scheme']) ?? 'auto',
});

/** The same with a person: the client's first one where none is named. */
export const choiceOf = (query: Query, client: Client, language: Language): Choice => ({
  ...lookOf(query, language),
  person: findGuest(client, query['person']) ?? client.people[0]!,
});

export const findGuest = ({ people }: Client, id: string | undefined): Guest | undefined =>
  people.find((person) => person.id === id);

/** @param accepted a request's `Accept-Language` */
export const spokenIn = (accepted: string | undefined): Language =>
  accepted
    ?.split(',')
    .map((part) => oneOf(LANGUAGES, part.trim().slice(0, 2).toLowerCase()))
    .find((language) => language !== undefined) ?? 'en';

/** An address with what was chosen; what is undefined is left out. */
export const addressOf = (
  path: string,
  { person, lang, scheme }: { readonly person?: string; readonly lang?: Language | undefined; readonly scheme: Scheme },
): string => `${path}?${new URLSearchParams({ ...(person && { person }), ...(lang && { lang }), scheme }).toString()}`;
