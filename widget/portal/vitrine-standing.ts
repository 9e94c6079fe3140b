import { ContextConsumer } from '@lit/context';
import { LitElement, css, html, nothing } from 'lit';
import { define } from '../define.ts';
import { actionsContext } from '../store/actions.ts';
import { Select } from '../store/select.ts';
import { textsContext } from '../text/texts.ts';
import { asking } from '../ui/asking.css.ts';
import { base } from '../ui/base.css.ts';
import { PARTS } from '../ui/parts.ts';
import { bones } from './skeleton.ts';

/** The portal of a client that this browser knows, before the server has said anything: its name, the report button, and where all else will be. */
export class VitrineStanding extends LitElement {
  readonly #client = new Select(this, (state) => state.client);
  readonly #texts = new ContextConsumer(this, { context: textsContext, subscribe: true });
  readonly #actions = new ContextConsumer(this, { context: actionsContext, subscribe: true });

  override connectedCallback(): void {
    super.connectedCallback();
    this.setAttribute('exportparts', PARTS);
  }

  override render() {
    const client = this.#client.value;
    const texts = this.#texts.value;
    // The words of the button are in the second half of a language.
    const report = texts?.t('report');
    if (!client || !report) return nothing;
    return html`<div class="bones" part="skeleton">
      <div class="bone-list">
        <div class="row" part="head">
          <h2><bdi>${texts!.format.words(client.tenant.name)}</bdi></h2>
          <button class="primary" ?disabled=${!this.#actions.value} @click=${() => this.#actions.value?.goTo('form')}>
            ${report}
          </button>
        </div>
        <i></i><i></i><i></i><i></i>
      </div>
      <div class="bone-pane"><i></i><i></i><i></i></div>
    </div>`;
  }

  static override readonly styles = [
    base,
    asking,
    bones,
    css`
      .row {
        align-items: center;
      }

      /* Where the list will have them. */
      .bone-list {
        padding-block-start: 16px;
      }
    `,
  ];
}

define('vitrine-standing', VitrineStanding);
