import assert from 'node:assert/strict';
import { createHash, createHmac } from 'node:crypto';
import { describe, test } from 'node:test';
import { canonicalJson, commitmentTo, entryOf, leafHash, leafOf, nodeHash } from '../../server/contract/digest.ts';
import { registered, timeline } from '../support/timeline.ts';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

describe('digest', () => {
  test('[L6] RFC 8785: the example of section 3.2.2', () => {
    const value = {
      // The first one is written 333333333.33333329 in the RFC; the literal is the number that this text reads as.
      numbers: [333333333.3333333, 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"/',
      literals: [null, true, false],
    };
    const canonical =
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}';
    assert.equal(canonicalJson(value), canonical);
  });

  test('[L6] RFC 8785: members are sorted by UTF-16 code units', () => {
    const value = { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\ud83d\ude00': 5, '\u0080': 6, '\u00f6': 7 };
    assert.deepEqual(Object.values(JSON.parse(canonicalJson(value)) as object).length, 7);
    assert.equal(canonicalJson(value), '{"\\r":2,"1":4,"\u0080":6,"ö":7,"€":1,"😀":5,"\ufb33":3}');
  });

  test('[W14] a lone surrogate has no canonical form', () => {
    assert.throws(() => canonicalJson({ text: '\ud800' }));
  });

  test('RFC 6962: the hash of the empty leaf and of a node', () => {
    assert.equal(hex(leafHash(new Uint8Array())), '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d');
    const [left, right] = [leafHash(Uint8Array.of(1)), leafHash(Uint8Array.of(2))];
    const expected = createHash('sha256').update(Uint8Array.of(1)).update(left).update(right).digest('hex');
    assert.equal(hex(nodeHash(left, right)), expected);
  });

  test('a commitment is the HMAC-SHA256 of the canonical value under its own key', () => {
    const salt = Uint8Array.from({ length: 16 }, (_, index) => index);
    const expected = createHmac('sha256', salt).update('{"a":1,"b":"ю"}').digest('base64url');
    assert.equal(commitmentTo({ b: 'ю', a: 1 }, salt), expected);
  });

  test('what is hashed of an event is all of it but private and the name of who did it', () => {
    const [event] = timeline(registered);
    const entry = entryOf(event!);
    assert.equal(entry, entryOf({ ...event!, actor: { ...event!.actor, name: null } }));
    assert.ok(!entry.includes('Anna') && !entry.includes('Red light'));
    for (const change of [
      { seq: 2 },
      { at: '2026-01-12T09:02:00.001Z' },
      { type: 'commented' },
      { prev: '00' },
      { log: 'x' },
    ]) {
      assert.notEqual(leafOf(entryOf({ ...event!, ...change })), leafOf(entry));
    }
  });

  test('a fraction is refused: it may read back otherwise in another language', () => {
    const [event] = timeline(registered);
    assert.throws(() => entryOf({ ...event!, data: { number: 0.5 } }), /integer/);
  });
});
