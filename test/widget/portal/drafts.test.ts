import { assert } from '@open-wc/testing';
import { html } from 'lit';
import type { TicketId } from '../../../server/contract/ids.ts';
import '../../../widget/portal/vitrine-composer.ts';
import '../../../widget/portal/vitrine-draft.ts';
import '../../../widget/portal/vitrine-next-step.ts';
import '../../../widget/portal/vitrine-report-form.ts';
import { accepted, resolved, viewOf } from '../../support/scene.ts';
import { deep, drawn, stage, stateWith, type StagedPortal } from '../../support/stage.ts';

const OTHER = { ...viewOf([accepted], { ticket: 't2' }), id: 't2' as TicketId };
const text = (portal: StagedPortal, name = 'text') => deep<HTMLInputElement>(portal, `[name=${name}]`)!;

async function open(content: unknown, drafts: Readonly<Record<string, unknown>> = {}): Promise<StagedPortal> {
  const portal = await stage(html`<div></div>`, stateWith([viewOf([accepted])], { view: 'form' }));
  for (const [form, value] of Object.entries(drafts)) portal.drafts.set(form, value);
  portal.content = html`${content}`;
  portal.requestUpdate();
  await drawn(portal);
  return portal;
}
async function type(portal: StagedPortal, value: string, name = 'text'): Promise<void> {
  text(portal, name).value = value;
  text(portal, name).dispatchEvent(new Event('input', { bubbles: true }));
  await drawn(portal);
}

suite('what was begun', () => {
  test('stands in the composer again, apart for each ticket', async () => {
    const portal = await open(html`<vitrine-composer .ticket=${viewOf([accepted])}></vitrine-composer>`, {
      't1/comment': { text: 'half a sen' },
    });
    assert.equal(text(portal).value, 'half a sen');
    await type(portal, 'half a sentence');
    assert.deepEqual(portal.drafts.get('t1/comment'), { text: 'half a sentence' });
    portal.content = html`<vitrine-composer .ticket=${OTHER}></vitrine-composer>`;
    portal.requestUpdate();
    await drawn(portal);
    assert.equal(text(portal).value, '', 'what was typed about one ticket does not stay for another');
    assert.deepEqual([...portal.drafts.keys()], ['t1/comment']);
    await type(portal, ' ');
    assert.isFalse(portal.drafts.has('t2/comment'));
  });

  test('opens the form of a reason that it was typed in', async () => {
    const portal = await open(html`<vitrine-next-step .ticket=${viewOf([accepted, resolved])}></vitrine-next-step>`, {
      't1/reopen': { reason: 'It still drips' },
    });
    assert.equal(text(portal, 'reason').value, 'It still drips');
    assert.isTrue(deep<HTMLDetailsElement>(portal, 'details')!.open);
  });

  test('stands in the report again, but for what is not there any more, and goes when it is thrown away', async () => {
    const kept = { site: 'p12', category: 'gone', asset: 'fridge', text: 'It beeps', fields: { model: 'X' }, evil: 1 };
    const portal = await open(html`<vitrine-report-form></vitrine-report-form>`, { report: kept });
    assert.equal(text(portal).value, 'It beeps');
    assert.isTrue(deep<HTMLInputElement>(portal, '[name=site][value=p12]')!.checked);
    assert.isFalse(deep<HTMLInputElement>(portal, '[name=category]:checked') !== undefined);
    deep<HTMLButtonElement>(portal, '.acts details .acts button')!.click();
    await drawn(portal);
    assert.isFalse(portal.drafts.has('report'));
    assert.equal(text(portal).value, '');
    assert.deepEqual(portal.asked.at(-1), ['goTo', 'list']);
  });
});
