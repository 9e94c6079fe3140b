import { readFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { Hono, type Context } from 'hono';
import { pagePolicy } from '../pages/page-policy.ts';
import type { Language } from '../words.ts';
import { choiceOf, type Choice } from './choice.ts';
import type { Scene, Stage } from './stage.ts';
import { comingPage, statePage, type Visit } from './state-page.ts';
import type { State } from './state.ts';
import { findState } from './states.ts';
import { overviewPage, walkPage } from './walk-page.ts';

export interface GalleryOptions {
  /** The origin of the portal's server. */
  readonly server: string;
  /** The origin of what lets lines have trouble. */
  readonly line: string;
  /** The gallery's own, which the server knows. */
  readonly origin: string;
  readonly stage: Stage;
}

const FILES = {
  'gallery.css': 'text/css',
  'page.css': 'text/css',
  'walk.js': 'text/javascript',
  'hands.js': 'text/javascript',
  'still.js': 'text/javascript',
} as const;

/** A state that came about longer ago is brought about anew: what it says of minutes would no longer hold. */
const FRESH_MS = 5 * 60_000;
/** What takes longer than this to come about is told to come. */
const PATIENCE_MS = 3_000;
/** So many pages are remembered; older ones have to be loaded again. */
const VISITS = 500;

/** Every state of the elements, each at an address of its own, and the pages to walk through them. */
export function createGallery({ server, line, origin, stage }: GalleryOptions): Hono {
  const app = new Hono();
  const scenes = new Map<string, { readonly scene: Promise<Scene>; readonly until: number }>();
  const visits = new Map<string, Visit>();
  const opened = new Set<string>();
  /** The same server under a name that the portal's server does not know as the client's. */
  const strange = origin.replace('//localhost:', '//127.0.0.1:');

  const around = [`default-src 'none'`, `script-src 'self'`, `style-src 'self'`, `frame-src 'self' ${strange}`].join(
    '; ',
  );
  const inside = [
    pagePolicy(server)
      .replace('script-src', `script-src 'self'`)
      .replace(`frame-ancestors 'none'`, `frame-ancestors 'self' ${origin}`),
  ]
    .join()
    .replace('connect-src', `connect-src ${line} ${line.replace(/^http/, 'ws')}`);

  function sceneOf(state: State, language: Language, isAnew: boolean): Promise<Scene> {
    const key = `${state.id} ${language}`;
    const known = scenes.get(key);
    if (known && !isAnew && known.until > Date.now()) return known.scene;
    const scene = stage.bring(state, language);
    scene.catch(() => scenes.delete(key));
    scenes.set(key, { scene, until: Date.now() + FRESH_MS });
    return scene;
  }

  app.use(async (context, next) => {
    await next();
    context.header('X-Content-Type-Options', 'nosniff');
    context.header('Cache-Control', 'no-store');
  });

  for (const [name, type] of Object.entries(FILES)) {
    app.get(`/${name}`, async (context) => {
      const file = await readFile(new URL(`web/${name}`, import.meta.url), 'utf8');
      return context.body(file, 200, { 'Content-Type': `${type}; charset=utf-8` });
    });
  }

  app.get('/', (context) => {
    context.header('Content-Security-Policy', around);
    return context.html(overviewPage(chosen(context), strange));
  });

  app.get('/:state', (context) => {
    const state = findState(context.req.param('state'));
    if (!state) return context.notFound();
    const choice = chosen(context);
    if (context.req.query('anew') !== undefined) scenes.delete(`${state.id} ${choice.lang}`);
    context.header('Content-Security-Policy', around);
    return context.html(walkPage(state, choice, strange));
  });

  app.get('/:state/page', async (context) => {
    const state = findState(context.req.param('state'));
    if (!state) return context.notFound();
    const choice = chosen(context);
    const coming = sceneOf(state, choice.lang, context.req.query('anew') !== undefined);
    const scene = await Promise.race([coming, wait(PATIENCE_MS)]);
    if (!scene) {
      context.header('Refresh', '2');
      context.header('Content-Security-Policy', `default-src 'none'; style-src 'self'; frame-ancestors 'self'`);
      return context.html(comingPage(state, choice));
    }
    await stage.keepUp(state, choice.lang);
    const visit = { id: crypto.randomUUID(), state, scene, server, line };
    visits.set(visit.id, visit);
    for (const [id] of visits) if (visits.size > VISITS) visits.delete(id);
    context.header('Content-Security-Policy', inside);
    return context.html(statePage(visit, choice));
  });

  // The client's backend. Where the session is to expire, it has signed the person out meanwhile.
  app.get('/:state/token', (context) => {
    const visit = visits.get(context.req.query('visit') ?? '');
    const isSignedOut = visit?.state.trouble === 'expired' && opened.has(visit.id);
    if (!visit || isSignedOut) return context.text('nobody is signed in', 401);
    opened.add(visit.id);
    return context.json({ token: visit.scene.assertion() });
  });

  return app;
}

const chosen = (context: Context): Choice => choiceOf(context.req.query(), context.req.header('Accept-Language'));
