import { strict as assert } from 'node:assert';
import { after, before, test } from 'node:test';
import type { Browser, Locator, Page } from 'playwright-core';
import { PHARMACY } from '../../demo/clients/pharmacy/pharmacy.ts';
import { openBrowser, openPage } from '../support/open-page.ts';
import { openService, type OpenedService } from '../support/open-service.ts';
import { entries, report, said } from '../support/portal-page.ts';

const PHARMACY_12 = PHARMACY.sites.find(({ id }) => id === 'pharmacy-12')!;
const LONGEST_MS = 200;
/** Less than this nobody sees. */
const PIXEL = 1;

let service: OpenedService;
let browser: Browser;

before(async () => {
  [service, browser] = await Promise.all([openService(), openBrowser()]);
});
after(async () => {
  await browser?.close();
  await service?.close();
});

/** Elena's page with a ticket on which much has been said. */
async function openTicket(subject: string, options: Parameters<typeof openPage>[2] = {}) {
  const { page } = await openPage(browser, service.pageOf('elena'), options);
  const ticket = await report(page, 'Till equipment', subject);
  await service.act('olga', ticket, 'accept');
  await service.act('olga', ticket, 'assign', { engineer: 'marat' });
  await service.act('marat', ticket, 'depart');
  await service.act('marat', ticket, 'arrive', { reason: 'no signal' });
  for (let number = 1; number <= 8; number++) await say(ticket, `Number ${number}\nand a second line`);
  await entries(page, 'Number 8').waitFor();
  return { page, ticket };
}

const say = (ticket: string, text: string): Promise<void> => service.act('olga', ticket, 'comment', { text });

/** What makes a ticket longer above its timeline, and the timeline itself. Over when all of it is on the page. */
async function happen(page: Page, ticket: string, word: string): Promise<void> {
  await service.act('olga', ticket, 'ask', { text: `Which one, ${word}?` });
  await service.act('marat', ticket, 'add-cost', { code: 'K-310', quantity: '1' });
  await say(ticket, `Said while one is ${word}`);
  await page.locator('vitrine-next-step').getByText(`Which one, ${word}?`).waitFor();
  await page.getByRole('row', { name: 'Paper feed roller, replacement' }).first().waitFor();
  await entries(page, `Said while one is ${word}`).waitFor();
}

/** Where it is on the screen, once nothing has moved for a frame. */
async function topOf(place: Locator): Promise<number> {
  const top = async (): Promise<number> => (await place.boundingBox())!.y;
  let last = await top();
  for (;;) {
    await place.evaluate(() => new Promise(requestAnimationFrame));
    const now = await top();
    if (now === last) return now;
    last = now;
  }
}

for (const [width, height] of [
  [1280, 900],
  [360, 740],
] as const)
  test(`what is typed and what is read stays where it is, whatever arrives above it: ${width} px`, async () => {
    const { page, ticket } = await openTicket(`Till 3 stays dark, ${width}`, { viewport: { width, height } });
    const message = page.getByRole('textbox', { name: 'Message' });
    await message.click();
    await page.keyboard.type('It smells');
    const typed = await topOf(message);
    await happen(page, ticket, 'typing');
    assert.ok(Math.abs((await topOf(message)) - typed) <= PIXEL, `moved from ${typed} to ${await topOf(message)}`);

    await message.fill('');
    await message.blur();
    const read = entries(page, 'Number 1');
    await read.evaluate((row) => row.scrollIntoView({ block: 'center' }));
    const before = await topOf(read);
    await happen(page, ticket, 'reading');
    assert.ok(Math.abs((await topOf(read)) - before) <= PIXEL, `moved from ${before} to ${await topOf(read)}`);
    await page.close();
  });

/** Writes down how long each animation and transition in the portal takes, milliseconds. */
const watchMotion = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const motion: number[] = [];
    const watch = (root: Document | ShadowRoot): void => {
      for (const name of ['animationstart', 'transitionrun'])
        root.addEventListener(name, ({ target }) => {
          for (const each of (target as Element).getAnimations())
            motion.push(Number(each.effect?.getComputedTiming().endTime));
        });
      for (const { shadowRoot } of root.querySelectorAll('*')) if (shadowRoot) watch(shadowRoot);
    };
    watch(document);
    Object.assign(document, { motion });
  });
const motionIn = (page: Page): Promise<readonly number[]> =>
  page.evaluate(() => (document as unknown as { readonly motion: readonly number[] }).motion);

test('what comes slides in within 200 ms, and appears at once for whoever wants less motion', async () => {
  const moving = await openTicket('Till 4 stays dark', { reducedMotion: 'no-preference' });
  await watchMotion(moving.page);
  await happen(moving.page, moving.ticket, 'waiting');
  await moving.page.waitForFunction(() => (document as unknown as { readonly motion: unknown[] }).motion.length > 0);
  const slid = await motionIn(moving.page);
  assert.ok(
    slid.every((ms) => ms <= LONGEST_MS),
    String(slid),
  );
  await moving.page.close();

  const still = await openTicket('Till 5 stays dark', { reducedMotion: 'reduce' });
  await watchMotion(still.page);
  await happen(still.page, still.ticket, 'waiting');
  assert.deepEqual(await motionIn(still.page), []);
  await still.page.close();
});

test('each change is announced politely, once, and by nothing else', async () => {
  const { page } = await openPage(browser, service.pageOf('elena'));
  const ticket = await report(page, 'Till equipment', 'Till 6 stays dark');
  await service.act('olga', ticket, 'accept');
  await service.act('olga', ticket, 'assign', { engineer: 'marat' });
  await service.act('marat', ticket, 'depart');
  const { latitude, longitude } = PHARMACY_12;
  await service.locate('marat', { latitude: latitude + 90_000, longitude }, 0);
  await said(page, /^Marat is on the way, at your door about/);
  await page.evaluate(() => {
    const told: string[] = [];
    const listen = (root: Document | ShadowRoot): void => {
      for (const element of root.querySelectorAll('*')) {
        if (element.matches('[role=status], [role=alert], [aria-live]'))
          new MutationObserver(() => told.push((element.textContent ?? '').replace(/\s+/g, ' ').trim())).observe(
            element,
            { subtree: true, childList: true, characterData: true },
          );
        if (element.shadowRoot) listen(element.shadowRoot);
      }
    };
    listen(document);
    Object.assign(document, { told });
  });
  const sentences = ['The part is here', 'The engineer has it', 'He begins now'];
  for (const sentence of sentences) {
    await say(ticket, sentence);
    await entries(page, sentence).waitFor();
  }
  // The page goes on counting seconds, and says nothing of it.
  const seconds = page.getByText(/seen \d+ s ago/);
  const before = await seconds.textContent();
  while ((await seconds.textContent()) === before) await seconds.evaluate(() => new Promise(requestAnimationFrame));
  await service.act('marat', ticket, 'arrive');
  await said(page, 'Marat is on site');
  const told = await page.evaluate(() => (document as unknown as { readonly told: readonly string[] }).told);
  assert.deepEqual(
    told.filter((text, index) => text !== '' && text !== told[index - 1]),
    [...sentences.map((sentence) => `Olga Belova (service desk) wrote${sentence}`), 'Marat Galiev arrived at the site'],
  );
  await page.close();
});

test('times are the site’s; whoever is in another zone reads his own beside them, with the name of the zone', async () => {
  const { page } = await openPage(browser, service.pageOf('elena'), { timezoneId: 'Asia/Vladivostok' });
  await report(page, 'Till equipment', 'Till 7 stays dark');
  await said(page, /^Registered\. Somebody will take it by \d\d:\d\d$/);
  await page
    .getByText(/^· Times are the site’s, \d\d:\d\d Moscow Time\. Yours are \d\d:\d\d Vladivostok Time$/)
    .waitFor();
  await page.getByText(/^Reaction by \d\d:\d\d \((\d+ \w+, )?\d\d:\d\d Vladivostok Time\)$/).waitFor();
  await page.close();
});
