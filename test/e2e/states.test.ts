import { strict as assert } from 'node:assert';
import { readFile, writeFile } from 'node:fs/promises';
import { after, before, suite, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import type { Browser, CDPSession, Page } from 'playwright-core';
import type { State } from '../../demo/states/state.ts';
import { CHAPTERS, STATES } from '../../demo/states/states.ts';
import { inaccessible, openBrowser, openPage, type OpenedPage } from '../support/open-page.ts';
import { openGallery, type OpenedGallery } from '../support/open-states.ts';
import { outlineOf } from '../support/outline.ts';
import { overflowing } from '../support/portal-page.ts';

/** What stands in each state, as a screen reader goes through it. `npm run outlines` writes it anew; read the difference before it is kept. */
const OUTLINES = new URL('states.outlines.txt', import.meta.url);
const isWriting = process.env['OUTLINES'] === 'write';
/** In these the frame around the ticket is what it is everywhere. */
const TICKETS = new Set(['life', 'content']);

/** As many as a small machine has processors. */
const AT_ONCE = 2;
const COMES_MS = 5_000;
const SAME = 4;
const SAME_MS = 300;

let gallery: OpenedGallery;
let browser: Browser;
/** Pages in which nothing is looked at just now. */
const idle: (OpenedPage & { readonly session: CDPSession })[] = [];
const kept = new Map<string, string>();
const found = new Map<string, string>();

before(async () => {
  [gallery, browser] = await Promise.all([openGallery(), openBrowser()]);
  for (let page = 0; page < AT_ONCE; page++) {
    const opened = await openPage(browser, 'about:blank');
    idle.push({ ...opened, session: await opened.page.context().newCDPSession(opened.page) });
  }
  // Ten thousand events take a while: they come while the others are looked at.
  void fetch(`${gallery.url}/long-timeline/page?lang=en`);
  for (const part of (await readFile(OUTLINES, 'utf8').catch(() => '')).split(/^# /m).slice(1)) {
    const [id, ...lines] = part.trimEnd().split('\n');
    kept.set(id!, lines.join('\n'));
  }
});
after(async () => {
  if (isWriting) {
    const written = new Map([...kept, ...found]);
    await writeFile(OUTLINES, STATES.map(({ id }) => `# ${id}\n${written.get(id) ?? ''}\n`).join('\n'));
  }
  await browser?.close();
  await gallery?.close();
});

/** Looks at a state in a page of its own time; what was wrong in it stands at its end. */
async function lookAt(state: State, look: (page: Page, session: CDPSession) => Promise<void>): Promise<void> {
  const opened = idle.pop()!;
  const { page, complaints, thrown, session } = opened;
  const [complained, threw] = [complaints.length, thrown.length];
  const origin = state.embedding === 'wrong-origin' ? gallery.url.replace('localhost', '127.0.0.1') : gallery.url;
  try {
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.emulateMedia({ colorScheme: 'light' });
    await page.goto(`${origin}/${state.id}/page?lang=en`);
    await page.locator('html[data-settled]').waitFor();
    await look(page, session);
    assert.deepEqual(thrown.slice(threw), []);
    const refused = complaints.slice(complained).filter((line) => /Content Security Policy|Trusted/.test(line));
    assert.deepEqual(refused, []);
  } finally {
    idle.push(opened);
  }
}

/** What is loaded where it is needed comes a little later. */
async function becomes(outline: () => Promise<string>, expected: string | undefined): Promise<void> {
  const until = Date.now() + COMES_MS;
  let now = await outline();
  while (now !== expected && Date.now() < until) now = await outline();
  assert.equal(now, expected, 'after a change that is meant: npm run outlines');
}

/** As it is once nothing has changed for a while. The browser's tree comes later than what is on screen. */
async function settled(outline: () => Promise<string>): Promise<string> {
  let last = await outline();
  for (let same = 0; same < SAME; same++) {
    await wait(SAME_MS);
    const now = await outline();
    if (now !== last) same = -1;
    last = now;
  }
  return last;
}

for (const { id: chapter, states } of CHAPTERS)
  suite(`every state: ${chapter}`, { concurrency: AT_ONCE }, () => {
    for (const state of states)
      test(`[E1] ${state.id}: is read, seen and reached as it should be, in light and dark, at any width`, () =>
        lookAt(state, async (page, session) => {
          // An auditor sees the tickets of all states, however many there are by now.
          const known = state.role === 'auditor' ? / of \d+\n( {4}.*\n)+/ : /$/;
          const outline = async (): Promise<string> =>
            (await outlineOf(session, TICKETS.has(chapter) ? 'article' : 'main')).replace(known, '\n').trim();
          if (isWriting) found.set(state.id, await settled(outline));
          else await becomes(outline, kept.get(state.id));

          assert.deepEqual(await inaccessible(page), []);
          await page.emulateMedia({ colorScheme: 'dark' });
          assert.deepEqual(await inaccessible(page, ['color-contrast']), [], 'dark');
          for (const width of [360, 240]) {
            await page.setViewportSize({ width, height: 800 });
            assert.deepEqual(await overflowing(page), [], `${width} px`);
          }
        }));
  });

test('the page of all states frames each one', async () => {
  const page = await (await fetch(`${gallery.url}/?lang=en`)).text();
  for (const { id } of STATES) assert.match(page, new RegExp(`<iframe[^>]*src="[^"]*/${id}/page\\?`), id);
});

test('no state is without an outline, and no outline without a state', () => {
  if (!isWriting)
    assert.deepEqual(
      [...kept.keys()],
      STATES.map(({ id }) => id),
    );
});

test('one walks from state to state by arrow key, also from inside the frame, and what was chosen is kept', async () => {
  const { page, complaints } = await openPage(browser, `${gallery.url}/form?lang=ru&width=360`);
  const [form, promise, fields] = ['form', 'form-promise', 'form-fields'].map((id) =>
    STATES.find((state) => state.id === id)!,
  );
  const stands = async (state: State): Promise<void> => {
    await page.getByRole('heading', { name: state.name.ru, exact: true }).waitFor();
    await page.frameLocator('iframe').locator('html[lang=ru][data-settled]').waitFor();
  };
  await stands(form!);
  await page.keyboard.press('ArrowRight');
  await stands(promise!);
  await page.frameLocator('iframe').getByRole('button', { name: 'Отправить' }).focus();
  await page.keyboard.press('ArrowRight');
  await stands(fields!);
  // In a text the arrow is the text's.
  await page.frameLocator('iframe').getByRole('textbox', { name: 'Что случилось?' }).focus();
  await page.keyboard.press('ArrowRight');
  await page.getByRole('link', { name: 'Отдельно на странице' }).focus();
  await page.keyboard.press('ArrowLeft');
  await stands(promise!);
  assert.equal(await page.evaluate(() => document.querySelector('iframe')!.clientWidth), 360);
  assert.deepEqual(await inaccessible(page), []);
  assert.deepEqual(complaints, []);
  await page.close();
});
