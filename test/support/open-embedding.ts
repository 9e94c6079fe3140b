import type { Browser, Page } from 'playwright-core';
import { pagePolicy } from '../../demo/pages/page-policy.ts';
import { PHARMACY } from '../../demo/clients/pharmacy/pharmacy.ts';
import { openHostPages, type HostPage } from './open-host-pages.ts';
import { openBrowser, openPage, type OpenedPage } from './open-page.ts';
import { openService, type OpenedService } from './open-service.ts';

export const FALLBACK = 'Service desk: +7 843 200-00-00';
/** What a portal needs to have. */
export const RIGHT = `tenant="${PHARMACY.id}" token-url="token"`;

export const portal = (attributes: string): string =>
  `<vitrine-portal ${attributes}><p slot="fallback">${FALLBACK}</p></vitrine-portal>`;

export interface Embedding {
  readonly service: OpenedService;
  readonly browser: Browser;
  /** The strict policy of a page with the portal. */
  readonly policy: string;
  script(query?: string): string;
  /** The address of a page without a mistake, but for what is given. */
  put(mistake?: Partial<HostPage>, isStrange?: boolean): string;
  open(mistake?: Partial<HostPage>, isStrange?: boolean): Promise<OpenedPage>;
  close(): Promise<void>;
}

/** The service, a browser, and pages that embed the portal: the client's, and strange ones of an origin that the server does not know. */
export async function openEmbedding(): Promise<Embedding> {
  const [service, browser, pages, strangers] = await Promise.all([
    openService(),
    openBrowser(),
    openHostPages(),
    openHostPages(),
  ]);
  await service.allow(pages.origin);
  const policy = pagePolicy(service.url);
  const script = (query = ''): string => `<script type="module" src="${service.url}/vitrine.js${query}"></script>`;
  const put = (mistake: Partial<HostPage> = {}, isStrange = false): string =>
    (isStrange ? strangers : pages).put({
      policy,
      head: script(),
      body: portal(RIGHT),
      token: async () => new Response(service.assertionOf('elena')),
      ...mistake,
    });
  return {
    service,
    browser,
    policy,
    script,
    put,
    open: (mistake, isStrange) => openPage(browser, put(mistake, isStrange)),
    async close() {
      await browser.close();
      pages.close();
      strangers.close();
      await service.close();
    },
  };
}

/** What the widget says in the console. */
export const fromWidget = (complaints: readonly string[]): readonly string[] =>
  complaints.filter((line) => /^(<vitrine-portal>|vitrine:)/.test(line));

export const seesFallback = (page: Page): Promise<void> => page.getByText(FALLBACK).waitFor();

export const isLive = (page: Page): Promise<void> => page.getByText('Live', { exact: true }).waitFor();
