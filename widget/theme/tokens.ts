import type { ThemeTokens } from '../../server/contract/portal.ts';

export type Scheme = 'light' | 'dark';

const MEASURES = {
  font: '"Inter", "Noto Sans", system-ui, sans-serif',
  'font-size': '15px',
  radius: '12px',
  space: '8px',
  shadow: '0 8px 32px rgb(0 0 0 / 18%)',
};

/** What a theme may set, as it is where no theme sets it. The page sets the same as `--vitrine-<token>`, and wins. */
export const TOKENS: Readonly<Record<Scheme, ThemeTokens>> = {
  light: {
    ...MEASURES,
    accent: '#0b6e5a',
    'on-accent': '#ffffff',
    surface: '#ffffff',
    'surface-raised': '#f7f8f8',
    text: '#16211e',
    'text-muted': '#5b6864',
    border: '#dfe4e2',
    success: '#19794b',
    warning: '#8a5608',
    danger: '#b3261e',
    focus: '#1b6ef3',
  },
  dark: {
    ...MEASURES,
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
