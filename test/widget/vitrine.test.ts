import { assert, waitUntil } from '@open-wc/testing';

const until = (holds: () => boolean): Promise<void> => waitUntil(holds, undefined, { interval: 1, timeout: 5000 });
/** The same file under another address is another module: what a page gets that names two versions. */
const load = (version: string): Promise<unknown> =>
  import(new URL(`../../widget/vitrine.ts?${version}`, import.meta.url).href);

suite('the script', () => {
  const { warn } = console;
  let warned: string[] = [];
  setup(() => {
    warned = [];
    console.warn = (...said: unknown[]) => void warned.push(said.join(' '));
  });
  teardown(() => {
    console.warn = warn;
    document.body.replaceChildren();
  });

  test('[W8] defines the element once; a second load is a no-op and one warning', async () => {
    const before = Object.keys(globalThis);
    document.body.innerHTML = '<vitrine-portal></vitrine-portal>';
    await load('1');
    await until(() => customElements.get('vitrine-portal') !== undefined);
    assert.isEmpty(warned);
    const first = customElements.get('vitrine-portal') as unknown as { servedFrom: string };
    assert.equal(first.servedFrom, new URL('../../widget', import.meta.url).href);

    await load('2');
    assert.lengthOf(warned, 1);
    assert.include(warned[0], 'vitrine.ts?1');
    assert.strictEqual(customElements.get('vitrine-portal') as unknown, first);
    assert.deepEqual(Object.keys(globalThis), before);
  });

  test('[W7] is not led astray by elements that are named like what it asks', async () => {
    document.body.innerHTML =
      '<form id="vitrine"></form><a id="customElements"></a><img name="getElementById"><img name="querySelectorAll">';
    await load('3');
    assert.lengthOf(warned, 1);
  });
});
