import { PALETTE, type ColourToken, type Scheme } from './palette.ts';

/** Words need 4.5 : 1, what only has to be seen 3 : 1 (WCAG 2.2, 1.4.3 and 1.4.11, level AA). */
const PAIRS: readonly (readonly [foreground: ColourToken, background: ColourToken, minimum: number])[] = [
  ['on-accent', 'accent', 4.5],
  ['text', 'surface', 4.5],
  ['text', 'surface-raised', 4.5],
  ['text-muted', 'surface', 4.5],
  ['text-muted', 'surface-raised', 4.5],
  ['accent', 'surface', 4.5],
  ['accent', 'surface-raised', 4.5],
  ['success', 'surface', 4.5],
  ['warning', 'surface', 4.5],
  ['danger', 'surface', 4.5],
  ['focus', 'surface', 3],
  ['focus', 'surface-raised', 3],
];

/** A pair of a theme's colours that cannot be told apart well enough. */
export interface BadPair {
  readonly scheme: Scheme;
  readonly foreground: ColourToken;
  readonly background: ColourToken;
  /** Rounded down, so that it never reads as enough. */
  readonly ratio: number;
  readonly minimum: number;
}

type Channels = readonly [red: number, green: number, blue: number];

/** A colour that a theme can hold: `#rgb` or `#rrggbb`. */
export const isColour = (text: string): boolean => /^#(?:[\da-f]{3}|[\da-f]{6})$/i.test(text);

function channelsOf(colour: string): Channels {
  const long = colour.length === 4 ? colour.replace(/[\da-f]/gi, '$&$&') : colour;
  const channel = (at: number): number => Number.parseInt(long.slice(at, at + 2), 16);
  return [channel(1), channel(3), channel(5)];
}

/** WCAG 2.2, relative luminance: 0 for black, 1 for white. */
function luminanceOf([red, green, blue]: Channels): number {
  const linear = (channel: number): number => {
    const part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

function ratioOf(one: Channels, other: Channels): number {
  const [a, b] = [luminanceOf(one), luminanceOf(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/** WCAG 2.2, contrast ratio of two colours, from 1 to 21. */
export const contrastOf = (one: string, other: string): number => ratioOf(channelsOf(one), channelsOf(other));

/**
 * The foreground moved towards black or white, whichever is farther from the background, just as far as the minimum asks; as it is where
 * that is nowhere. One of the two always reaches 4.5.
 */
export function repaired(foreground: string, background: string, minimum: number): string {
  const [from, behind] = [channelsOf(foreground), channelsOf(background)];
  if (ratioOf(from, behind) >= minimum) return foreground;
  const pole = ratioOf([0, 0, 0], behind) > ratioOf([255, 255, 255], behind) ? 0 : 255;
  for (let step = 1; ; step++) {
    const [red, green, blue] = from.map((channel) => Math.round(channel + ((pole - channel) * step) / 32));
    const moved: Channels = [red!, green!, blue!];
    if (ratioOf(moved, behind) >= minimum || step === 32) return hexOf(moved);
  }
}

/** The pairs below their minimum, with the palette's colours where the theme names none. */
export function badPairs(scheme: Scheme, colours: Readonly<Record<string, string>>): readonly BadPair[] {
  const colourOf = (token: ColourToken): string =>
    Object.hasOwn(colours, token) ? colours[token]! : PALETTE[scheme][token];
  return PAIRS.flatMap(([foreground, background, minimum]) => {
    const ratio = contrastOf(colourOf(foreground), colourOf(background));
    return ratio < minimum ? [{ scheme, foreground, background, ratio: Math.floor(ratio * 100) / 100, minimum }] : [];
  });
}

const hexOf = (channels: Channels): string =>
  `#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
