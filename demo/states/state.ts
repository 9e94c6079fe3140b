import type { Words } from '../words.ts';

/** What the line to the server does to a portal, see line.ts. */
export type Trouble =
  /** Every answer is held back. */
  | 'held'
  /** Every answer takes its time. */
  | 'slow'
  /** The line is cut as soon as it is live, and stays cut. */
  | 'cut'
  /** What is sent is refused as overtaken. */
  | 'refused'
  /** The session ends as soon as the line is live, and the page has no new token. */
  | 'expired'
  /** Nothing answers. */
  | 'down'
  /** HTTP passes, a WebSocket does not. */
  | 'blocked'
  /** The server's clock is so many hours ahead: what takes hours is seen at once. */
  | `later-${number}`;

/** What was said and done in a ticket, as far as an act needs to know it. */
export interface Seen {
  readonly id: string;
  readonly site: string;
  readonly visits: readonly { readonly id: string }[];
  readonly pauses: readonly { readonly id: string }[];
  readonly questions: readonly { readonly id: string }[];
  readonly costs: { readonly lines: readonly { readonly id: string; readonly state: string }[] };
}

type Body = Readonly<Record<string, unknown>>;

/** One act by one of {@link Actor}; a body that hangs on the ticket is made when it is the act's turn. */
export interface Act {
  readonly by: Actor;
  readonly command: string;
  readonly body: Body | ((ticket: Seen, say: (words: Words) => string) => Body);
}

/** `client` is the person of the state, `boss` somebody of his company whose limit covers more. */
export type Actor = 'client' | 'boss' | 'olga' | 'marat' | 'ilnur' | 'rashid';

/** A ticket, and what has happened to it. */
export interface Story {
  readonly text: Words;
  /** `till`, unless told otherwise. */
  readonly category?: string;
  /** Of the site's till, which keeps its history. */
  readonly isOfTill?: true;
  /** Somebody called, and the desk wrote it down. */
  readonly isByTelephone?: true;
  readonly acts: readonly Act[];
}

/** What somebody does at the page once it is there. Each place is a path of selectors, one for each shadow tree on the way. */
export type Hand =
  | { readonly wait: Place; readonly text?: Words }
  | { readonly press: Place }
  | { readonly fill: Place; readonly text: Words };
type Place = readonly string[];

/** One state that an element of the portal can be in, and how it comes about. */
export interface State {
  /** Its address. */
  readonly id: string;
  readonly name: Words;
  /** What to look at. */
  readonly look: Words;
  /** `employee`, unless told otherwise. */
  readonly role?: 'employee' | 'approver' | 'auditor';
  /** The person's tickets, the oldest first: the last one is shown. */
  readonly stories?: readonly Story[];
  /** Instead of stories: one ticket with so many events, imported once. */
  readonly history?: number;
  /** `ticket` where there is one, else `list`. */
  readonly view?: 'list' | 'ticket' | 'form' | 'visitors' | 'approvals';
  /** `vitrine-portal`, unless told otherwise. */
  readonly element?: 'vitrine-ticket';
  /** How many sites the person answers for. One, unless told otherwise. */
  readonly sites?: number;
  /** The site's time zone: Moscow's, unless told otherwise. */
  readonly zone?: string;
  readonly trouble?: Trouble;
  /** The element is a button at the corner of the page. */
  readonly isLauncher?: true;
  /** How the element is put into the page, where it is put there wrongly. */
  readonly embedding?: 'no-tenant' | 'no-token' | 'token-in-page' | 'wrong-origin';
  /** How much room the element has in its page. */
  readonly room?: 'narrow';
  readonly direction?: 'rtl';
  readonly hands?: readonly Hand[];
  /** What is on screen once the state has come about, as a path of selectors. */
  readonly shows: Place;
}

/** States that belong together. */
export interface Chapter {
  readonly id: string;
  readonly name: Words;
  readonly states: readonly State[];
}

export const words = (en: string, ru: string): Words => ({ en, ru });
