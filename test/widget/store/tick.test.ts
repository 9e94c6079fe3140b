import { assert } from '@open-wc/testing';
import { LitElement, html } from 'lit';
import { Tick } from '../../../widget/store/tick.ts';
import { deep, drawn, stage } from '../../support/stage.ts';

class Ticking extends LitElement {
  drawn = 0;
  readonly tick: Tick;

  constructor(everyMs?: number) {
    super();
    this.tick = new Tick(this, everyMs);
  }

  override render() {
    this.drawn += 1;
    return html``;
  }
}
class EachSecond extends Ticking {}
class EachMinute extends Ticking {
  constructor() {
    super(60_000);
  }
}
customElements.define('each-second', EachSecond);
customElements.define('each-minute', EachMinute);

suite('Tick', () => {
  test('draws its host at its own beat of the server’s clock, and at no other', async () => {
    const portal = await stage(html`<each-second></each-second><each-minute></each-minute>`, {});
    const hosts = ['each-second', 'each-minute'].map((tag) => deep<Ticking>(portal, tag)!);
    /** The server's clock stands there, and the page is looked at again: whoever is behind draws. */
    const lookAt = async (serverTime: string): Promise<number[]> => {
      portal.set({ serverOffsetMs: Date.parse(serverTime) - Date.now() });
      const before = hosts.map((host) => host.drawn);
      dispatchEvent(new Event('visibilitychange'));
      await drawn(portal);
      return hosts.map((host, i) => host.drawn - before[i]!);
    };
    await lookAt('2026-11-24T09:00:10.100Z');
    assert.deepEqual(await lookAt('2026-11-24T09:00:20.100Z'), [1, 0]);
    assert.deepEqual(await lookAt('2026-11-24T09:01:20.100Z'), [1, 1]);
  });
});
