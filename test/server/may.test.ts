import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ACTS, isActOf, type ActName } from '../../server/contract/acts.ts';
import type { PersonId, TenantId } from '../../server/contract/ids.ts';
import type { Scope } from '../../server/contract/scopes.ts';
import { may, type Administrator, type TicketInView } from '../../server/identity/may.ts';
import type { Caller } from '../../server/tickets/caller.ts';

const TENANT = 'apteka-one' as TenantId;
const ACT_NAMES = Object.keys(ACTS) as ActName[];

const person = (role: Caller['role'], sites: readonly string[] = ['s1']): Caller => ({
  tenant: TENANT,
  id: 'ana' as PersonId,
  kind: 'person',
  name: null,
  role,
  sites,
});
const machine = (...scopes: Scope[]): Caller => ({ ...person('integration', []), kind: 'integration', scopes });
const ticket = (change: Partial<TicketInView> = {}): TicketInView => ({
  requester: 'bob',
  site: 's1',
  assignee: null,
  affects: [],
  siteSharing: true,
  ...change,
});

describe('who sees a ticket', () => {
  const cases: readonly [string, Caller, TicketInView, boolean][] = [
    ['an employee: his own, wherever it is', person('employee', []), ticket({ requester: 'ana', site: 's9' }), true],
    ['an employee: those of his site', person('employee'), ticket(), true],
    [
      'an employee: not those of his site where they are not shared',
      person('employee'),
      ticket({ siteSharing: false }),
      false,
    ],
    [
      'an employee: his own also where they are not shared',
      person('employee'),
      ticket({ requester: 'ana', siteSharing: false }),
      true,
    ],
    ['[H8] an employee: none of another site', person('employee'), ticket({ site: 's2' }), false],
    ['an employee without sites: none but his own', person('employee', []), ticket(), false],
    [
      'an employee: a mass incident of his site',
      person('employee'),
      ticket({ site: 's2', affects: ['s1', 's3'] }),
      true,
    ],
    ['an employee: a mass incident of every site', person('employee'), ticket({ site: 's2', affects: 'all' }), true],
    [
      'an employee: a mass incident also where tickets are not shared',
      person('employee'),
      ticket({ affects: ['s1'], siteSharing: false }),
      true,
    ],
    ['an employee: no mass incident of others', person('employee'), ticket({ site: 's2', affects: ['s3'] }), false],
    ['an employee without sites: no mass incident', person('employee', []), ticket({ affects: 'all' }), false],
    ['an approver: a mass incident of his site', person('approver'), ticket({ site: 's2', affects: ['s1'] }), true],
    ['an engineer: no mass incident but his own', person('engineer'), ticket({ affects: 'all' }), false],
    ['an approver: those of his site, shared or not', person('approver'), ticket({ siteSharing: false }), true],
    ['[H8] an approver: none of another site', person('approver'), ticket({ site: 's2' }), false],
    ['an approver: his own', person('approver', []), ticket({ requester: 'ana' }), true],
    ['an auditor: all', person('auditor', []), ticket({ siteSharing: false }), true],
    ['a contract manager: all', person('contract_manager', []), ticket({ siteSharing: false }), true],
    ['a dispatcher: all', person('dispatcher', []), ticket({ siteSharing: false }), true],
    ['an engineer: what is assigned to him', person('engineer', []), ticket({ assignee: 'ana' }), true],
    ['an engineer: nothing else, not even at a named site', person('engineer'), ticket({ assignee: 'eve' }), false],
    ['a machine that reads: all', machine('read'), ticket(), true],
    ['a machine that works on tickets: all', machine('tickets'), ticket(), true],
    ['a machine that administers: none', machine('admin'), ticket(), false],
    ['a machine that names nobody: none', machine('act-as'), ticket(), false],
  ];
  for (const [name, caller, object, seen] of cases) test(name, () => assert.equal(may(caller, 'see', object), seen));
});

describe('who acts on a ticket', () => {
  test('nobody acts on what he does not see', () => {
    for (const act of ACT_NAMES)
      for (const role of ['employee', 'approver', 'engineer'] as const)
        assert.equal(may(person(role), act, ticket({ site: 's2' })), false, `${role} ${act}`);
  });

  test('whoever sees it does what the table of commands gives his role', () => {
    const own = ticket({ requester: 'ana', assignee: 'ana' });
    for (const act of ACT_NAMES)
      for (const role of ['employee', 'approver', 'contract_manager', 'dispatcher', 'engineer'] as const)
        assert.equal(may(person(role), act, own), isActOf(act, role), `${role} ${act}`);
  });

  test('[H10] an auditor does nothing at all', () => {
    for (const act of ACT_NAMES) assert.equal(may(person('auditor'), act, ticket({ requester: 'ana' })), false, act);
    assert.equal(may(person('auditor'), 'register', { site: 's1' }), false);
  });

  test('[H10] an employee neither assigns, adds cost nor pauses', () => {
    for (const act of ['assign', 'add-cost', 'pause'] as const)
      assert.equal(may(person('employee'), act, ticket({ requester: 'ana' })), false, act);
  });

  test('whoever is only concerned by a mass incident follows it and does nothing to it', () => {
    for (const role of ['employee', 'approver'] as const)
      for (const act of ACT_NAMES)
        assert.equal(may(person(role), act, ticket({ site: 's2', affects: ['s1'] })), false, `${role} ${act}`);
    assert.equal(may(person('employee'), 'comment', ticket({ affects: ['s1'] })), true);
  });

  test('only the requester rates', () => {
    assert.equal(may(person('employee'), 'rate', ticket()), false);
    assert.equal(may(person('employee'), 'rate', ticket({ requester: 'ana' })), true);
  });

  test('[H10] a machine needs the scope', () => {
    assert.equal(may(machine('tickets'), 'comment', ticket()), true);
    assert.equal(may(machine('read'), 'comment', ticket()), false);
    assert.equal(may(machine(), 'see'), false);
    assert.equal(may(machine('tickets'), 'assign', ticket()), false);
  });
});

describe('who registers, and where', () => {
  const cases: readonly [string, Caller, string, boolean][] = [
    ['an employee at his site', person('employee'), 's1', true],
    ['an employee at no other', person('employee'), 's2', false],
    ['an employee whose company names no sites for him: anywhere', person('employee', []), 's2', true],
    ['a dispatcher anywhere', person('dispatcher', []), 's2', true],
    ['an engineer nowhere', person('engineer'), 's1', false],
    ['a contract manager nowhere', person('contract_manager'), 's1', false],
    ['a machine with the scope', machine('tickets'), 's2', true],
    ['a machine that only reads: nowhere', machine('read'), 's2', false],
  ];
  for (const [name, caller, site, allowed] of cases)
    test(name, () => assert.equal(may(caller, 'register', { site }), allowed));

  test('an auditor sees every site, an employee his own', () => {
    assert.equal(may(person('auditor', []), 'see_site', { site: 's2' }), true);
    assert.equal(may(person('employee'), 'see_site', { site: 's2' }), false);
  });
});

test('only an engineer sends his position', () => {
  assert.equal(may(person('engineer'), 'locate'), true);
  assert.equal(may(person('dispatcher'), 'locate'), false);
  assert.equal(may(machine('tickets', 'read', 'admin', 'act-as'), 'locate'), false);
});

describe('who administers', () => {
  const keyOf = (tenant: TenantId | null): Administrator => ({ kind: 'administrator', id: 'k1' as PersonId, tenant });
  const other = 'other' as TenantId;

  test('the key of the server every client, a key of a client that client alone', () => {
    assert.equal(may(keyOf(null), 'administer', { tenant: other }), true);
    assert.equal(may(keyOf(TENANT), 'administer', { tenant: TENANT }), true);
    assert.equal(may(keyOf(TENANT), 'administer', { tenant: other }), false);
  });

  test('an administrator sees no ticket, and nobody who sees tickets administers', () => {
    assert.equal(may(keyOf(null), 'see', ticket()), false);
    assert.equal(may(person('dispatcher'), 'administer', { tenant: TENANT }), false);
    assert.equal(may(machine('admin'), 'administer', { tenant: TENANT }), false);
  });
});
