import { ContextProvider } from '@lit/context';
import { LitElement, html, type TemplateResult } from 'lit';
import { aTimeout, fixture } from '@open-wc/testing';
import type { TicketId } from '../../server/contract/ids.ts';
import type { PortalBoot } from '../../server/contract/portal.ts';
import type { TicketView } from '../../server/contract/ticket.ts';
import { actionsContext, type Actions, type Kept, type Outcome } from '../../widget/store/actions.ts';
import { PortalStore } from '../../widget/store/portal-store.ts';
import { portalContext } from '../../widget/store/select.ts';
import { BLANK, type PortalState } from '../../widget/store/state.ts';
import { loadTexts, textsContext, type Texts } from '../../widget/text/texts.ts';
import { BOOT, eventsOf, NOON, viewOf, type Done } from './scene.ts';

/** What an element asked for: the action's name and what it was given. */
export type Asked = readonly [action: keyof Actions, ...given: readonly unknown[]];

/** A page's part that gives the elements in it what the portal gives them: a state, a language, and ears. */
export class StagedPortal extends LitElement {
  readonly store = new PortalStore();
  readonly asked: Asked[] = [];
  /** What the next promise, report or command comes to. */
  answer: Outcome<never> = { value: undefined as never };
  /** What lies on the device, by form. */
  readonly drafts = new Map<string, unknown>();
  /** What is open at every site. */
  known: readonly TicketView[] = [];
  readonly #texts = new ContextProvider(this, { context: textsContext });
  content: TemplateResult = html``;

  constructor() {
    super();
    new ContextProvider(this, { context: portalContext, initialValue: this.store });
    new ContextProvider(this, { context: actionsContext, initialValue: this.#ears() });
  }

  speak(texts: Texts): void {
    this.#texts.setValue(texts);
  }

  set(change: Partial<PortalState>): void {
    this.store.update((state) => ({ ...state, ...change }));
  }

  override render() {
    return this.content;
  }

  #ears(): Actions {
    const hear =
      (action: keyof Actions) =>
      (...given: readonly unknown[]): Promise<never> => {
        this.asked.push([action, ...given]);
        return Promise.resolve(this.answer as never);
      };
    const names: readonly (keyof Actions)[] = [
      'report',
      'send',
      'promise',
      'openTicket',
      'read',
      'goTo',
      'loadMore',
      'loadApprovals',
      'setScope',
      'search',
      'retry',
    ];
    const kept = Promise.resolve(this.#kept());
    return { ...Object.fromEntries(names.map((name) => [name, hear(name)])), kept: () => kept } as unknown as Actions;
  }

  /** Its drafts are there at once; what else is asked of it is heard as `kept`. */
  #kept(): Kept {
    const hear = (what: keyof Kept, given: string): void => void this.asked.push(['kept', what, given]);
    return {
      findDraft: async (form) => this.drafts.get(form),
      keepDraft: (form, value) => void (value === undefined ? this.drafts.delete(form) : this.drafts.set(form, value)),
      show: (key) => hear('show', key),
      discard: async (key) => (hear('discard', key), true),
      again: async (key) => hear('again', key),
      dismiss: (ticket) => hear('dismiss', ticket),
      openAt: async () => ({ value: { tickets: this.known, next: null } }),
    };
  }
}
customElements.define('staged-portal', StagedPortal);

export interface Staging extends Partial<PortalState> {
  /** `en` unless told otherwise. */
  readonly language?: string;
}

/** A state in which these tickets are known, and these timelines. The server's clock says `minutesAfterNoon`. */
export function stateWith(
  tickets: readonly TicketView[],
  more: Partial<PortalState> & { minutesAfterNoon?: number; boot?: PortalBoot } = {},
): Partial<PortalState> {
  const { minutesAfterNoon = 115, ...rest } = more;
  const ids = tickets.map((ticket) => ticket.id);
  return {
    ...BLANK,
    phase: 'ready',
    link: { state: 'live', since: 0 },
    boot: BOOT,
    tickets: new Map(tickets.map((ticket) => [ticket.id, ticket])),
    list: { ...BLANK.list, ids, complete: true },
    approvals: { ids: [], next: null, tickets: 0, sum: 0 },
    serverOffsetMs: NOON + minutesAfterNoon * 60_000 - Date.now(),
    ...rest,
  };
}

/** {@link stateWith} one ticket that is open, as this scene leads to it. */
export function openState(
  scene: readonly Done[],
  more: Parameters<typeof viewOf>[1] & Parameters<typeof stateWith>[1] = {},
) {
  const { clocks, eta, ticket: id, ...rest } = more;
  const ticket = viewOf(scene, {
    ...(clocks ? { clocks } : {}),
    ...(eta ? { eta } : {}),
    ...(id ? { ticket: id } : {}),
  });
  return stateWith([ticket], {
    view: 'ticket',
    openTicket: ticket.id,
    timelines: new Map([[ticket.id, eventsOf(scene, id)]]),
    ...rest,
  });
}

/** Draws this with that state around it. */
export async function stage(content: TemplateResult, { language = 'en', ...state }: Staging): Promise<StagedPortal> {
  const portal = document.createElement('staged-portal') as StagedPortal;
  portal.content = content;
  await new Promise<void>((whole) => {
    void loadTexts(language, undefined, (texts) => {
      portal.speak(texts);
      // The rest comes once it is asked for.
      if (texts.t('tickets')) whole();
    });
  });
  portal.set({ ...state, locale: language });
  return fixture<StagedPortal>(html`${portal}`);
}

/** Finds an element in this one's shadow tree, or in those of the elements inside. */
export function deep<E extends Element = HTMLElement>(root: Element | ShadowRoot, selector: string): E | undefined {
  return deepAll<E>(root, selector)[0];
}

/** Whether there is one. A test says this of an element, never the element itself: a failed assertion would print its whole tree. */
export const has = (root: Element | ShadowRoot, selector: string): boolean => deep(root, selector) !== undefined;

export function deepAll<E extends Element = HTMLElement>(root: Element | ShadowRoot, selector: string): E[] {
  const scope = root instanceof Element ? (root.shadowRoot ?? root) : root;
  const own = [...scope.querySelectorAll<E>(selector)];
  const inner = [...scope.querySelectorAll('*')].filter((element) => element.shadowRoot);
  return [...own, ...inner.flatMap((element) => deepAll<E>(element, selector))];
}

/** All that a person reads of it, across shadow trees, in one line. */
export function readText(root: Element | ShadowRoot): string {
  const scope = root instanceof Element ? (root.shadowRoot ?? root) : root;
  const read = (node: Node): string => {
    if (node instanceof Text) return node.data;
    if (!(node instanceof Element || node instanceof ShadowRoot)) return '';
    if (node instanceof HTMLStyleElement) return '';
    return [...(node instanceof Element && node.shadowRoot ? node.shadowRoot : node).childNodes].map(read).join(' ');
  };
  return read(scope).replace(/\s+/g, ' ').trim();
}

/** Waits until everything that was asked to draw has drawn. */
export async function drawn(root: Element): Promise<void> {
  for (let quiet = 0; quiet < 3; quiet++) {
    await Promise.all(deepAll<LitElement>(root, '*').map((element) => element.updateComplete));
    await aTimeout(0);
  }
}

export type { TicketId };
