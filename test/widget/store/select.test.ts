import { ContextProvider } from '@lit/context';
import { assert } from '@open-wc/testing';
import { html, LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import { PortalStore } from '../../../widget/store/portal-store.ts';
import { portalContext, Select } from '../../../widget/store/select.ts';
import { Tick } from '../../../widget/store/tick.ts';

class SelectingElement extends LitElement {
  @property() slice: 'view' | 'locale' = 'view';
  updates = 0;
  readonly #picked = new Select(this, (state) => state[this.slice]);

  override render() {
    this.updates += 1;
    return html`${this.#picked.value}`;
  }
}
customElements.define('test-selecting', SelectingElement);

class TickingElement extends LitElement {
  readonly tick = new Tick(this);
  updates = 0;

  override render() {
    this.updates += 1;
    return html`${this.tick.now}`;
  }
}
customElements.define('test-ticking', TickingElement);

/** An element below a store. */
async function mount<E extends LitElement>(element: E) {
  const store = new PortalStore();
  const above = document.createElement('div');
  new ContextProvider(above, { context: portalContext, initialValue: store });
  above.append(element);
  document.body.append(above);
  await element.updateComplete;
  return { store, above, element };
}
const textOf = (element: LitElement): string => element.shadowRoot!.textContent!.trim();

suite('a slice', () => {
  teardown(() => document.body.replaceChildren());

  test('is followed, and nothing beside it', async () => {
    const { store, element } = await mount(new SelectingElement());
    const { updates } = element;
    store.update((state) => ({ ...state, heardAt: 5 }));
    await element.updateComplete;
    assert.equal(element.updates, updates);
    store.update((state) => ({ ...state, view: 'form' }));
    await element.updateComplete;
    assert.equal(textOf(element), 'form');
  });

  test('is picked anew when the element asks for another one', async () => {
    const { store, element } = await mount(new SelectingElement());
    store.update((state) => ({ ...state, locale: 'ru' }));
    element.slice = 'locale';
    await element.updateComplete;
    assert.equal(textOf(element), 'ru');
  });

  test('is followed again after the element was away', async () => {
    const { store, above, element } = await mount(new SelectingElement());
    element.remove();
    store.update((state) => ({ ...state, view: 'ticket' }));
    above.append(element);
    await element.updateComplete;
    assert.equal(textOf(element), 'ticket');
    store.update((state) => ({ ...state, view: 'form' }));
    await element.updateComplete;
    assert.equal(textOf(element), 'form');
  });
});

suite('the store', () => {
  test('tells nobody of a change that changes nothing', () => {
    const store = new PortalStore();
    let told = 0;
    const stop = store.subscribe(() => (told += 1));
    store.update((state) => state);
    assert.equal(told, 0);
    store.update((state) => ({ ...state, view: 'form' }));
    stop();
    store.update((state) => ({ ...state, view: 'list' }));
    assert.equal(told, 1);
  });
});

suite('a tick', () => {
  const { setTimeout: wind, clearTimeout: unwind } = globalThis;
  /** Timers of a second or less that run now, each with how long it was wound for. */
  let wound = new Map<unknown, { ms: number; run: () => void }>();
  setup(() => {
    wound = new Map();
    const spied = (run: () => void, ms = 0): number => {
      const id = wound.size + 1_000_000;
      wound.set(id, { ms, run });
      return id;
    };
    globalThis.setTimeout = spied as unknown as typeof setTimeout;
    globalThis.clearTimeout = (id) => void wound.delete(id);
  });
  teardown(() => {
    document.body.replaceChildren();
    globalThis.setTimeout = wind;
    globalThis.clearTimeout = unwind;
  });
  const strike = (): void => {
    for (const [id, { run }] of Array.from(wound)) {
      wound.delete(id);
      run();
    }
  };

  test('is one timer for everybody, at whole seconds, and none when nobody listens', async () => {
    const [first, second] = await Promise.all([mount(new TickingElement()), mount(new TickingElement())]);
    assert.equal(wound.size, 1);
    assert.isAtMost([...wound.values()][0]!.ms, 1000);
    const before = [first.element.updates, second.element.updates];
    strike();
    await Promise.all([first.element.updateComplete, second.element.updateComplete]);
    assert.deepEqual([first.element.updates, second.element.updates], [before[0]! + 1, before[1]! + 1]);
    assert.equal(wound.size, 1);
    first.element.remove();
    assert.equal(wound.size, 1);
    second.element.remove();
    assert.equal(wound.size, 0);
  });

  test('stands still while the page is hidden', async () => {
    const { element } = await mount(new TickingElement());
    Object.defineProperty(document, 'hidden', { value: true, configurable: true });
    try {
      dispatchEvent(new Event('visibilitychange'));
      assert.equal(wound.size, 0);
    } finally {
      Reflect.deleteProperty(document, 'hidden');
    }
    const { updates } = element;
    dispatchEvent(new Event('visibilitychange'));
    await element.updateComplete;
    assert.equal(element.updates, updates + 1);
    assert.equal(wound.size, 1);
  });

  test('[W16] reads the server’s clock', async () => {
    const { store, element } = await mount(new TickingElement());
    store.update((state) => ({ ...state, serverOffsetMs: -3 * 86_400_000 }));
    assert.approximately(element.tick.now, Date.now() - 3 * 86_400_000, 1000);
  });
});
