import assert from 'node:assert/strict';
import { test } from 'node:test';
import { localTime } from '../../../server/costs/local-time.ts';

const at = Date.parse('2026-12-31T15:00:00Z');

test('a wall clock and a calendar show the time of their own zone', () => {
  assert.deepEqual(localTime(at, 'Europe/Kaliningrad'), { date: '2026-12-31', time: '17:00', weekday: 'thu' });
  assert.deepEqual(localTime(at, 'Asia/Vladivostok'), { date: '2027-01-01', time: '01:00', weekday: 'fri' });
  assert.equal(localTime(Date.parse('2026-12-31T21:00:00Z'), 'Europe/Moscow').time, '00:00');
  assert.deepEqual(localTime(Date.parse('2027-01-03T12:00:00Z'), 'Europe/Berlin'), {
    date: '2027-01-03',
    time: '13:00',
    weekday: 'sun',
  });
});
