import { assert } from '@open-wc/testing';
import { isKept, visitsTold } from '../../../widget/text/visits-told.ts';
import {
  accepted,
  agreed,
  ANA,
  arrived,
  assigned,
  departed,
  eventsOf,
  MARAT,
  minutes,
  OLGA,
  proposed,
  resolved,
  type Done,
} from '../../support/scene.ts';

const told = (...scene: Done[]) => visitsTold(eventsOf(scene));
const results = (...scene: Done[]): readonly string[] => told(...scene).map(({ result }) => result);
const plan: readonly Done[] = [accepted, assigned, proposed, agreed];
const another: Done = [50, OLGA, { type: 'visit_proposed', visit: 'v2', from: minutes(300), to: minutes(420) }];
const yes: Done = [55, ANA, { type: 'visit_agreed', visit: 'v2', by: null, channel: 'widget' }];

suite('visits as a timeline tells them', () => {
  test('a visit says when it was to be, who came and that he came in time', () => {
    const [visit] = told(...plan, departed, arrived, resolved);
    assert.deepEqual(visit, {
      id: 'v1',
      window: { from: minutes(120), to: minutes(240) },
      engineer: 'Marat Galiev',
      arrivedAt: minutes(140),
      result: 'fixed',
    });
    assert.isTrue(isKept(visit!));
  });

  test('coming earlier keeps an agreed time, coming after its end does not', () => {
    const at = (after: number) =>
      isKept(told(...plan, [after, MARAT, { type: 'arrived', inside: null, reason: null }])[0]!);
    assert.deepEqual([at(60), at(240), at(240.01)], [true, true, false]);
    assert.isUndefined(isKept(told(...plan)[0]!), 'nobody has come');
  });

  test('a time is proposed, replaced, declined, agreed and postponed', () => {
    assert.deepEqual(results(accepted, proposed), ['proposed']);
    assert.deepEqual(results(accepted, proposed, another), ['replaced', 'proposed']);
    assert.deepEqual(
      results(accepted, proposed, [40, ANA, { type: 'visit_declined', visit: 'v1', reason: null, wish: 'Later' }]),
      ['declined'],
    );
    assert.deepEqual(results(...plan, another), ['agreed', 'proposed'], 'a proposal leaves what is agreed alone');
    assert.deepEqual(results(...plan, another, yes), ['replaced', 'agreed']);
    assert.deepEqual(results(...plan, [45, ANA, { type: 'postponed', wish: 'Monday' }]), ['postponed']);
  });

  test('each end of a visit is told, and the next one is another', () => {
    const denied: Done = [150, MARAT, { type: 'access_denied', reason: 'Closed', call: 'Anna', files: [] }];
    const again: Done = [200, MARAT, { type: 'arrived', inside: true, reason: null }];
    assert.deepEqual(results(...plan, departed), ['en_route']);
    assert.deepEqual(results(...plan, departed, arrived, denied, again), ['no_access', 'on_site']);
    for (const outcome of ['temporary', 'continue', 'not_needed'] as const)
      assert.deepEqual(results(...plan, departed, arrived, [150, MARAT, { type: 'visit_ended', outcome }]), [outcome]);
    assert.isNull(told(...plan, departed, arrived, denied, again)[1]!.window, 'nobody agreed it');
  });

  test('what nobody needed any more is dropped', () => {
    const done: Done = [60, OLGA, { type: 'resolved', summary: 'From afar', firstVisit: null }];
    assert.deepEqual(results(...plan, done), ['dropped']);
    assert.deepEqual(results(...plan, [60, ANA, { type: 'cancelled', exclusion: 'x', reason: 'x' }]), ['dropped']);
    assert.deepEqual(results(accepted, done), []);
  });

  test('whoever is assigned later comes to what is planned, not to what was', () => {
    const other: Done = [160, OLGA, { type: 'assigned', engineer: 'r' as never, profile: { name: 'Rustam' } }];
    const ended: Done = [150, MARAT, { type: 'visit_ended', outcome: 'continue' }];
    const visits = told(...plan, departed, arrived, ended, another, other);
    assert.deepEqual(
      visits.map(({ engineer }) => engineer),
      ['Marat Galiev', 'Rustam'],
    );
  });
});
