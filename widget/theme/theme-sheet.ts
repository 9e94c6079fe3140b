import type { ReactiveController, ReactiveElement } from 'lit';
import type { Theme } from '../../server/contract/portal.ts';
import { TOKENS, type Scheme } from './tokens.ts';

/** What {@link ThemeSheet} asks of its host. */
export interface ThemedHost extends ReactiveElement {
  /** `light`, `dark`, or anything else for what page and system prefer. */
  colorScheme: string;
}

/**
 * Gives its host the colours and measures that everything inside is drawn with: `--_accent: var(--vitrine-accent, <theme>)`, in a sheet on
 * `:host`, so that the page's own CSS wins. Values are set one by one, so that none can be more than a value.
 */
export class ThemeSheet implements ReactiveController {
  readonly #host: ThemedHost;
  readonly #sheet = new CSSStyleSheet();
  readonly #dark = matchMedia('(prefers-color-scheme: dark)');
  readonly #changed = (): void => this.#write();
  #theme: Pick<Theme, Scheme> = { light: {}, dark: {} };

  constructor(host: ThemedHost) {
    this.#host = host;
    this.#sheet.replaceSync(':host{}');
    host.addController(this);
  }

  /** @param theme the client's; what it leaves out stays as it is without one */
  apply(theme: Pick<Theme, Scheme>): void {
    if (theme === this.#theme) return;
    this.#theme = theme;
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
    for (const [token, plain] of Object.entries(TOKENS[scheme])) {
      const own = Object.hasOwn(theme, token) ? theme[token]! : plain;
      // No colour and no measure fetches anything.
      const value = /url|image/i.test(own) ? plain : own;
      style.setProperty(`--_${token}`, `var(--vitrine-${token}, ${value})`);
    }
  }
}
