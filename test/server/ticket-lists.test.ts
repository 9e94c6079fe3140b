import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Ticket } from '../../server/contract/ticket.ts';
import { may } from '../../server/identity/may.ts';
import { askedFor, inView, visibleTo } from '../../server/tickets/scope.ts';
import { CALLERS, DIRECTORY } from '../support/directory.ts';
import { openCore, REPORT } from '../support/open-core.ts';
import { TENANT } from '../support/timeline.ts';

const { anna, boris, vera, olga, auditor } = CALLERS;
const ids = (tickets: readonly Ticket[]): readonly string[] => tickets.map(({ id }) => id).toSorted();

async function openLists() {
  const core = await openCore();
  const made = [
    await core.report(anna),
    await core.report(boris, { ...REPORT, text: 'Морозильник шумит', category: 'door' }),
    await core.report(vera, { ...REPORT, site: 'pushkina-3' }),
    await core.report(vera, { ...REPORT, site: 'pushkina-3', text: '100% packed' }),
    await core.report(vera, { ...REPORT, site: 'pushkina-3', text: 'No network' }),
    await core.report(anna, { ...REPORT, text: 'No power' }),
  ].map(({ ticket }) => ticket);
  await core.send(olga, made[0]!.id, 'assign', { engineer: 'marat' });
  await core.send(olga, made[3]!.id, 'assign', { engineer: 'rustam' });
  await core.send(olga, made[4]!.id, 'declare-mass', { text: 'No network', sites: ['baumana-44'] });
  await core.send(olga, made[5]!.id, 'declare-mass', { text: 'No power' });
  const all = await core.tickets.findMany(
    TENANT,
    made.map(({ id }) => id),
  );
  return { ...core, made, all };
}

describe('lists of tickets', () => {
  for (const siteSharing of [true, false]) {
    test(`[H8] hold what one may see and nothing else${siteSharing ? '' : ', also where a client shares nothing'}`, async () => {
      const { tickets, all } = await openLists();
      const directory = { ...DIRECTORY, tenant: { ...DIRECTORY.tenant, siteSharing } };
      for (const caller of Object.values(CALLERS)) {
        const page = await tickets.list(TENANT, { scopes: [visibleTo(caller, siteSharing)], limit: 50 });
        const seen = all.filter((ticket) => may(caller, 'see', inView(ticket, directory)));
        assert.deepEqual(ids(page.tickets), ids(seen), `${caller.id} as ${caller.role}`);
      }
    });
  }

  test('"mine" are one’s own, "site" those of one’s sites, and neither widens what one may see', async () => {
    const { tickets, made } = await openLists();
    const list = async (scope: 'mine' | 'site' | 'tenant', caller = anna) =>
      ids(
        (await tickets.list(TENANT, { scopes: [visibleTo(caller, true), askedFor(caller, scope)], limit: 50 })).tickets,
      );
    const [first, second, , , network, power] = made as [Ticket, Ticket, Ticket, Ticket, Ticket, Ticket];
    assert.deepEqual(await list('mine'), ids([first, power]));
    assert.deepEqual(await list('site'), ids([first, second, network, power]), 'with the mass incidents of the site');
    assert.deepEqual(await list('tenant'), ids([first, second, network, power]));
    assert.deepEqual(await list('site', auditor), ids(made));
  });

  test('the newest change comes first, and pages neither skip nor repeat', async () => {
    const { tickets, made } = await openLists();
    const seen: string[] = [];
    let before: number | undefined;
    for (;;) {
      const page = await tickets.list(TENANT, {
        scopes: [{ kind: 'tenant' }],
        limit: 1,
        ...(before !== undefined && { before }),
      });
      seen.push(...page.tickets.map(({ id }) => id));
      if (page.next === null) break;
      before = page.next;
    }
    assert.deepEqual(
      seen,
      [5, 4, 3, 0, 2, 1].map((index) => made[index]!.id),
    );
  });

  test('search folds Cyrillic and takes % and _ as they are', async () => {
    const { tickets, made } = await openLists();
    const search = async (words: string) =>
      ids((await tickets.list(TENANT, { scopes: [{ kind: 'tenant' }], words, limit: 50 })).tickets);
    assert.deepEqual(await search('МОРОЗИЛЬНИК шум'), ids([made[1]!]));
    assert.deepEqual(await search('100%'), ids([made[3]!]));
    assert.deepEqual(await search('1_0'), []);
  });
});
