import { strict as assert } from 'node:assert';
import { test } from 'node:test';
import { plainProperties } from '../../widget/bundling/plain-properties.ts';

test('a decorated field stays a field, and its property is made after the class', () => {
  const code = `export class A extends B {
  /** Whose. */
  @property({ attribute: 'token-url' }) url: string = '';
  @property() override tenant = '';
  plain = 1;
}
define('a', A);`;
  assert.equal(
    plainProperties(code),
    `export class A extends B {
  /** Whose. */
   url: string = '';
   override tenant = '';
  plain = 1;
} A.createProperty('url', { attribute: 'token-url' }); A.createProperty('tenant');
define('a', A);`,
  );
});

test('what is not decorated so stays as it is', () => {
  const code = 'class A { @other() x = 1; @property y = 2; static z = 3; }';
  assert.equal(plainProperties(code), code);
});
