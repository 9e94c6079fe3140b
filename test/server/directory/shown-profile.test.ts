import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shownProfile } from '../../../server/directory/shown-profile.ts';

const profile = { name: 'Марат Галиев', phone: '+7 900 000-00-11', specialty: 'Кассовое оборудование' };

test('an engineer with a recorded basis is shown as his profile says', () => {
  assert.deepEqual(shownProfile({ profile, basis: 'consent' }), profile);
  assert.deepEqual(shownProfile({ profile, basis: 'legitimate_interest' }), profile);
});

test('"without it … only role and initials show": neither name nor telephone nor trade', () =>
  assert.deepEqual(shownProfile({ profile, basis: null }), { name: 'М. Г.' }));

test('initials are whole characters, whatever the spaces between', () =>
  assert.deepEqual(shownProfile({ profile: { name: '  𝒜da   Byron ' }, basis: null }), { name: '𝒜. B.' }));
