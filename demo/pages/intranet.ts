import { readFile } from 'node:fs/promises';
import { Hono, type Context } from 'hono';
import { findPerson } from '../pharmacy/people.ts';
import { mintAssertion, type SigningKey } from './assertion.ts';
import { choiceOf, type Choice } from './choice.ts';
import { intranetPage } from './intranet-page.ts';
import { pagePolicy } from './page-policy.ts';
import { startPage } from './start-page.ts';

export interface IntranetOptions {
  /** The origin of the portal's server. */
  readonly server: string;
  readonly key: SigningKey;
  readonly isQuiet: boolean;
}

const FILES = { 'start.css': 'text/css', 'intranet.css': 'text/css', 'icon.svg': 'image/svg+xml' } as const;

/** The client's intranet: a server of the client's own, on an origin of its own, with a login of its own. */
export function createIntranet({ server, key, isQuiet }: IntranetOptions): Hono {
  const app = new Hono();
  const policy = pagePolicy(server);
  app.use(async (context, next) => {
    await next();
    context.header('Content-Security-Policy', policy);
    context.header('X-Content-Type-Options', 'nosniff');
    context.header('Referrer-Policy', 'no-referrer');
    context.header('Cache-Control', 'no-store');
  });

  app.get('/', (context) => context.html(startPage(chosen(context), isQuiet)));
  app.get('/intranet', (context) => context.html(intranetPage(chosen(context), server)));

  // A real intranet knows by its own session who asks; here the address of the page said it, so that two people can sit side by side.
  app.get('/intranet/vitrine-token', async (context) => {
    const person = findPerson(context.req.query('person') ?? '');
    if (!person) return context.text('nobody is signed in', 401);
    return context.json({ token: await mintAssertion(person, chosen(context).lang, key) });
  });

  for (const [name, type] of Object.entries(FILES)) {
    app.get(`/${name}`, async (context) => {
      const file = await readFile(new URL(name, import.meta.url), 'utf8');
      return context.body(file, 200, { 'Content-Type': `${type}; charset=utf-8` });
    });
  }
  return app;
}

const chosen = (context: Context): Choice => choiceOf(context.req.query(), context.req.header('Accept-Language'));
