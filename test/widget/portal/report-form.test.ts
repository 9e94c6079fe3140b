import { assert, expect } from '@open-wc/testing';
import { html } from 'lit';
import '../../../widget/portal/vitrine-report-form.ts';
import type { Prefill } from '../../../widget/store/state.ts';
import { BOOT, minutes } from '../../support/scene.ts';
import { deep, deepAll, drawn, has, readText, stage, stateWith, type StagedPortal } from '../../support/stage.ts';

const open = (prefill: Prefill = {}, language = 'en') =>
  stage(html`<vitrine-report-form></vitrine-report-form>`, {
    ...stateWith([], { view: 'form', prefill, minutesAfterNoon: 0 }),
    language,
  });
const control = (portal: StagedPortal, name: string) => deep<HTMLInputElement>(portal, `[name="${name}"]`)!;
async function choose(portal: StagedPortal, name: string, value: string): Promise<void> {
  const radio = deepAll<HTMLInputElement>(portal, `input[type=radio][name="${name}"]`).find(
    (each) => each.value === value,
  );
  if (radio) radio.click();
  else {
    control(portal, name).value = value;
    control(portal, name).dispatchEvent(new Event('input', { bubbles: true }));
  }
  await drawn(portal);
}
const said = (portal: StagedPortal): string => readText(deep(portal, '[part=promise]')!);
const send = async (portal: StagedPortal): Promise<void> => {
  deep<HTMLButtonElement>(portal, '.primary')!.click();
  await drawn(portal);
};
const promised = {
  value: {
    clocks: [
      { kind: 'reaction', target: { elapsed: 'PT17M' }, dueAt: minutes(17) },
      { kind: 'resolution', target: { elapsed: 'PT302M' }, dueAt: minutes(302) },
    ],
  } as never,
};
const reports = (portal: StagedPortal) => portal.asked.filter(([action]) => action === 'report');

suite('<vitrine-report-form>', () => {
  test('says while it is written what is still missing, in the words of the form', async () => {
    const portal = await open();
    assert.equal(said(portal), 'Still missing: where, what kind and what is wrong');
    await choose(portal, 'site', 'p12');
    await choose(portal, 'category', 'till');
    assert.equal(said(portal), 'Still missing: what is wrong and model on the label');
    await choose(portal, 'text', 'No receipts');
    await choose(portal, 'field:model', 'ATOL 55F');
    assert.equal(said(portal), 'Ready to send');
  });

  test('says it in Russian', async () => {
    assert.equal(said(await open({}, 'ru')), 'Не хватает: объект обслуживания, категория и что случилось');
  });

  test('shows before sending what is promised, and asks anew when that changes', async () => {
    const portal = await open({ site: 'p12', category: 'cooling', text: 'It beeps' });
    portal.answer = promised;
    await choose(portal, 'priority', 'p1');
    assert.match(said(portal), /^Reaction by 12:17.*, fixed by 17:02/);
    assert.deepEqual(portal.asked, [
      ['promise', { site: 'p12', category: 'cooling' }],
      ['promise', { site: 'p12', category: 'cooling', priority: 'p1' }],
    ]);
  });

  test('is filled in beforehand by what the page knows', async () => {
    const portal = await open({ asset: 'fridge' });
    assert.isTrue(deep<HTMLInputElement>(portal, '[name=site][value=p12]')!.checked);
    assert.isTrue(deep<HTMLInputElement>(portal, '[name=category][value=cooling]')!.checked);
    assert.equal(control(portal, 'asset').value, 'fridge');
  });

  test('asks a category’s own fields only where it is the one', async () => {
    const portal = await open({ site: 'p12', category: 'cooling' });
    assert.isFalse(has(portal, '[name="field:model"]'));
    await choose(portal, 'category', 'till');
    assert.isTrue(has(portal, '[name="field:model"]'));
  });

  test('chooses the category with the equipment', async () => {
    const portal = await open({ site: 'p12' });
    await choose(portal, 'asset', 'fridge');
    assert.isTrue(deep<HTMLInputElement>(portal, '[name=category][value=cooling]')!.checked);
  });

  test('reports what was written, and nothing that was not asked', async () => {
    const portal = await open({ site: 'p12', category: 'till', subject: 'Till 3' });
    await choose(portal, 'field:model', 'ATOL 55F');
    await choose(portal, 'category', 'cooling');
    await choose(portal, 'text', '  It beeps \n');
    await choose(portal, 'contactName', 'Elena');
    await send(portal);
    assert.deepEqual(reports(portal), [
      ['report', { site: 'p12', category: 'cooling', text: 'It beeps', subject: 'Till 3', contact: { name: 'Elena' } }],
    ]);
  });

  test('keeps what is written on the device, but not whom to ask for: the next one at this login is another', async () => {
    const portal = await open({ site: 'p12', category: 'cooling' });
    await choose(portal, 'contactName', 'Elena');
    await choose(portal, 'contactPhone', '+7 900');
    assert.isUndefined(portal.drafts.get('report'));
    await choose(portal, 'text', 'It beeps');
    const kept = portal.drafts.get('report') as Record<string, string>;
    assert.deepEqual([kept['text'], kept['contactName'], kept['contactPhone']], ['It beeps', '', '']);
    assert.equal(control(portal, 'contactName').value, 'Elena', 'it stands until it is sent');
    await send(portal);
    assert.equal(control(portal, 'contactName').value, '');
  });

  test('[W5] sends own fields only, whatever the page has done to Object', async () => {
    Object.defineProperty(Object.prototype, 'role', { value: 'admin', enumerable: true, configurable: true });
    try {
      const portal = await open({ site: 'p12', category: 'till', text: 'No receipts' });
      await choose(portal, 'field:model', 'ATOL 55F');
      await send(portal);
      const [, body] = reports(portal)[0]! as [string, Record<string, object>];
      assert.sameMembers(Object.keys(body), ['site', 'category', 'text', 'fields']);
      assert.deepEqual(Object.keys(body['fields']!), ['model']);
    } finally {
      delete (Object.prototype as { role?: string }).role;
    }
  });

  test('does not send what is not whole, and goes to what is missing', async () => {
    const portal = await open({ site: 'p12', category: 'till', text: 'No receipts' });
    await send(portal);
    assert.isEmpty(reports(portal));
    const { activeElement } = deep(portal, 'vitrine-report-form')!.shadowRoot!;
    assert.equal((activeElement as HTMLInputElement).name, 'field:model');
  });

  test('keeps every character of a refused report, and says what to do', async () => {
    const portal = await open({ site: 'p12', category: 'cooling' });
    await choose(portal, 'text', 'It beeps');
    portal.answer = { fault: { type: '', title: '', status: 400, code: 'invalid', detail: '', pointer: '/text' } };
    await send(portal);
    assert.equal(control(portal, 'text').value, 'It beeps');
    assert.include(readText(deep(portal, '[role=alert]')!), 'Nothing was sent');
    portal.answer = { value: undefined as never };
    await send(portal);
    assert.equal(control(portal, 'text').value, '', 'and is empty once it is registered');
  });

  test('says how much too long a text is, and does not send it', async () => {
    const portal = await open({ site: 'p12', category: 'cooling' });
    await choose(portal, 'text', 'x'.repeat(4002));
    assert.include(readText(portal), '2 characters too many');
    assert.isTrue(deep<HTMLButtonElement>(portal, '.primary')!.disabled);
  });

  test('says while there is no connection that it can be sent all the same', async () => {
    const portal = await open({ site: 'p12', category: 'cooling', text: 'It beeps' });
    assert.notInclude(readText(portal), 'No connection');
    portal.answer = promised;
    await choose(portal, 'priority', 'p1');
    portal.answer = { value: undefined as never };
    portal.set({ link: { state: 'offline', since: 0 } });
    await drawn(portal);
    assert.include(readText(portal), 'Send it all the same: it is saved on this device');
    assert.equal(said(portal), 'Ready to send', 'the times begin when the service has it');
    await send(portal);
    assert.lengthOf(reports(portal), 1);
  });

  test('keeps the focus on "Send" while it is on its way, so that it can follow to the ticket, and sends once', async () => {
    const portal = await open({ site: 'p12', category: 'cooling', text: 'It beeps' });
    portal.answer = new Promise(() => undefined) as never;
    const button = deep<HTMLButtonElement>(portal, '.primary')!;
    button.focus();
    await send(portal);
    assert.equal(readText(button), 'Sending…');
    // A browser takes the focus from what is disabled when it draws the next frame.
    for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
    assert.isTrue(button.matches(':focus'));
    await send(portal);
    assert.equal(reports(portal).length, 1);
  });

  test('shows one site as known, and a long choice as a list', async () => {
    const many = Array.from({ length: 13 }, (_, n) => ({ ...BOOT.categories[1]!, id: `c${n}`, name: `Kind ${n}` }));
    const boot = { ...BOOT, sites: BOOT.sites.slice(0, 1), categories: many };
    const portal = await stage(
      html`<vitrine-report-form></vitrine-report-form>`,
      stateWith([], { view: 'form', boot }),
    );
    assert.isFalse(has(portal, '[name=site]'));
    assert.equal(control(portal, 'category').localName, 'select');
    assert.equal(said(portal), 'Still missing: what kind and what is wrong');
  });

  test('is accessible, empty and filled in', async () => {
    await expect(await open()).to.be.accessible();
    await expect(await open({ site: 'p12', category: 'till', text: 'No receipts' })).to.be.accessible();
  });

  test('names everything that it asks', async () => {
    const portal = await open({ site: 'p12', category: 'till' });
    for (const each of deepAll<HTMLInputElement>(portal, 'input, select, textarea'))
      assert.isNotEmpty([...(each.labels ?? [])], each.name);
  });
});
