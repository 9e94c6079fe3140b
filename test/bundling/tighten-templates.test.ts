import { strict as assert } from 'node:assert';
import { test } from 'node:test';
import { tightenCss, tightened, tightenHtml } from '../../widget/bundling/tighten-templates.ts';

test('a line break in HTML becomes one space, and a space that was meant stays', () => {
  assert.equal(
    tightenHtml('\n  <p class="a"\n     id="b">\n    one two\n  </p>'),
    ' <p class="a" id="b"> one two </p>',
  );
  assert.equal(tightenHtml('<b>one</b>  <b>two</b>'), '<b>one</b>  <b>two</b>');
});

test('text that is kept as it is written cannot be tightened unseen', () => {
  assert.throws(() => tightenHtml('<pre class="a">one\n two</pre>'), /line break/);
  assert.throws(() => tightenHtml('<textarea>\n</textarea>'), /line break/);
  assert.equal(tightenHtml('<textarea></textarea>\n<b></b>'), '<textarea></textarea> <b></b>');
});

test('of a style sheet all stays that means something', () => {
  const sheet = `
    /* why */
    :host([hidden]) .a > b, .a :focus {
      margin: calc(1px + 2px) auto;
      content: ' ,  ; ';
    }
    @container (max-width: 819px) { .a { gap: 0 8px; } }`;
  const tight = ` :host([hidden]) .a > b,.a :focus{margin:calc(1px + 2px) auto;content:' ,  ; '}@container (max-width:819px){.a{gap:0 8px}}`;
  assert.equal(tightenCss(sheet), tight);
});

test('only the templates of lit are touched, nested ones too, and what follows stays on its line', () => {
  const code = 'const a = html`\n <p>${b ? svg`\n <g/>` : `\n  x`}\n </p>`;\nconst c = other`\n  y`;\nd();';
  const done = tightened(code);
  assert.ok(done.startsWith('const a = html` <p>${b ? svg` <g/>`'));
  assert.ok(done.includes(': `\n  x`') && done.includes('other`\n  y`'));
  assert.equal(
    done.split('\n').findIndex((line) => line === 'd();'),
    code.split('\n').indexOf('d();'),
  );
});
