import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { badPairs, contrastOf, isColour, repaired } from '../../server/contract/contrast.ts';
import { PALETTE } from '../../server/contract/palette.ts';

const colour = fc.integer({ min: 0, max: 0xffffff }).map((rgb) => `#${rgb.toString(16).padStart(6, '0')}`);

describe('the contrast of two colours', () => {
  test('is 21 of black on white, 1 of a colour on itself', () => {
    assert.equal(contrastOf('#000', '#ffffff'), 21);
    assert.equal(contrastOf('#55c9ab', '#55C9AB'), 1);
  });
  test('is what WCAG’s own examples say', () => {
    assert.equal(contrastOf('#777777', '#ffffff').toFixed(2), '4.48');
    assert.equal(contrastOf('#767676', '#ffffff').toFixed(2), '4.54');
    assert.equal(contrastOf('#f00', '#fff').toFixed(2), '4.00');
  });
  test('is the same both ways', () => {
    fc.assert(
      fc.property(colour, colour, (one, other) => assert.equal(contrastOf(one, other), contrastOf(other, one))),
    );
  });
});

test('a colour of a theme is #rgb or #rrggbb', () => {
  for (const good of ['#fff', '#0b6e5a', '#0B6E5A']) assert.ok(isColour(good), good);
  for (const bad of ['fff', '#ffff', '#12345g', 'red', 'rgb(0,0,0)', '#fff;', '#fff\n', ''])
    assert.ok(!isColour(bad), bad);
});

describe('a repaired colour', () => {
  test('reaches the minimum on any background', () => {
    fc.assert(
      fc.property(colour, colour, fc.constantFrom(3, 4.5), (foreground, background, minimum) =>
        assert.ok(contrastOf(repaired(foreground, background, minimum), background) >= minimum),
      ),
      { numRuns: 2000 },
    );
  });
  test('is the colour itself where it is good enough', () => assert.equal(repaired('#0B6E5A', '#fff', 4.5), '#0B6E5A'));
  test('keeps as much of the colour as it can', () => {
    const amber = repaired('#ffb000', '#ffffff', 4.5);
    assert.ok(contrastOf(amber, '#ffffff') < 5.5, amber);
    assert.match(amber, /^#(?!000000)/);
  });
  test('is black or white where no more can be done', () =>
    assert.equal(repaired('#808080', '#808080', 21), '#000000'));
});

describe('a theme’s bad pairs', () => {
  test('are none in the palette', () => {
    assert.deepEqual(badPairs('light', PALETTE.light), []);
    assert.deepEqual(badPairs('dark', {}), []);
  });
  test('are named with ratio and minimum, the ratio never rounded up to enough', () => {
    assert.deepEqual(badPairs('light', { 'text-muted': '#777777', 'surface-raised': '#ffffff' }), [
      { scheme: 'light', foreground: 'text-muted', background: 'surface', ratio: 4.47, minimum: 4.5 },
      { scheme: 'light', foreground: 'text-muted', background: 'surface-raised', ratio: 4.47, minimum: 4.5 },
    ]);
  });
  test('are found against the palette where the theme sets one colour of a pair only', () => {
    const pairs = badPairs('light', { accent: '#ffd500' });
    assert.deepEqual(
      pairs.map(({ foreground, background }) => `${foreground} on ${background}`),
      ['on-accent on accent', 'accent on surface', 'accent on surface-raised'],
    );
  });
});
