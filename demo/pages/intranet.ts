import { readFile } from 'node:fs/promises';
import { Hono, type Context } from 'hono';
import { findClient } from '../clients/all-clients.ts';
import type { Client } from '../clients/client.ts';
import type { Language } from '../words.ts';
import { mintAssertion, type SigningKey } from '../identity/assertion.ts';
import { choiceOf, findGuest, lookOf, spokenIn, type Choice } from './choice.ts';
import { pagePolicy } from './page-policy.ts';
import { startPage } from './start-page.ts';

export interface IntranetOptions {
  /** The origin of the portal's server. */
  readonly server: string;
  /** With what each client's backend signs, by client. */
  readonly keys: Readonly<Record<string, SigningKey>>;
  /** In which language every page is shown where none is chosen; without it each client's in its own. */
  readonly language?: Language | undefined;
  readonly isQuiet: boolean;
}

/** The clients' intranets and a start page before them: servers of the clients' own, on an origin of their own, with logins of their own. */
export function createIntranet({ server, keys, language, isQuiet }: IntranetOptions): Hono {
  const app = new Hono();
  const policy = pagePolicy(server);
  app.use(async (context, next) => {
    await next();
    context.header('Content-Security-Policy', policy);
    context.header('X-Content-Type-Options', 'nosniff');
    context.header('Referrer-Policy', 'no-referrer');
    context.header('Cache-Control', 'no-store');
  });
  const chosen = (context: Context, client: Client): Choice =>
    choiceOf(context.req.query(), client, language ?? client.tenant.locale);

  app.get('/', (context) => {
    const look = lookOf(context.req.query(), spokenIn(context.req.header('Accept-Language')));
    return context.html(startPage(look, { isQuiet, isChosen: context.req.query('lang') !== undefined }));
  });
  for (const [name, type] of Object.entries({ 'start.css': 'text/css', 'icon.svg': 'image/svg+xml' }))
    app.get(`/${name}`, (context) => fileOf(context, new URL(name, import.meta.url), type));

  app.get('/:client', (context) => {
    const client = findClient(context.req.param('client'));
    return client
      ? context.html(client.page.render({ client, choice: chosen(context, client), server }))
      : context.notFound();
  });
  app.get('/:client/page.css', (context) => {
    const client = findClient(context.req.param('client'));
    return client ? fileOf(context, client.page.css, 'text/css') : context.notFound();
  });
  // A real intranet knows by its own session who asks; here the address of the page said it, so that two people can sit side by side.
  app.get('/:client/vitrine-token', (context) => {
    const client = findClient(context.req.param('client'));
    const key = client && keys[client.id];
    const person = client && findGuest(client, context.req.query('person'));
    if (!key || !person) return context.text('nobody is signed in', 401);
    const name = person.name[chosen(context, client).lang];
    return context.json({ token: mintAssertion({ ...person, name }, key) });
  });
  return app;
}

const fileOf = async (context: Context, file: URL, type: string): Promise<Response> =>
  context.body(await readFile(file, 'utf8'), 200, { 'Content-Type': `${type}; charset=utf-8` });
