import { assert, expect, html } from '@open-wc/testing';
import '../../../widget/portal/vitrine-approvals.ts';
import '../../../widget/portal/vitrine-ticket-list.ts';
import type { PersonId, TicketId } from '../../../server/contract/ids.ts';
import type { CostLine } from '../../../server/contract/money.ts';
import type { PortalBoot } from '../../../server/contract/portal.ts';
import type { PortalState } from '../../../widget/store/state.ts';
import { takeApprovals, waitingIn } from '../../../widget/store/approvals.ts';
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
import { deep, deepAll, drawn, has, readText, stage, stateWith, type StagedPortal } from '../../support/stage.ts';

const BOSS: PortalBoot = {
  ...BOOT,
  person: { id: 'boss' as PersonId, name: 'Guzel', role: 'approver', approvalLimit: 2_000_000 },
};

const waiting = (id: string, site: string, ...lines: readonly CostLine[]) => {
  const first: Done = [0, MARAT, registered({ site, subject: `Fault at ${site}`, number: Number(id.slice(1)) })];
  const facts = lines.map((line, i): Done => [150 + i, MARAT, { type: 'cost_added', line }]);
  return viewOf([first, accepted, arrived, ...facts], { ticket: id });
};
const one = waiting('t1', 'p12', costLine(), printHead);
const two = waiting('t2', 'p30', printHead, costLine({ id: 'c3', title: 'Cable', state: 'awaiting' }));

const stateOf = (
  tickets: readonly (typeof one)[],
  more: Omit<Partial<PortalState>, 'boot'> & { boot?: PortalBoot } = {},
): Partial<PortalState> =>
  stateWith(tickets, {
    boot: BOSS,
    view: 'approvals',
    approvals: {
      ids: tickets.map(({ id }) => id),
      next: null,
      tickets: tickets.length,
      sum: tickets.length * 614_000,
    },
    ...more,
  });
const opened = (tickets: readonly (typeof one)[], more: Parameters<typeof stateOf>[1] = {}) =>
  stage(html`<vitrine-approvals></vitrine-approvals>`, stateOf(tickets, more));

const cards = (portal: StagedPortal) => deepAll(portal, 'article').map(readText);
const press = (root: Element, label: string): void =>
  deepAll<HTMLButtonElement>(root, 'button, summary')
    .find((button) => readText(button) === label)!
    .click();
const decided = (portal: StagedPortal, id: string) => {
  const tickets = new Map(portal.store.current.tickets);
  const ticket = tickets.get(id as TicketId)!;
  const lines = ticket.costs.lines.map((line) => ({ ...line, state: 'approved' as const }));
  portal.set({ tickets: tickets.set(ticket.id, { ...ticket, costs: { ...ticket.costs, lines } }) });
};

suite('<vitrine-approvals>', () => {
  const zoned = (card: string | undefined): string => card!.replace(/14:31( \(.*?\))?/, '14:31');

  test('shows one card for each ticket: where, what, how much, who asked and since when', async () => {
    const portal = await opened([one, two]);
    const [first, second] = cards(portal);
    // Whoever looks from another zone reads his own time beside.
    assert.equal(
      zoned(first),
      'Fault at p12 Ticket 1 Pharmacy 12, Baumana 44 since 14:31 · Marat Galiev ' +
        'Work and cost Print head, replacement 1 pc ₽6,140.00 ₽6,140.00 waits for your approval Approve Dispute What do you disagree with? Send',
    );
    assert.include(second, 'Pharmacy 30, Lenina 2');
    assert.include(second, '₽7,340.00 waits for your approval');
    assert.include(readText(portal), 'Waiting for your approval: 2 ₽12,280.00');
  });

  test('approves a ticket without leaving, tells it once, and goes on with the next', async () => {
    const portal = await opened([one, two]);
    deepAll(portal, 'article')[0]!
      .querySelector('vitrine-cost-ask')!
      .shadowRoot!.querySelector<HTMLElement>('.primary')!
      .focus();
    press(deepAll(portal, 'vitrine-cost-ask')[0]!, 'Approve');
    decided(portal, 't1');
    await drawn(portal);
    assert.deepEqual(
      portal.asked.filter(([action]) => action === 'send'),
      [['send', 't1', 'approve-cost', { lines: ['c2'] }]],
    );
    assert.deepEqual(
      cards(portal).map((card) => card.slice(0, 12)),
      ['Fault at p30'],
    );
    assert.equal(readText(deep(portal, '[role=status]')!), 'approved: ₽6,140.00, ticket 1');
    const view = deep(portal, 'vitrine-approvals')!;
    assert.equal(readText(view.shadowRoot!.activeElement!), 'Fault at p30');
  });

  test('tells nothing of what only lies on this device, and keeps its card', async () => {
    const portal = await opened([one, two]);
    press(deepAll(portal, 'vitrine-cost-ask')[0]!, 'Approve');
    await drawn(portal);
    assert.equal(readText(deep(portal, '[role=status]')!), '');
    assert.equal(cards(portal).length, 2);
  });

  test('takes the person to the heading when nothing is left, and says so', async () => {
    const portal = await opened([one]);
    deepAll(portal, 'vitrine-cost-ask')[0]!.shadowRoot!.querySelector<HTMLElement>('.primary')!.focus();
    press(deepAll(portal, 'vitrine-cost-ask')[0]!, 'Approve');
    decided(portal, 't1');
    await drawn(portal);
    assert.include(readText(portal), 'Nothing waits for your approval');
    assert.equal(deep(portal, 'vitrine-approvals')!.shadowRoot!.activeElement?.localName, 'h2');
  });

  test('disputes the lines that the person picks, with a reason', async () => {
    const portal = await opened([two]);
    const [, cable] = deepAll<HTMLInputElement>(portal, 'input[type=checkbox]');
    cable!.click();
    await drawn(portal);
    assert.include(readText(portal), '₽6,140.00 waits for your approval');
    const form = deep<HTMLFormElement>(portal, 'form')!;
    form.querySelector('textarea')!.value = 'Too dear';
    form.requestSubmit();
    await drawn(portal);
    assert.deepEqual(portal.asked.at(-1), ['send', 't2', 'dispute-cost', { lines: ['c2'], reason: 'Too dear' }]);
  });

  test('where the lines stand beside it, lets them be picked once the person begins to dispute', async () => {
    const view = html`<vitrine-cost-ask .ticket=${two}></vitrine-cost-ask>`;
    const portal = await stage(view, stateOf([two]));
    const isSeen = () => deep(portal, 'fieldset')!.checkVisibility();
    assert.isFalse(isSeen());
    deep(portal, 'summary')!.click();
    await drawn(portal);
    assert.isTrue(isSeen());
    await expect(portal).to.be.accessible();
  });

  test('approves nothing while no line is picked', async () => {
    const portal = await opened([two]);
    for (const box of deepAll<HTMLInputElement>(portal, 'input[type=checkbox]')) box.click();
    await drawn(portal);
    assert.isTrue(deep<HTMLButtonElement>(portal, '.primary')!.disabled);
  });

  test('takes a card out the moment that somebody else decides, and asks for what is new', async () => {
    const portal = await opened([one, two]);
    decided(portal, 't2');
    await drawn(portal);
    assert.equal(cards(portal).length, 1);
    assert.deepEqual(portal.asked.at(-1), ['loadApprovals']);
    portal.asked.length = 0;
    const three = waiting('t3', 'p12', printHead);
    portal.set({ tickets: new Map(portal.store.current.tickets).set(three.id, three) });
    await drawn(portal);
    assert.deepEqual(portal.asked, [['loadApprovals']]);
  });

  test('asks once for what is not known yet, and for the next page when the person wants it', async () => {
    const portal = await stage(
      html`<vitrine-approvals></vitrine-approvals>`,
      stateWith([], { boot: BOSS, approvals: null }),
    );
    await drawn(portal);
    assert.deepEqual(portal.asked, [['loadApprovals']]);
    const more = await opened([one], { approvals: { ids: [one.id], next: 'e.9', tickets: 70, sum: 1 } });
    press(more, 'Show more');
    assert.deepEqual(more.asked.at(-1), ['loadApprovals', true]);
  });

  for (const [what, tickets] of [
    ['with cards', [one, two]],
    ['with nothing', []],
  ] as const) {
    test(`is accessible ${what}`, async () => {
      await expect(await opened(tickets)).to.be.accessible();
    });
  }
});

suite('the head of the list', () => {
  const list = (more: Parameters<typeof stateOf>[1]) =>
    stage(html`<vitrine-ticket-list></vitrine-ticket-list>`, stateOf([one, two], { view: 'list', ...more }));

  test('says how much waits for this person, and leads there', async () => {
    const portal = await list({});
    const button = deep(portal, '.waiting')!;
    assert.equal(readText(button), 'Waiting for your approval: 2 ₽12,280.00');
    button.click();
    assert.deepEqual(portal.asked.at(-1), ['goTo', 'approvals']);
    await expect(portal).to.be.accessible();
  });

  test('says nothing of it where nothing waits, and asks nothing for those who decide nothing', async () => {
    assert.isFalse(has(await list({ approvals: { ids: [], next: null, tickets: 0, sum: 0 } }), '.waiting'));
    const auditor = { ...BOOT, person: { ...BOOT.person, role: 'auditor' as const, approvalLimit: 0 } };
    const portal = await list({ boot: auditor, approvals: null });
    await drawn(portal);
    assert.deepEqual(portal.asked, []);
  });
});

suite('what waits, as it is kept', () => {
  const state = stateOf([one, two]) as PortalState;
  const three = waiting('t3', 'p12', printHead);

  test('keeps its order, what is new behind, what is decided away', () => {
    const answer = { tickets: [three, one], next: null, waiting: { tickets: 3, sum: 5 } };
    const next = takeApprovals(state, answer, false);
    assert.deepEqual(next.approvals, { ids: [one.id, two.id, three.id], next: null, tickets: 3, sum: 5 });
    assert.deepEqual(
      waitingIn(next).map(({ id }) => id),
      ['t1', 't2', 't3'],
    );
  });

  test('goes on after the last page, also when the first was asked for anew', () => {
    const last = takeApprovals(
      { ...state, approvals: { ...state.approvals!, next: 'e.5' } },
      { tickets: [three], next: 'e.2' },
      true,
    );
    assert.equal(last.approvals!.next, 'e.2');
    const first = takeApprovals(last, { tickets: [one], next: 'e.7' }, false);
    assert.equal(first.approvals!.next, 'e.2');
  });

  test('holds nothing over this person’s limit', () => {
    const small = { ...state, boot: { ...BOSS, person: { ...BOSS.person, approvalLimit: 700_000 } } };
    assert.deepEqual(
      waitingIn(small).map(({ id }) => id),
      ['t1'],
    );
  });
});
