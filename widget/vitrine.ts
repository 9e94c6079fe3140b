const TAG = 'vitrine-portal';
const LOADED = Symbol.for('vitrine');
const page = globalThis as { [LOADED]?: string };
const self = import.meta.url;

const say = (how: 'warn' | 'error', what: string): void => console[how](`vitrine: ${what}`);
// Not document.querySelectorAll: an element of the page named so would stand in its place.
const inPage = (selector: string): Element[] => [...Document.prototype.querySelectorAll.call(document, selector)];

async function load(): Promise<void> {
  try {
    const { VitrinePortal } = await import('./portal/vitrine-portal.ts');
    VitrinePortal.servedFrom = self.replace(/\/[^/]*$/, '');
    VitrinePortal.machinery = async () => (await import('./live/open-portal.ts')).openPortal;
    customElements.define(TAG, VitrinePortal);
  } catch (error) {
    say(
      'error',
      `the portal could not be loaded, what stands in its place stays. Check that script-src allows the whole server and, where the ` +
        `page uses Trusted Types, that trusted-types names lit-html and vitrine. ${String(error)}`,
    );
  }
}

const taken = page[LOADED] ?? (customElements.get(TAG) && 'something else');
if (taken) say('warn', `<${TAG}> comes from ${taken} already, ${self} does nothing. Keep one of them.`);
else {
  page[LOADED] = self;
  // A browser runs one address once, however often it is named.
  if (inPage('script[src]').filter((script) => (script as HTMLScriptElement).src === self).length > 1) {
    say('warn', `${self} stands in this page twice. Keep one of them.`);
  }
  // A page without a portal may get one later: then the code is there, and it has taken nothing from what came first.
  if (inPage(TAG).length > 0) void load();
  else (globalThis.requestIdleCallback ?? setTimeout)(() => void load());
}
