/** The tokens that a theme may set, without the `--vitrine-` before them. */
export const COLOUR_TOKENS = [
  'accent',
  'on-accent',
  'surface',
  'surface-raised',
  'text',
  'text-muted',
  'border',
  'success',
  'warning',
  'danger',
  'focus',
] as const;
export const MEASURE_TOKENS = ['font', 'font-size', 'radius', 'space', 'shadow'] as const;

export type ColourToken = (typeof COLOUR_TOKENS)[number];
export type MeasureToken = (typeof MEASURE_TOKENS)[number];
export type Scheme = 'light' | 'dark';

/** What a theme that says nothing looks like; every pair of it passes {@link badPairs}. */
export const PALETTE: { readonly [S in Scheme]: { readonly [T in ColourToken]: string } } = {
  light: {
    accent: '#0b6e5a',
    'on-accent': '#ffffff',
    surface: '#ffffff',
    'surface-raised': '#f7f8f8',
    text: '#16211e',
    'text-muted': '#5b6864',
    border: '#dfe4e2',
    success: '#19794b',
    warning: '#99600a',
    danger: '#b3261e',
    focus: '#1b6ef3',
  },
  dark: {
    accent: '#55c9ab',
    'on-accent': '#06231c',
    surface: '#141a19',
    'surface-raised': '#1c2423',
    text: '#e9efed',
    'text-muted': '#9aa8a4',
    border: '#2d3836',
    success: '#5fce92',
    warning: '#e9b25a',
    danger: '#ff8a80',
    focus: '#8ab4ff',
  },
};

/** What a theme may set beside the colours, as it is where no theme sets it. */
export const MEASURES: { readonly [T in MeasureToken]: string } = {
  font: '"Inter", "Noto Sans", system-ui, sans-serif',
  'font-size': '15px',
  radius: '12px',
  space: '8px',
  shadow: '0 8px 32px rgb(0 0 0 / 18%)',
};
