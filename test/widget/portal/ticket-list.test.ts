import { assert, aTimeout, expect, waitUntil } from '@open-wc/testing';
import { html } from 'lit';
import type { PortalBoot } from '../../../server/contract/portal.ts';
import '../../../widget/portal/vitrine-ticket-list.ts';
import { BLANK } from '../../../widget/store/state.ts';
import {
  accepted,
  ANA,
  arrived,
  assigned,
  BOOT,
  clock,
  departed,
  onTheWay,
  registered,
  viewOf,
} from '../../support/scene.ts';
import { deep, deepAll, drawn, has, readText, stage, stateWith, type StagedPortal } from '../../support/stage.ts';

const list = html`<vitrine-ticket-list></vitrine-ticket-list>`;
const way = viewOf([accepted, assigned, departed], { eta: onTheWay });
const late = viewOf(
  [[0, ANA, registered({ number: 4098, subject: 'Vaccine fridge alarm' })], accepted, assigned, departed, arrived],
  {
    ticket: 't2',
    clocks: [clock('resolution', 75.5)],
  },
);
const as = (role: PortalBoot['person']['role']): PortalBoot => ({ ...BOOT, person: { ...BOOT.person, role } });
const items = (portal: StagedPortal): HTMLElement[] => deepAll(portal, '.item');

suite('<vitrine-ticket-list>', () => {
  test('says in one line how each ticket stands, in the server’s order', async () => {
    const portal = await stage(list, stateWith([way, late]));
    assert.deepEqual(items(portal).map(readText), [
      'Till 3 does not print receipts 4127 On the way, about 14:20 Pharmacy 12, Baumana 44',
      'Vaccine fridge alarm 4098 40 min overdue, engineer on site Pharmacy 12, Baumana 44',
    ]);
  });

  test('says where each ticket is, to whoever has several sites', async () => {
    const where = 'Pharmacy 12, Baumana 44';
    assert.include(readText(items(await stage(list, stateWith([way])))[0]!), where);
    const boot = { ...BOOT, sites: BOOT.sites.slice(0, 1) };
    assert.notInclude(readText(items(await stage(list, stateWith([way], { boot })))[0]!), where);
  });

  test('says it in Russian', async () => {
    const portal = await stage(list, { ...stateWith([late]), language: 'ru' });
    assert.include(readText(portal), 'Просрочка 40 мин, инженер на объекте');
  });

  test('changes a line when its ticket changes, and says that it is new', async () => {
    const portal = await stage(list, stateWith([way, late]));
    const [first] = items(portal);
    const changed = viewOf([accepted, assigned, departed, arrived]);
    portal.set({ tickets: new Map(portal.store.current.tickets).set(way.id, changed), unread: new Set([way.id]) });
    await drawn(portal);
    assert.equal(
      readText(items(portal)[0]!),
      'Till 3 does not print receipts New 4127 Engineer on site Pharmacy 12, Baumana 44',
    );
    assert.isTrue(items(portal)[0] === first, 'in its place');
  });

  test('marks the open ticket, and opens the one that is chosen', async () => {
    const portal = await stage(list, stateWith([way, late], { view: 'ticket', openTicket: late.id }));
    assert.deepEqual(
      items(portal).map((item) => item.getAttribute('aria-current')),
      ['false', 'true'],
    );
    items(portal)[0]!.click();
    assert.deepEqual(portal.asked, [['openTicket', way.id]]);
  });

  test('[W1] shows what a person wrote as text', async () => {
    const hostile = '<img src=x onerror=alert(1)>';
    const portal = await stage(list, stateWith([viewOf([[0, ANA, registered({ subject: hostile })]])]));
    assert.equal(deep(portal, '.item b')!.textContent, hostile);
    assert.isFalse(has(portal, 'img'));
  });

  test('[W14] keeps a name of 300 characters, or in another order, in its own line', async () => {
    const subject = `\u202E${'long '.repeat(60)}`;
    const portal = await stage(list, stateWith([viewOf([[0, ANA, registered({ subject })]])]));
    const title = deep(portal, '.item b')!;
    assert.isAbove(title.scrollWidth, title.clientWidth);
    assert.equal(title.title, subject);
    assert.isNotNull(title.querySelector('bdi')?.textContent);
  });

  test('has who may report report, and who only watches watch', async () => {
    const portal = await stage(list, stateWith([way]));
    deep(portal, '.primary')!.click();
    assert.deepEqual(portal.asked, [['goTo', 'form']]);
    const watching = await stage(list, stateWith([way], { boot: as('auditor') }));
    assert.isFalse(has(watching, '.primary'));
  });

  test('leads to who comes today', async () => {
    const portal = await stage(list, stateWith([way]));
    deep(portal, '.today')!.click();
    assert.deepEqual(portal.asked, [['goTo', 'visitors']]);
  });

  test('offers the scopes that the role has, and says which one it is', async () => {
    const scopes = (portal: StagedPortal) =>
      deepAll(portal, '.scope').map((each) => [readText(each), each.getAttribute('aria-pressed')]);
    const own = await stage(list, stateWith([way]));
    assert.deepEqual(scopes(own), [
      ['Site', 'false'],
      ['Mine', 'true'],
    ]);
    deepAll(own, '.scope')[0]!.click();
    assert.deepEqual(own.asked, [['setScope', 'site']]);
    const alone = { ...BOOT, tenant: { ...BOOT.tenant, siteSharing: false } };
    assert.deepEqual(scopes(await stage(list, stateWith([way], { boot: alone }))), [], 'nothing to choose');
    const all = await stage(list, stateWith([way], { boot: as('auditor'), list: { ...BLANK.list, scope: 'tenant' } }));
    assert.deepEqual(scopes(all), [
      ['Site', 'false'],
      ['All', 'true'],
    ]);
  });

  test('searches once the person has stopped typing', async () => {
    const portal = await stage(list, stateWith([way]));
    const search = deep<HTMLInputElement>(portal, 'input')!;
    for (const value of ['t', 'ti', 'till']) {
      search.value = value;
      search.dispatchEvent(new InputEvent('input'));
    }
    await waitUntil(() => portal.asked.length > 0);
    await aTimeout(0);
    assert.deepEqual(portal.asked, [['search', 'till']]);
  });

  test('asks for more as long as there is more', async () => {
    const state = stateWith([way]);
    const portal = await stage(list, { ...state, list: { ...state.list!, complete: false } });
    deep(portal, '.items > button')!.click();
    assert.deepEqual(portal.asked, [['loadMore']]);
    portal.set({ list: { ...state.list!, complete: true } });
    await drawn(portal);
    assert.isFalse(has(portal, '.items > button'));
  });

  test('tells a person without tickets what to do, and one whose search found nothing that it did not', async () => {
    const portal = await stage(list, stateWith([]));
    assert.include(readText(portal), 'Nothing has been reported yet');
    portal.set({ list: { ...BLANK.list, search: 'xyz' } });
    await drawn(portal);
    assert.include(readText(portal), 'No ticket matches');
    assert.isTrue(has(portal, 'input'), 'the search can be undone');
  });

  for (const [name, state] of [
    ['with tickets', stateWith([way, late], { view: 'ticket', openTicket: late.id })],
    ['empty', stateWith([])],
    ['loading', stateWith([], { list: { ...BLANK.list, loading: true } })],
  ] as const)
    test(`is accessible ${name}`, async () => {
      await expect(await stage(list, state)).to.be.accessible();
    });
});
