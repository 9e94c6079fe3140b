import type { VitrineElement } from './portal/vitrine-element.ts';

type Tag = 'vitrine-portal' | 'vitrine-ticket';

const ELEMENTS: { readonly [T in Tag]: () => Promise<typeof VitrineElement> } = {
  'vitrine-portal': async () => (await import('./portal/vitrine-portal.ts')).VitrinePortal,
  'vitrine-ticket': async () => (await import('./portal/vitrine-ticket.ts')).VitrineTicket,
};
const LOADED = Symbol.for('vitrine');
const page = globalThis as { [LOADED]?: string };
const self = import.meta.url;

const say = (how: 'warn' | 'error', what: string): void => console[how](`vitrine: ${what}`);
// Not document.querySelectorAll: an element of the page named so would stand in its place.
const inPage = (selector: string): Element[] => [...Document.prototype.querySelectorAll.call(document, selector)];

async function load(tag: Tag): Promise<void> {
  waited.delete(tag);
  try {
    // Not only when the element's own file has come and names it.
    void import('./portal/vitrine-element.ts').catch(() => {});
    const element = await ELEMENTS[tag]();
    element.servedFrom = self.replace(/\/[^/]*$/, '');
    element.machinery = async () => (await import('./live/open-portal.ts')).openPortal;
    customElements.define(tag, element as unknown as CustomElementConstructor);
  } catch (error) {
    say(
      'error',
      `<${tag}> could not be loaded, what stands in its place stays. Check that script-src allows the whole server and, where the ` +
        `page uses Trusted Types, that trusted-types names lit-html and vitrine. ${String(error)}`,
    );
  }
}

/** Elements that the page does not have yet. */
const waited = new Set<Tag>();

const isIn = (tag: Tag, node: Node): boolean =>
  node instanceof Element && (node.localName === tag || Element.prototype.querySelector.call(node, tag) !== null);

/** An element that comes later is loaded when it comes. */
const coming = new MutationObserver((changes) => {
  const added = changes.flatMap(({ addedNodes }) => [...addedNodes]);
  for (const tag of waited) if (added.some((node) => isIn(tag, node))) void load(tag);
  if (waited.size === 0) coming.disconnect();
});

if (page[LOADED]) say('warn', `${page[LOADED]} is loaded already, ${self} does nothing. Keep one of them.`);
else {
  page[LOADED] = self;
  // A browser runs one address once, however often it is named.
  if (inPage('script[src]').filter((script) => (script as HTMLScriptElement).src === self).length > 1) {
    say('warn', `${self} stands in this page twice. Keep one of them.`);
  }
  for (const tag of Object.keys(ELEMENTS) as Tag[]) {
    if (customElements.get(tag)) say('warn', `<${tag}> comes from something else already, which is kept.`);
    else if (inPage(tag).length > 0) void load(tag);
    else waited.add(tag);
  }
  coming.observe(document, { childList: true, subtree: true });
  // Where none is to be seen they may come in shadow roots, into which nobody looks from here.
  if (waited.size === Object.keys(ELEMENTS).length)
    (globalThis.requestIdleCallback ?? setTimeout)(() => waited.forEach((tag) => void load(tag)));
}
