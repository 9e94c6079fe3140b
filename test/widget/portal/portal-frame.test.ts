import { assert, expect, waitUntil } from '@open-wc/testing';
import { html } from 'lit';
import '../../../widget/portal/vitrine-shell.ts';
import {
  accepted,
  ANA,
  agreed,
  arrived,
  assigned,
  BOOT,
  clock,
  departed,
  metReaction,
  onTheWay,
  printHead,
  proposed,
  registered,
  MARAT,
  OLGA,
  viewOf,
  type Done,
} from '../../support/scene.ts';
import {
  deep,
  deepAll,
  drawn,
  has,
  openState,
  readText,
  stage,
  stateWith,
  type StagedPortal,
  type Staging,
} from '../../support/stage.ts';

const way: readonly Done[] = [accepted, assigned, proposed, agreed, departed];
const clocks = [metReaction, clock('resolution', 302)];

/** The whole portal in its box, of a given width and scheme. */
async function open(state: Staging, { width = 1000, scheme = 'light' } = {}): Promise<StagedPortal> {
  const portal = await stage(
    html`<vitrine-shell color-scheme=${scheme}>
      <p slot="header">Above</p>
      <p slot="empty">Call us</p>
    </vitrine-shell>`,
    state,
  );
  portal.style.setProperty('display', 'block');
  portal.style.setProperty('width', `${width}px`);
  await waitUntil(() =>
    deep(portal, 'vitrine-portal-frame')?.shadowRoot?.querySelector('.frame, vitrine-fault, .bones'),
  );
  if (state.phase !== 'starting') await waitUntil(() => !deep(portal, '.bones'));
  if (state.phase === 'failed') await waitUntil(() => deep(portal, '[part=fault]'));
  await drawn(portal);
  return portal;
}
const seen = (portal: StagedPortal, selector: string): boolean => Boolean(deep(portal, selector)?.checkVisibility());
const focused = (): Element | null => {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
};

suite('<vitrine-shell> and <vitrine-portal-frame>', () => {
  test('show the structure before anything is known', async () => {
    const portal = await open({ ...openState(way), phase: 'starting' });
    assert.isTrue(seen(portal, '.bones'));
  });

  test('show list and ticket side by side where it is wide', async () => {
    const portal = await open(openState(way, { clocks, eta: onTheWay }));
    assert.isTrue(seen(portal, 'vitrine-ticket-list'));
    assert.isTrue(seen(portal, 'vitrine-ticket-view'));
    assert.isFalse(seen(portal, '.back'));
    assert.isTrue(seen(portal, 'p[slot=header]'));
    assert.isFalse(seen(portal, 'p[slot=empty]'));
  });

  test('show one at a time where it is narrow, by the box and not the window, with a way back', async () => {
    const portal = await open(openState(way, { clocks }), { width: 360 });
    assert.isFalse(seen(portal, 'vitrine-ticket-list'));
    deep(portal, '.back')!.click();
    assert.deepEqual(portal.asked.at(-1), ['goTo', 'list']);
    portal.set({ view: 'list', openTicket: null });
    await drawn(portal);
    assert.isTrue(seen(portal, 'vitrine-ticket-list'));
    assert.isFalse(seen(portal, '.pane'));
  });

  for (const width of [320, 360, 620, 819, 1440, 2400])
    test(`never need to be scrolled sideways at ${width} px`, async () => {
      const long = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft';
      const cost: Done = [150, MARAT, { type: 'cost_added', line: { ...printHead, title: long } }];
      const profile = { name: long, specialty: long };
      const named: Done = [10, MARAT, { type: 'assigned', engineer: MARAT.id, profile }];
      const broken: Done = [0, ANA, registered({ subject: `${long} `.repeat(4), text: long })];
      const portal = await open(openState([broken, ...way, arrived, named, cost], { clocks }), { width });
      await waitUntil(() => deep(portal, 'table'));
      const box = deep(portal, '.box')!;
      assert.isAtMost(box.scrollWidth, box.clientWidth);
      for (const each of deepAll(portal, '.card, article, .promise, .who, .top, .rail li'))
        assert.isAtMost(each.scrollWidth, each.clientWidth + 1, each.className);
    });

  test('show who comes today instead of a ticket, alone where it is narrow', async () => {
    const portal = await open({ ...openState(way, { clocks }), view: 'visitors' }, { width: 360 });
    await waitUntil(() => deep(portal, '[part=visitors]'));
    assert.isFalse(seen(portal, 'vitrine-ticket-view'));
    assert.isFalse(seen(portal, 'vitrine-ticket-list'));
  });

  test('say above everything what is known, as long as there is anything to know', async () => {
    const mass: Done = [9, OLGA, { type: 'mass_declared', text: 'No network', sites: null }];
    const portal = await open(openState([accepted, mass], { view: 'list', openTicket: null }));
    await waitUntil(() => deep(portal, '[part=incident]'));
    assert.isFalse(has(await open(openState([accepted], { view: 'list', openTicket: null })), 'vitrine-incidents'));
  });

  test('let the form say what is known of its own site, and do not say it twice', async () => {
    const mass: Done = [9, OLGA, { type: 'mass_declared', text: 'No network', sites: ['p30'] }];
    const prefill = { site: 'p30' };
    const portal = await open(openState([accepted, mass], { view: 'form', openTicket: null, prefill }));
    await waitUntil(() => deep(portal, 'vitrine-report-form')?.shadowRoot?.querySelector('vitrine-incidents'));
    await waitUntil(() => deep(portal, '[part=incident]'));
    assert.lengthOf(deepAll(portal, '[part=incident]'), 1);
  });

  test('take whoever chose something there, and leave whoever is elsewhere in the page', async () => {
    const portal = await open(openState(way), { width: 360 });
    portal.set({ view: 'list', openTicket: null });
    await drawn(portal);
    assert.equal(focused()?.localName, 'body', 'nobody was in the portal');
    deep(portal, '.item')!.focus();
    portal.set({ view: 'ticket', openTicket: viewOf(way).id });
    await drawn(portal);
    await waitUntil(() => focused()?.localName === 'h2');
    portal.set({ view: 'list' });
    await waitUntil(() => focused()?.localName === 'button');
  });

  test('keep what was written while something else is looked at', async () => {
    const portal = await open({ ...openState(way), view: 'form' });
    await waitUntil(() => deep(portal, 'textarea'));
    const text = deep<HTMLTextAreaElement>(portal, 'textarea')!;
    text.value = 'It beeps';
    text.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    portal.set({ view: 'ticket' });
    await drawn(portal);
    assert.isFalse(seen(portal, 'vitrine-report-form'));
    portal.set({ view: 'form' });
    await drawn(portal);
    assert.isTrue(seen(portal, 'vitrine-report-form'));
    assert.equal(deep<HTMLTextAreaElement>(portal, 'textarea')!.value, 'It beeps');
  });

  test('change their language with the page, and their words with the client', async () => {
    const portal = await open(openState(way, { clocks }));
    portal.set({ locale: 'ru' });
    await waitUntil(() => readText(portal).includes('Marat едет к вам'));
    portal.set({ boot: { ...BOOT, theme: { ...BOOT.theme, labels: { tickets: 'Х', report: 'Новая заявка' } } } });
    await waitUntil(() => readText(portal).includes('Новая заявка'));
    assert.equal(deep(portal, '[lang]')!.lang, 'ru');
  });

  test('say what is wrong and what to do, and try again when asked', async () => {
    const fault = {
      code: 'origin_refused',
      detail: 'The server does not accept this origin.',
      help: 'Register it.',
    } as const;
    const portal = await open({ ...stateWith([]), phase: 'failed', boot: null, fault });
    await waitUntil(() => readText(portal).includes('The service does not know this page yet.'));
    assert.include(readText(portal), 'Register it.');
    deep(portal, '[part=fault] button')!.click();
    assert.deepEqual(portal.asked.at(-1), ['retry']);
  });

  test('tell a lost connection only after a second, and as of when the rest is', async () => {
    const now = Date.now();
    const portal = await open({ ...openState(way), link: { state: 'offline', since: now }, heardAt: now });
    assert.isFalse(has(portal, '[part=notice]'));
    await waitUntil(() => deep(portal, '[part=notice]'), 'the notice comes', { timeout: 3000 });
    assert.isAtLeast(Date.now() - now, 1000);
    assert.match(readText(deep(portal, '[part=notice]')!), /Connection lost\. This is how it stood at \d\d:\d\d:\d\d/);
    assert.isTrue(seen(portal, 'vitrine-ticket-view'), 'what was known stays');
    const filterOf = (selector: string): string => getComputedStyle(deep(portal, selector)!).filter;
    for (const known of ['vitrine-ticket-view', '.items.stale'])
      assert.equal(filterOf(known), 'grayscale(1)', 'greyed');
    portal.set({ view: 'form' });
    await waitUntil(() => deep(portal, 'form'));
    assert.equal(filterOf('vitrine-report-form'), 'none', 'what can be done without a connection is not');
    portal.set({ link: { state: 'live', since: Date.now() } });
    await drawn(portal);
    assert.isFalse(has(portal, '[part=notice]'));
  });

  test('hand every part on to the page', async () => {
    const portal = await open(openState(way, { clocks }));
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('vitrine-shell::part(item) { outline: 3px solid red }');
    const root = portal.shadowRoot!;
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    assert.equal(getComputedStyle(deep(portal, '.item')!).outlineWidth, '3px');
    const handed = deep(portal, 'vitrine-shell')!.getAttribute('exportparts')!.split(', ');
    const parts = deepAll(portal, '[part]').flatMap((each) => [...each.part]);
    for (const part of parts) assert.include(handed, part);
  });

  for (const scheme of ['light', 'dark'])
    for (const [name, state] of [
      ['a live ticket', openState(way, { clocks, eta: onTheWay })],
      [
        'costs to approve',
        openState([...way, arrived, [150, MARAT, { type: 'cost_added', line: printHead }]], { clocks }),
      ],
      ['the form', { ...openState(way), view: 'form' as const }],
      ['a failure', { ...stateWith([]), phase: 'failed' as const, boot: null }],
    ] as const)
      test(`are accessible with ${name} in ${scheme}`, async () => {
        await expect(await open(state, { scheme })).to.be.accessible();
      });
});
