import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { pino } from 'pino';
import { CLIENTS } from '../../demo/clients/all-clients.ts';
import { reportAs } from '../../demo/colleagues/run-colleagues.ts';
import { openSignIn } from '../../demo/colleagues/sign-in.ts';
import { ask } from '../../demo/company/api.ts';
import { openDesk } from '../../demo/company/desk.ts';
import { wishIn } from '../../demo/company/reply.ts';
import { dispatchersOf } from '../../demo/company/staff.ts';
import { playOpening } from '../../demo/opening.ts';
import { findFree } from '../../demo/ports.ts';
import { windowAt } from '../../demo/site-time.ts';
import { registerOrigin, setUpClient } from '../../demo/seed.ts';
import { openServer } from '../../server/open-server.ts';

const HOST = '127.0.0.1';
const PAGE = 'http://localhost:4712';

let folder: string;
let url: string;
let server: Awaited<ReturnType<typeof openServer>>;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vitrine-seed-'));
  const port = (await findFree(0, HOST))!;
  url = `http://localhost:${port}`;
  const databaseFile = join(folder, 'seed.sqlite');
  const config = { port, host: HOST, databaseFile, publicUrl: url, logLevel: 'silent', securityContact: null } as const;
  server = await openServer(config, { logger: pino({ level: 'silent' }), random: Math.random });
});
after(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

for (const client of CLIENTS) {
  const { id, issuer } = client;

  test(`${id}: is set up by the doors, twice if need be, its theme legible, its first day played, a wish read`, async () => {
    const administratorKey = server.administratorKey!;
    await setUpClient(client, url, administratorKey, 'ru');
    const { companyKey, signing } = await setUpClient(client, url, administratorKey, 'ru');
    await registerOrigin(client, url, administratorKey, PAGE);

    const headers = { Authorization: `Bearer ${administratorKey}` };
    const read = <T>(path: string): Promise<T> => ask<T>(url, `/v1/admin/tenants/${id}${path}`, { headers });
    assert.deepEqual(await read('/theme'), { theme: client.theme, contrast: [] });

    const key = { ...signing, issuer, audience: `${url}/t/${id}` };
    const signIn = openSignIn(url, PAGE, client, key, 'ru');
    const desk = openDesk(url, companyKey);
    const stand = { client, server: url, desk, signIn, language: 'ru' } as const;
    await playOpening(stand);
    await playOpening(stand);
    const { tickets } = await desk.list(dispatchersOf(id)[0]);
    const played = tickets.map(({ text }) => String(text));
    assert.deepEqual(played.toSorted(), client.scenes.map(({ text }) => text.ru).toSorted());
    assert.ok(new Set(tickets.map(({ stage }) => stage)).size >= 5);

    // What a client wished for is read from the timeline as the server tells it.
    const [colleague] = client.colleagues;
    const [report] = client.reports;
    const [by] = dispatchersOf(id);
    const { id: ticket } = await reportAs(colleague!, report, { ...stand, key: 'wish' });
    await desk.send(by, ticket, { command: 'accept', body: {} }, 'wish-1');
    const window = windowAt(Date.now(), client.tenant.timeZone, 1, 9, 2);
    await desk.send(by, ticket, { command: 'propose-visit', body: { ...window } }, 'wish-2');
    const visit = (await desk.read(by, ticket)).ticket.visits[0]!.id;
    const body = { visit, wish: 'завтра после 16:00' };
    const asColleague = { method: 'POST', key: 'wish-3', headers: await signIn.headersOf(colleague!) } as const;
    await ask(url, `/v1/tickets/${ticket}/decline-visit`, { ...asColleague, body });
    assert.equal(wishIn((await desk.read(by, ticket)).events), 'завтра после 16:00');
  });
}
