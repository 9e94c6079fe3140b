import { assert, expect, waitUntil } from '@open-wc/testing';
import { html } from 'lit';
import '../../../widget/portal/vitrine-composer.ts';
import '../../../widget/portal/vitrine-timeline.ts';
import {
  accepted,
  ANA,
  assigned,
  BOOT,
  eventsOf,
  MARAT,
  OLGA,
  registered,
  viewOf,
  type Done,
} from '../../support/scene.ts';
import { deep, deepAll, drawn, has, openState, readText, stage, type StagedPortal } from '../../support/stage.ts';

const open = (scene: readonly Done[], more: Parameters<typeof openState>[1] = {}, language = 'en') => {
  const ticket = viewOf(scene);
  return stage(html`<vitrine-timeline .ticket=${ticket}></vitrine-timeline>`, { ...openState(scene, more), language });
};
const entries = (portal: StagedPortal): string[] => deepAll(portal, '[part=entry]').map(readText);
const comment = (n: number): Done => [20 + n / 60, OLGA, { type: 'commented', text: `Number ${n}`, files: [] }];
const more = (portal: StagedPortal): HTMLElement | undefined => {
  const earlier = deep(portal, 'vitrine-earlier');
  return earlier && deep(earlier, 'button');
};
const message = (portal: StagedPortal): HTMLInputElement => deep<HTMLInputElement>(portal, 'input')!;
const send = (portal: StagedPortal): void => deep<HTMLButtonElement>(portal, 'form button')!.click();

suite('<vitrine-timeline>', () => {
  test('tells what happened, newest first, with what was written', async () => {
    const portal = await open([accepted, assigned]);
    assert.deepEqual(entries(portal), [
      '12:10 Marat Galiev was assigned',
      '12:07 Olga (service desk) took the ticket',
      '12:00 You reported the fault Red light, paper is in. Since this morning.',
    ]);
  });

  test('tells it in Russian', async () => {
    assert.equal(entries(await open([accepted], {}, 'ru'))[0], '12:07 Заявка принята в работу · Olga (диспетчерская)');
  });

  test('has a place to write, but on a ticket that was taken back', async () => {
    assert.isTrue(has(await open([accepted]), 'input'));
    const cancelled: Done = [9, ANA, { type: 'cancelled', exclusion: 'x1', reason: 'It works again' }];
    assert.isFalse(has(await open([accepted, cancelled]), 'input'));
  });

  test('names the day where it is another one', async () => {
    const portal = await open([accepted], { minutesAfterNoon: 2 * 24 * 60 });
    assert.deepEqual(deepAll(portal, '.day').map(readText), ['24 November']);
  });

  test('[W1] shows what was written as text', async () => {
    const text = '<img src=x onerror=alert(1)>\n{{7*7}}';
    const portal = await open([[0, ANA, registered({ text })]]);
    assert.equal(deep(portal, '.quote')!.textContent, text);
    assert.isFalse(has(portal, 'img'));
  });

  test('[E4] keeps the place of a fact that it does not know', async () => {
    const portal = await open([accepted]);
    const ticket = viewOf([accepted]);
    const events = eventsOf([accepted]).with(1, { ...eventsOf([accepted])[1]!, type: 'teleported' });
    portal.set({ timelines: new Map([[ticket.id, events]]) });
    await drawn(portal);
    assert.include(entries(portal)[0], 'added an entry that this page does not know yet');
  });

  test('marks what came while it was looked at, and only that', async () => {
    const portal = await open([accepted]);
    assert.isFalse(has(portal, '.fresh'));
    portal.set({ timelines: new Map([[viewOf([accepted]).id, eventsOf([accepted, assigned])]]) });
    await drawn(portal);
    assert.deepEqual(deepAll(portal, '.fresh').map(readText), ['12:10 Marat Galiev was assigned']);
  });

  test('draws a hundred of a long timeline, and a thousand for each press, beginning where one reads on', async () => {
    const portal = await open([accepted, ...Array.from({ length: 1298 }, (_, n) => comment(n))]);
    assert.lengthOf(entries(portal), 100);
    await waitUntil(() => more(portal) !== undefined);
    const press = (): void => more(portal)!.click();
    const reading = (): string | null | undefined =>
      deep(portal, 'vitrine-earlier')!.shadowRoot!.activeElement?.querySelector('.quote')?.textContent;
    press();
    await waitUntil(() => entries(portal).length === 1100, undefined, { timeout: 8000 });
    assert.equal(reading(), 'Number 1197');
    press();
    await waitUntil(() => entries(portal).length === 1300, undefined, { timeout: 8000 });
    assert.equal(reading(), 'Number 197');
    assert.include(entries(portal).at(-1), 'reported the fault');
    assert.isUndefined(more(portal));
  });

  test('what comes while the earlier part is read is drawn alone: no old entry is drawn again', async () => {
    const scene = [accepted, ...Array.from({ length: 298 }, (_, n) => comment(n))];
    const portal = await open(scene);
    await waitUntil(() => more(portal) !== undefined);
    more(portal)!.click();
    await waitUntil(() => entries(portal).length === 300, undefined, { timeout: 8000 });
    const lists = deepAll(portal, 'ol');
    const changed: string[] = [];
    const observer = new MutationObserver((records) => changed.push(...records.map(({ type }) => type)));
    for (const list of deepAll(deep(portal, 'vitrine-earlier')!, 'ol'))
      observer.observe(list, { subtree: true, childList: true, characterData: true, attributes: true });
    portal.set({ timelines: new Map([[viewOf(scene).id, eventsOf([...scene, assigned])]]) });
    await waitUntil(() => entries(portal).length === 301, undefined, { timeout: 8000 });
    await drawn(portal);
    assert.deepEqual(changed, []);
    assert.lengthOf(deepAll(portal, 'ol'), lists.length);
  });

  test('sends a message, and is empty once the server has it', async () => {
    const portal = await open([accepted]);
    message(portal).value = ' Please hurry ';
    send(portal);
    await drawn(portal);
    assert.deepEqual(portal.asked, [['send', 't1', 'comment', { text: 'Please hurry' }]]);
    assert.equal(message(portal).value, '');
  });

  test('keeps every character of a refused message', async () => {
    const portal = await open([accepted]);
    portal.answer = { fault: { type: '', title: '', status: 429, code: 'too_many', detail: '' } };
    message(portal).value = 'Please hurry';
    send(portal);
    await drawn(portal);
    assert.equal(message(portal).value, 'Please hurry');
    assert.equal(readText(deep(portal, '[role=alert]')!), 'Too many requests. Please wait a moment.');
  });

  test('has no place to write for whoever only reads', async () => {
    const portal = await open([accepted], { boot: { ...BOOT, person: { ...BOOT.person, role: 'auditor' } } });
    assert.isFalse(has(portal, 'form'));
  });

  test('is accessible', async () => {
    await expect(
      await open([accepted, [11, MARAT, { type: 'commented', text: 'On my way', files: ['a'] }]]),
    ).to.be.accessible();
  });
});
