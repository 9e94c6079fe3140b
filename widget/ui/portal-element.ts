import { ContextConsumer } from '@lit/context';
import { LitElement, type CSSResultGroup } from 'lit';
import type { PortalBoot } from '../../server/contract/portal.ts';
import { actionsContext, type Actions } from '../store/actions.ts';
import { Select } from '../store/select.ts';
import { textsContext } from '../text/texts.ts';
import type { TextKey } from '../text/translate.ts';
import type { Viewing } from '../text/viewing.ts';
import { base } from './base.css.ts';
import { PARTS } from './parts.ts';

/** What each visible element of the portal has: who looks and in which language, what it may ask for, and the shared styles. */
export abstract class PortalElement extends LitElement {
  readonly #boot = new Select(this, (state) => state.boot);
  readonly #offset = new Select(this, (state) => state.serverOffsetMs);
  readonly #texts = new ContextConsumer(this, { context: textsContext, subscribe: true });
  readonly #actions = new ContextConsumer(this, { context: actionsContext, subscribe: true });

  override connectedCallback(): void {
    super.connectedCallback();
    this.setAttribute('exportparts', PARTS);
  }

  protected get viewing(): Viewing {
    return { ...this.#texts.value!, boot: this.#boot.value!, now: Date.now() + (this.#offset.value ?? 0) };
  }

  protected get boot(): PortalBoot {
    return this.#boot.value!;
  }

  protected get actions(): Actions | undefined {
    return this.#actions.value;
  }

  /** What a person reads of a refusal. */
  protected faultText({ code }: { readonly code: string }): string {
    const { t, has } = this.viewing;
    const key = `fault.${code}`;
    return t(has(key) ? key : 'fault.internal');
  }

  /** A sentence that this element cannot do without. */
  protected get needs(): TextKey {
    return 'ticket';
  }

  /** Nothing is drawn before its language has arrived: a skeleton stands there. */
  protected override shouldUpdate(): boolean {
    return Boolean(this.#boot.value && this.#texts.value?.t(this.needs));
  }

  static override styles: CSSResultGroup = base;
}
