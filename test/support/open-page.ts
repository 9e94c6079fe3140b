import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { BROWSER_ARGS, findBrowser } from './find-browser.ts';

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: findBrowser(), args: [...BROWSER_ARGS] });

export interface OpenedPage {
  readonly page: Page;
  /** What a developer would see in red: errors of the console, of scripts, of the page's policy. */
  readonly complaints: readonly string[];
  /** Errors that scripts have thrown into the page, a promise's included: a part of the complaints. */
  readonly thrown: readonly string[];
}

/** A page in a profile of its own. Nothing moves, so that nothing is looked at halfway. */
export async function openPage(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<OpenedPage> {
  const context = await browser.newContext({
    locale: 'en-GB',
    timezoneId: 'Europe/Moscow',
    reducedMotion: 'reduce',
    ...options,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  const complaints: string[] = [];
  const thrown: string[] = [];
  page.on('pageerror', (error) => {
    thrown.push(String(error));
    complaints.push(String(error));
  });
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  await page.goto(url);
  return { page, complaints, thrown };
}

const AXE = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * What axe finds on the whole page, shadow roots and the size of targets included, one line each. Evaluated from outside: a script tag would
 * be against the page's policy.
 *
 * @param only these rules; all without it
 */
export async function inaccessible(page: Page, only?: readonly string[]): Promise<string[]> {
  // Half a megabyte is read once in a page.
  if (!(await page.evaluate(`'axe' in globalThis`))) await page.evaluate(await AXE);
  const asked = only ? { runOnly: only } : { rules: { 'target-size': { enabled: true } } };
  const options = { ...asked, resultTypes: ['violations'], preload: false };
  const results = (await page.evaluate(`axe.run(${JSON.stringify(options)})`)) as AxeResults;
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${JSON.stringify(target)}: ${failureSummary ?? ''}`),
  );
}
