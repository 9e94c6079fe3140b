import assert from 'node:assert/strict';
import { test } from 'node:test';
import { officeWindow, wishedWindow } from '../../demo/company/wish.ts';

/** Monday, 12:00 in Moscow, 19:00 in Vladivostok, 09:00 in Dublin. */
const NOW = Date.parse('2026-03-02T09:00:00.000Z');
const fromOf = (wish: string, zone = 'Europe/Moscow'): string | undefined => wishedWindow(wish, NOW, zone)?.from;

test('a wish is read for its hour and its day, in both languages, by the site’s clock', () => {
  assert.equal(fromOf('After 14:00'), '2026-03-02T11:00:00.000Z');
  assert.equal(fromOf('лучше после 15'), '2026-03-02T12:00:00.000Z');
  assert.equal(fromOf('14:30 would be fine'), '2026-03-02T12:00:00.000Z');
  assert.equal(fromOf('Tomorrow morning'), '2026-03-03T06:00:00.000Z');
  assert.equal(fromOf('завтра после 16:00'), '2026-03-03T13:00:00.000Z');
  assert.equal(fromOf('послезавтра'), '2026-03-04T07:00:00.000Z');
  assert.equal(fromOf('The day after tomorrow, in the evening'), '2026-03-04T15:00:00.000Z');
  assert.equal(fromOf('завтра утром', 'Asia/Vladivostok'), '2026-03-02T23:00:00.000Z');
});

test('an hour that has passed today is tomorrow’s', () => {
  assert.equal(fromOf('at 10'), '2026-03-03T07:00:00.000Z');
  assert.equal(fromOf('after 14:00', 'Asia/Vladivostok'), '2026-03-03T04:00:00.000Z');
});

test('a wish that names no time is no window', () => {
  for (const wish of ['', 'later', 'когда будет удобно', 'call 8432000100 first'])
    assert.equal(fromOf(wish), undefined, wish);
});

test('nobody of a site is asked for at night', () => {
  assert.equal(officeWindow(NOW, 'Europe/Moscow').from, '2026-03-02T09:00:00.000Z');
  assert.equal(officeWindow(NOW, 'Asia/Vladivostok').from, '2026-03-02T23:00:00.000Z');
  assert.equal(officeWindow(Date.parse('2026-03-02T04:30:00.000Z'), 'Europe/Dublin').from, '2026-03-02T09:00:00.000Z');
});

test('a window stands by the clock also where clocks were changed in between', () => {
  const saturday = Date.parse('2026-03-28T12:00:00.000Z');
  assert.equal(wishedWindow('tomorrow at 10', saturday, 'Europe/Dublin')?.from, '2026-03-29T09:00:00.000Z');
});
