import type { ReactiveController, ReactiveElement } from 'lit';
import type { Scheme } from '../../server/contract/palette.ts';
import type { ShownTheme, Theme } from '../../server/contract/portal.ts';

/** What {@link ThemeSheet} asks of its host. */
export interface ThemedHost extends ReactiveElement {
  /** `light`, `dark`, or anything else for what page and system prefer. */
  colorScheme: string;
}

/**
 * Gives its host the colours and measures that everything inside is drawn with: `--_accent: var(--vitrine-accent, <theme>)`, in a sheet on
 * `:host`, so that the page's own CSS wins. Values are set one by one, so that none can be more than a value. Before a theme is known there are
 * none: what is drawn by then has the system's.
 */
export class ThemeSheet implements ReactiveController {
  readonly #host: ThemedHost;
  readonly #sheet = new CSSStyleSheet();
  readonly #dark = matchMedia('(prefers-color-scheme: dark)');
  readonly #changed = (): void => this.#write();
  #given: unknown;
  #theme: Pick<Theme, Scheme> = PLAIN;

  constructor(host: ThemedHost) {
    this.#host = host;
    this.#sheet.replaceSync(':host{}');
    host.addController(this);
  }

  /** Takes a client's theme. Where it is not said that it can be read, it is completed and repaired first. */
  async apply(theme: Pick<ShownTheme, Scheme | 'legible'>): Promise<void> {
    if (theme === this.#given) return;
    this.#given = theme;
    const { light, dark } = theme;
    const repaired = theme.legible
      ? theme
      : await import('./legible.ts').then(({ legible }) => ({
          light: legible('light', light),
          dark: legible('dark', dark),
        }));
    if (theme !== this.#given) return;
    this.#theme = repaired;
    this.#write();
  }

  hostConnected(): void {
    const root = this.#host.renderRoot as ShadowRoot;
    if (!root.adoptedStyleSheets.includes(this.#sheet))
      root.adoptedStyleSheets = [...root.adoptedStyleSheets, this.#sheet];
    this.#dark.addEventListener('change', this.#changed);
    this.#write();
  }

  hostDisconnected(): void {
    this.#dark.removeEventListener('change', this.#changed);
  }

  hostUpdate(): void {
    this.#write();
  }

  get #scheme(): Scheme {
    const { colorScheme } = this.#host;
    if (colorScheme === 'light' || colorScheme === 'dark') return colorScheme;
    // A page that says it is only light, or only dark, is believed before the system.
    const page = getComputedStyle(this.#host.parentElement ?? document.documentElement).colorScheme;
    if (page === 'light' || page === 'dark') return page;
    return this.#dark.matches ? 'dark' : 'light';
  }

  #write(): void {
    const scheme = this.#scheme;
    const { style } = this.#sheet.cssRules[0] as CSSStyleRule;
    style.setProperty('color-scheme', scheme);
    const theme = this.#theme[scheme];
    for (const [token, value] of Object.entries(theme))
      style.setProperty(`--_${token}`, `var(--vitrine-${token}, ${value})`);
  }
}

/** No client's: as it is where no theme sets anything. */
export const PLAIN = { light: {}, dark: {} } as const;
