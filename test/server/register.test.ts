import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Refusal } from '../../server/contract/faults.ts';
import type { Caller } from '../../server/tickets/caller.ts';
import { CALLERS } from '../support/directory.ts';
import { openCore, REPORT } from '../support/open-core.ts';
import { START } from '../support/timeline.ts';

const { anna, elena, olga } = CALLERS;
const machine: Caller = {
  ...olga,
  id: 'key' as Caller['id'],
  kind: 'integration',
  role: 'integration',
  scopes: ['tickets'],
};
const CALLED = new Date(START - 19 * 60_000).toISOString();
const call = { ...REPORT, channel: 'telephone', at: CALLED, requester: 'Anna Petrova' } as const;

const isRefused = (pointer: string) => (error: unknown) =>
  error instanceof Refusal && error.code === 'refused' && error.details.pointer === pointer;

describe('what the desk or a machine enters for somebody', () => {
  for (const caller of [olga, machine])
    test(`begins when he called, and names him: ${caller.role}`, async () => {
      const { report } = await openCore();
      const { ticket, events } = await report(caller, call);
      assert.equal(ticket.openedAt, CALLED);
      assert.equal(events[0]?.effectiveAt, CALLED);
      assert.equal(events[0]?.at, new Date(START).toISOString(), 'when it was entered stays');
      assert.equal(ticket.requester.name, 'Anna Petrova');
      assert.equal(ticket.channel, 'telephone');
      assert.doesNotMatch(JSON.stringify(events[0]?.data), /Petrova/);
    });

  test('does not begin in the future', async () => {
    const { report } = await openCore();
    const at = new Date(START + 1).toISOString();
    await assert.rejects(report(olga, { ...call, at }), isRefused('/at'));
  });

  test('without a time begins now, in the name of whoever enters it', async () => {
    const { report } = await openCore();
    const { ticket, events } = await report(olga, { ...REPORT, channel: 'mail' });
    assert.equal(ticket.openedAt, new Date(START).toISOString());
    assert.equal('effectiveAt' in events[0]!, false);
    assert.equal(ticket.requester.name, 'olga');
  });
});

test('who reports by himself does so now, in his own name, through the portal', async () => {
  const { report } = await openCore();
  for (const caller of [anna, elena]) {
    await assert.rejects(report(caller, { ...REPORT, at: CALLED }), isRefused('/at'));
    await assert.rejects(report(caller, { ...REPORT, requester: 'Somebody else' }), isRefused('/requester'));
    assert.equal((await report(caller, { ...REPORT, channel: 'telephone' })).ticket.channel, 'widget');
  }
});
