import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { RegistrationAnswer, TicketsAnswer } from '../../server/contract/answers.ts';
import { openHouse, type House } from '../support/open-house.ts';
import { REPORT } from '../support/open-core.ts';

/** 6 000 roubles need nobody, 10 000 an employee, more an approver; a unit of K-110 comes to 1 220. */
describe('what waits for a person’s approval, over all sites', () => {
  let house: House;
  let anna: string;
  let elena: string;
  const ids = { nothing: '', employees: '', approvers: '', elsewhere: '' };

  const waiting = async (as: string, more = '') => {
    const { status, body } = await house.ask<TicketsAnswer>('GET', `/v1/tickets?waiting=approval${more}`, { as });
    assert.equal(status, 200);
    return body;
  };
  const found = async (as: string) => (await waiting(as)).tickets.map(({ id }) => id).toSorted();

  async function reported(name: keyof typeof ids, by: string, site: string, quantity: string): Promise<void> {
    const { body } = await house.send<RegistrationAnswer>(by, '/v1/tickets', { ...REPORT, site });
    const { id } = body.ticket;
    ids[name] = id;
    await house.send(house.desk, `/v1/tickets/${id}/assign`, { engineer: 'marat' }, 'olga');
    const { status } = await house.send(house.desk, `/v1/tickets/${id}/add-cost`, { code: 'K-110', quantity }, 'marat');
    assert.equal(status, 200);
  }

  before(async () => {
    house = await openHouse();
    anna = (await house.signIn('anna')).session;
    elena = (await house.signIn('elena', 'approver', ['baumana-44', 'pushkina-3'])).session;
    const vera = (await house.signIn('vera', 'employee', ['pushkina-3'])).session;
    await reported('nothing', anna, 'baumana-44', '4');
    await reported('employees', anna, 'baumana-44', '6');
    await reported('approvers', anna, 'baumana-44', '9');
    await reported('elsewhere', vera, 'pushkina-3', '5');
  });
  after(() => house.close());

  test('is what his role, his sites and his limit let him decide', async () => {
    assert.deepEqual(await found(anna), [ids.employees]);
    assert.deepEqual(await found(elena), [ids.employees, ids.approvers, ids.elsewhere].toSorted());
    const { session: auditor } = await house.signIn('audrey', 'auditor', []);
    assert.deepEqual(await waiting(auditor), { tickets: [], next: null, waiting: { tickets: 0, sum: 0 } });
  });

  test('comes in pages that neither skip nor repeat, each with the totals of all', async () => {
    const seen: string[] = [];
    let next: string | null = '';
    while (next !== null) {
      const page: TicketsAnswer = await waiting(elena, `&limit=1${next && `&after=${encodeURIComponent(next)}`}`);
      assert.deepEqual(page.waiting, { tickets: 3, sum: 20 * 1220_00 });
      seen.push(...page.tickets.map(({ id }) => id));
      next = page.next;
    }
    assert.deepEqual(seen, [ids.elsewhere, ids.approvers, ids.employees]);
  });

  test('leaves the list when it is decided; what is disputed waits for the other side and counts for the limit', async () => {
    const decide = (as: string, name: keyof typeof ids, command: string, more = {}) =>
      house.ask<TicketsAnswer>('GET', `/v1/tickets/${ids[name]}`, { as }).then(({ body }) => {
        const { ticket } = body as unknown as { ticket: { costs: { lines: { id: string; state: string }[] } } };
        const lines = ticket.costs.lines.filter(({ state }) => state === 'awaiting').map(({ id }) => id);
        return house.send(as, `/v1/tickets/${ids[name]}/${command}`, { lines, ...more });
      });
    assert.equal((await decide(elena, 'elsewhere', 'approve-cost')).status, 200);
    assert.equal((await decide(elena, 'employees', 'dispute-cost', { reason: 'Too dear' })).status, 200);
    assert.deepEqual(await found(elena), [ids.approvers]);
    // 7 320 are disputed: with 4 880 more the employee's limit is passed.
    await house.send(house.desk, `/v1/tickets/${ids.employees}/add-cost`, { code: 'K-110', quantity: '4' }, 'marat');
    assert.deepEqual(await found(anna), []);
    assert.deepEqual(await found(elena), [ids.employees, ids.approvers].toSorted());
  });

  test('is nothing of a mass incident that only concerns him: he could not approve it', async () => {
    const far = (await house.signIn('far', 'approver', ['pushkina-3'])).session;
    const before = await waiting(far);
    const declared = { text: 'No network anywhere' };
    await house.send(house.desk, `/v1/tickets/${ids.approvers}/declare-mass`, declared, 'olga');
    assert.equal((await house.ask('GET', `/v1/tickets/${ids.approvers}`, { as: far })).status, 200);
    assert.deepEqual(await waiting(far), before);
  });

  test('nothing else may be asked for so', async () => {
    const { status } = await house.ask('GET', '/v1/tickets?waiting=visit', { as: anna });
    assert.equal(status, 400);
  });
});
