import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { PersonId, TicketId } from '../../../server/contract/ids.ts';
import { Refusal } from '../../../server/contract/faults.ts';
import type { Visitor } from '../../../server/contract/visits.ts';
import type { Directory, Staff } from '../../../server/directory/directory.ts';
import { openVisitors } from '../../../server/visits/visitors.ts';
import type { Caller } from '../../../server/tickets/caller.ts';
import { CALLERS, DIRECTORY } from '../../support/directory.ts';
import { openCore } from '../../support/open-core.ts';
import { START } from '../../support/timeline.ts';

const { anna, boris, vera, elena, auditor, manager, olga, marat, rustam } = CALLERS;
/** START is 12:02 on the 12th in Moscow, three hours before UTC. */
const [TODAY, TOMORROW, YESTERDAY] = ['2026-01-12', '2026-01-13', '2026-01-11'];
const SITE = 'baumana-44';
const PASS = { document: 'Pass 118', vehicle: 'A 118 MG 116' };
const LATE = { from: '2026-01-12T13:00:00.000Z', to: '2026-01-12T15:00:00.000Z' };
const EARLY = { from: '2026-01-12T10:00:00.000Z', to: '2026-01-12T11:00:00.000Z' };
/** Tomorrow in Moscow, today in UTC. */
const NIGHT = { from: '2026-01-12T21:00:00.000Z', to: '2026-01-12T22:00:00.000Z' };

const withPass = (id: string): [PersonId, Staff] => [
  id as PersonId,
  { ...DIRECTORY.staff.get(id as PersonId)!, pass: PASS },
];
const HOUSE: Directory = {
  ...DIRECTORY,
  staff: new Map([...DIRECTORY.staff, withPass('marat'), withPass('rustam')]),
};

async function openSite(directory = HOUSE) {
  const core = await openCore({}, directory);
  const find = openVisitors({ ...core.deps, etaOf: () => null });
  const at = async (caller: Caller, on?: string) => (await find(caller, { site: SITE, ...(on && { on }) })).visits;
  /** A ticket with somebody assigned, and a time proposed or agreed. */
  const plan = async (window?: typeof LATE, engineer = 'marat', isAgreed = true): Promise<TicketId> => {
    const { id } = (await core.report(boris)).ticket;
    await core.send(olga, id, 'assign', { engineer });
    const agreed = isAgreed ? { agreed: { by: 'Boris', channel: 'telephone' as const } } : {};
    if (window) await core.send(olga, id, 'propose-visit', { ...window, ...agreed });
    return id;
  };
  return { ...core, find, at, plan };
}

const told = (visits: readonly Visitor[]) => visits.map(({ number, state }) => [number, state]);

describe('today’s visitors', () => {
  test('are who is there, who is on the way, who is agreed and who is proposed, in this order', async () => {
    const { plan, send, at, clock } = await openSite();
    await plan(LATE, 'marat', false);
    await plan(LATE);
    await plan(EARLY, 'rustam');
    await plan();
    const going = await plan(LATE, 'rustam');
    const there = await plan();
    await send(rustam, going, 'depart', {});
    clock.now += 60_000;
    await send(marat, there, 'arrive', {});
    const visits = await at(anna);
    assert.deepEqual(told(visits), [
      [6, 'on_site'],
      [5, 'en_route'],
      [3, 'agreed'],
      [2, 'agreed'],
      [1, 'proposed'],
    ]);
    assert.equal(visits[0]?.arrivedAt, new Date(START + 60_000).toISOString());
    assert.deepEqual(visits[0]?.window, null);
    assert.deepEqual(visits[3]?.window, LATE);
    assert.equal(visits[4]?.subject, 'Till 3 does not print');
  });

  test('are of a day of the site’s calendar', async () => {
    const { plan, at, send } = await openSite();
    await plan(NIGHT);
    assert.deepEqual(told(await at(anna)), []);
    assert.deepEqual(told(await at(anna, TOMORROW)), [[1, 'agreed']]);
    const there = await plan();
    await send(marat, there, 'arrive', {});
    assert.deepEqual(told(await at(anna, TODAY)), [[2, 'on_site']]);
    assert.deepEqual(told(await at(anna, TOMORROW)), [[1, 'agreed']], 'who is there today is not there tomorrow');
  });

  test('are two for a ticket whose agreed time is to be moved', async () => {
    const { plan, send, at } = await openSite();
    const id = await plan(EARLY);
    await send(olga, id, 'propose-visit', LATE);
    assert.deepEqual(told(await at(anna)), [
      [1, 'agreed'],
      [1, 'proposed'],
    ]);
  });

  test('show a name by the recorded basis, else initials', async () => {
    const { plan, at } = await openSite();
    await plan(EARLY);
    await plan(LATE, 'rustam');
    assert.deepEqual(
      (await at(anna)).map(({ engineer }) => engineer),
      [{ name: 'Marat Galiev' }, { name: 'R. A.' }],
    );
  });
});

describe('pass data', () => {
  test('are shown with an agreed visit to people of that site, and to nobody else', async () => {
    const { plan, at } = await openSite();
    await plan(EARLY);
    const passes = async (caller: Caller) => (await at(caller)).map(({ pass }) => pass);
    for (const caller of [anna, boris, elena]) assert.deepEqual(await passes(caller), [PASS], caller.id);
    for (const caller of [auditor, manager, olga, marat]) assert.deepEqual(await passes(caller), [null], caller.id);
    // Reports from anywhere, and is of nowhere.
    assert.deepEqual(await passes({ ...boris, sites: [] }), [null]);
  });

  test('are not shown for a time that is only proposed, nor without a recorded basis', async () => {
    const { plan, at } = await openSite();
    await plan(EARLY, 'marat', false);
    await plan(LATE, 'rustam');
    assert.deepEqual(
      (await at(anna)).map(({ pass }) => pass),
      [null, null],
    );
  });

  test('are shown with whoever comes, from when it is agreed until the day is over', async () => {
    const { plan, at, send, clock } = await openSite();
    const id = await plan(NIGHT);
    assert.deepEqual((await at(anna, TOMORROW))[0]?.pass, PASS);
    clock.now += 36 * 3_600_000;
    assert.deepEqual(told(await at(anna, TOMORROW)), [[1, 'agreed']]);
    await send(marat, id, 'arrive', {});
    assert.deepEqual((await at(anna))[0]?.pass, PASS);
    clock.now += 24 * 3_600_000;
    assert.deepEqual(
      (await at(anna, TOMORROW)).map(({ pass }) => pass),
      [null],
    );
  });

  test('stand in no event and in no ticket', async () => {
    const { plan, tickets, log, db } = await openSite();
    const id = await plan(EARLY);
    const kept = [await tickets.find(anna.tenant, id), await log.ofTicket(anna.tenant, id)];
    assert.doesNotMatch(JSON.stringify(kept), /118/);
    assert.doesNotMatch(JSON.stringify(await db.selectFrom('event_private').selectAll().execute()), /118/);
  });
});

describe('[H8] whose visitors one sees', () => {
  const isNotThere = (error: unknown) => error instanceof Refusal && error.code === 'not_found';

  test('those of one’s sites; another’s is answered as one that is not there', async () => {
    const { plan, at, find } = await openSite();
    await plan(EARLY);
    await assert.rejects(at(vera), isNotThere);
    await assert.rejects(find(anna, { site: 'nowhere' }), isNotThere);
    assert.equal((await at(auditor, YESTERDAY)).length, 0);
  });

  test('of one’s own tickets where a client shares nothing', async () => {
    const tenant = { ...HOUSE.tenant, siteSharing: false };
    const { plan, at } = await openSite({ ...HOUSE, tenant });
    await plan(EARLY);
    assert.deepEqual(told(await at(anna)), []);
    assert.deepEqual(told(await at(boris)), [[1, 'agreed']]);
  });
});
