import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { TicketId } from '../../server/contract/ids.ts';
import { Refusal } from '../../server/contract/faults.ts';
import { isMass } from '../../server/contract/ticket.ts';
import { concerning } from '../../server/tickets/scope.ts';
import { CALLERS } from '../support/directory.ts';
import { openLogged } from '../support/logged.ts';
import { openCore, REPORT } from '../support/open-core.ts';
import { openReader, positionsIn } from '../support/reader.ts';
import { START, TENANT } from '../support/timeline.ts';

const { anna, boris, vera, elena, olga, auditor, marat } = CALLERS;
const NETWORK = 'No network in two pharmacies. It is being worked on.';
const reason = 'The same fault';

/** A ticket of each site, and the first of them a mass incident of these sites. */
async function openIncident(sites?: readonly string[]) {
  const core = await openCore();
  const parent = (await core.report(anna)).ticket.id;
  const child = (await core.report(vera, { ...REPORT, site: 'pushkina-3' })).ticket.id;
  const declare = (more?: readonly string[]) =>
    core.send(olga, parent, 'declare-mass', { text: NETWORK, ...(more && { sites: [...more] }) });
  const { ticket } = await declare(sites);
  const known = async (caller: (typeof CALLERS)[keyof typeof CALLERS]) =>
    (await core.tickets.incidents(TENANT, concerning(caller))).map(({ id }) => id);
  return { ...core, parent, child, declare, declared: ticket, known };
}

const isRefused = (pointer: string) => (error: unknown) =>
  error instanceof Refusal && error.code === 'refused' && error.details.pointer === pointer;

describe('a mass incident', () => {
  test('holds a text for people and the sites it was declared for, until it is ended', async () => {
    const { declared, clock, send, parent, declare } = await openIncident(['baumana-44', 'pushkina-3']);
    const since = new Date(START).toISOString();
    assert.deepEqual(declared.mass, { text: NETWORK, sites: ['baumana-44', 'pushkina-3'], since, until: null });
    clock.now += 60_000;
    assert.equal((await declare()).ticket.mass?.since, since, 'declared anew it is the same incident');
    const { ticket } = await send(olga, parent, 'end-mass', {});
    assert.equal(ticket.mass?.until, new Date(clock.now).toISOString());
    await assert.rejects(send(olga, parent, 'end-mass', {}), isRefused(''));
    assert.equal((await declare()).ticket.mass?.since, new Date(clock.now).toISOString());
  });

  test('is over with its ticket', async () => {
    const { declared, send, parent } = await openIncident();
    assert.equal(isMass(declared), true);
    await send(olga, parent, 'assign', { engineer: 'marat' });
    assert.equal(isMass((await send(marat, parent, 'resolve', { summary: 'Router replaced' })).ticket), false);
  });

  test('is declared by the desk alone, for sites that there are', async () => {
    const { send, parent } = await openIncident();
    const sites = ['pushkina-3', 'nowhere'];
    await assert.rejects(send(olga, parent, 'declare-mass', { text: 'x', sites }), isRefused('/sites/1'));
    for (const caller of [anna, marat])
      await assert.rejects(send(caller, parent, 'declare-mass', { text: 'x' }), /not yours|no such ticket/);
  });

  test('is told to whoever works at one of its sites, and ends for all of them at once', async () => {
    const { known, parent, send } = await openIncident(['pushkina-3']);
    assert.deepEqual(await known(vera), [parent]);
    assert.deepEqual(await known(elena), [parent]);
    assert.deepEqual(await known(boris), [], 'the site of the ticket is not among those it is declared for');
    assert.deepEqual(await known(auditor), [parent]);
    await send(olga, parent, 'end-mass', {});
    assert.deepEqual(await known(vera), []);
  });

  test('takes the tickets of its sites under it', async () => {
    const { send, parent, child, declared, tickets } = await openIncident();
    const { ticket, events } = await send(olga, child, 'link', { parent, reason });
    assert.deepEqual(ticket.parent, { id: parent, number: declared.number });
    assert.deepEqual(events[0]?.data['number'], declared.number);
    const listed = await tickets.list(TENANT, { scopes: [{ kind: 'tenant' }], parent, limit: 50 });
    assert.deepEqual(
      listed.tickets.map(({ id }) => id),
      [child],
    );
    assert.equal((await send(olga, child, 'unlink', { reason })).ticket.parent, null);
    await assert.rejects(send(olga, child, 'unlink', { reason }), isRefused(''));
  });

  test('takes no ticket whose people would not see it, none twice, and none that is an incident itself', async () => {
    const { send, parent, child, declare } = await openIncident(['baumana-44']);
    await assert.rejects(send(olga, child, 'link', { parent, reason }), isRefused('/parent'));
    await assert.rejects(send(olga, child, 'link', { parent: child, reason }), isRefused('/parent'));
    await assert.rejects(send(olga, child, 'link', { parent: 'none', reason }), isRefused('/parent'));
    await declare();
    await send(olga, child, 'link', { parent, reason });
    await assert.rejects(send(olga, child, 'link', { parent, reason }), isRefused('/parent'));
    await assert.rejects(send(olga, child, 'declare-mass', { text: 'x' }), isRefused(''));
    await assert.rejects(send(olga, parent, 'link', { parent: child, reason }), isRefused('/parent'));
  });
});

describe('[E3] who follows a mass incident', () => {
  const declared = (sites: readonly string[] | null) => ({ type: 'mass_declared', text: NETWORK, sites }) as const;
  const id = 't1' as TicketId;

  test('whoever is concerned takes a snapshot and then every event; others go on', async () => {
    const house = await openLogged();
    await house.register('t1');
    const [concerned, own, watching] = await Promise.all(
      [vera, anna, auditor].map((caller) => openReader(house, caller, { at: 1 })),
    );
    await house.write('t1', declared(['pushkina-3']));
    assert.equal((await concerned!.resync())?.reason, 'rights');
    assert.deepEqual(positionsIn(await own!.frames()), [2]);
    assert.deepEqual(positionsIn(await watching!.frames()), [2]);
    await house.comment('t1');
    assert.deepEqual(positionsIn(await concerned!.frames()), [3]);
    await house.write('t1', { type: 'mass_ended' });
    assert.deepEqual(positionsIn(await concerned!.frames()), [4]);

    await house.write('t1', declared(['baumana-44']));
    assert.equal((await concerned!.resync())?.reason, 'rights');
    await house.comment('t1');
    assert.deepEqual(await concerned!.turn(), []);
    assert.equal((await house.tickets.find(TENANT, id))?.mass?.sites?.[0], 'baumana-44');
    await house.db.destroy();
  });

  test('a declaration for every site reaches every site', async () => {
    const house = await openLogged();
    await house.register('t1');
    const reader = await openReader(house, vera, { at: 1 });
    await house.write('t1', declared(null));
    assert.equal((await reader.resync())?.reason, 'rights');
    await house.db.destroy();
  });
});
