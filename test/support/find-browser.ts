import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';

/** How Chromium runs under test: also as root, and without calling its maker. */
export const BROWSER_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
];

const USUAL_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * A Chromium of this machine: `CHROME_PATH`, then the usual places; on Debian it is installed where there is none.
 *
 * @throws where there is none and it cannot be installed: the message says what to do
 */
export function findBrowser(): string {
  const chosen = process.env['CHROME_PATH'];
  if (chosen && !existsSync(chosen)) throw new Error(`CHROME_PATH is ${chosen}, and there is no such file`);
  const browser = chosen ?? found() ?? installed();
  if (browser) return browser;
  throw new Error(
    'The tests need Chromium or Chrome and found none. Install one, or run `npx playwright-core install chromium`, or set CHROME_PATH to it.',
  );
}

const found = (): string | undefined => [...USUAL_PLACES, chromium.executablePath()].find((path) => existsSync(path));

/** Debian alone: elsewhere apt's chromium is missing or a snap that does not run headless. */
function installed(): string | undefined {
  if (!existsSync('/etc/os-release') || !/^ID="?debian"?$/m.test(readFileSync('/etc/os-release', 'utf8'))) return;
  const apt = ['env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-q', '-o', 'DPkg::Lock::Timeout=300'];
  const [command, ...args] = process.getuid?.() === 0 ? apt : ['sudo', '-n', ...apt];
  if (!command) return;
  console.log('No Chromium here: installing it by apt-get.');
  try {
    execFileSync(command, [...args, 'update'], { stdio: ['ignore', 'ignore', 'inherit'] });
    const packages = ['chromium', 'fonts-dejavu-core'];
    execFileSync(command, [...args, 'install', '-y', '--no-install-recommends', ...packages], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  } catch {
    return;
  }
  return found();
}
