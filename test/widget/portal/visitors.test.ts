import { assert, expect, waitUntil } from '@open-wc/testing';
import { html } from 'lit';
import type { TicketId } from '../../../server/contract/ids.ts';
import type { Visitor, VisitsAnswer } from '../../../server/contract/visits.ts';
import '../../../widget/portal/vitrine-visitors.ts';
import { accepted, assigned, BOOT, departed, minutes, onTheWay, viewOf } from '../../support/scene.ts';
import { deep, deepAll, drawn, has, readText, stage, stateWith, type StagedPortal } from '../../support/stage.ts';

const T1 = 't1' as TicketId;
const visitor = (more: Partial<Visitor> = {}): Visitor => ({
  ticket: T1,
  number: 4127,
  subject: 'Till 3 does not print receipts',
  state: 'agreed',
  window: { from: minutes(120), to: minutes(240) },
  engineer: { name: 'Marat Galiev', specialty: 'Till equipment' },
  eta: null,
  arrivedAt: null,
  pass: null,
  ...more,
});
const answerWith = (...visits: readonly Visitor[]): VisitsAnswer => ({
  site: 'p12',
  on: '2026-11-24',
  company: { en: 'Remont Service', ru: 'Ремонт Сервис' },
  visits,
});

async function look(answer: VisitsAnswer, state = stateWith([]), language = 'en'): Promise<StagedPortal> {
  const portal = await stage(html``, { ...state, language });
  portal.answer = { value: answer as never };
  portal.content = html`<vitrine-visitors></vitrine-visitors>`;
  portal.requestUpdate();
  await drawn(portal);
  return portal;
}
const cards = (portal: StagedPortal): readonly string[] => deepAll(portal, '[part=visitor]').map(readText);
const reads = (portal: StagedPortal): readonly unknown[] =>
  portal.asked.filter(([action]) => action === 'read').map(([, path]) => path);

suite('<vitrine-visitors>', () => {
  test('says who comes and when, from which company, and what the guard needs', async () => {
    const pass = { document: 'Pass 118', vehicle: 'A 118 MG' };
    const portal = await look(answerWith(visitor({ pass })));
    assert.deepEqual(cards(portal), [
      'Agreed 14:00–16:00 Marat Galiev Till equipment, Remont Service Pass or document Pass 118 Vehicle A 118 MG Ticket 4127 Till 3 does not print receipts',
    ]);
    assert.include(readText(portal), 'Pharmacy 12, Baumana 44 · 24 November');
  });

  test('says it in Russian', async () => {
    const [card] = cards(await look(answerWith(visitor()), stateWith([]), 'ru'));
    assert.match(card!, /^Согласован 14:00–16:00 Marat Galiev Till equipment, Ремонт Сервис Заявка 4127/);
  });

  test('tells who is there since when, and who is on the way by the newest position', async () => {
    const going = viewOf([accepted, assigned, departed], { eta: onTheWay });
    const portal = await look(
      answerWith(
        visitor({ state: 'on_site', arrivedAt: minutes(100), window: null }),
        visitor({ state: 'en_route', window: null }),
        visitor({ state: 'proposed', engineer: null }),
      ),
      stateWith([going]),
    );
    const [there, way, offered] = cards(portal);
    assert.match(there!, /^On site since 13:40 Marat/);
    assert.match(way!, /^On the way about 14:20 Marat/);
    assert.match(offered!, /^Proposed, not agreed yet 14:00–16:00 Not named yet Remont Service/);
  });

  test('says so where nobody is expected', async () => {
    assert.include(readText(await look(answerWith())), 'Nobody is expected today');
  });

  test('asks anew when something happens at the site, and not for what happens elsewhere', async () => {
    const portal = await look(answerWith(), stateWith([viewOf([])]));
    assert.deepEqual(reads(portal), ['/v1/visits?site=p12']);
    const elsewhere = { ...viewOf([accepted]), id: 't2' as TicketId, site: 'p30' };
    portal.set({ tickets: new Map(portal.store.current.tickets).set(elsewhere.id, elsewhere) });
    await drawn(portal);
    assert.lengthOf(reads(portal), 1);
    portal.answer = { value: answerWith(visitor()) as never };
    portal.set({ tickets: new Map([[T1, viewOf([accepted])]]) });
    await drawn(portal);
    assert.lengthOf(reads(portal), 2);
    assert.lengthOf(cards(portal), 1);
  });

  test('shows the site that is chosen, and nothing of the one before', async () => {
    const portal = await look(answerWith(visitor()));
    const select = deep<HTMLSelectElement>(portal, 'select')!;
    select.value = 'p30';
    select.dispatchEvent(new Event('change'));
    await waitUntil(() => reads(portal).includes('/v1/visits?site=p30'));
    assert.lengthOf(cards(portal), 0);
    const one = await look(answerWith(), stateWith([], { boot: { ...BOOT, sites: [BOOT.sites[0]!] } }));
    assert.isFalse(has(one, 'select'));
  });

  test('keeps what was known where it cannot be asked anew', async () => {
    const portal = await look(answerWith(visitor()), stateWith([viewOf([])]));
    portal.answer = { fault: { type: 't', title: 'x', status: 503, code: 'unavailable', detail: 'x' } };
    portal.set({ tickets: new Map([[T1, viewOf([accepted])]]) });
    await drawn(portal);
    assert.lengthOf(cards(portal), 1);
    assert.isTrue(has(portal, '[role=alert]'));
  });

  test('opens the ticket, and goes back to the list', async () => {
    const portal = await look(answerWith(visitor()));
    deepAll(portal, '[part=visitor] button')[0]!.click();
    deep(portal, '.back')!.click();
    assert.deepEqual(portal.asked.slice(-2), [
      ['openTicket', 't1'],
      ['goTo', 'list'],
    ]);
  });

  test('is accessible', async () => {
    await expect(await look(answerWith(visitor({ pass: { vehicle: 'A 118 MG' } })))).to.be.accessible();
  });
});
