import { strict as assert } from 'node:assert';
import { test } from 'node:test';
import { withoutMethods } from '../../widget/bundling/slim-libraries.ts';

const CODE =
  'class A { kept() { return this.used(); } used() { other.gone = 1; } get gone() { return 1; } alsoGone() { /* gone */ } }';

test('methods that nothing calls are taken out of a class, all else stays', () => {
  const left = withoutMethods(CODE, ['gone', 'alsoGone']);
  assert.equal(left.replace(/\s+/g, ' '), 'class A { kept() { return this.used(); } used() { other.gone = 1; } }');
});

test('a method that is used, or is not there, cannot be taken out', () => {
  assert.throws(() => withoutMethods(CODE, ['used']), /used is used/);
  assert.throws(() => withoutMethods('class B { a() {} b() { return this.a.bind(this); } }', ['a']), /a is used/);
  assert.throws(() => withoutMethods(CODE, ['renamed']), /no method renamed/);
});
