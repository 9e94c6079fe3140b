import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { RegistrationAnswer, TicketAnswer, TicketsAnswer } from '../../server/contract/answers.ts';
import type { VisitsAnswer } from '../../server/contract/visits.ts';
import { openHouse, type House } from '../support/open-house.ts';

const REPORT = { site: 'baumana-44', category: 'till', asset: 'till-3', text: 'Till 3 does not print' };
const HOUR = 3_600_000;

let house: House;
before(async () => {
  house = await openHouse();
});
after(() => house.close());

const ticketOf = async (as: string, id: string) =>
  (await house.ask<TicketAnswer>('GET', `/v1/tickets/${id}`, { as })).body.ticket;
const listOf = async (as: string, query: string) =>
  (await house.ask<TicketsAnswer>('GET', `/v1/tickets?${query}`, { as })).body;

/** What somebody does, by his session or in the name of one of the staff; it has to be accepted. */
async function act(
  ticket: string,
  command: string,
  body: object,
  by: { as: string } | { staff: string },
): Promise<void> {
  const [as, staff] = 'as' in by ? [by.as, undefined] : [house.desk, by.staff];
  const answer = await house.send(as, `/v1/tickets/${ticket}/${command}`, body, staff);
  assert.equal(answer.status, 200, `${command}: ${JSON.stringify(answer.body)}`);
}

describe('a ticket belongs to its site', () => {
  test('the next shift sees it, answers, agrees the visit, approves, sends it back and confirms', async () => {
    const { session: morning } = await house.signIn('morning');
    const { session: evening } = await house.signIn('evening');
    const { body } = await house.send<RegistrationAnswer>(morning, '/v1/tickets', REPORT);
    const { id } = body.ticket;
    assert.ok((await listOf(evening, 'scope=site')).tickets.some((ticket) => ticket.id === id));

    await act(id, 'ask', { text: 'Which model?' }, { staff: 'olga' });
    const [question] = (await ticketOf(evening, id)).questions;
    await act(id, 'answer', { question: question!.id, text: 'ATOL 55F' }, { as: evening });
    await act(id, 'assign', { engineer: 'marat' }, { staff: 'olga' });

    const from = new Date(Date.now() + HOUR).toISOString();
    const to = new Date(Date.now() + 2 * HOUR).toISOString();
    await act(id, 'propose-visit', { from, to }, { staff: 'olga' });
    const [visit] = (await ticketOf(evening, id)).visits;
    await act(id, 'agree-visit', { visit: visit!.id }, { as: evening });

    await act(id, 'arrive', {}, { staff: 'marat' });
    const today = await house.ask<VisitsAnswer>('GET', '/v1/visits?site=baumana-44', { as: evening });
    assert.deepEqual(
      today.body.visits.map(({ ticket, state, engineer }) => [ticket, state, engineer?.name]),
      [[id, 'on_site', 'Marat Galiev']],
    );

    await act(id, 'add-cost', { code: 'K-110', quantity: '6' }, { staff: 'marat' });
    const [line] = (await ticketOf(evening, id)).costs.lines;
    assert.equal(line!.state, 'awaiting');
    await act(id, 'approve-cost', { lines: [line!.id] }, { as: evening });

    await act(id, 'resolve', { summary: 'New print head' }, { staff: 'marat' });
    await act(id, 'reopen', { reason: 'It beeps' }, { as: evening });
    await act(id, 'resolve', { summary: 'New cable' }, { staff: 'marat' });
    await act(id, 'confirm', {}, { as: evening });
    const done = await ticketOf(morning, id);
    assert.deepEqual([done.stage, done.summary], ['closed', 'New cable']);
    assert.equal((await house.send(evening, `/v1/tickets/${id}/rate`, { stars: 5 })).status, 403);
    await act(id, 'rate', { stars: 5 }, { as: morning });

    const history = await listOf(morning, 'asset=till-3');
    assert.deepEqual(
      history.tickets.map((ticket) => [ticket.number, ticket.summary]),
      [[done.number, 'New cable']],
    );
    assert.deepEqual((await listOf(morning, 'asset=none')).tickets, []);
  });

  test('on one login for all, each ticket says who is meant, at the site and to the engineer', async () => {
    const { session: shop } = await house.signIn('shop-44');
    const report = async (name: string, shift: string) =>
      (await house.send<RegistrationAnswer>(shop, '/v1/tickets', { ...REPORT, contact: { name, shift } })).body.ticket;
    const first = await report('Nina', 'morning');
    const second = await report('Rosa', 'evening');
    await act(second.id, 'assign', { engineer: 'marat' }, { staff: 'olga' });
    const headers = { 'vitrine-actor': 'marat' };
    const seen = await house.ask<TicketAnswer>('GET', `/v1/tickets/${second.id}`, { as: house.desk, headers });
    assert.deepEqual(seen.body.ticket.contact, { name: 'Rosa', shift: 'evening' });
    assert.equal((await ticketOf(shop, first.id)).contact?.name, 'Nina');
    await act(second.id, 'comment', { text: 'The next shift is here' }, { as: shop });
  });

  test('a mass incident is known at its sites while it lasts, and stays to be read', async () => {
    const { session: other } = await house.signIn('vera', 'employee', ['pushkina-3']);
    const { session: own } = await house.signIn('morning');
    const { body } = await house.send<RegistrationAnswer>(own, '/v1/tickets', { ...REPORT, text: 'No network' });
    const { id } = body.ticket;
    const incidents = async () => (await listOf(other, 'scope=mine')).incidents?.map((ticket) => ticket.id);
    assert.equal(await incidents(), undefined);
    await act(id, 'declare-mass', { text: 'No network in two pharmacies' }, { staff: 'olga' });
    assert.deepEqual(await incidents(), [id]);
    assert.ok((await listOf(other, 'scope=site')).tickets.some((ticket) => ticket.id === id));
    assert.equal((await house.send(other, `/v1/tickets/${id}/comment`, { text: 'x' })).status, 403);
    await act(id, 'end-mass', {}, { staff: 'olga' });
    assert.equal(await incidents(), undefined);
    assert.equal((await ticketOf(other, id)).number, body.ticket.number);
  });
});
