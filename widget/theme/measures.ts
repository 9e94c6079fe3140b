import type { MeasureToken } from '../../server/contract/palette.ts';

/** What a theme may set beside the colours, as it is where no theme sets it. */
export const MEASURES: { readonly [T in MeasureToken]: string } = {
  font: '"Inter", "Noto Sans", system-ui, sans-serif',
  'font-size': '15px',
  radius: '12px',
  space: '8px',
  shadow: '0 8px 32px rgb(0 0 0 / 18%)',
};
