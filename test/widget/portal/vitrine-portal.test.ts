import { assert } from '@open-wc/testing';
import type { VitrineErrorEvent } from '../../../widget/events/portal-events.ts';
import { VitrineElement } from '../../../widget/portal/vitrine-element.ts';
import {
  brought,
  cleanUp,
  embed,
  fallbackOf,
  isShown,
  last,
  logged,
  mount,
  prepare,
  until,
  watched,
} from '../../support/embedded-portal.ts';

suite('<vitrine-portal>', () => {
  setup(prepare);
  teardown(cleanUp);

  test('keeps its reactive fields on the prototype', async () => {
    const portal = await mount();
    for (const field of ['locale', 'tenant', 'server', 'getToken', 'view'])
      assert.isFalse(Object.hasOwn(portal, field), field);
  });

  test('has drawn itself before anything else is loaded', async () => {
    let drawn = false;
    VitrineElement.machinery = async () => {
      drawn = portal.shadowRoot!.querySelector('vitrine-shell') !== null;
      return watched;
    };
    const portal = document.createElement('vitrine-portal');
    document.body.append(portal);
    await until(() => brought.length > 0);
    assert.isTrue(drawn);
  });

  test('knows its server by where the script came from, unless the page says otherwise', async () => {
    await mount();
    assert.equal(last().host.embedding().server, 'https://service.example');
    await mount({ tenant: 'a', server: 'https://other.example/portal/' });
    assert.equal(last().host.embedding().server, 'https://other.example/portal');
  });

  test('takes a function that was set before the element was defined', async () => {
    const frame = document.createElement('div');
    frame.innerHTML = '<vitrine-portal tenant="a"></vitrine-portal>';
    const portal = frame.querySelector('vitrine-portal')!;
    const getToken = () => Promise.resolve('token');
    portal.getToken = getToken;
    document.body.append(frame);
    await until(() => brought.length > 0);
    assert.strictEqual(last().host.embedding().getToken, getToken);
  });

  test('being moved is not leaving', async () => {
    const portal = await mount();
    const elsewhere = document.createElement('section');
    document.body.append(elsewhere);
    elsewhere.append(portal);
    await portal.updateComplete;
    assert.deepEqual(last().did, ['start']);
    assert.lengthOf(brought, 1);
  });

  test('ends what works behind it when it leaves, and begins anew when it comes back', async () => {
    const portal = await mount();
    portal.remove();
    await until(() => last().did.includes('stop'));
    document.body.append(portal);
    await until(() => brought.length === 2);
    assert.deepEqual(last().did, ['start']);
  });

  test('[W13] that has left before its machinery arrived never starts it', async () => {
    const portal = document.createElement('vitrine-portal');
    let bring = (): void => {};
    let asked = false;
    VitrineElement.machinery = () => {
      asked = true;
      return new Promise((resolve) => {
        bring = () => resolve(watched);
      });
    };
    document.body.append(portal);
    await until(() => asked);
    portal.remove();
    await Promise.resolve();
    bring();
    await portal.updateComplete;
    assert.isEmpty(brought);
  });

  test('[W10] begins anew for another tenant or server, and asks anew for another token', async () => {
    const portal = await mount();
    portal.tokenUrl = '/other-token';
    await portal.updateComplete;
    portal.getToken = () => Promise.resolve('x');
    await portal.updateComplete;
    assert.deepEqual(last().did, ['start', 'follow', 'follow']);
    portal.tenant = 'other';
    await until(() => brought.length === 2);
    assert.deepEqual(brought[0]?.did.at(-1), 'stop');
    assert.equal(last().host.embedding().tenant, 'other');
  });

  test('hands on what the page fills in beforehand', async () => {
    const portal = await mount({ tenant: 'a', site: 'p12', subject: 'Till', view: 'form', locale: 'ru' });
    const { prefill, view, locale } = last().host.store.current;
    assert.deepInclude(prefill, { site: 'p12', subject: 'Till' });
    assert.deepEqual([view, locale], ['form', 'ru']);
    portal.compose({ text: 'It is dark' });
    assert.deepEqual(last().host.store.current.prefill, { text: 'It is dark' });
    portal.show('t1');
    portal.ticket = 't2';
    await portal.updateComplete;
    assert.deepEqual(last().did, ['start', 'open t1', 'open t2']);
  });

  test('speaks the language of the page unless told otherwise', async () => {
    const section = document.createElement('section');
    section.lang = 'ru';
    document.body.append(section);
    const portal = document.createElement('vitrine-portal');
    section.append(portal);
    await until(() => brought.length > 0);
    assert.equal(last().host.store.current.locale, 'ru');
    portal.locale = 'en-GB';
    await portal.updateComplete;
    assert.equal(last().host.store.current.locale, 'en-GB');
  });

  test('shows the fallback as long as something is wrong, and says it once', async () => {
    const portal = await mount();
    const heard: VitrineErrorEvent[] = [];
    document.addEventListener('vitrine-error', (event) => heard.push(event as VitrineErrorEvent), { once: true });
    assert.isFalse(isShown(fallbackOf(portal)));
    const fault = { code: 'server_unreachable', detail: 'It is not there.', help: 'Start it.' } as const;
    last().host.report(fault);
    last().host.report({ ...fault });
    assert.isTrue(isShown(fallbackOf(portal)));
    assert.equal(last().host.store.current.phase, 'failed');
    assert.lengthOf(logged, 1);
    assert.include(logged[0], 'It is not there. Start it.');
    assert.deepEqual([heard[0]!.code, heard[0]!.detail, heard[0]!.help], [fault.code, fault.detail, fault.help]);
    assert.isTrue(heard[0]!.composed && heard[0]!.bubbles);

    last().host.store.update((state) => ({ ...state, phase: 'ready', fault: null }));
    assert.isFalse(isShown(fallbackOf(portal)));
  });

  test('whose machinery cannot be loaded says so, and throws nothing into the page', async () => {
    VitrineElement.machinery = () => Promise.reject(new TypeError('Failed to fetch'));
    const portal = embed({});
    await until(() => logged.length > 0);
    assert.include(logged[0], 'load_failed');
    assert.isTrue(isShown(fallbackOf(portal)));
  });

  test('[W13] a thousand mounts leave nothing running', async () => {
    for (let n = 0; n < 1000; n++) {
      const portal = document.createElement('vitrine-portal');
      portal.setAttribute('tenant', 'a');
      document.body.append(portal);
      // Not by a timer: five hundred of them take seconds.
      if (n % 2) while (brought.at(-1)?.host.element !== portal) await Promise.resolve();
      portal.remove();
    }
    await Promise.resolve();
    assert.isAtLeast(brought.length, 500);
    for (const { did } of brought) assert.equal(did.at(-1), 'stop');
  });
});
