import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TicketId } from '../../server/contract/ids.ts';
import { position } from '../support/costed-visit.ts';
import { CALLERS, DIRECTORY } from '../support/directory.ts';
import { openCore } from '../support/open-core.ts';
import { TENANT } from '../support/timeline.ts';

const { anna, olga, marat, elena } = CALLERS;
const SITE_MONTH = 3000_00;
const directory = {
  ...DIRECTORY,
  tenant: {
    ...DIRECTORY.tenant,
    approval: { free: null, employee: 0, approver: null, siteMonth: SITE_MONTH },
  },
  prices: new Map([['W', [position('W', { vatRate: null })]]]),
};

async function openSite() {
  const core = await openCore({}, directory);
  const reported = async () => {
    const { ticket } = await core.report(anna);
    await core.send(olga, ticket.id, 'assign', { engineer: 'marat' });
    return ticket.id;
  };
  const stateOf = async (id: TicketId) => (await core.tickets.find(TENANT, id))!.costs.lines.at(-1)!.state;
  const add = (id: TicketId, quantity = '1') => core.send(marat, id, 'add-cost', { code: 'W', quantity });
  /** Another server on the same database. */
  const other = await openCore(core.deps, directory);
  const addElsewhere = (id: TicketId, quantity: string) => other.send(marat, id, 'add-cost', { code: 'W', quantity });
  return { ...core, reported, stateOf, add, addElsewhere };
}

test('two tickets of a site cannot both have the last of its month’s budget, however they come', async () => {
  const { reported, add, addElsewhere, tickets } = await openSite();
  const ids = [await reported(), await reported()] as const;
  await Promise.all([add(ids[0], '2'), addElsewhere(ids[1], '2')]);
  const lines = (await tickets.findMany(TENANT, ids)).flatMap(({ costs }) => costs.lines);
  assert.deepEqual(lines.map(({ state }) => state).toSorted(), ['awaiting', 'within_limit']);
});

test('as many as come at once wait for each other: none is sent away', async () => {
  const { reported, add, stateOf } = await openSite();
  const ids: TicketId[] = [];
  while (ids.length < 8) ids.push(await reported());
  await Promise.all(ids.map((id) => add(id)));
  const states = await Promise.all(ids.map(stateOf));
  assert.deepEqual(
    states,
    ids.map((_, index) => (index < 3 ? 'within_limit' : 'awaiting')),
  );
});

test('what is removed or disputed down to nothing is free again', async () => {
  const { reported, add, stateOf, send, tickets } = await openSite();
  const [first, second] = [await reported(), await reported()];
  await add(first, '3');
  await add(second);
  assert.equal(await stateOf(second), 'awaiting');
  const [line] = (await tickets.find(TENANT, first))!.costs.lines;
  await send(marat, first, 'remove-cost', { line: line!.id });
  await add(second, '2');
  assert.equal(await stateOf(second), 'within_limit');
});

test('an approval takes nothing from the budget: the line was counted when it came', async () => {
  const { reported, add, stateOf, send, tickets } = await openSite();
  const [first, second] = [await reported(), await reported()];
  await add(first, '4');
  const [line] = (await tickets.find(TENANT, first))!.costs.lines;
  await send(elena, first, 'approve-cost', { lines: [line!.id] });
  await add(second, '0.001');
  assert.equal(await stateOf(second), 'awaiting');
  const other = await openSite();
  const alone = await other.reported();
  await other.add(alone, '3');
  assert.equal(await other.stateOf(alone), 'within_limit');
});
