import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { RegistrationAnswer, TicketAnswer, TicketsAnswer } from '../../server/contract/answers.ts';
import type { Fault } from '../../server/contract/faults.ts';
import { leafOf, entryOf } from '../../server/contract/digest.ts';
import { openHouse, type House } from '../support/open-house.ts';

const REPORT = { site: 'baumana-44', category: 'till', text: 'Till 3 does not print\nRed light.' };
const WINDOW = {
  from: new Date(Date.now() + 3_600_000).toISOString(),
  to: new Date(Date.now() + 7_200_000).toISOString(),
};
const HERE = { latitude: 557_887_000, longitude: 491_221_000 };

let house: House;
let anna: string;
let vera: string;
let auditor: string;

before(async () => {
  house = await openHouse();
  anna = (await house.signIn('anna')).session;
  vera = (await house.signIn('vera', 'employee', ['pushkina-3'])).session;
  auditor = (await house.signIn('audrey', 'auditor', [])).session;
});
after(() => house.close());

const register = (as = anna, body: object = REPORT, key?: string) =>
  house.send<RegistrationAnswer>(as, '/v1/tickets', body, undefined, key);
const open = (id: string, as = anna) => house.ask<TicketAnswer>('GET', `/v1/tickets/${id}`, { as });

describe('POST /v1/tickets', () => {
  test('answers 201 with the ticket, its clocks and a receipt that proves the event', async () => {
    const { status, body } = await register();
    assert.equal(status, 201);
    assert.equal(body.ticket.subject, 'Till 3 does not print');
    assert.equal(body.ticket.priority, '1');
    assert.deepEqual(
      body.ticket.clocks.map(({ kind, state }) => [kind, state]),
      [
        ['reaction', 'running'],
        ['resolution', 'running'],
      ],
    );
    assert.equal(body.receipt.number, body.ticket.number);
    assert.equal(body.receipt.leafHash, leafOf(entryOf(body.events[0]!)));
  });

  test('[H19] the same request again gets the answer that was lost, marked as such', async () => {
    const first = await register(anna, REPORT, 'one-key');
    const again = await register(anna, REPORT, 'one-key');
    assert.equal(again.status, 201);
    assert.equal(again.headers.get('idempotency-replayed'), 'true');
    assert.deepEqual(again.body.receipt, first.body.receipt);
  });

  test('[H18] without a key, or with one that cannot be a key, nothing is written', async () => {
    for (const key of ['', 'x'.repeat(256), 'two words', 'тест']) {
      const headers: Record<string, string> =
        key === '' ? {} : { 'idempotency-key': Buffer.from(key).toString('latin1') };
      const { status, body } = await house.ask<Fault>('POST', '/v1/tickets', { as: anna, body: REPORT, headers });
      assert.equal(status, 400);
      assert.equal(body.code, 'invalid');
    }
  });

  test('[H9] fields that are the server’s are refused by name, and nothing is written', async () => {
    const before = (await house.ask<TicketsAnswer>('GET', '/v1/tickets', { as: auditor })).body.tickets.length;
    for (const field of ['status', 'sla', 'tenantId', 'createdAt', 'cost', 'assignee', 'id']) {
      const { status, body } = await house.send<Fault>(anna, '/v1/tickets', { ...REPORT, [field]: 'x' });
      assert.equal(status, 400);
      assert.equal(body.code, 'unknown_field');
      assert.equal(body.pointer, `/${field}`);
    }
    const after = (await house.ask<TicketsAnswer>('GET', '/v1/tickets', { as: auditor })).body.tickets.length;
    assert.equal(after, before);
  });

  test('a malformed report names the field', async () => {
    const cases: readonly [object, string, string][] = [
      [{ ...REPORT, text: '' }, 'invalid', '/text'],
      [{ ...REPORT, text: 'x'.repeat(4001) }, 'invalid', '/text'],
      [{ ...REPORT, text: '\ud800' }, 'invalid', '/text'],
      [{ ...REPORT, site: 'nowhere' }, 'refused', '/site'],
      [{ ...REPORT, site: 'pushkina-3' }, 'refused', '/site'],
      [{ ...REPORT, category: 'spaceship' }, 'refused', '/category'],
      [{ ...REPORT, fields: { colour: 'red' } }, 'refused', '/fields/colour'],
      [{ ...REPORT, asset: 'fridge-1' }, 'refused', '/asset'],
      [{ ...REPORT, files: ['nothing'] }, 'refused', '/files/0'],
    ];
    for (const [body, code, pointer] of cases) {
      const answer = await house.send<Fault>(anna, '/v1/tickets', body);
      assert.deepEqual([answer.body.code, answer.body.pointer], [code, pointer], JSON.stringify(body).slice(0, 80));
    }
  });

  test('[H10] an auditor reports nothing', async () => {
    assert.equal((await register(auditor)).status, 403);
  });
});

describe('the story of a repair, by HTTP alone', () => {
  test('from the report to the rating, every step by whose it is', async () => {
    const { ticket } = (await register()).body;
    const desk = (command: string, body: object, staff: string) =>
      house.send(house.desk, `/v1/tickets/${ticket.id}/${command}`, body, staff);
    const customer = (command: string, body: object) => house.send(anna, `/v1/tickets/${ticket.id}/${command}`, body);
    const stage = async () => (await open(ticket.id)).body.ticket.stage;

    assert.equal((await desk('accept', {}, 'olga')).status, 200);
    assert.equal((await desk('ask', { text: 'Which model?' }, 'olga')).status, 200);
    const [question] = (await open(ticket.id)).body.ticket.questions;
    assert.equal((await customer('answer', { question: question!.id, text: 'PX-1' })).status, 200);
    assert.equal((await desk('assign', { engineer: 'marat' }, 'olga')).status, 200);
    assert.equal((await desk('propose-visit', WINDOW, 'olga')).status, 200);
    const [visit] = (await open(ticket.id)).body.ticket.visits;
    assert.equal((await customer('agree-visit', { visit: visit!.id })).status, 200);
    assert.equal(await stage(), 'scheduled');
    assert.equal((await desk('depart', {}, 'marat')).status, 200);
    assert.equal(await stage(), 'en_route');
    assert.equal((await desk('arrive', { position: HERE }, 'marat')).status, 200);
    assert.equal((await desk('add-cost', { code: 'K-110', quantity: '1' }, 'marat')).status, 200);
    assert.equal((await desk('resolve', { summary: 'New print head' }, 'marat')).status, 200);
    assert.equal((await customer('rate', { stars: 5 })).status, 200);
    assert.equal((await customer('confirm', {})).status, 200);

    const { ticket: closed, events } = (await open(ticket.id)).body;
    assert.equal(closed.stage, 'closed');
    assert.equal(closed.costs.total, 122_000);
    assert.ok(closed.clocks.every(({ state }) => state === 'met'));
    assert.deepEqual(
      events.map(({ seq }) => seq),
      events.map((_, index) => index + 1),
    );
    for (const [index, event] of events.entries()) {
      assert.equal(event.prev, index === 0 ? null : leafOf(entryOf(events[index - 1]!)));
    }
  });

  test('a clock opens into its arithmetic', async () => {
    const { ticket } = (await register()).body;
    const { status, body } = await house.ask<{ sumMs: number; clock: { targetMs: number } }>(
      'GET',
      `/v1/tickets/${ticket.id}/clocks/resolution`,
      { as: anna },
    );
    assert.equal(status, 200);
    assert.equal(body.clock.targetMs, 4 * 3_600_000);
    assert.equal((await house.ask('GET', `/v1/tickets/${ticket.id}/clocks/arrival`, { as: anna })).status, 404);
  });

  test('[H27] If-Match: the second of two who saw the same ticket is told', async () => {
    const { ticket } = (await register()).body;
    const assign = (engineer: string) =>
      house.ask<Fault>('POST', `/v1/tickets/${ticket.id}/assign`, {
        as: house.desk,
        body: { engineer },
        headers: { 'idempotency-key': crypto.randomUUID(), 'vitrine-actor': 'olga', 'if-match': '"1"' },
      });
    assert.equal((await assign('marat')).status, 200);
    const { status, body } = await assign('rustam');
    assert.deepEqual([status, body.code], [412, 'changed']);
  });
});

describe('reading', () => {
  test('[H8] [W5] a ticket of another site is answered like one that is not there', async () => {
    const { ticket } = (await register()).body;
    for (const [method, path, body] of [
      ['GET', '', undefined],
      ['GET', '/clocks/reaction', undefined],
      ['POST', '/comment', { text: 'Let me in' }],
    ] as const) {
      const at = (id: string) =>
        house.ask(method, `/v1/tickets/${id}${path}`, {
          as: vera,
          body,
          headers: { 'idempotency-key': crypto.randomUUID() },
        });
      const foreign = await at(ticket.id);
      const absent = await at('018f0000-0000-7000-8000-00000000ffff');
      assert.equal(foreign.status, 404);
      assert.deepEqual(foreign.body, absent.body);
    }
  });

  test('[H11] a list takes only what it knows', async () => {
    for (const query of [
      'sort=created_at;DROP',
      'filter[$.a]=x',
      'limit=1e9',
      'limit=0',
      'after=%01',
      'after=x.1',
      '__proto__[x]=1',
      'stage=burning',
      'scope=all',
    ]) {
      const { status } = await house.ask('GET', `/v1/tickets?${query}`, { as: anna });
      assert.equal(status, 400, query);
    }
  });

  test('pages follow each other by "next"', async () => {
    await register();
    await register();
    const first = (await house.ask<TicketsAnswer>('GET', '/v1/tickets?limit=1&scope=mine', { as: anna })).body;
    const second = (
      await house.ask<TicketsAnswer>('GET', `/v1/tickets?limit=1&scope=mine&after=${first.next}`, { as: anna })
    ).body;
    assert.equal(first.tickets.length, 1);
    assert.ok(second.tickets[0]!.number < first.tickets[0]!.number);
  });

  test('the API describes itself', async () => {
    const { body } = await house.ask<{ openapi: string; paths: Record<string, object> }>('GET', '/v1/openapi.json');
    assert.equal(body.openapi, '3.1.0');
    for (const path of [
      '/v1/tickets',
      '/v1/tickets/{id}',
      '/v1/tickets/{id}/approve-cost',
      '/v1/session',
      '/v1/portal',
      '/v1/sla/promise',
    ]) {
      assert.ok(body.paths[path], path);
    }
  });
});
