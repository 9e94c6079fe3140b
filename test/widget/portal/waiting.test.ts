import { assert, expect } from '@open-wc/testing';
import { html } from 'lit';
import type { TicketId } from '../../../server/contract/ids.ts';
import '../../../widget/portal/vitrine-report-form.ts';
import '../../../widget/portal/vitrine-ticket-list.ts';
import '../../../widget/portal/vitrine-waiting.ts';
import type { Pending, PortalState } from '../../../widget/store/state.ts';
import { accepted, MINUTE_MS, viewOf } from '../../support/scene.ts';
import { deep, deepAll, drawn, has, readText, stage, stateWith, type StagedPortal } from '../../support/stage.ts';

type More = Pick<Partial<PortalState>, 'pending' | 'link'>;
const NOBODY = { type: '', title: '', status: 0, code: 'unavailable', detail: '' } as const;
const T1 = 't1' as TicketId;
const REPORT = { site: 'p12', category: 'cooling', text: 'The fridge beeps\nSince noon', contact: { name: 'Elena' } };
const report = (more: Partial<Pending> = {}): Pending => ({
  key: 'k1',
  command: 'register',
  body: REPORT,
  since: Date.now() - 4.5 * MINUTE_MS,
  saved: true,
  sent: false,
  ...more,
});
const comment = (more: Partial<Pending> = {}): Pending =>
  report({ command: 'comment', body: { text: 'Hello?' }, ...more });
const pendingOf = (...pending: Pending[]): More => ({ pending: new Map([['new', pending]]) });

const form = (pending: Pending, more: More = {}, language = 'en'): Promise<StagedPortal> =>
  stage(html`<vitrine-report-form></vitrine-report-form>`, {
    ...stateWith([], { view: 'form', waiting: pending.key, ...pendingOf(pending), ...more, minutesAfterNoon: 5 }),
    language,
  });
const list = (more: More, language = 'en'): Promise<StagedPortal> =>
  stage(html`<vitrine-ticket-list></vitrine-ticket-list>`, { ...stateWith([viewOf([accepted])], more), language });
const talk = (pending: Pending, more: More = {}): Promise<StagedPortal> =>
  stage(html`<vitrine-waiting .ticketId=${T1}></vitrine-waiting>`, {
    ...stateWith([viewOf([accepted])], { pending: new Map([[T1, [pending]]]), ...more }),
  });
const rows = (portal: StagedPortal) => deepAll(deep(portal, 'vitrine-unregistered')!, '[part=item]');
const button = (portal: StagedPortal, name: string) =>
  deepAll<HTMLButtonElement>(portal, 'button, summary').find((each) => readText(each) === name)!;

suite('a report that waits', () => {
  test('[S5] stands above the list as what it is, never as a ticket, and opens', async () => {
    const portal = await list(pendingOf(report({ fault: NOBODY })));
    const row = rows(portal)[0]!;
    assert.equal(readText(row), 'The fridge beeps Waits for the connection Pharmacy 12, Baumana 44');
    assert.lengthOf(deepAll(portal, '[part=items] [part=item]'), 1);
    row.click();
    await drawn(portal);
    assert.deepEqual(portal.asked, [['kept', 'show', 'k1']]);
  });

  const states: readonly (readonly [says: RegExp, pending: Partial<Pending>, state: More])[] = [
    [/Saved on this device, being sent/, {}, {}],
    [/Saved on this device\. It is sent by itself when the connection is back/, { fault: NOBODY }, {}],
    [/Saved on this device\. .* when the connection is back/, {}, { link: { state: 'offline', since: 0 } }],
    [/Saved on this device\. .* when you have signed in/, {}, { link: { state: 'auth_required', since: 0 } }],
    [/Saved on this device\. The service is busy/, { fault: { ...NOBODY, status: 503, code: 'busy' } }, {}],
    [/This browser saves nothing: keep this page open/, { saved: false, fault: NOBODY }, {}],
  ];
  for (const [says, pending, state] of states)
    test(`says: ${says.source}`, async () => {
      const portal = await form(report(pending), state);
      assert.match(readText(portal), says);
      assert.include(readText(portal), 'The fridge beeps Since noon');
      assert.match(readText(portal), /You pressed “Send” at 12:00/);
    });

  test('says it in Russian', async () => {
    const text = readText(await form(report({ fault: NOBODY }), {}, 'ru'));
    assert.include(text, 'Сохранено на этом устройстве. Отправим сами, когда появится связь');
  });

  test('can be thrown away while it has surely not gone out, once that is confirmed', async () => {
    const portal = await form(report());
    button(portal, 'Do not send').click();
    assert.isEmpty(portal.asked.filter(([action]) => action === 'kept'));
    button(portal, 'Delete').click();
    await drawn(portal);
    assert.deepEqual(portal.asked, [
      ['kept', 'discard', 'k1'],
      ['goTo', 'list'],
    ]);
    const sent = await form(report({ sent: true }));
    assert.isUndefined(button(sent, 'Do not send'));
    assert.include(readText(sent), 'It will not become two tickets');
  });

  test('leaves room for another one', async () => {
    const portal = await form(report());
    button(portal, 'Report another fault').click();
    assert.deepEqual(portal.asked, [['goTo', 'form']]);
  });

  test('that is refused is in the form again with every character, and what was wrong; sent, it takes the place', async () => {
    const fault = { type: '', title: '', status: 400, code: 'invalid', detail: '' } as const;
    const portal = await form(report({ refused: true, sent: true, fault }));
    assert.equal(deep<HTMLTextAreaElement>(portal, '[name=text]')!.value, REPORT.text);
    assert.equal(deep<HTMLInputElement>(portal, '[name=contactName]')!.value, 'Elena');
    assert.include(readText(deep(portal, '[role=alert]')!), 'please check it');
    button(portal, 'Send').click();
    await drawn(portal);
    assert.deepEqual(
      portal.asked.filter(([action]) => action === 'report'),
      [['report', REPORT, 'k1']],
    );
  });

  test('is accessible', async () => {
    await expect(await form(report({ fault: NOBODY }))).to.be.accessible();
    await expect(
      await list(pendingOf(report({ fault: NOBODY }), report({ key: 'k2', refused: true }))),
    ).to.be.accessible();
  });
});

suite('what waits to be said about a ticket', () => {
  test('[S5] is shown as that, never as an event', async () => {
    const portal = await talk(comment());
    assert.include(readText(deep(portal, '[part=entry]')!), 'Message Saved on this device, being sent Hello?');
    assert.isFalse(has(portal, 'time'));
  });

  test('keeps its text when it is refused, and can be sent anew or deleted', async () => {
    const fault = { type: '', title: '', status: 409, code: 'stage', detail: '' } as const;
    const portal = await talk(comment({ refused: true, sent: true, fault }));
    assert.include(readText(portal), 'The ticket has moved on, and this is no longer possible. Hello?');
    button(portal, 'Send again').click();
    await drawn(portal);
    deepAll<HTMLButtonElement>(portal, '.why button')[0]!.click();
    await drawn(portal);
    assert.deepEqual(portal.asked, [
      ['kept', 'again', 'k1'],
      ['kept', 'discard', 'k1'],
    ]);
  });

  test('stands above the list too once it was refused, where it is found', async () => {
    const fault = { type: '', title: '', status: 409, code: 'stage', detail: '' } as const;
    const portal = await list({ pending: new Map([[T1, [comment(), comment({ key: 'k2', refused: true, fault })]]]) });
    assert.deepEqual(rows(portal).map(readText), ['Hello? 4127 Not accepted, please look']);
    rows(portal)[0]!.click();
    assert.deepEqual(portal.asked, [['openTicket', T1]]);
  });

  test('is accessible', async () => {
    await expect(await talk(comment({ refused: true, fault: { ...NOBODY, code: 'stage' } }))).to.be.accessible();
  });
});
