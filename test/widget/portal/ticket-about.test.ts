import { assert, expect } from '@open-wc/testing';
import { html } from 'lit';
import type { TicketsAnswer } from '../../../server/contract/answers.ts';
import '../../../widget/portal/vitrine-asset-history.ts';
import '../../../widget/portal/vitrine-ticket-about.ts';
import {
  accepted,
  agreed,
  ANA,
  arrived,
  assigned,
  BOOT,
  costLine,
  departed,
  MARAT,
  OLGA,
  proposed,
  registered,
  resolved,
  viewOf,
  type Done,
} from '../../support/scene.ts';
import { deep, deepAll, drawn, has, openState, readText, stage, type StagedPortal } from '../../support/stage.ts';

const about = (scene: readonly Done[], more: Parameters<typeof openState>[1] = {}) =>
  stage(html`<vitrine-ticket-about .ticket=${viewOf(scene)}></vitrine-ticket-about>`, openState(scene, more));
const press = (portal: StagedPortal, label: string): void =>
  deepAll(portal, 'button, summary')
    .find((each) => readText(each) === label)!
    .click();
const rows = (portal: StagedPortal): readonly string[] => deepAll(portal, 'dl > div').map(readText);
const plan: readonly Done[] = [accepted, assigned, proposed, agreed];
const CALLED: Done = [0, OLGA, registered({ channel: 'telephone', requesterName: 'Nina' })];

suite('<vitrine-ticket-about>', () => {
  test('says who is meant at the site, with a number to call', async () => {
    const contact = { name: 'Nina', phone: '+7 900 000-00-01', shift: 'evening shift' };
    const portal = await about([[0, ANA, registered({ contact })]]);
    assert.deepEqual(rows(portal), [
      'Reported by Anna Petrova',
      'Ask at the site for Nina evening shift +7 900 000-00-01',
      'Kind of fault Tills and scanners',
      'Equipment Till 3 History of this equipment',
    ]);
    assert.equal(deep<HTMLAnchorElement>(portal, 'a')!.href, 'tel:+79000000001');
  });

  test('[W2] dials nothing that is no number', async () => {
    const contact = { name: 'Nina', phone: 'javascript:alert(1)' };
    assert.isFalse(has(await about([[0, ANA, registered({ contact })]]), 'a'));
  });

  test('says by which way it came, when, and who entered it', async () => {
    const portal = await about([CALLED]);
    assert.equal(
      rows(portal)[0],
      'Reported by Nina Reported by telephone at 12:00, entered 12:00 by Olga (service desk)',
    );
  });

  test('leads to the incident that it is a part of', async () => {
    const portal = await about([
      accepted,
      [8, OLGA, { type: 'linked', parent: 't9' as never, number: 41, reason: 'x' }],
    ]);
    press(portal, 'Ticket 41');
    assert.deepEqual(portal.asked, [['openTicket', 't9']]);
  });

  test('leads nowhere where a ticket stands alone', async () => {
    const linked: Done = [8, OLGA, { type: 'linked', parent: 't9' as never, number: 41, reason: 'x' }];
    const portal = await about([accepted, linked], { alone: true });
    assert.equal(rows(portal).at(-1), 'Part of the incident Ticket 41');
    portal.answer = { value: { tickets: [viewOf([accepted], { ticket: 't0' })], next: null } as never };
    press(portal, 'History of this equipment');
    await drawn(portal);
    assert.match(readText(deep(portal, '[part=history]')!), /^Ticket 4127/);
    assert.deepEqual(deepAll(portal, 'button').map(readText), ['History of this equipment']);
  });

  test('numbers the visits and says what came of each', async () => {
    const ended: Done = [150, MARAT, { type: 'visit_ended', outcome: 'continue' }];
    const portal = await about([...plan, departed, arrived, ended]);
    assert.deepEqual(deepAll(portal, 'ol li').map(readText), [
      '1 14:00–16:00 another visit is needed Marat Galiev arrived 14:20 within the agreed time',
    ]);
  });

  test('lets the person ask for another time while a visit is agreed, and only then', async () => {
    const portal = await about(plan);
    press(portal, 'Ask for another time');
    deep<HTMLTextAreaElement>(portal, 'textarea')!.value = 'On Monday';
    press(portal, 'Send');
    assert.deepEqual(portal.asked, [['send', 't1', 'postpone', { wish: 'On Monday' }]]);
    assert.isFalse(has(await about([accepted, proposed]), 'details'));
    assert.isFalse(has(await about([...plan, departed]), 'details'), 'somebody is on the way');
    const auditor = { ...BOOT, person: { ...BOOT.person, role: 'auditor' as const } };
    assert.isFalse(has(await about(plan, { boot: auditor }), 'details'));
  });

  test('says that a repair needed no visit', async () => {
    const portal = await about([accepted, [20, OLGA, { type: 'resolved', summary: 'From afar', firstVisit: null }]]);
    assert.include(readText(portal), 'Fixed remotely: nobody had to come');
    assert.notInclude(readText(await about([...plan, departed, arrived, resolved])), 'remotely');
  });

  test('opens the history of its equipment on demand: when, what, what was done, what it cost', async () => {
    const scene = [accepted];
    const portal = await about(scene);
    const former = viewOf(
      [...plan, departed, arrived, [150, MARAT, { type: 'cost_added', line: costLine() }], resolved],
      { ticket: 't0' },
    );
    const answer: TicketsAnswer = { tickets: [viewOf(scene), former], next: null };
    portal.answer = { value: answer as never };
    assert.isFalse(has(portal, 'vitrine-asset-history'));
    press(portal, 'History of this equipment');
    await drawn(portal);
    assert.deepEqual(portal.asked, [['read', '/v1/tickets?asset=till-3&limit=10']]);
    const [entry, ...others] = deepAll(portal, '[part=history] li').map(readText);
    assert.match(
      entry!,
      /^Ticket 4127 24 November Till 3 does not print receipts Print head replaced, test receipt printed\. ₽/,
    );
    assert.lengthOf(others, 0, 'the ticket itself is no history');
    press(portal, 'Ticket 4127');
    assert.deepEqual(portal.asked.at(-1), ['openTicket', 't0']);
  });

  test('says that a history could not be read, and tries again', async () => {
    const portal = await about([accepted]);
    portal.answer = { fault: { type: 't', title: 'x', status: 503, code: 'unavailable', detail: 'x' } };
    press(portal, 'History of this equipment');
    await drawn(portal);
    assert.isTrue(has(portal, '[role=alert]'));
    portal.answer = { value: { tickets: [], next: null } as never };
    press(portal, 'Try again');
    await drawn(portal);
    assert.include(readText(portal), 'Nothing else has been reported for it');
  });

  test('is accessible', async () => {
    const portal = await about([CALLED, ...plan]);
    press(portal, 'History of this equipment');
    await drawn(portal);
    await expect(portal).to.be.accessible();
  });
});
