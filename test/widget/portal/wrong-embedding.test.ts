import { assert } from '@open-wc/testing';
import { VitrineElement } from '../../../widget/portal/vitrine-element.ts';
import { openPortal } from '../../../widget/live/open-portal.ts';
import {
  brought,
  cleanUp,
  embed,
  fallbackOf,
  isShown,
  last,
  logged,
  prepare,
  until,
  watched,
} from '../../support/embedded-portal.ts';

suite('<vitrine-portal> embedded wrongly', () => {
  setup(prepare);
  teardown(cleanUp);
  setup(() => {
    VitrineElement.machinery = async () => openPortal;
  });

  for (const [code, attributes, servedFrom] of [
    ['no_tenant', { 'token-url': '/token' }, 'https://service.example'],
    ['no_token', { tenant: 'a' }, 'https://service.example'],
    ['no_server', { tenant: 'a', 'token-url': '/token' }, ''],
    ['no_server', { tenant: 'a', 'token-url': '/token', server: 'service.example' }, ''],
  ] as const) {
    test(`says ${code} for ${JSON.stringify(attributes)}`, async () => {
      VitrineElement.servedFrom = servedFrom;
      const portal = embed({ ...attributes });
      await until(() => logged.length > 0);
      assert.lengthOf(logged, 1);
      assert.include(logged[0], code);
      assert.isTrue(isShown(fallbackOf(portal)));
    });
  }

  test('works as soon as the mistake is mended', async () => {
    const portal = embed({ 'token-url': '/token' });
    await until(() => logged.length > 0);
    VitrineElement.machinery = async () => watched;
    portal.tenant = 'apteka-one';
    await until(() => brought.length > 0);
    assert.isFalse(isShown(fallbackOf(portal)));
    assert.deepEqual(last().did, ['start']);
  });

  test('[W9] a token in an attribute is ignored, and said once', async () => {
    const token = 'eyJhbGciOiJIUzI1NiJ9.e30.c2ln';
    const portal = embed({ tenant: 'a', token });
    await until(() => logged.length > 1);
    const [leak, mistake] = logged;
    assert.include(leak, 'token_in_page');
    assert.notInclude(leak, token);
    assert.include(mistake, 'no_token');
    assert.notInclude(portal.shadowRoot!.innerHTML, token);
  });

  test('[W9] a token in the address of the page is ignored, and said', async () => {
    const { href } = location;
    history.replaceState(null, '', '?vitrine-token=eyJhbGciOiJIUzI1NiJ9.e30.c2ln');
    try {
      embed({ tenant: 'a' });
      await until(() => logged.length > 1);
      assert.include(logged[0], 'token_in_page');
    } finally {
      history.replaceState(null, '', href);
    }
  });
});
