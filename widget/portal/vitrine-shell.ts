import { LitElement, html, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import { define } from '../define.ts';
import { Select } from '../store/select.ts';
import { PLAIN, ThemeSheet } from '../theme/theme-sheet.ts';
import { PARTS } from '../ui/parts.ts';
import { bring } from '../bring.ts';
import { shellStyles } from './shell.ts';
import { bones, skeleton } from './skeleton.ts';

/**
 * The box of the portal in its colours, at once with a skeleton; what is drawn in it arrives after the first paint.
 *
 * @attr flush - It stands in a box that has its own border.
 * @slot header - Above everything.
 * @slot footer - Below everything.
 * @slot empty - What a person reads who has no tickets yet.
 * @csspart base - The box.
 * @csspart skeleton - What stands in it first.
 */
export class VitrineShell extends LitElement {
  /** `light`, `dark`, or `auto`: as page and system have it. */
  @property({ attribute: 'color-scheme' }) colorScheme = 'auto';

  readonly #client = new Select(this, (state) => (state.boot ?? state.client)?.theme);
  readonly #failed = new Select(this, (state) => state.phase === 'failed');
  readonly #alone = new Select(this, (state) => state.alone);
  readonly #theme = new ThemeSheet(this);
  #arrived = false;

  override connectedCallback(): void {
    super.connectedCallback();
    this.setAttribute('exportparts', PARTS);
  }

  protected override willUpdate(): void {
    const theme = this.#client.value ?? (this.#failed.value ? PLAIN : undefined);
    if (theme) void this.#theme.apply(theme);
  }

  protected override firstUpdated(changed: PropertyValues): void {
    super.firstUpdated(changed);
    bring(async () => {
      await import('./vitrine-portal-frame.ts');
      this.#arrived = true;
      this.requestUpdate();
    });
  }

  override render() {
    return html`<div class="box" part="base">
      ${
        this.#arrived
          ? html`<vitrine-portal-frame>
              <slot name="header" slot="header"></slot>
              <slot name="empty" slot="empty"></slot>
              <slot name="footer" slot="footer"></slot>
            </vitrine-portal-frame>`
          : skeleton(this.#alone.value)
      }
    </div>`;
  }

  static override readonly styles = [shellStyles, bones];
}

define('vitrine-shell', VitrineShell);
