import { assert, waitUntil } from '@open-wc/testing';

import { html } from 'lit';
import { badPairs } from '../../../server/contract/contrast.ts';
import '../../../widget/portal/vitrine-shell.ts';
import { BOOT } from '../../support/scene.ts';
import { deep, drawn, stage, stateWith, type StagedPortal } from '../../support/stage.ts';

const THEME = {
  light: { accent: '#7a1f5c', radius: '4px', font: 'Arial' },
  dark: { accent: '#ff9bd2', font: 'Arial' },
  labels: {},
};
async function open(scheme: string, theme = THEME): Promise<StagedPortal> {
  const content = html`<vitrine-shell color-scheme=${scheme}></vitrine-shell>`;
  const portal = await stage(content, stateWith([], { boot: { ...BOOT, theme } }));
  // The one value of this theme that no repair touches.
  await waitUntil(() => token(portal, 'font') === 'Arial');
  return portal;
}
const token = (portal: StagedPortal, name: string): string =>
  getComputedStyle(deep(portal, '.box')!).getPropertyValue(`--_${name}`).trim();

suite('theme', () => {
  test('gives the box the client’s colours, and its own where the client has none', async () => {
    const portal = await open('light');
    assert.equal(token(portal, 'accent'), '#7a1f5c');
    assert.equal(token(portal, 'radius'), '4px');
    assert.equal(token(portal, 'surface'), '#ffffff');
    assert.equal(getComputedStyle(deep(portal, '.box')!).colorScheme, 'light');
  });

  test('has another set for the dark', async () => {
    const portal = await open('dark');
    assert.equal(token(portal, 'accent'), '#ff9bd2');
    assert.equal(token(portal, 'surface'), '#141a19');
    assert.equal(getComputedStyle(deep(portal, '.box')!).colorScheme, 'dark');
  });

  test('changes with the attribute', async () => {
    const portal = await open('dark');
    deep(portal, 'vitrine-shell')!.setAttribute('color-scheme', 'light');
    await drawn(portal);
    assert.equal(token(portal, 'accent'), '#7a1f5c');
  });

  test('believes a page that says that it is dark', async () => {
    document.documentElement.style.setProperty('color-scheme', 'dark');
    try {
      assert.equal(token(await open('auto'), 'surface'), '#141a19');
    } finally {
      document.documentElement.style.removeProperty('color-scheme');
    }
  });

  test('lets the page’s own CSS win', async () => {
    document.documentElement.style.setProperty('--vitrine-accent', 'rgb(1, 2, 3)');
    try {
      const portal = await open('light');
      assert.equal(token(portal, 'accent'), 'rgb(1, 2, 3)');
    } finally {
      document.documentElement.style.removeProperty('--vitrine-accent');
    }
  });

  test('repairs colours that could not be read', async () => {
    const pale = {
      ...THEME,
      light: { ...THEME.light, accent: '#ffe9a8', 'on-accent': '#ffffff', 'text-muted': '#dddddd' },
    };
    const portal = await open('light', pale);
    const colours = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, token(portal, name)]));
    assert.deepEqual(
      badPairs('light', colours(['accent', 'on-accent', 'surface', 'surface-raised', 'text', 'text-muted'])),
      [],
    );
  });

  test('takes a value for a value, whatever stands in it', async () => {
    const hostile = {
      ...THEME,
      light: {
        ...THEME.light,
        accent: 'red} .box{display:none',
        border: 'url(https://evil.example/x)',
        constructor: 'x',
      },
    };
    const portal = await open('light', hostile as unknown as typeof THEME);
    assert.notEqual(getComputedStyle(deep(portal, '.box')!).display, 'none');
    assert.equal(token(portal, 'border'), '#dfe4e2');
  });
});
