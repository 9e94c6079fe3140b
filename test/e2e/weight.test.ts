import { strict as assert } from 'node:assert';
import { after, before, test } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { openBrowser, openPage } from '../support/open-page.ts';
import { openService, type OpenedService } from '../support/open-service.ts';
import { entries, report } from '../support/portal-page.ts';

const BUDGET = 32_000;
/** Degrees × 10⁷, some kilometres from any pharmacy of Kazan. */
const UNDER_WAY = { latitude: 558300000, longitude: 490700000 };

let service: OpenedService;
let browser: Browser;
let ticket: string;

before(async () => {
  [service, browser] = await Promise.all([openService(), openBrowser()]);
  const { page } = await openPage(browser, service.pageOf('elena'));
  ticket = await report(page, 'Till equipment', 'Till 8 stays dark');
  await page.close();
  await service.act('olga', ticket, 'accept');
  await service.act('olga', ticket, 'assign', { engineer: 'marat' });
  await service.act('marat', ticket, 'add-cost', { code: 'K-110', quantity: '1' });
  await service.act('marat', ticket, 'depart');
  await service.locate('marat', UNDER_WAY, 5);
});
after(async () => {
  await browser?.close();
  await service?.close();
});

/** Every script that comes into the page: its address and what it weighs in brotli. */
function weighScripts(page: Page): () => Promise<Map<string, number>> {
  const scripts = new Map<string, Promise<Buffer>>();
  page.on('response', (response) => {
    const { pathname } = new URL(response.url());
    if (response.url().startsWith(service.url) && pathname.endsWith('.js')) scripts.set(pathname, response.body());
  });
  return async () => {
    const weights = new Map<string, number>();
    for (const [path, body] of scripts) weights.set(path, brotliCompressSync(await body).length);
    return weights;
  };
}

test('a ticket on its way is on screen and live in 32 kB of scripts, in the longer language', async () => {
  const { page } = await openPage(browser, 'about:blank', { viewport: { width: 420, height: 900 } });
  // The page as it is, with one ticket named before any script has run.
  await page.addInitScript((id) => {
    new MutationObserver((_, observer) => {
      const portal = document.querySelector('vitrine-portal');
      portal?.setAttribute('ticket', id);
      if (portal) observer.disconnect();
    }).observe(document, { childList: true, subtree: true });
  }, ticket);
  // What the page loads when it has nothing better to do stands still until it is let go.
  await page.addInitScript(() => {
    const idle: (() => void)[] = [];
    globalThis.requestIdleCallback = (run) => idle.push(() => run({ didTimeout: true, timeRemaining: () => 0 }));
    Object.assign(document, { rest: () => idle.splice(0).forEach((run) => run()) });
  });
  const weigh = weighScripts(page);
  await page.goto(service.pageOf('elena', { lang: 'ru' }));

  await page.getByRole('heading', { level: 2, name: /едет к вам, будет около/ }).waitFor();
  await page
    .getByText(/^до \d|^\d.* км/)
    .first()
    .waitFor();
  await page.getByRole('heading', { name: 'Работы и стоимость' }).waitFor();
  await page.locator('[part=clock]').first().waitFor();
  await page.locator('[part=entry]').first().waitFor();
  await service.act('olga', ticket, 'comment', { text: 'Скоро будем' });
  await entries(page, 'Скоро будем').waitFor();

  // This client has colours of his own; they can be read, so what would repair them is not loaded.
  const weights = [...(await weigh())];
  const weight = weights.reduce((sum, [, bytes]) => sum + bytes, 0);
  assert.ok(weight <= BUDGET, `${weight} bytes: ${JSON.stringify(weights)}`);

  await page.evaluate(() => (document as unknown as { readonly rest: () => void }).rest());
  await page.getByRole('textbox', { name: 'Сообщение' }).waitFor();
});
