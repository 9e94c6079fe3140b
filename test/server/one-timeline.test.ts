import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RegistrationAnswer, TicketAnswer } from '../../server/contract/answers.ts';
import { openHouse } from '../support/open-house.ts';

test('[E3] whoever sees a ticket reads its whole timeline: visibility belongs to it, never to one of its events', async (t) => {
  const house = await openHouse();
  t.after(house.close);
  const { desk, send, ask } = house;
  const { session: anna } = await house.signIn('anna');
  const report = { site: 'baumana-44', category: 'till', text: 'Dead' };
  const { body: made } = await send<RegistrationAnswer>(anna, '/v1/tickets', report);
  const path = `/v1/tickets/${made.ticket.id}`;
  for (const [command, body, staff] of [
    ['assign', { engineer: 'marat' }, 'olga'],
    ['ask', { text: 'Which model?' }, 'olga'],
    ['pause', { reason: 'info_insufficient' }, 'olga'],
    ['log-call', { with: 'Anna', number: '+7 900', result: 'Busy' }, 'olga'],
    ['add-cost', { code: 'K-110', quantity: '9' }, 'marat'],
    ['contest-pause', { pause: 'pause-5', reason: 'We answered' }, undefined],
    ['decline', { reason: 'Not ours' }, 'olga'],
  ] as const) {
    const as = staff ? desk : (await house.signIn('mila', 'contract_manager')).session;
    assert.equal((await send(as, `${path}/${command}`, body, staff)).status, 200, command);
  }

  const readers: [as: string, staff?: string][] = [
    [anna],
    [(await house.signIn('boris')).session],
    [(await house.signIn('elena', 'approver')).session],
    [(await house.signIn('audrey', 'auditor')).session],
    [(await house.signIn('mila', 'contract_manager')).session],
    [desk],
    [desk, 'olga'],
    [desk, 'marat'],
  ];
  for (const [as, staff] of readers) {
    const { body } = await ask<TicketAnswer>('GET', path, { as, headers: staff ? { 'vitrine-actor': staff } : {} });
    assert.deepEqual(
      body.events.map(({ type }) => type),
      [
        'registered',
        'accepted',
        'assigned',
        'asked',
        'paused',
        'call_logged',
        'cost_added',
        'pause_contested',
        'declined',
        'resumed',
      ],
    );
    assert.ok(body.events.every((event) => Object.values(event.private).every((one) => one !== null)));
  }
});
