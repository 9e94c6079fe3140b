import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { CALLERS } from '../../support/directory.ts';
import { costedVisit, NIGHT_LIST, position } from '../../support/costed-visit.ts';

/** Noon of a Monday in Moscow. */
const DAY = '2026-01-12T09:00:00Z';

describe('"an accepted no_access may add the list’s wasted-trip code"', () => {
  const refusedAccess = () => {
    const visit = costedVisit(NIGHT_LIST);
    visit.arrived('2026-01-12T20:30:00Z');
    visit.send('report-no-access', { reason: 'closed', call: 'nobody answers' });
    return visit;
  };

  test('only then', () => {
    const visit = refusedAccess();
    visit.refuses('add-cost', { code: 'TRIP' }, '/code', /that the client has accepted/);
    const { id } = visit.ticket().pauses[0]!;
    visit.send('contest-pause', { pause: id, reason: 'we were there' }, CALLERS.manager);
    visit.refuses('add-cost', { code: 'TRIP' }, '/code', /that the client has accepted/);
    visit.send('accept-pause', { pause: id }, CALLERS.manager);
    visit.send('add-cost', { code: 'TRIP' });
    assert.deepEqual(visit.lines(), ['TRIP 1098']);
  });

  test('and once for each', () => {
    const visit = refusedAccess();
    visit.send('accept-pause', { pause: visit.ticket().pauses[0]!.id }, CALLERS.manager);
    visit.send('add-cost', { code: 'TRIP' });
    visit.arrived('2026-01-13T09:00:00Z');
    visit.refuses('add-cost', { code: 'TRIP' }, '/code', /once for each/);
    assert.equal(visit.line('TRIP').performedOn, '2026-01-12');
  });
});

describe('the day of performance', () => {
  const versions = [
    position('W', { vatRate: 2000, validTo: '2026-01-12' }),
    position('W', { unitPrice: 2000_00, validFrom: '2026-01-13' }),
  ];

  test('is that of the end of the visit, in the client’s zone: price and VAT are of that day', () => {
    const visit = costedVisit(versions);
    visit.arrived(DAY);
    visit.happened({ type: 'visit_ended', outcome: 'continue' }, '2026-01-12T20:59:00Z');
    visit.happened({ type: 'commented', text: 'later', files: [] }, '2026-01-20T09:00:00Z');
    visit.send('add-cost', { code: 'W' });
    const { performedOn, vatRate, total } = visit.line('W');
    assert.deepEqual([performedOn, vatRate, total], ['2026-01-12', 2000, 1200_00]);
  });
  test('is today while the visit lasts', () => {
    const visit = costedVisit(versions);
    visit.arrived(DAY);
    visit.happened({ type: 'commented', text: 'midnight in Moscow', files: [] }, '2026-01-12T21:00:00Z');
    visit.send('add-cost', { code: 'W' });
    assert.deepEqual([visit.line('W').performedOn, visit.line('W').total], ['2026-01-13', 2440_00]);
  });
  test('without a price is refused', () => {
    const visit = costedVisit([position('W', { validFrom: '2026-02-01' })]);
    visit.refuses('add-cost', { code: 'W' }, '/code', /no price on 2026-01-12/);
  });
  test('lies in the ticket’s life and not in the future', () => {
    const visit = costedVisit(versions);
    visit.refuses('add-cost', { code: 'W', performedAt: '2026-01-13T00:00:00Z' }, '/performedAt', /not come yet/);
    visit.refuses('add-cost', { code: 'W', performedAt: '2026-01-01T00:00:00Z' }, '/performedAt', /before the ticket/);
  });
  test('a revision keeps price, VAT and day, whatever the list says by then', () => {
    const visit = costedVisit(versions);
    visit.arrived(DAY);
    visit.send('add-cost', { code: 'W' });
    visit.happened({ type: 'commented', text: 'later', files: [] }, '2026-03-01T09:00:00Z');
    visit.send('revise-cost', { line: visit.line('W').id, quantity: '2' });
    const { performedOn, vatRate, total } = visit.line('W');
    assert.deepEqual([performedOn, vatRate, total], ['2026-01-12', 2000, 2400_00]);
  });
});
