import { assert } from '@open-wc/testing';
import { enRest } from '../../../widget/text/en-rest.ts';
import { en } from '../../../widget/text/en.ts';
import { headlineOf } from '../../../widget/text/headline.ts';
import { textsOf } from '../../../widget/text/texts.ts';
import { mayApprove, nameOf, shortName } from '../../../widget/text/viewing.ts';
import { accepted, ANA, BOOT, clock, costLine, MARAT, NOON, OLGA, registered, viewOf } from '../../support/scene.ts';

const viewing = { ...textsOf({ ...en, ...enRest }, 'en'), boot: BOOT, now: NOON };

suite('viewing', () => {
  test('[W14] a name cannot reorder the sentence that it stands in', () => {
    const profile = { name: 'Ma\u202Erat' };
    const ticket = viewOf([
      accepted,
      [10, OLGA, { type: 'assigned', engineer: MARAT.id, profile }],
      [20, MARAT, { type: 'departed' }],
    ]);
    assert.equal(headlineOf(ticket, viewing).sentence, '\u2068Ma\u202Erat\u2069 is on the way');
  });

  test('times are those of the ticket’s site', () => {
    const ticket = viewOf([[0, ANA, registered({ site: 'p30' })]], { clocks: [clock('reaction', 17)] });
    assert.equal(headlineOf(ticket, viewing).line, 'Registered, to be taken by 14:17');
  });

  test('what this person’s boot does not know keeps its id', () => {
    assert.equal(nameOf(BOOT.priorities, 'p1', viewing), 'Urgent');
    assert.equal(nameOf(BOOT.priorities, 'p9', viewing), 'p9');
  });

  test('a name is shortened only where its order is known', () => {
    assert.deepEqual(['Marat Galiev', 'Марат', 'Галиев Марат Ильясович', 'M. G.'].map(shortName), [
      'Marat',
      'Марат',
      'Галиев Марат Ильясович',
      'M. G.',
    ]);
  });

  test('a limit is held against all that waits or is disputed, less what was approved before', () => {
    const boot = { ...BOOT, person: { ...BOOT.person, approvalLimit: 200_000 } };
    const lines = (...more: Parameters<typeof costLine>[0][]) =>
      viewOf([
        accepted,
        ...more.map(
          (each, i) => [20, MARAT, { type: 'cost_added', line: costLine({ id: `c${i}`, ...each }) }] as const,
        ),
      ]);
    assert.isTrue(mayApprove(lines({ state: 'awaiting' }), boot));
    assert.isFalse(mayApprove(lines({ state: 'awaiting' }, { state: 'disputed' }), boot));
    assert.isTrue(mayApprove(lines({ state: 'awaiting' }, { state: 'awaiting', approved: 100_000 }), boot));
    assert.isFalse(mayApprove(lines({ state: 'awaiting' }), { ...boot, person: { ...boot.person, role: 'auditor' } }));
  });
});
