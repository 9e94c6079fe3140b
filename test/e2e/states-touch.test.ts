import { strict as assert } from 'node:assert';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { openBrowser, openPage } from '../support/open-page.ts';
import { openGallery, type OpenedGallery } from '../support/open-states.ts';

/** States in which every kind of control stands. */
const STATES = ['list', 'beside', 'form-fields', 'question', 'costs-to-approve', 'closed', 'visitors', 'saved-here'];
const FINGER = 44;
const STOPS = 30;

let gallery: OpenedGallery;
let browser: Browser;

before(async () => {
  [gallery, browser] = await Promise.all([openGallery(), openBrowser()]);
});
after(async () => {
  await browser?.close();
  await gallery?.close();
});

const open = async (state: string, options: Parameters<typeof openPage>[2]): Promise<Page> => {
  const { page } = await openPage(browser, `${gallery.url}/${state}/page?lang=en`, options);
  await page.locator('html[data-settled]').waitFor();
  await page.waitForLoadState('networkidle', { timeout: 3000 }).catch(() => undefined);
  return page;
};

for (const state of STATES)
  test(`a finger finds every control of ${state}: ${FINGER} px`, async () => {
    const page = await open(state, { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
    const small = await page.evaluate((finger) => {
      const found: string[] = [];
      const visit = (root: ParentNode): void => {
        for (const element of root.querySelectorAll<HTMLElement>('*')) {
          if (element.shadowRoot) visit(element.shadowRoot);
          if (!element.matches('button, a[href], input, select, textarea, summary') || !element.checkVisibility())
            continue;
          // What is drawn by its label is pressed on its label.
          const label = (element as HTMLInputElement).labels?.[0];
          const pressed = element.matches('[type=radio], [type=checkbox]') && label ? label : element;
          const { width, height } = pressed.getBoundingClientRect();
          if (height < finger - 0.5 || width < finger - 0.5)
            found.push(`${element.localName} "${element.innerText || element.ariaLabel}": ${width} × ${height}`);
        }
      };
      visit(document.querySelector('vitrine-portal')!.shadowRoot!);
      return found;
    }, FINGER);
    assert.deepEqual(small, []);
    await page.close();
  });

for (const state of ['beside', 'form-fields', 'closed'])
  test(`whoever goes through ${state} by keyboard always sees where he is`, async () => {
    const page = await open(state, { viewport: { width: 1280, height: 900 } });
    const unseen: string[] = [];
    for (let stop = 0; stop < STOPS; stop++) {
      await page.keyboard.press('Tab');
      const where = await page.evaluate(() => {
        let element = document.activeElement as HTMLElement | null;
        while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement as HTMLElement;
        if (!element || element === document.body) return '';
        const drawn = [element, ...((element as HTMLInputElement).labels ?? [])].map((each) => getComputedStyle(each));
        const isSeen = drawn.some(
          ({ outlineStyle, outlineWidth }) => outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2,
        );
        return isSeen ? 'seen' : `${element.localName} "${element.innerText || element.ariaLabel}"`;
      });
      if (where === '') break;
      if (where !== 'seen') unseen.push(where);
    }
    assert.deepEqual(unseen, []);
    await page.close();
  });
