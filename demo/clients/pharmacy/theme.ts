import type { Theme } from '../client.ts';

/** Makes the portal look like the intranet around it. */
export const THEME: Theme = {
  light: {
    accent: '#0b5c4a',
    'on-accent': '#ffffff',
    surface: '#ffffff',
    'surface-raised': '#f7f6f2',
    text: '#1d2321',
    'text-muted': '#5a655f',
    border: '#ddd9cf',
    radius: '10px',
  },
  dark: {
    accent: '#5cc9ac',
    'on-accent': '#06231c',
    surface: '#171c1a',
    'surface-raised': '#1f2623',
    text: '#ebf0ed',
    'text-muted': '#a0ada7',
    border: '#313b37',
    radius: '10px',
  },
  labels: {},
};
