import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { chromium, type Page } from 'playwright-core';
import { WebSocketServer } from 'ws';
import type { RegistrationAnswer } from '../../server/contract/answers.ts';
import { BROWSER_ARGS, findBrowser } from '../support/find-browser.ts';
import { openHouse } from '../support/open-house.ts';
import { TENANT } from '../support/timeline.ts';
import { quantile } from './slices.ts';

/**
 * From an event's recording, just before its commit, to the changed page, with 200 portals open: committed, read from the log, framed,
 * folded, rendered. Goal: p95 at most 100 ms. Beside it a bare WebSocket's echo to the same page, in turns.
 */
const PORTALS = 200;
const TIMES = 200;
/** Between two commands: a lone event is sent at once, a stream of them about ten times a second. */
const PAUSE_MS = 150;

const port = await freePort();
const pages = createServer(servePage).listen(0, '127.0.0.1');
await once(pages, 'listening');
const origin = `http://127.0.0.1:${(pages.address() as AddressInfo).port}`;
const house = await openHouse({ port, publicUrl: `http://127.0.0.1:${port}`, origins: [origin] });

const anna = await house.signIn('anna');
const { ticket } = (
  await house.send<RegistrationAnswer>(anna.session, '/v1/tickets', {
    site: 'baumana-44',
    category: 'till',
    text: 'Till 3 does not print',
  })
).body;

const sessions = [];
for (let index = 1; index < PORTALS; index++) {
  const { session, head } = await house.signIn(`colleague-${index % 40}`);
  sessions.push({ session, head });
}
const idle = new Worker(new URL('./idle-portals.ts', import.meta.url), {
  workerData: { url: house.url, origin, sessions },
});
await once(idle, 'message');

const echo = new WebSocketServer({ port: 0, host: '127.0.0.1' });
const browser = await chromium.launch({ executablePath: findBrowser(), args: [...BROWSER_ARGS] });
const page = await browser.newPage({ viewport: { width: 1280, height: 1000 } });
await page.goto(origin);
await page
  .getByRole('heading', { level: 2, name: /Till 3|Registered/ })
  .first()
  .waitFor();

const seen: number[] = [];
const echoed: number[] = [];
for (let index = 0; index < TIMES; index++) {
  const text = `Message ${index}`;
  const shown = untilShown(page, text);
  const { body } = await house.send(house.desk, `/v1/tickets/${ticket.id}/comment`, { text }, 'olga');
  seen.push((await shown) - Date.parse(body.events[0]!.at));
  echoed.push(await echoOnce(page));
  await delay(PAUSE_MS);
}

const ms = (values: readonly number[], q: number): string => `${quantile(values, q).toFixed(1)} ms`;
const p95 = quantile(seen, 0.95);
console.log(`\nFrom the commit of a command to the changed page, ${PORTALS} portals open, ${TIMES} times`);
console.log(
  `  commit → DOM          p50 ${ms(seen, 0.5)}  p95 ${ms(seen, 0.95)}  goal 100 ms ${p95 <= 100 ? 'reached' : 'MISSED'}`,
);
console.log(`  bare WebSocket echo   p50 ${ms(echoed, 0.5)}  p95 ${ms(echoed, 0.95)}`);
console.log(`  ratio of the p50      ${(quantile(seen, 0.5) / quantile(echoed, 0.5)).toFixed(1)}`);

await browser.close();
await idle.terminate();
echo.close();
await house.close();
pages.close();

/** When the text stood in the page, by the clock that both processes share. */
function untilShown(where: Page, text: string): Promise<number> {
  return where.evaluate(
    (wanted) =>
      new Promise<number>((resolve) => {
        const holds = (root: ParentNode): boolean =>
          [...root.querySelectorAll('*')].some(
            (element) =>
              (element.shadowRoot ? holds(element.shadowRoot) : false) ||
              (element.localName !== 'script' && element.childElementCount === 0 && element.textContent === wanted),
          );
        const look = (): void => void (holds(document) ? resolve(Date.now()) : requestAnimationFrame(look));
        look();
      }),
    text,
  );
}

async function echoOnce(where: Page): Promise<number> {
  const { port: echoPort } = echo.address() as AddressInfo;
  const answered = new Promise<number>((resolve) =>
    echo.once('connection', (socket) => {
      const at = performance.now();
      socket.once('message', () => resolve(performance.now() - at));
      socket.send('x');
    }),
  );
  await where.evaluate((at) => {
    const socket = new WebSocket(`ws://127.0.0.1:${at}`);
    socket.onmessage = () => {
      socket.send('x');
      socket.close();
    };
  }, echoPort);
  return answered;
}

function servePage(request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse): void {
  if (request.url === '/token') {
    void house.assertion('anna').then((assertion) => response.end(assertion));
    return;
  }
  response.setHeader('content-type', 'text/html; charset=utf-8');
  response.end(
    `<!doctype html><html lang="en"><title>Bench</title><script type="module" src="${house.url.replace('localhost', '127.0.0.1')}/vitrine.js"></script>` +
      `<vitrine-portal tenant="${TENANT}" token-url="/token" ticket="${ticket.id}"></vitrine-portal>`,
  );
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port: free } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return free;
}
