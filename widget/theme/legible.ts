import { badPairs, isColour, repaired } from '../../server/contract/contrast.ts';
import { MEASURES, PALETTE, type Scheme } from '../../server/contract/palette.ts';
import type { ThemeTokens } from '../../server/contract/portal.ts';

/** One colour's repair can spoil another pair; after so many rounds nothing is gained any more. */
const ROUNDS = 3;

/** A theme whose colours are colours, and whose words can be read on what is behind them: every pair below WCAG AA is moved just far enough. */
export function legible(scheme: Scheme, theme: ThemeTokens): ThemeTokens {
  const colours: Record<string, string> = { ...MEASURES, ...theme };
  for (const [token, plain] of Object.entries(PALETTE[scheme]))
    if (!Object.hasOwn(theme, token) || !isColour(theme[token]!)) colours[token] = plain;
  for (let round = 0; round < ROUNDS; round++)
    for (const { foreground, background, minimum } of badPairs(scheme, colours))
      colours[foreground] = repaired(colours[foreground]!, colours[background]!, minimum);
  return colours;
}
