import { assert, expect } from '@open-wc/testing';
import { html } from 'lit';
import type { TicketId } from '../../../server/contract/ids.ts';
import '../../../widget/portal/vitrine-announcer.ts';
import '../../../widget/portal/vitrine-ticket-view.ts';
import { ru } from '../../../widget/text/ru.ts';
import { textsOf } from '../../../widget/text/texts.ts';
import type { VitrineTicketView } from '../../../widget/portal/vitrine-ticket-view.ts';
import {
  accepted,
  agreed,
  ANA,
  arrived,
  assigned,
  BOOT,
  clock,
  departed,
  eventsOf,
  MARAT,
  metReaction,
  OLGA,
  onTheWay,
  printHead,
  proposed,
  registered,
  viewOf,
  type Done,
} from '../../support/scene.ts';
import { deep, deepAll, drawn, has, openState, readText, stage, type StagedPortal } from '../../support/stage.ts';

const id = 't1' as TicketId;
const view = html`<vitrine-ticket-view .ticketId=${id}></vitrine-ticket-view>`;
const way: readonly Done[] = [accepted, assigned, proposed, agreed, departed];
const clocks = [metReaction, clock('resolution', 302)];
const headline = (portal: StagedPortal): string => readText(deep(portal, 'h2')!);
const status = (portal: StagedPortal): string =>
  readText(deep(portal, 'vitrine-announcer')!.shadowRoot!.querySelector('[role=status]')!);

/** What the store does when one more thing has happened. */
function happen(portal: StagedPortal, scene: readonly Done[], more: Parameters<typeof viewOf>[1] = { clocks }): void {
  portal.set({ tickets: new Map([[id, viewOf(scene, more)]]), timelines: new Map([[id, eventsOf(scene)]]) });
}

suite('<vitrine-ticket-view>', () => {
  test('answers first what the person came for', async () => {
    const portal = await stage(view, openState(way, { clocks, eta: onTheWay }));
    assert.equal(headline(portal), 'Marat is on the way, at your door about 14:20');
    const beside = readText(deep(portal, '.promise')!.querySelector('p')!);
    assert.match(beside, /^up to 7 km away · there in 25 min · seen 1[2-5] s ago · visit agreed for 14:00–16:00/);
  });

  test('shows how far it has come, when, and what is expected', async () => {
    const portal = await stage(view, openState(way, { clocks, eta: onTheWay }));
    assert.deepEqual(deepAll(portal, '.rail li').map(readText), [
      'Registered 12:00',
      'Accepted 12:07',
      'Visit agreed 12:31',
      'On the way 13:48',
      'On site about 14:20',
      'Fixed by 17:02',
    ]);
    assert.deepEqual(deepAll(portal, '.rail [aria-current=step]').map(readText), ['On the way 13:48']);
  });

  test('says a time once: what the headline answers is not repeated below it', async () => {
    const beside = async (scene: readonly Done[]): Promise<string> =>
      readText(deep(await stage(view, openState(scene, { clocks })), '.promise p')!);
    assert.notInclude(await beside([accepted]), 'to be fixed by', 'the headline says it');
    assert.include(await beside(way), 'to be fixed by 17:02');
  });

  test('lets no line end with the dot between two facts', async () => {
    const portal = await stage(view, openState(way, { clocks, eta: onTheWay }));
    const [first, ...others] = deepAll(portal, '.fact').map(readText);
    assert.match(first!, /^up to/);
    for (const each of others) assert.match(each, /^· .*[^·]$/);
  });

  test('shows who comes, and dials his number', async () => {
    const portal = await stage(view, openState(way, { clocks, eta: onTheWay }));
    assert.equal(readText(deep(portal, '.who')!), 'MG Marat Galiev Till equipment Call');
    assert.equal(deep<HTMLAnchorElement>(portal, '.who a')!.href, 'tel:+79000000012');
  });

  test('[W2] dials nothing that is no number', async () => {
    const profile = { name: 'Marat Galiev', phone: 'javascript:alert(1)' };
    const portal = await stage(
      view,
      openState([accepted, [10, OLGA, { type: 'assigned', engineer: MARAT.id, profile }]]),
    );
    assert.isFalse(has(portal, 'a'));
  });

  test('greys a position that has gone stale, and says how old it is', async () => {
    const fresh = await stage(view, openState(way, { clocks, eta: onTheWay }));
    assert.notInclude(deep(fresh, '.promise p')!.className, 'muted');
    const stale = await stage(view, openState(way, { clocks, eta: onTheWay, minutesAfterNoon: 118 }));
    assert.include(deep(stale, '.promise p')!.className, 'muted');
    assert.include(readText(deep(stale, '.promise')!), 'last seen 3 min ago');
  });

  test('follows what happens without being asked to', async () => {
    const portal = await stage(view, openState(way, { clocks, eta: onTheWay }));
    happen(portal, [...way, arrived]);
    await drawn(portal);
    assert.equal(headline(portal), 'Marat is on site');
    assert.equal(
      readText(deepAll(portal, 'vitrine-timeline li')[0] ?? deepAll(portal, '[part=entry]')[0]!),
      '14:20 Marat Galiev arrived at the site',
    );
  });

  test('announces a change politely, once, and nothing when it is opened', async () => {
    const portal = await stage(view, openState(way, { clocks, eta: onTheWay }));
    await drawn(portal);
    assert.equal(status(portal), '');
    happen(portal, [...way, arrived]);
    await drawn(portal);
    assert.equal(status(portal), 'Marat Galiev arrived at the site');

    const said: MutationRecord[] = [];
    const ear = new MutationObserver((records) => said.push(...records));
    const region = deep(portal, 'vitrine-announcer')!.shadowRoot!.querySelector('[role=status]')!;
    ear.observe(region, { subtree: true, childList: true, characterData: true });
    // The same event again, new clocks, and another language: nothing of it is news.
    portal.speak(textsOf(ru, 'ru'));
    happen(portal, [...way, arrived], { clocks: [metReaction, clock('resolution', 400)] });
    await drawn(portal);
    assert.deepEqual([...said, ...ear.takeRecords()], []);
    ear.disconnect();
  });

  test('says two messages of one person one after the other', async () => {
    const said = (n: number): Done => [116 + n, MARAT, { type: 'commented', text: `Message ${n}`, files: [] }];
    const portal = await stage(view, openState(way));
    for (const scene of [
      [...way, said(1)],
      [...way, said(1), said(2)],
    ]) {
      happen(portal, scene);
      await drawn(portal);
      assert.equal(status(portal), `Marat Galiev wrote Message ${scene.length - way.length}`);
    }
  });

  test('is silent about what another ticket had before', async () => {
    const portal = await stage(view, openState(way));
    const other = [...way, arrived];
    portal.set({
      tickets: new Map(portal.store.current.tickets).set('t2' as TicketId, viewOf(other, { ticket: 't2' })),
      timelines: new Map(portal.store.current.timelines).set('t2' as TicketId, eventsOf(other, 't2')),
    });
    deep<VitrineTicketView>(portal, 'vitrine-ticket-view')!.ticketId = 't2' as TicketId;
    await drawn(portal);
    assert.equal(headline(portal), 'Marat is on site');
    assert.equal(status(portal), '');
  });

  test('[W1] [W14] shows names and subjects as text, in their own order', async () => {
    const subject = '"><svg/onload=alert(1)>';
    const profile = { name: '<b>\u202EMarat</b>', specialty: '{{7*7}}' };
    const portal = await stage(
      view,
      openState([
        [0, ANA, registered({ subject })],
        accepted,
        [10, OLGA, { type: 'assigned', engineer: MARAT.id, profile }],
      ]),
    );
    assert.equal(deep(portal, '.crumb bdi')!.textContent, subject);
    assert.equal(deep(portal, '.who bdi')!.textContent, profile.name);
    assert.isFalse(has(portal, '[onload], b b'));
  });

  test('says whose clock the times are by, where the viewer’s is another', async () => {
    const site = { ...BOOT.sites[0]!, timeZone: 'Pacific/Kiritimati' };
    const portal = await stage(view, openState(way, { boot: { ...BOOT, sites: [site] } }));
    assert.match(readText(deep(portal, '.promise')!), /Times are the site’s, .+ Kiritimati Time\. Yours are/);
  });

  test('says so where the ticket is not there', async () => {
    const portal = await stage(
      html`<vitrine-ticket-view .ticketId=${'none' as TicketId}></vitrine-ticket-view>`,
      openState(way),
    );
    assert.isTrue(has(portal, '.bones'), 'it may still come');
    portal.set({ gone: true });
    await drawn(portal);
    assert.include(readText(portal), 'There is no such ticket');
  });

  test('lets the cost lines keep their place when they wait for a word, and leads there', async () => {
    const awaiting: Done = [150, MARAT, { type: 'cost_added', line: printHead }];
    const portal = await stage(view, openState([...way, arrived]));
    const order = () => deepAll(portal, '.main > *').map((each) => each.className || each.localName);
    const before = order();
    happen(portal, [...way, arrived, awaiting]);
    await drawn(portal);
    assert.deepEqual(order(), before);
    deep(portal, 'vitrine-next-step')!.dispatchEvent(new Event('look-at-costs'));
    assert.equal(deep(portal, 'vitrine-ticket-view')!.shadowRoot!.activeElement?.localName, 'vitrine-cost-lines');
  });

  test('has no inline style and no style attribute (strict CSP)', async () => {
    const portal = await stage(view, openState(way, { clocks, eta: onTheWay }));
    assert.isFalse(has(portal, '[style], style'));
  });

  for (const [name, state] of [
    ['just registered', openState([], { clocks: [clock('reaction', 15)] })],
    ['on the way', openState(way, { clocks, eta: onTheWay })],
    ['overdue', openState([...way, arrived], { clocks: [clock('resolution', 60)] })],
  ] as const)
    test(`is accessible ${name}`, async () => {
      await expect(await stage(view, state)).to.be.accessible();
    });
});
