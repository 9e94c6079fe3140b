import { assert } from '@open-wc/testing';
import { PortalStore, Store } from '../../../widget/store/portal-store.ts';
import { UNKNOWN } from '../../../widget/store/state.ts';

/** Two elements that show the same person. */
function open() {
  const known = new Store(UNKNOWN);
  const [one, other] = [new PortalStore(), new PortalStore({ alone: true, view: 'ticket' })];
  for (const store of [one, other]) store.join(known);
  return { known, one, other };
}

suite('elements of one person', () => {
  test('know the same', () => {
    const { known, one, other } = open();
    one.update((state) => ({ ...state, heardAt: 5 }));
    assert.deepEqual([known.current.heardAt, other.current.heardAt], [5, 5]);
    assert.strictEqual(one.current.tickets, other.current.tickets);
  });

  test('show each its own, and none is woken by what another one shows', () => {
    const { one, other } = open();
    let woken = 0;
    other.subscribe(() => (woken += 1));
    one.update((state) => ({ ...state, view: 'form', prefill: { text: 'dark' } }));
    assert.deepEqual([one.current.view, other.current.view, woken], ['form', 'ticket', 0]);
    one.update((state) => ({ ...state, view: 'list', heardAt: 7 }));
    assert.deepEqual([other.current.view, other.current.heardAt, woken], ['ticket', 7, 1]);
  });

  test('hear nothing more once they have left, but what they began still reaches the others', () => {
    const { known, one, other } = open();
    let woken = 0;
    one.subscribe(() => (woken += 1));
    one.leave();
    other.update((state) => ({ ...state, position: 3 }));
    assert.equal(woken, 0);
    one.update((state) => ({ ...state, pending: new Map([['new', []]]) }));
    assert.deepEqual([known.current.position, other.current.pending.size], [3, 1]);
  });
});
