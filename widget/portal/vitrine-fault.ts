import { ContextConsumer } from '@lit/context';
import { LitElement, css, html, nothing } from 'lit';
import { define } from '../define.ts';
import { actionsContext } from '../store/actions.ts';
import { Select } from '../store/select.ts';
import { textsContext } from '../text/texts.ts';
import { base } from '../ui/base.css.ts';

/**
 * What is wrong and what to do, while nothing can be shown. A person reads what to do; who embeds the portal reads the rest under it,
 * and in the console.
 *
 * @csspart fault - All of it.
 */
export class VitrineFault extends LitElement {
  readonly #fault = new Select(this, (state) => state.fault);
  readonly #texts = new ContextConsumer(this, { context: textsContext, subscribe: true });
  readonly #actions = new ContextConsumer(this, { context: actionsContext, subscribe: true });

  override render() {
    if (!this.#texts.value) return nothing;
    const { t, has } = this.#texts.value;
    const fault = this.#fault.value;
    const key = `fault.${fault?.code}`;
    return html`<div role="alert" part="fault">
      <h2>${t('fault')}</h2>
      <p>${t(has(key) ? key : 'fault.server_error')}</p>
      ${fault ? html`<p class="small muted" lang="en">${fault.detail} ${fault.help}</p>` : nothing}
      ${
        this.#actions.value
          ? html`<div class="acts">
              <button @click=${() => this.#actions.value?.retry()}>${t('fault.retry')}</button>
            </div>`
          : nothing
      }
    </div>`;
  }

  static override readonly styles = [
    base,
    css`
      [role] {
        min-height: 280px;
        padding: 32px 24px;
        display: grid;
        gap: 16px;
        place-content: center;
        justify-items: start;
        max-width: 64ch;
        overflow-wrap: anywhere;
        margin-inline: auto;
      }

      h2 {
        font-size: 1.3em;
      }
    `,
  ];
}

define('vitrine-fault', VitrineFault);
