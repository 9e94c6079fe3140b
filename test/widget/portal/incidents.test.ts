import { assert, expect } from '@open-wc/testing';
import { html } from 'lit';
import type { TicketId } from '../../../server/contract/ids.ts';
import '../../../widget/portal/vitrine-incidents.ts';
import { takeFirstPage } from '../../../widget/store/acted.ts';
import { takeList } from '../../../widget/store/snapshot.ts';
import { BLANK } from '../../../widget/store/state.ts';
import { accepted, BOOT, MARAT, OLGA, resolved, viewOf, type Done } from '../../support/scene.ts';
import { deepAll, drawn, readText, stage, stateWith } from '../../support/stage.ts';

const declared = (sites: readonly string[] | null): Done => [
  10,
  OLGA,
  { type: 'mass_declared', text: 'No network in 12 pharmacies.', sites },
];
const ended: Done = [20, OLGA, { type: 'mass_ended' }];
const known = (
  scene: readonly Done[],
  { site = '', ...more }: Parameters<typeof stateWith>[1] & { site?: string } = {},
) => stage(html`<vitrine-incidents .site=${site}></vitrine-incidents>`, stateWith([viewOf(scene)], more));
const told = async (...asked: Parameters<typeof known>) =>
  deepAll(await known(...asked), '[part=incident]').map(readText);
const atSite = (index: number) => ({ ...BOOT, sites: [BOOT.sites[index]!] });

suite('<vitrine-incidents>', () => {
  test('says what is known, since when, and leads to its ticket', async () => {
    const portal = await known([accepted, declared(['p12'])]);
    const [incident] = deepAll(portal, '[part=incident]');
    assert.equal(
      readText(incident!),
      'Known already: No network in 12 pharmacies. Since 12:10. It is being worked on. See how it stands',
    );
    incident!.querySelector('button')!.click();
    assert.deepEqual(portal.asked, [['openTicket', 't1']]);
  });

  test('concerns those of its sites, and whoever watches them all', async () => {
    const scene = [accepted, declared(['p30'])];
    assert.lengthOf(await told(scene, { boot: atSite(0) }), 0);
    assert.lengthOf(await told(scene, { boot: atSite(1) }), 1);
    const auditor = { ...atSite(0), person: { ...BOOT.person, role: 'auditor' as const } };
    assert.lengthOf(await told(scene, { boot: auditor }), 1);
    assert.lengthOf(await told([accepted, declared(null)], { boot: atSite(0) }), 1);
  });

  test('concerns, while somebody reports, the site that he reports for', async () => {
    assert.lengthOf(await told([accepted, declared(['p30'])], { site: 'p30' }), 1);
    assert.lengthOf(await told([accepted, declared(['p30'])], { site: 'p12' }), 0);
  });

  test('is gone once it is ended, or fixed', async () => {
    const portal = await known([accepted, declared(null)]);
    portal.set({ tickets: new Map([['t1' as TicketId, viewOf([accepted, declared(null), ended])]]) });
    await drawn(portal);
    assert.lengthOf(deepAll(portal, '[part=incident]'), 0);
    const done: Done = [15, MARAT, resolved[2]];
    assert.lengthOf(await told([accepted, declared(null), done]), 0);
  });

  test('is announced politely, and offers no way to where the person is', async () => {
    const portal = await known([accepted, declared(null)], { view: 'ticket', openTicket: 't1' as TicketId });
    assert.equal(deepAll(portal, '[role=status] button').length, 0);
    assert.equal(deepAll(portal, '[role=status] [part=incident]').length, 1);
  });

  test('comes with the first page of whatever list is looked at, and is no line of it', () => {
    const incident = viewOf([accepted, declared(null)]);
    for (const take of [takeList, takeFirstPage]) {
      const state = take(BLANK, { tickets: [], next: null, incidents: [incident] });
      assert.strictEqual(state.tickets.get(incident.id), incident);
      assert.deepEqual(state.list.ids, []);
    }
  });

  test('is accessible', async () => {
    await expect(await known([accepted, declared(null)])).to.be.accessible();
  });
});
