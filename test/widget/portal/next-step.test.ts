import { assert, expect } from '@open-wc/testing';
import { html } from 'lit';
import type { PortalBoot } from '../../../server/contract/portal.ts';
import type { TicketView } from '../../../server/contract/ticket.ts';
import '../../../widget/portal/vitrine-cost-ask.ts';
import '../../../widget/portal/vitrine-cost-lines.ts';
import '../../../widget/portal/vitrine-next-step.ts';
import '../../../widget/portal/vitrine-withdraw.ts';
import {
  accepted,
  ANA,
  arrived,
  assigned,
  BOOT,
  costLine,
  MARAT,
  OLGA,
  printHead,
  proposed,
  registered,
  resolved,
  viewOf,
  type Done,
} from '../../support/scene.ts';
import { deep, deepAll, drawn, has, readText, stage, stateWith, type StagedPortal } from '../../support/stage.ts';

const asked: Done = [9, OLGA, { type: 'asked', question: 'q1', text: 'Which model is on the label?' }];
const denied: Done = [145, MARAT, { type: 'paused', pause: 'p1', reason: 'no_access', evidence: null }];
const confirmed: Done = [230, ANA, { type: 'confirmed' }];
const as = (role: PortalBoot['person']['role'], approvalLimit: number | null = null): PortalBoot => ({
  ...BOOT,
  person: { ...BOOT.person, role, approvalLimit },
});

const stepFor = (scene: readonly Done[], boot = BOOT) => {
  const ticket = viewOf(scene);
  return stage(html`<vitrine-next-step .ticket=${ticket}></vitrine-next-step>`, stateWith([ticket], { boot }));
};
const costsOf = (ticket: TicketView, boot = BOOT) =>
  stage(html`<vitrine-cost-lines .ticket=${ticket}></vitrine-cost-lines>`, stateWith([ticket], { boot }));
const press = (portal: StagedPortal, label: string): void =>
  deepAll(portal, 'button, summary')
    .find((each) => readText(each) === label)!
    .click();
const write = (portal: StagedPortal, text: string): void => {
  deep<HTMLTextAreaElement>(portal, 'textarea')!.value = text;
};
const refusal = {
  fault: { type: 'urn:vitrine:problem:stage', title: 'Not now', status: 409, code: 'stage', detail: 'moved on' },
} as const;

suite('<vitrine-next-step>', () => {
  test('asks the question, and sends the answer to it', async () => {
    const portal = await stepFor([accepted, asked]);
    assert.include(readText(portal), 'Which model is on the label?');
    write(portal, '  ATOL 55F ');
    press(portal, 'Answer');
    assert.deepEqual(portal.asked, [['send', 't1', 'answer', { question: 'q1', text: 'ATOL 55F' }]]);
  });

  test('keeps every character of what was refused, and says why', async () => {
    const portal = await stepFor([accepted, asked]);
    portal.answer = refusal;
    write(portal, 'ATOL 55F');
    press(portal, 'Answer');
    await drawn(portal);
    assert.equal(deep<HTMLTextAreaElement>(portal, 'textarea')!.value, 'ATOL 55F');
    assert.equal(readText(deep(portal, '[role=alert]')!), 'The ticket has moved on, and this is no longer possible.');
  });

  test('has a proposed visit agreed, or declined with a wish', async () => {
    const portal = await stepFor([accepted, assigned, proposed]);
    assert.include(readText(portal), 'The visit is proposed for 14:00–16:00');
    press(portal, 'Agree');
    await drawn(portal);
    write(portal, 'Tomorrow morning');
    press(portal, 'Send');
    assert.deepEqual(portal.asked, [
      ['send', 't1', 'agree-visit', { visit: 'v1' }],
      ['send', 't1', 'decline-visit', { visit: 'v1', wish: 'Tomorrow morning' }],
    ]);
  });

  test('says that a cost waits for the person’s word, and leads to the lines, which keep their place', async () => {
    const waiting: Done = [150, MARAT, { type: 'cost_added', line: printHead }];
    const portal = await stepFor([accepted, assigned, arrived, waiting]);
    assert.match(readText(deep(portal, '.ask')!), /waits for your approval/);
    let asked = 0;
    deep(portal, 'vitrine-next-step')!.addEventListener('look-at-costs', () => (asked += 1));
    press(portal, 'Look at the works');
    assert.equal(asked, 1);
    const [small, reader] = [as('employee', 100_000), as('auditor')];
    assert.isFalse(has(await stepFor([accepted, assigned, arrived, waiting], small), '.ask'));
    assert.isFalse(has(await stepFor([accepted, assigned, arrived, waiting], reader), '.ask'));
  });

  test('asks nothing of whoever is only concerned by a mass incident', async () => {
    const elsewhere = { ...BOOT, person: { ...BOOT.person, id: 'vera' as typeof ANA.id }, sites: [BOOT.sites[1]!] };
    const mass: Done = [8, OLGA, { type: 'mass_declared', text: 'No network', sites: null }];
    assert.isFalse(has(await stepFor([accepted, mass, asked], elsewhere), '.ask'));
    assert.isTrue(has(await stepFor([accepted, mass, asked]), '.ask'));
  });

  test('asks to let somebody in who was not let in', async () => {
    const portal = await stepFor([accepted, assigned, arrived, denied]);
    press(portal, 'Access is possible now');
    assert.deepEqual(portal.asked, [['send', 't1', 'allow-access', {}]]);
  });

  test('has a repair confirmed, or reopened with a reason', async () => {
    const portal = await stepFor([accepted, assigned, arrived, resolved]);
    press(portal, 'Yes, it works');
    await drawn(portal);
    write(portal, 'It still beeps');
    press(portal, 'Send');
    assert.deepEqual(portal.asked, [
      ['send', 't1', 'confirm', {}],
      ['send', 't1', 'reopen', { reason: 'It still beeps' }],
    ]);
  });

  test('asks the requester for a rating once it is confirmed, and nobody else', async () => {
    assert.notInclude(readText(await stepFor([accepted, assigned, arrived, resolved])), 'How was it?');
    const portal = await stepFor([accepted, assigned, arrived, resolved, confirmed]);
    const filled = (): boolean[] =>
      deepAll(portal, '.stars label').map((star) => getComputedStyle(star).webkitTextFillColor !== 'rgba(0, 0, 0, 0)');
    assert.deepEqual(filled(), [false, false, false, false, false], 'nothing looks chosen before it is');
    deepAll<HTMLInputElement>(portal, 'input[type=radio]')[3]!.click();
    assert.deepEqual(filled(), [true, true, true, true, false]);
    press(portal, 'Send rating');
    assert.deepEqual(portal.asked, [['send', 't1', 'rate', { stars: 4 }]]);
    const others = [[0, ANA, registered({ requester: OLGA.id })], accepted, arrived, resolved, confirmed] as const;
    assert.equal(readText(await stepFor(others)), '');
  });

  test('asks nothing of whoever only reads', async () => {
    for (const scene of [
      [accepted, asked],
      [accepted, assigned, proposed],
      [accepted, arrived, denied],
      [accepted, resolved],
    ])
      assert.equal(readText(await stepFor(scene, as('auditor'))), '');
  });

  test('sends once, however often it is pressed', async () => {
    const portal = await stepFor([accepted, assigned, arrived, resolved]);
    press(portal, 'Yes, it works');
    press(portal, 'Yes, it works');
    await drawn(portal);
    assert.equal(portal.asked.length, 1);
  });

  for (const [name, scene] of [
    ['with a question', [accepted, asked]],
    ['with a visit', [accepted, assigned, proposed]],
    ['to confirm', [accepted, arrived, resolved]],
    ['to rate', [accepted, arrived, resolved, confirmed]],
  ] as const)
    test(`is accessible ${name}`, async () => {
      await expect(await stepFor(scene)).to.be.accessible();
    });
});

suite('<vitrine-cost-lines>', () => {
  const withLines = (...lines: (typeof printHead)[]) =>
    viewOf([accepted, arrived, ...lines.map((line, i): Done => [150 + i, MARAT, { type: 'cost_added', line }])]);

  test('shows each line with code, quantity and sum, and what it comes to', async () => {
    const portal = await costsOf(withLines(costLine(), printHead));
    assert.deepEqual(deepAll(portal, 'tr').map(readText), [
      'Diagnostics on site K-110 · 1 visit × ₽983.61 net ₽983.61 + VAT ₽216.39 ₽1,200.00',
      'Print head, replacement K-342 · 1 pc × ₽5,032.79 net ₽5,032.79 + VAT ₽1,107.21 waiting for approval ₽6,140.00',
      'Net ₽6,016.40',
      'VAT 22% ₽1,323.60',
      'Total with VAT ₽7,340.00',
      'Not payable yet ₽6,140.00',
    ]);
  });

  test('shows what is not charged as nothing, with its value beside', async () => {
    const portal = await costsOf(withLines(costLine({ billing: 'warranty', net: 0, vat: 0, total: 0 })));
    assert.equal(
      readText(deep(portal, 'tr')!),
      'Diagnostics on site K-110 · 1 visit × ₽983.61 · warranty ₽1,200.00 ₽0.00',
    );
  });

  test('has what waits approved, or disputed with a reason', async () => {
    const portal = await costsOf(withLines(costLine(), printHead));
    press(portal, 'Approve');
    await drawn(portal);
    write(portal, 'Too much');
    press(portal, 'Send');
    assert.deepEqual(portal.asked, [
      ['send', 't1', 'approve-cost', { lines: ['c2'] }],
      ['send', 't1', 'dispute-cost', { lines: ['c2'], reason: 'Too much' }],
    ]);
  });

  test('lets nobody approve more than his limit, and an auditor nothing', async () => {
    const small = await costsOf(withLines(printHead), as('employee', 600_000));
    assert.include(readText(small), 'you may approve up to ₽6,000.00');
    assert.isFalse(has(small, '.primary'));
    const reader = await costsOf(withLines(printHead), as('auditor'));
    assert.isFalse(has(reader, '.ask'));
  });

  test('is accessible with lines that wait', async () => {
    await expect(await costsOf(withLines(costLine(), printHead))).to.be.accessible();
  });
});

suite('<vitrine-withdraw>', () => {
  const withdrawOf = (scene: readonly Done[], boot = BOOT) => {
    const ticket = viewOf(scene);
    return stage(html`<vitrine-withdraw .ticket=${ticket}></vitrine-withdraw>`, stateWith([ticket], { boot }));
  };

  test('takes a ticket back with a reason, as long as nobody is on the way', async () => {
    const portal = await withdrawOf([accepted]);
    write(portal, 'It works again');
    press(portal, 'Withdraw the ticket');
    deep<HTMLButtonElement>(portal, 'form button')!.click();
    assert.deepEqual(portal.asked, [['send', 't1', 'cancel', { reason: 'It works again' }]]);
    assert.equal(readText(await withdrawOf([accepted, arrived])), '');
    assert.equal(readText(await withdrawOf([accepted], as('auditor'))), '');
  });
});
