import { assert, expect, html } from '@open-wc/testing';
import '../../../widget/portal/vitrine-cost-ask.ts';
import '../../../widget/portal/vitrine-cost-lines.ts';
import type { TicketFact } from '../../../server/contract/events.ts';
import type { CostLine } from '../../../server/contract/money.ts';
import { textsOf } from '../../../widget/text/texts.ts';
import {
  accepted,
  arrived,
  BOOT,
  costLine,
  MARAT,
  printHead,
  registered,
  viewOf,
  type Done,
} from '../../support/scene.ts';
import { deepAll, drawn, readText, stage, stateWith } from '../../support/stage.ts';

type Added = Extract<TicketFact, { type: 'cost_added' }>;
const added = (line: CostLine, more: Partial<Added> = {}): TicketFact => ({ type: 'cost_added', line, ...more });

function ticketWith(facts: readonly TicketFact[], more: Parameters<typeof registered>[0] = {}) {
  const first: Done = [0, MARAT, registered(more)];
  return viewOf([first, accepted, arrived, ...facts.map((fact, i): Done => [150 + i, MARAT, fact])]);
}
type Ticket = ReturnType<typeof ticketWith>;
const view = (ticket: Ticket) => html`<vitrine-cost-lines .ticket=${ticket}></vitrine-cost-lines>`;
const shown = (ticket: Ticket) => stage(view(ticket), stateWith([ticket], { boot: BOOT }));
const rows = async (facts: readonly TicketFact[], more?: Parameters<typeof registered>[0]) =>
  deepAll(await shown(ticketWith(facts, more)), 'tr').map(readText);

const money = (net: number, vat: number) => ({ net, vat, total: net + vat, listTotal: net + vat, unitPrice: net });
const night = costLine({
  id: 'n',
  code: 'G-900',
  title: 'Night',
  kind: 'coefficient',
  quantity: '0.5',
  of: ['work'],
  ...money(50_000, 11_000),
  unitPrice: 100_000,
});

suite('<vitrine-cost-lines> of every kind', () => {
  test('says of a coefficient its share and of what, of a minimum to what it tops up', async () => {
    const least = costLine({ id: 'm', code: 'G-5', title: 'Minimum', kind: 'minimum', of: ['work'], least: 250_000 });
    const [share, minimum] = await rows([added(night), added(least)]);
    assert.include(share, 'G-900 · 50% of ₽1,000.00');
    assert.include(minimum, 'G-5 · tops up to ₽2,500.00');
  });

  test('shows VAT by rate as an invoice does, where there is more than one', async () => {
    const lines = [1, 2, 3].map((n) => added(costLine({ id: `c${n}`, ...money(1007, 222) })));
    const reduced = added(costLine({ id: 'r', vatRate: 1000, ...money(1007, 101) }));
    const free = added(costLine({ id: 'f', vatRate: null, ...money(500, 0) }));
    const all = await rows([...lines, reduced, free], { vatRounding: 'rate' });
    assert.deepEqual(all.slice(5), [
      'Net ₽45.28',
      'VAT 22% of ₽30.21 ₽6.65',
      'VAT 10% of ₽10.07 ₽1.01',
      '₽5.00 without VAT ₽0.00',
      'Total with VAT ₽52.94',
    ]);
  });

  test('says why a line is billed as it is, as plain text', async () => {
    const line = costLine({ billing: 'client_fault' });
    const [row] = await rows([added(line, { reason: 'Water <b>in it</b>' })]);
    assert.include(row, 'caused by the client');
    assert.include(row, 'Water <b>in it</b>');
  });

  test('marks what was done without approval, and sums up what is not payable yet', async () => {
    const late = added(costLine({ id: 'late', state: 'awaiting', unapproved: true }));
    const grown = added({ ...printHead, approved: 600_000 });
    const all = await rows([late, grown]);
    assert.include(all[0], 'Done without approval, not payable yet');
    assert.equal(all.at(-1), 'Not payable yet ₽1,340.00');
  });

  test('says the day where there are several', async () => {
    const one = added(costLine({ id: 'a', performedOn: '2026-11-24' }));
    const other = added(costLine({ id: 'b', performedOn: '2026-11-26' }));
    assert.notInclude((await rows([one]))[0], 'done on');
    const [first, second] = await rows([one, other]);
    assert.include(first, 'done on 24 November');
    assert.include(second, 'done on 26 November');
  });

  test('lets a new line slide in, and none of those that were there', async () => {
    const portal = await shown(ticketWith([added(costLine())]));
    await drawn(portal);
    const slid = () => deepAll(portal, 'tr.new').map((row) => readText(row).slice(0, 5));
    assert.deepEqual(slid(), []);
    portal.content = view(ticketWith([added(costLine()), added(night)]));
    portal.requestUpdate();
    await drawn(portal);
    assert.deepEqual(slid(), ['Night']);
  });

  test('is accessible with all of it, in Russian too', async () => {
    const late = added(costLine({ id: 'late', state: 'awaiting', unapproved: true }), { reason: 'Так вышло' });
    const portal = await shown(ticketWith([late, added(night), added(printHead)]));
    await expect(portal).to.be.accessible();
    const { ru } = await import('../../../widget/text/ru.ts');
    const { ruRest } = await import('../../../widget/text/ru-rest.ts');
    portal.speak(textsOf({ ...ru, ...ruRest }, 'ru'));
    await drawn(portal);
    await expect(portal).to.be.accessible();
    assert.include(readText(portal), 'Пока не к оплате');
  });
});
