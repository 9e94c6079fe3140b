import { assert, expect } from '@open-wc/testing';
import { html } from 'lit';
import '../../../widget/portal/vitrine-report-form.ts';
import { accepted, ANA, assigned, departed, onTheWay, registered, viewOf } from '../../support/scene.ts';
import { deep, deepAll, drawn, has, readText, stage, stateWith, type StagedPortal } from '../../support/stage.ts';

const ticket = (id: string, asset: string | null, category: string, subject: string) =>
  viewOf([[0, ANA, registered({ asset, category, subject })]], { ticket: id });

async function open(known: StagedPortal['known'], language = 'en'): Promise<StagedPortal> {
  const portal = await stage(html`<div></div>`, {
    ...stateWith([], { view: 'form', prefill: { site: 'p12' } }),
    language,
  });
  portal.known = known;
  portal.content = html`<vitrine-report-form></vitrine-report-form>`;
  portal.requestUpdate();
  await drawn(portal);
  return portal;
}
async function choose(portal: StagedPortal, name: string, value: string): Promise<void> {
  const control = deepAll<HTMLInputElement>(portal, `[name="${name}"]`).find(
    (each) => each.localName === 'select' || each.value === value,
  )!;
  if (control.localName === 'select') {
    control.value = value;
    control.dispatchEvent(new Event('input', { bubbles: true }));
  } else control.click();
  await drawn(portal);
}
const known = (portal: StagedPortal): string[] => deepAll(portal, '[part=known] button').map(readText);

suite('what is already reported at a site', () => {
  test('is shown once site and category are chosen, in the words of its list, and opens', async () => {
    const portal = await open([{ ...viewOf([accepted, assigned, departed]), eta: onTheWay }]);
    assert.isFalse(has(portal, '[part=known]'));
    await choose(portal, 'category', 'till');
    assert.match(known(portal).join(), /^Till 3 does not print receipts On the way, about 14:20/);
    deep<HTMLButtonElement>(portal, '[part=known] button')!.click();
    assert.deepEqual(portal.asked.at(-1), ['openTicket', 't1']);
  });

  test('comes with the same equipment first, then the same category; at most three, and the rest counted', async () => {
    const portal = await open([
      ticket('a', null, 'till', 'Some till'),
      ticket('b', null, 'till', 'Other till'),
      ticket('c', 'fridge', 'cooling', 'This fridge'),
      ticket('d', null, 'cooling', 'Some fridge'),
      ticket('e', null, 'till', 'Third till'),
    ]);
    await choose(portal, 'category', 'cooling');
    await choose(portal, 'asset', 'fridge');
    assert.deepEqual(
      known(portal).map((line) => line.replace(/ Registered.*/, '')),
      ['This fridge', 'Some fridge', 'Some till'],
    );
    const text = readText(deep(portal, '[part=known]')!);
    assert.match(
      text,
      /^5 tickets are open at this site .* and 2 more in the list ?\. If it is one of these, open it\./,
    );
  });

  test('is counted in Russian, and nothing stands there where nothing is', async () => {
    const portal = await open([ticket('a', null, 'till', 'Касса')], 'ru');
    await choose(portal, 'category', 'cooling');
    assert.match(readText(deep(portal, '[part=known]')!), /^На объекте открыта 1 заявка/);
    const none = await open([]);
    await choose(none, 'category', 'cooling');
    assert.isFalse(has(none, '[part=known]'));
  });

  test('is accessible', async () => {
    const portal = await open([ticket('a', null, 'till', 'Some till')]);
    await choose(portal, 'category', 'cooling');
    await expect(portal).to.be.accessible();
  });
});
