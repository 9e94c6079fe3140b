import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AnswerWindow, WINDOW } from '../../../server/live/window.ts';
import { START } from '../../support/timeline.ts';

test('[P2] a window of 256 KiB: what does not fit beside the rest waits, what is larger than all goes alone', () => {
  const window = new AnswerWindow();
  assert.ok(window.hasRoomFor(2 * WINDOW.bytes));
  const first = window.sent(WINDOW.bytes - 10, START);
  assert.ok(window.hasRoomFor(10));
  assert.ok(!window.hasRoomFor(11));
  const second = window.sent(10, START);
  assert.ok(window.isFull);
  window.answered(second);
  window.answered(second);
  assert.ok(!window.isFull);
  assert.ok(!window.hasRoomFor(11));
  window.answered(first);
  assert.ok(window.hasRoomFor(2 * WINDOW.bytes));
});

test('the oldest frame counts for how long a reader has been silent', () => {
  const window = new AnswerWindow();
  assert.equal(window.waitedFor(START), 0);
  const first = window.sent(1, START);
  window.sent(1, START + 5);
  assert.equal(window.waitedFor(START + 20), 20);
  window.answered(first);
  assert.equal(window.waitedFor(START + 20), 15);
});
