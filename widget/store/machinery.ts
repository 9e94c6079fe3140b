import type { Actions } from './actions.ts';
import type { PortalStore } from './portal-store.ts';
import type { PortalFault } from './state.ts';

export type AskReason = 'start' | 'refresh' | 'refused';

/** Gives a fresh assertion of the signed-in person, minted by the page's own backend. Asked one at a time, and anew each time. */
export type GetToken = (ask: { readonly reason: AskReason; readonly signal: AbortSignal }) => Promise<string>;

/** What the page has said about an element. */
export interface Embedding {
  readonly tenant: string;
  /** Without a slash at its end. */
  readonly server: string;
  readonly tokenUrl: string;
  readonly getToken: GetToken | undefined;
}

/** An element in a page, as what works behind it sees it. */
export interface PortalHost {
  readonly element: Element;
  readonly store: PortalStore;
  /** As the page says at this moment. */
  readonly embedding: () => Embedding;
  readonly tell: (event: Event) => void;
  /** It cannot work, or not wholly. */
  readonly report: (fault: PortalFault) => void;
  /** It works, and something is wrong all the same. */
  readonly warn: (fault: PortalFault) => void;
}

/** What works behind an element, for as long as it is in the page. */
export interface Machinery {
  readonly actions: Actions;
  start(): void;
  /**
   * The page says something else of where its tokens come from. False where it has to be opened anew for that: then other elements go on with what
   * was said before.
   */
  follow(): boolean;
  stop(): void;
}

/** Undefined where the element is embedded so that it cannot work; the host has been told why. */
export type OpenPortal = (host: PortalHost) => Promise<Machinery | undefined>;
